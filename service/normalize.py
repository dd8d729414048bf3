"""A text up to quotation marks, dashes, white space and NFC, with the way back to the original.

Two spellings of the same words become one string here: quotation marks and dashes lose their
shape, runs of white space become one space, soft hyphens and zero-width characters vanish,
ligatures come apart, and characters compose (NFC). Letters, digits, case and words never change,
so a match in normalised text is a match in everything a reader reads.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from heapq import merge

_INVISIBLE = "\u00ad\u200b\u200c\u2060\ufeff"
_REPLACEMENTS = (
    dict.fromkeys("‘’‚‛ʼ＇", "'")
    | dict.fromkeys("“”„‟«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys(_INVISIBLE, "")
    | {"…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_ODD = re.compile(
    rf"[{_INVISIBLE}]*\s[{_INVISIBLE}\s]+|[^\S ]|[{re.escape(''.join(_REPLACEMENTS))}]"
)
# Hangul vowels and final consonants join the syllable before them under NFC.
_JAMO_TAIL = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class Normalized:
    """A normalised text and the map of its offsets.

    All offsets are code points. Between the changed pieces the map only shifts, so looking an
    offset up costs the logarithm of the number of pieces.
    """

    text: str
    """The normalised text."""
    starts: list[int] = field(repr=False)
    """Where each changed piece begins in `text`, ascending."""
    ends: list[int] = field(repr=False)
    """Where it ends in `text`."""
    original_starts: list[int] = field(repr=False)
    """Where it begins in the original, ascending."""
    original_ends: list[int] = field(repr=False)
    """Where it ends in the original."""

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Map a stretch `[start, end)`, not empty, back; a piece it touches is taken whole."""
        return self._character(start)[0], self._character(end - 1)[1]

    def from_original(self, offset: int) -> int | None:
        """Map an offset of the original; None where it falls inside a changed piece."""
        piece = bisect_right(self.original_starts, offset) - 1
        if piece < 0:
            return offset
        if offset >= self.original_ends[piece]:
            return self.ends[piece] + offset - self.original_ends[piece]
        return self.starts[piece] if offset == self.original_starts[piece] else None

    def _character(self, offset: int) -> tuple[int, int]:
        """The stretch of the original that became the character at `offset`."""
        # A piece that vanished holds no offset: bisect finds the last that begins at or before.
        piece = bisect_right(self.starts, offset) - 1
        if piece < 0:
            return offset, offset + 1
        if offset < self.ends[piece]:
            return self.original_starts[piece], self.original_ends[piece]
        original = self.original_ends[piece] + offset - self.ends[piece]
        return original, original + 1


def normalize(text: str) -> Normalized:
    """Normalise a text and keep the way back; linear in its length."""
    parts: list[str] = []
    normalized = Normalized("", [], [], [], [])
    length = position = 0
    for start, end, replacement in _changes(text):
        parts += (text[position:start], replacement)
        length += start - position
        normalized.starts.append(length)
        length += len(replacement)
        normalized.ends.append(length)
        normalized.original_starts.append(start)
        normalized.original_ends.append(end)
        position = end
    parts.append(text[position:])
    return replace(normalized, text="".join(parts))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    """The pieces that change, in order and disjoint, with what they become."""
    odd = ((m.start(), m.end(), _REPLACEMENTS.get(m[0], " ")) for m in _ODD.finditer(text))
    if unicodedata.is_normalized("NFC", text):
        yield from odd
        return
    position = 0
    for start, end, replacement in merge(_compositions(text), odd):
        if start >= position:
            yield start, end, replacement
            position = end


def _compositions(text: str) -> Iterator[tuple[int, int, str]]:
    """Base characters with their combining marks, where NFC changes them."""
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _continues(text[end]):
            continue
        cluster = text[start:end]
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            yield start, end, _ODD.sub(lambda m: _REPLACEMENTS.get(m[0], " "), composed)
        start = end


def _continues(char: str) -> bool:
    return unicodedata.category(char).startswith("M") or ord(char) in _JAMO_TAIL
