"""A text up to quotation marks, dashes, white space and NFC, with the way back to the original.

Two spellings of the same words become one string here: quotation marks and dashes lose their
shape, runs of white space become one space, soft hyphens and zero-width characters vanish,
ligatures come apart, and characters compose (NFC). Letters, digits, case and words never change,
so a match in normalised text is a match in everything a reader reads. Where a word or a number
may not be cut is decided here too, because that needs both the folded text and what it was.

Everything is linear in the length of the text, whatever stands in it.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from service.patterns import Pattern

# Soft hyphen, zero-width space and non-joiner, word joiner, byte order mark, and the marks that
# only set the direction of what stands beside them.
_INVISIBLE = "\u00ad\u200b\u200c\u2060\ufeff\u200e\u200f\u061c"
_WHITE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_HYPHENS = "-‐‑"
_FOLDED = (
    dict.fromkeys("‘’‚‛ʼ＇", "'")
    | dict.fromkeys("“”„‟«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | {"…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_CLASS = re.escape("".join(_FOLDED))
# One folded character, or a run of white space and invisible characters but for a single space.
# It begins with one class and never fails after a long run, so that no text takes it long.
_ODD = Pattern(
    rf"[\s{_INVISIBLE}{_CLASS}](?:(?<=[{_CLASS}])|(?<! )[\s{_INVISIBLE}]*|[\s{_INVISIBLE}]+)"
)
_SPACE = Pattern(r"\s")
# Only what is not ASCII composes, with the character before it.
_NOT_ASCII = Pattern(r"[\x00-\x7f]?[^\x00-\x7f]+")
# Hangul vowels and final consonants join the syllable before them under NFC.
_JAMO_TAIL = range(0x1160, 0x1200)
# UAX 15, section 13, stream-safe text: no writing needs more marks on one character, and putting
# them in order takes time that grows with the square of their number.
_MAX_MARKS = 30

# UAX 29, rules WB6, WB7, WB11 and WB12: these join the letters or digits on both sides. The acute
# and grave accents and the primes are what careless keyboards give for an apostrophe.
_JOINS_LETTERS = frozenset("'.:·\u2027´`′ʹ")
# The colon, the slashes and the dash between digits are ours: "12:30", "24/7" and "20–30" are
# read as one, and the Arabic and full-width separators stand for the Latin ones.
_JOINS_DIGITS = frozenset("'.,;:/-·\u2044٫٬،．，：")
# Not a part of the word, but of the amount: without them it is another one.
_SIGNS = frozenset("±<>≤≥~≈")
_UNITS = frozenset("%‰°٪％")
# A sign after these is a dash or a hyphen: "6-3", "10%-15%", "(2021)-5".
_ENDS_AMOUNT = frozenset("%‰°٪％)]}-")
_FRACTION = Pattern(r"[¼-¾⅐-⅞↉]|\d+[/\u2044]\d")
_GROUP = Pattern(r"\d{3}(?!\d)")
_GROUP_BEFORE = 3
# Scripts written without spaces: a bound between two letters says nothing about words.
_UNSPACED = Pattern(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
# GB11 to GB13 and Extend: skin tones belong to the character before, flags are two indicators.
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_REGIONAL = range(0x1F1E6, 0x1F200)


@dataclass(frozen=True, slots=True)
class _Map:
    """Offsets of a text before and after some of its pieces changed.

    Between the changed pieces the map only shifts, so looking an offset up costs the logarithm
    of the number of pieces. All lists are ascending offsets in code points.
    """

    starts: list[int]
    """Where each changed piece begins after the change."""
    ends: list[int]
    """Where it ends after the change."""
    original_starts: list[int]
    """Where it began before."""
    original_ends: list[int]
    """Where it ended before."""

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Map a stretch `[start, end)`, not empty, back; a piece it touches is taken whole."""
        return self._character(start)[0], self._character(end - 1)[1]

    def forth(self, offset: int, *, up: bool) -> int:
        """Map an offset; one inside a changed piece becomes the piece's start, or its end."""
        piece = bisect_right(self.original_starts, offset) - 1
        if piece < 0:
            return offset
        if offset >= self.original_ends[piece]:
            return self.ends[piece] + offset - self.original_ends[piece]
        at_start = offset == self.original_starts[piece]
        return self.starts[piece] if at_start or not up else self.ends[piece]

    def _character(self, offset: int) -> tuple[int, int]:
        """The stretch that became the character at `offset`."""
        # A piece that vanished holds no offset: bisect finds the last that begins at or before.
        piece = bisect_right(self.starts, offset) - 1
        if piece < 0:
            return offset, offset + 1
        if offset < self.ends[piece]:
            return self.original_starts[piece], self.original_ends[piece]
        original = self.original_ends[piece] + offset - self.ends[piece]
        return original, original + 1


