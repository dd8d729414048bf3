"""What stands in a cassette: the model's answers, put together from their streams."""

import json
from typing import Any

from bpe_openai import get_encoding
from vcr import VCR
from vcr.cassette import Cassette

from tests.conftest import CASSETTES


def answers(cassette: Cassette) -> list[str]:
    """Every answer of a cassette, in the order given."""
    return [
        "".join(choice["delta"].get("content") or "" for choice in _choices(response))
        for response in cassette.responses
    ]


def output_tokens(name: str) -> int:
    """Tokens of the first answer of a cassette, the draft, in the encoding o200k_base."""
    with VCR(record_mode="none").use_cassette(str(CASSETTES / f"{name}.yaml")) as cassette:
        return len(get_encoding("o200k_base").encode(answers(cassette)[0]))


def _choices(response: dict[str, Any]) -> list[dict[str, Any]]:
    lines = response["body"]["string"].decode().splitlines()
    chunks = (json.loads(line[6:]) for line in lines if line.startswith("data: {"))
    return [choice for chunk in chunks for choice in chunk["choices"]]
