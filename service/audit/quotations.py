"""Quotations: words inside quotation marks stand, word for word, in the passages cited.

Rule: invariant 2 of the design; the AP Stylebook ("quotations in the news": never alter
quotations). Compared up to quotation marks, dashes, white space and NFC, never up to letters:
scare quotes of one word are held to it too. Words that the passages have, but not inside quotation
marks, are worth knowing (info): the plain rendering of a claim quotes the article itself.

It cannot see who said the words (`attribution` does), nor that words left out around a quotation
change its sense.
"""

import re
import unicodedata
from collections.abc import Iterator

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.words import few

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
_TABLE = str.maketrans(dict.fromkeys('“”„«»‹›「」『』"‘’‚ʼ`´', "'") | dict.fromkeys("‐‑‒–—―−", "-"))
_EDGE = " \t\n'.,;:!?…-"
_SPACE = re.compile(r"\s+")


def normal(text: str) -> str:
    """A text as quotations are compared: quotation marks, dashes, spaces and NFC made equal."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_TABLE))


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches inside quotation marks, half-open; one that never closes runs to the end.

    A mark inside a quotation (nested single quotes) does not open another.
    """
    found = []
    position = 0
    while position < len(text):
        closers = _PAIRS.get(text[position])
        if closers is None or not _opens(text, position):
            position += 1
            continue
        end = _closing(text, position + 1, closers, single=text[position] in _SINGLE)
        if end is None:
            if text[position] in _SINGLE:  # an apostrophe after all
                position += 1
                continue
            end = len(text)
        found.append((position + 1, end))
        position = end + 1
    return tuple(found)


def _opens(text: str, position: int) -> bool:
    """Whether a mark opens a quotation: a straight or single one must not follow a letter."""
    if text[position] in "'‘\"»":
        return position == 0 or not text[position - 1].isalnum()
    return True


_MAX_SINGLE = 200
"""A quotation in single marks that runs on for longer is an apostrophe; keeps the scan linear."""


def _closing(text: str, start: int, closers: str, *, single: bool) -> int | None:
    """Offset of the mark that closes a quotation; a single one must not stand inside a word."""
    stop = min(len(text), start + _MAX_SINGLE) if single else len(text)
    for i in range(start, stop):
        if text[i] in closers:
            inside = i + 1 < len(text) and text[i + 1].isalnum() and text[i - 1].isalnum()
            if single and (inside or i == start):
                continue
            return i
    return None


def _stands_in(words: str, text: str) -> int:
    """Offset of `words` in a normal text, not inside another word; -1 where it is not."""
    position = text.find(words)
    tries = 0
    while position >= 0 and tries < 50:  # noqa: PLR2004 - bounded time for hostile repetition
        end = position + len(words)
        cut = (position > 0 and text[position - 1].isalnum() and words[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and words[-1].isalnum()
        )
        if not cut:
            return position
        position = text.find(words, position + 1)
        tries += 1
    return -1


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each quotation that the cited passages do not have word for word."""
    stretches = quoted(sentence)
    if not stretches:
        return
    passages = [normal(passage) for passage in evidence.passages]
    article = normal(evidence.article.text)
    spoken = [
        normal(passage[a:b]) for passage in (evidence.article.text,) for a, b in quoted(passage)
    ]
    for start, end in stretches:
        words = normal(sentence[start:end]).strip(_EDGE)
        if not words:
            continue
        shown = few(sentence[start:end])
        if all(_stands_in(words, passage) < 0 for passage in passages):
            if _stands_in(words, article) < 0:
                message = f"“{shown}” is quoted, but the article does not have these words"
            else:
                message = f"“{shown}” is quoted from a passage that it does not cite"
            yield evidence.error(FindingKind.QUOTATION, message)
        elif all(words not in speech for speech in spoken):
            yield evidence.info(
                FindingKind.QUOTATION, f"“{shown}” are the article’s words, not a speaker’s"
            )
