"""Quotations: words inside quotation marks stand, word for word, in the passages cited.

Rule: invariant 2 of the design; the AP Stylebook ("quotations in the news": never alter
quotations). Compared up to quotation marks, dashes, white space and NFC, never up to letters:
scare quotes of one word are held to it too. Words that the passages have, but not inside quotation
marks, are worth knowing (info): the plain rendering of a claim quotes the article itself.

It cannot see who said the words (`attribution` does), nor that words left out around a quotation
change its sense.
"""

from collections.abc import Iterator

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.quoting import normal, quoted
from service.audit.words import few

_EDGE = " \t\n'.,;:!?…-"


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
    reading = evidence.reading
    for start, end in stretches:
        words = normal(sentence[start:end]).strip(_EDGE)
        if not words:
            continue
        shown = few(sentence[start:end])
        if all(_stands_in(words, passage) < 0 for passage in passages):
            if _stands_in(words, reading.normal) < 0:
                message = f"“{shown}” is quoted, but the article does not have these words"
            else:
                message = f"“{shown}” is quoted from a passage that it does not cite"
            yield evidence.error(FindingKind.QUOTATION, message)
        elif all(words not in speech for speech in reading.speeches):
            yield evidence.info(
                FindingKind.QUOTATION, f"“{shown}” are the article’s words, not a speaker’s"
            )