@dataclass(frozen=True, slots=True)
class Normalized:
    """A normalised text and the map of its offsets, all in code points."""

    text: str
    """The normalised text."""
    original: str = field(repr=False)
    """The text as it was."""
    _maps: tuple[_Map, ...] = field(repr=False)
    """From the original to `text`, in the order of the changes; none where nothing changed."""

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Map a stretch `[start, end)`, not empty, back; a piece it touches is taken whole."""
        for change in reversed(self._maps):
            start, end = change.back(start, end)
        return start, end

    def from_original(self, offset: int) -> int | None:
        """Map an offset of the original; None where it falls inside a changed piece."""
        left, right = self.around(offset, offset)
        return left if left == right else None

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Map a stretch of the original; a changed piece that it cuts is taken whole."""
        for change in self._maps:
            start, end = change.forth(start, up=False), change.forth(end, up=True)
        return start, end

    def whole(self, start: int, end: int) -> tuple[int, int] | None:
        """Map a stretch `[start, end)` back, if it cuts no word, number or changed piece."""
        if self.inside_word(start) or self.inside_word(end):
            return None
        left, right = self.to_original(start, end)
        return (left, right) if self.around(left, right) == (start, end) else None

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a stretch of the original cuts no word, number or changed piece."""
        left, right = self.from_original(start), self.from_original(end)
        return (
            left is not None
            and right is not None
            and not self.inside_word(left)
            and not self.inside_word(right)
        )

    def inside_word(self, offset: int) -> bool:
        """Whether an offset of `text` falls inside a word (UAX 29) or an amount.

        In scripts written without spaces only numbers count. Signs, currencies and percent signs
        belong to their number, and a hyphen, unlike a dash, makes one word of two: a "non-binding
        deal" is no binding one.
        """
        text = self.text
        if not 0 < offset < len(text):
            return False
        before, after = text[offset - 1], text[offset]
        if before == "\u200d" or _extends(after):
            return True
        if before == " " or after == " ":
            return _is_spaced_number(text, offset if after == " " else offset - 1)
        if _is_word(before) and _is_word(after):
            return _is_one_word(before, after)
        if _is_word(before):
            following = text[offset + 1 : offset + 2]
            return _takes_unit(before, after) or self._joins(offset, before, following)
        previous = text[offset - 2] if offset > 1 else " "
        joined = _is_word(after) and self._joins(offset - 1, previous, after)
        return joined or _is_signed(previous, before, after)

    def _joins(self, offset: int, before: str, after: str) -> bool:
        """Whether the character at `offset` makes one word or number of its neighbours."""
        joint = self.text[offset]
        if before.isdigit() and after.isdigit():
            return joint in _JOINS_DIGITS
        if is_unspaced(before) or is_unspaced(after):
            return False
        if joint == "-":
            original = self.original[self.to_original(offset, offset + 1)[0]]
            return original in _HYPHENS and before.isalnum() and after.isalnum()
        return joint in _JOINS_LETTERS and before.isalpha() and after.isalpha()


def trimmed(text: str) -> str:
    """A text without the white space and the invisible characters at its ends, in any order."""
    return text.strip(_WHITE + _INVISIBLE)


def normalize(text: str) -> Normalized:
    """Normalise a text and keep the way back."""
    folded = text
    maps: list[_Map] = []
    if changes := [(m.start(), m.end(), _fold(m[0])) for m in _ODD.finditer(text)]:
        folded, change = _apply(text, changes)
        maps.append(change)
    if not unicodedata.is_normalized("NFC", folded):
        folded, change = _apply(folded, _compositions(folded))
        maps.append(change)
    return Normalized(folded, text, tuple(maps))


def fold(text: str) -> str:
    """Normalise a text without keeping the way back, which takes a fraction of the time."""
    folded = _ODD.sub(lambda m: _fold(m[0]), text)
    if unicodedata.is_normalized("NFC", folded):
        return folded
    return _apply(folded, _compositions(folded))[0]


def _fold(odd: str) -> str:
    folded = _FOLDED.get(odd)
    if folded is not None:
        return folded
    return " " if _SPACE.search(odd) else ""


def _apply(text: str, changes: Iterable[tuple[int, int, str]]) -> tuple[str, _Map]:
    """Replace the pieces `(start, end, replacement)`, which are disjoint and in order."""
    parts: list[str] = []
    change = _Map([], [], [], [])
    length = position = 0
    for start, end, replacement in changes:
        parts += (text[position:start], replacement)
        length += start - position
        change.starts.append(length)
        length += len(replacement)
        change.ends.append(length)
        change.original_starts.append(start)
        change.original_ends.append(end)
        position = end
    parts.append(text[position:])
    return "".join(parts), change


def _compositions(text: str) -> Iterator[tuple[int, int, str]]:
    """Base characters with their combining marks, where NFC changes them."""
    for stretch in _NOT_ASCII.finditer(text):
        start = stretch.start()
        for end in range(start + 1, stretch.end() + 1):
            if end < stretch.end() and _continues(text[end]):
                continue
            cluster = text[start:end]
            if len(cluster) <= _MAX_MARKS + 1:
                composed = unicodedata.normalize("NFC", cluster)
                if composed != cluster:
                    yield start, end, composed
            start = end


def _continues(char: str) -> bool:
    return unicodedata.category(char).startswith("M") or ord(char) in _JAMO_TAIL


def _extends(char: str) -> bool:
    """Whether a character belongs to the one before it (UAX 29, WB4)."""
    return not char.isascii() and (
        char == "\u200d" or unicodedata.category(char).startswith("M") or ord(char) in _SKIN_TONES
    )


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_" or _extends(char) or ord(char) in _REGIONAL


# The first of those letters by code point: nearly all text comes before it.
_FIRST_UNSPACED = "\u0e00"


def is_unspaced(char: str) -> bool:
    """Whether a letter belongs to a script that is written without spaces."""
    return char >= _FIRST_UNSPACED and _UNSPACED.match(char) is not None


def _is_currency(char: str) -> bool:
    return unicodedata.category(char) == "Sc"


def _is_one_word(before: str, after: str) -> bool:
    """Whether nothing divides two neighbours; "五百万" is one number, and so is "5万"."""
    if before.isnumeric() and after.isnumeric():
        return True
    return not (is_unspaced(before) or is_unspaced(after))


def _takes_unit(before: str, after: str) -> bool:
    """Whether "5" goes on as "5%" or "5€", or "A" as "A$"."""
    if after in _UNITS:
        return before.isdigit()
    return before.isalnum() and _is_currency(after)


def _is_signed(previous: str, before: str, after: str) -> bool:
    """Whether `before` is the sign, the currency or the decimal point of what begins after it."""
    digit = after.isdigit()
    if not digit and not _is_currency(after):
        return False
    if before == "-":
        return not (previous.isalnum() or previous in _ENDS_AMOUNT)
    if before in ".,":
        return digit and not (previous.isalnum() or previous in ".,)]")
    return before in _SIGNS or (digit and _is_currency(before))


def _is_spaced_number(text: str, space: int) -> bool:
    """Whether a space stands inside a number: "12 500" or "1 ½"."""
    if not text[space - 1 : space].isdigit():
        return False
    if _FRACTION.match(text, space + 1):
        return True
    first = space
    while first > 0 and space - first <= _GROUP_BEFORE and text[first - 1].isdigit():
        first -= 1
    return space - first <= _GROUP_BEFORE and _GROUP.match(text, space + 1) is not None
