"""A real transport that answers from recordings: no network, no key, the same every time."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import httpx2

from service.errors import RecordingMissing, UnreadableInput
from service.gateway import cassette
from service.gateway.cassette import Recorded

# The fence that prompts/*.md draw around an article or its claims; its token is the text's hash.
_FENCE = re.compile(r"<(?:article|claims)-([0-9a-f]+)>")


class ReplayTransport(httpx2.AsyncBaseTransport):
    """Answers a request whose method, path and body were recorded; any number of times."""

    def __init__(self, recorded: Iterable[Recorded]) -> None:
        self._recorded: dict[tuple[str, str, str], Recorded] = {}
        for one in recorded:
            self._recorded.setdefault(cassette.key(one.method, one.path, one.body), one)

    @classmethod
    def from_path(cls, path: Path) -> Self:
        """Read a cassette, or all cassettes of a folder.

        Raises:
            UnreadableInput: It is not there, or not a cassette, or a folder without any.
            ConfigurationError: vcrpy, which reads cassettes, is not installed.
        """
        if not path.is_dir():
            return cls(cassette.read(path))
        files = sorted(path.glob("*.yaml"))
        if not files:
            message = f"{path} holds no cassette (*.yaml)"
            raise UnreadableInput(message)
        return cls(recorded for file in files for recorded in cassette.read(file))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer from the recordings.

        Raises:
            RecordingMissing: Nothing was recorded for this request; says what differs.
        """
        body = await request.aread()
        found = self._recorded.get(cassette.key(request.method, request.url.path, body))
        if found is None:
            raise RecordingMissing(self._what_differs(request.url.path, body))
        return httpx2.Response(found.status, headers=found.headers, content=found.content)

    def _what_differs(self, path: str, body: bytes) -> str:
        """The first thing that no recording shares with a request, in words that hold no text."""
        asked: Mapping[str, Any] = json.loads(body) if body else {}
        recorded: Sequence[Mapping[str, Any]] = [
            json.loads(sent) for _, where, sent in self._recorded if where == path and sent
        ]
        if not recorded:
            return f"nothing was recorded for the path {path}"
        if not (same := [one for one in recorded if one.get("model") == asked.get("model")]):
            models = ", ".join(sorted({str(one.get("model")) for one in recorded}))
            return f"the model is {asked.get('model')}, and those recorded are {models}"
        if not (same := [one for one in same if _system(one) == _system(asked)]):
            return "the prompt changed (prompts/, or the version of Nutgraf)"
        if not (same := [one for one in same if _fence(one) == _fence(asked)]):
            return "the article is not among those recorded, or its text changed"
        if not any(one["messages"] == asked.get("messages") for one in same):
            return (
                "the article is known, but not with these sentences, this max_sentences or this "
                "language, or not with these mistakes to mend"
            )
        names = {
            name for one in same for name in {*one, *asked} if one.get(name) != asked.get(name)
        }
        return f"the settings differ: {', '.join(sorted(names))}"


def _system(body: Mapping[str, Any]) -> object:
    messages = body.get("messages") or [{}]
    return messages[0].get("content")


def _fence(body: Mapping[str, Any]) -> str | None:
    words = " ".join(str(message.get("content")) for message in body.get("messages", ())[1:2])
    return found[1] if (found := _FENCE.search(words)) else None
