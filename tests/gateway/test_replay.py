"""Replaying cassettes outside of tests: through a real transport, with no network at all."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from schemas import Outcome
from service.errors import RecordingMissing, UnreadableInput
from service.gateway import connect
from service.gateway.budget import Budget
from service.gateway.cassette import Recorded, write
from service.settings import Settings
from tests.provider import says

FENCED = "<article-0123456789ab>\n[1] {0}\n</article-0123456789ab>\n\n{1}"
SENT: dict[str, Any] = {
    "messages": [
        {"role": "system", "content": "You separate."},
        {"role": "user", "content": FENCED.format("“one”", "at most 4 sentences")},
    ],
}
ANSWER = b"".join(
    b"data: " + json.dumps(event).encode() + b"\n\n" for event in says("recorded “answer”").chunks
)


def ask(replay: Path, request: dict[str, Any], times: int = 1, **settings: Any) -> list[str]:
    wanted = Settings(_env_file=None, **{"llm_model": "scripted", **settings})

    async def call() -> list[str]:
        gateway = connect(wanted, replay)
        assert gateway is not None
        assert gateway.provider is None
        budget = Budget.start(wanted)
        (route,) = gateway.routes
        try:
            answers = [await route.complete(request, budget) for _ in range(times)]
        finally:
            await gateway.aclose()
        return [answer.text for answer in answers]

    return asyncio.run(call())


def sent(**changes: Any) -> bytes:
    body = {
        **SENT,
        "model": "scripted",
        "max_completion_tokens": 8_000,
        "stream": True,
        "stream_options": {"include_usage": True},
        "temperature": 0.0,
    }
    return json.dumps(body | changes).encode()


@pytest.fixture
def cassette(tmp_path: Path) -> Path:
    """A cassette with one recorded call."""
    path = tmp_path / "one.yaml"
    write(
        path,
        Recorded(
            method="POST",
            url="https://llm.example/v1/chat/completions",
            path="/v1/chat/completions",
            body=sent(),
            status=200,
            headers=(("content-type", "text/event-stream"),),
            content=ANSWER,
        ),
    )
    return path


def test_a_recorded_request_is_answered_any_number_of_times(cassette: Path) -> None:
    assert ask(cassette, SENT, times=3) == ["recorded “answer”"] * 3


def test_a_folder_of_cassettes_is_read_as_one(cassette: Path) -> None:
    assert ask(cassette.parent, SENT) == ["recorded “answer”"]


def test_the_recording_serves_another_address_with_the_same_path(cassette: Path) -> None:
    elsewhere = "http://127.0.0.1:9/v1"
    assert ask(cassette, SENT, llm_base_url=elsewhere) == ["recorded “answer”"]


SYSTEM, USER = SENT["messages"]
OTHER_FENCE = USER["content"].replace("0123456789ab", "ba9876543210")
LIMIT = USER["content"].replace("4 sentences", "2 sentences")


@pytest.mark.parametrize(
    ("request_", "settings", "words"),
    [
        (SENT, {"llm_model": "other"}, "the model is other, and those recorded are scripted"),
        ({"messages": [{**SYSTEM, "content": "You join."}, USER]}, {}, "the prompt changed"),
        ({"messages": [SYSTEM, {**USER, "content": OTHER_FENCE}]}, {}, "the article is not among"),
        ({"messages": [SYSTEM, {**USER, "content": LIMIT}]}, {}, "this max_sentences"),
        (SENT, {"llm_temperature": 0.5}, "the settings differ: temperature"),
        (SENT, {"llm_base_url": "http://127.0.0.1:9/v2"}, "nothing was recorded for the path /v2"),
    ],
)
def test_a_request_without_a_recording_says_what_differs_and_no_word_of_the_text(
    cassette: Path, request_: dict[str, Any], settings: dict[str, Any], words: str
) -> None:
    with pytest.raises(RecordingMissing, match=words) as raised:
        ask(cassette, request_, **settings)
    assert "one" not in str(raised.value).replace("one of", "")
    assert "make record" in str(raised.value)


def test_a_request_without_a_recording_is_never_tried_again(cassette: Path) -> None:
    wanted = Settings(_env_file=None, llm_model="other")

    async def call() -> list[Outcome]:
        gateway = connect(wanted, cassette)
        assert gateway is not None
        budget = Budget.start(wanted)
        with pytest.raises(RecordingMissing):
            await gateway.routes[0].complete(SENT, budget)
        await gateway.aclose()
        return [attempt.outcome for attempt in budget.attempts]

    assert asyncio.run(call()) == [Outcome.REFUSED]


@pytest.mark.parametrize("content", [None, "", "- a list", "interactions: 5", "{"])
def test_a_file_that_is_no_cassette_is_named(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "broken.yaml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"broken\.yaml is not a cassette"):
        ask(path, SENT)


def test_a_folder_without_cassettes_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="holds no cassette"):
        ask(tmp_path, SENT)
