"""What can be read of an answer that is not whole: while it streams, and when it breaks off.

A claim line is handed on as soon as its string is closed, which is before its successor begins.
Each character is looked at once, so that an answer of any length costs time in proportion.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import from_json

from schemas import WireSentence

_OPENING = re.compile(r'\{\s*"c"\s*:\s*\[')
_OPENS_WITHIN = 200  # characters: a fence and some words may come first
_STOP = re.compile(r'["\\]')
_GAP = re.compile(r"[\s,]*")


@dataclass(slots=True)
class Partial:
    """Listens to an answer to the drafting prompt."""

    on_line: Callable[[int, str], None] | None = None
    """Takes each claim line with its position, from 0, as soon as it is whole."""
    lines: list[str] = field(default_factory=list)
    """The claim lines that were whole so far."""
    _text: str = ""
    _at: int = 0
    """Where the next string may begin, or the open one did."""
    _seen: int = 0
    """Up to where the open string was looked at."""
    _within: bool = False
    _before: "tuple[list[str], str]" = field(default_factory=lambda: ([], ""))

    def begin(self) -> None:
        """An answer begins; what an earlier one said is kept until this one says more."""
        self._before = self._best()
        self.lines, self._text, self._at, self._seen, self._within = [], "", 0, 0, False

    def hear(self, text: str) -> None:
        """The answer goes on."""
        self._text += text
        if not self._within:
            opening = _OPENING.search(self._text[: _OPENS_WITHIN + len(text)])
            if opening is None:
                return
            self._within, self._at, self._seen = True, opening.end(), 0
        while self._at >= 0 and self._next():
            pass

    def salvage(self) -> tuple[list[str], list[WireSentence]]:
        """Claim lines and summary sentences of the best answer, whole or not."""
        lines, text = self._best()
        sentences = []
        for found in _found(text, "t"):
            try:
                sentences.append(WireSentence.model_validate(found))
            except ValidationError:
                break
        return lines, sentences

    def _best(self) -> tuple[list[str], str]:
        mine = (self.lines, self._text)
        return mine if len(self.lines) >= len(self._before[0]) else self._before

    def _next(self) -> bool:
        """Take one string out of the list; False where it is not whole yet, or the list ends."""
        if not self._seen:
            gap = _GAP.match(self._text, self._at)
            self._at = gap.end() if gap else self._at
            if self._at == len(self._text):
                return False
            if self._text[self._at] != '"':
                self._at = -1  # the list ended, or holds what is no string
                return False
            self._seen = self._at + 1
        while stop := _STOP.search(self._text, self._seen):
            if stop[0] == "\\":
                if stop.end() == len(self._text):
                    self._seen = stop.start()
                    return False
                self._seen = stop.end() + 1
                continue
            self._take(self._text[self._at : stop.end()])
            self._at, self._seen = stop.end(), 0
            return True
        self._seen = len(self._text)
        return False

    def _take(self, literal: str) -> None:
        try:
            line: str = json.loads(literal, strict=False)
        except json.JSONDecodeError:
            line = ""  # an escape that is none; its place stays, so that citations fit
        self.lines.append(line)
        if self.on_line is not None:
            self.on_line(len(self.lines) - 1, line)


def _found(text: str, name: str) -> list[object]:
    """The items of the list `name` that an unfinished JSON object holds."""
    start = text.find("{")
    if start < 0:
        return []
    try:
        answer = from_json(text[start:], allow_partial=True)
    except ValueError:
        return []
    items = answer.get(name) if isinstance(answer, dict) else None
    whole = text.rstrip().endswith("}")
    if not isinstance(items, list):
        return []
    return items if whole else items[:-1]
