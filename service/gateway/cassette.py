"""Cassettes: vcrpy's files of recorded requests and responses, read and written by its own code.

One form for what tests record and what a running service records, so that either replays the
other's. Text is written as text: “quotes” unescaped, streams line by line, no line folded, so
that a person can read a diff.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.errors import ConfigurationError, UnreadableInput

KEPT_HEADERS = frozenset({"content-type"})
"""Of a response; a request keeps none: keys and cookies are nobody's business."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One request and its response."""

    method: str
    """Such as `POST`."""
    url: str
    """Where it was sent."""
    path: str
    """The path of `url`."""
    body: bytes
    """What was sent."""
    status: int
    """Of the response."""
    headers: tuple[tuple[str, str], ...]
    """Of the response: those that are kept."""
    content: bytes
    """Of the response."""


def key(method: str, path: str, body: bytes) -> tuple[str, str, str]:
    """What two requests have in common when one recording answers both."""
    sent = json.dumps(json.loads(body), sort_keys=True) if body else ""
    return method, path, sent


def read(cassette: Path) -> Iterator[Recorded]:
    """Read a cassette.

    Raises:
        UnreadableInput: It is not there, or not a cassette.
        ConfigurationError: vcrpy is not installed.
    """
    require()
    from vcr.serialize import deserialize  # noqa: PLC0415 - an extra, and what it needs
    from vcr.serializers import yamlserializer  # noqa: PLC0415
    from yaml import YAMLError  # noqa: PLC0415

    try:
        requests, responses, *_ = deserialize(cassette.read_text("utf-8"), yamlserializer)
        for request, response in zip(requests, responses, strict=True):
            body = request.body or b""
            yield Recorded(
                method=request.method,
                url=request.uri,
                path=request.path,
                body=body.encode() if isinstance(body, str) else body,
                status=response["status"]["code"],
                headers=tuple((k, v) for k, vs in response["headers"].items() for v in vs),
                content=response["body"]["string"],
            )
    except (OSError, YAMLError, ValueError, KeyError, TypeError):
        message = f"{cassette} is not a cassette that can be read"
        raise UnreadableInput(message) from None


def write(cassette: Path, recorded: Recorded) -> None:
    """Write a cassette of one request, whole or not at all: a reader never sees half of it."""
    from vcr.request import Request  # noqa: PLC0415 - an extra
    from vcr.serialize import serialize  # noqa: PLC0415

    request = Request(
        recorded.method, recorded.url, recorded.body, {"content-type": "application/json"}
    )
    kept: dict[str, list[str]] = {}
    for name, value in recorded.headers:
        if name.lower() in KEPT_HEADERS:
            kept.setdefault(name.lower(), []).append(value)
    response = {
        "status": {"code": recorded.status, "message": None},
        "headers": kept,
        "body": {"string": recorded.content},
    }
    text = serialize({"requests": [request], "responses": [response]}, ReadableYaml)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=cassette.parent, suffix=".part", delete=False
    ) as part:
        part.write(text)
    os.replace(part.name, cassette)  # noqa: PTH105 - what is atomic here is the call itself


def require() -> None:
    """See that cassettes can be read and written.

    Raises:
        ConfigurationError: vcrpy is not installed.
    """
    try:
        import vcr  # noqa: F401, PLC0415 - an extra
    except ModuleNotFoundError:
        message = "recording and replaying need vcrpy: install nutgraf[replay]"
        raise ConfigurationError(message) from None


class ReadableYaml:
    """A serializer for vcrpy that writes text as text."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        """Write a cassette."""
        import yaml  # noqa: PLC0415 - comes with vcrpy

        class Dumper(yaml.CDumper):
            """With a representer of its own, which would else be everyone's."""

        Dumper.add_representer(str, _represent)
        return yaml.dump(cassette, Dumper=Dumper, allow_unicode=True, width=100_000)

    @staticmethod
    def deserialize(text: str) -> Any:
        """Read a cassette."""
        from vcr.serializers import yamlserializer  # noqa: PLC0415 - an extra

        return yamlserializer.deserialize(text)


def _represent(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    )
