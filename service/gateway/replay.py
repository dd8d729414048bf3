"""A real transport that answers from a recording: no network, no key, the same every time.

It reads the cassettes that vcrpy writes, so that what a test recorded runs outside the test too.
"""

import json
from pathlib import Path
from typing import Self

import httpx2

from service.errors import ConfigurationError, RecordingMissing, UnreadableInput


class ReplayTransport(httpx2.AsyncBaseTransport):
    """Answers a request whose method, path and body were recorded; any number of times."""

    def __init__(self, recorded: list[tuple[tuple[str, str, object], httpx2.Response]]) -> None:
        self._recorded = recorded

    @classmethod
    def from_file(cls, cassette: Path) -> Self:
        """Read a cassette.

        Raises:
            UnreadableInput: It is not there, or not a cassette.
            ConfigurationError: vcrpy, which reads cassettes, is not installed.
        """
        try:
            from vcr.serialize import deserialize  # noqa: PLC0415 - an extra, and what it needs
            from vcr.serializers import yamlserializer  # noqa: PLC0415
            from yaml import YAMLError  # noqa: PLC0415
        except ModuleNotFoundError:
            message = "replaying needs vcrpy: install nutgraf[replay]"
            raise ConfigurationError(message) from None
        try:
            requests, responses, *_ = deserialize(cassette.read_text("utf-8"), yamlserializer)
        except (OSError, YAMLError, ValueError, KeyError, TypeError):
            message = f"{cassette} is not a cassette that can be read"
            raise UnreadableInput(message) from None
        return cls(
            [
                (
                    _key(request.method, request.path, request.body or b""),
                    httpx2.Response(
                        response["status"]["code"],
                        headers=[(k, v) for k, vs in response["headers"].items() for v in vs],
                        content=response["body"]["string"],
                    ),
                )
                for request, response in zip(requests, responses, strict=True)
            ]
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer from the recording.

        Raises:
            RecordingMissing: Nothing was recorded for this request.
        """
        key = _key(request.method, request.url.path, await request.aread())
        for recorded, response in self._recorded:
            if recorded == key:
                return httpx2.Response(
                    response.status_code, headers=response.headers, content=response.content
                )
        raise RecordingMissing


def _key(method: str, path: str, body: bytes | str) -> tuple[str, str, object]:
    return method, path, json.loads(body) if body else None
