"""Quotation marks: which stretches of a text they enclose, and how their words are compared."""

import re

from service.normalize import normalize

_PAIRS = {
    "“": "”",
    "„": "“”",
    '"': '"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_SINGLE = frozenset("‘'’")
_OPENER = re.compile(f"[{re.escape(''.join(_PAIRS))}]")
_CLOSERS = {mark: re.compile(f"[{re.escape(closers)}]") for mark, closers in _PAIRS.items()}
_ALL_SINGLE = str.maketrans(dict.fromkeys('"‹›「」『』`´', "'"))


def normal(text: str) -> str:
    """A text as quotations are compared: normalised, and all quotation marks made one."""
    return normalize(text).text.translate(_ALL_SINGLE)


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches inside quotation marks, half-open; one that never closes runs to the end.

    A mark inside a quotation (nested single quotes) does not open another.
    """
    found = []
    position = 0
    while mark := _OPENER.search(text, position):
        start, opener = mark.end(), mark.group()
        position = start
        if not _opens(text, mark.start()):
            continue
        end = _closing(text, start, opener)
        if end is None:
            if opener in _SINGLE:  # an apostrophe after all
                continue
            end = len(text)
        found.append((start, end))
        position = end + 1
    return tuple(found)


def _opens(text: str, position: int) -> bool:
    """Whether a mark opens a quotation: a straight or single one must not follow a letter."""
    if text[position] in "'‘\"»":
        return position == 0 or not text[position - 1].isalnum()
    return True


_MAX_SINGLE = 200
"""A quotation in single marks that runs on for longer is an apostrophe; keeps the scan linear."""


def _closing(text: str, start: int, opener: str) -> int | None:
    """Offset of the mark that closes a quotation; a single one must not stand inside a word."""
    single = opener in _SINGLE
    stop = min(len(text), start + _MAX_SINGLE) if single else len(text)
    for mark in _CLOSERS[opener].finditer(text, start, stop):
        i = mark.start()
        inside = i + 1 < len(text) and text[i + 1].isalnum() and text[i - 1].isalnum()
        if single and (inside or i == start):
            continue
        return i
    return None
