"""Cut: a claim that begins right behind a hedge or a "not" of the article is not stated without it.

Rule: invariants 1 and 2 of the design. A quote may be exact and still leave out the word that turns
it round: "be crossed before June" out of "could be crossed before June". Where a cited passage
begins in the middle of a sentence, and a hedge or a negation stands within the last words before
it, the sentence must have one too. Of one further to the left it must not have the words on both
sides and leave out what stands between them.

    article                          quote              sentence                      finding
    It could stay shut until May     stay shut until …  It will stay shut until May   raised
    The board has not approved it    approved it        The board approved it         negation
    It may by law limit the watering limit the watering It by law limit the watering  raised
    The club is not amused, fans left fans left         Fans left                     none

It cannot see a hedge further to the left that is gone together with the words beside it.
"""

import re
from collections.abc import Iterator

from schemas import CueKind, Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.places import MODAL, adjoining, hedging
from service.audit.words import few, tokens, words
from service.lexicon import Hit, Lexicon

_REACH = 60
"""Code points before a passage that are read: its clause, most of the time."""
_FAR = 300
"""Code points before a passage in which its sentence begins, nearly always."""
_ENDS = (". ", "? ", "! ", "\n", "\u2029")
_ADJACENT = 1
"""Words between the hedge and the passage at most: "may soon [fail]"."""
_COMPLEMENT = 3
"""The same where the passage is what somebody said or thought: "no clear evidence that [it …]"."""
_OPENS = re.compile(r"(?<!\w)(?:that|whether|if)\s*$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:the|a|an|this|that|these|those|it|he|she|they|we|i|his|her|its|their)\s", re.IGNORECASE
)
"""A passage that begins with a subject is a clause of its own: words before it do not hedge it."""
_BOUNDS = '.?!;:—\n\u2029“”"'
_HEDGES = frozenset(
    {
        CueKind.POSSIBILITY,
        CueKind.PROBABILITY,
        CueKind.CONDITION,
        CueKind.INFERENCE,
        CueKind.HEARSAY,
    }
)


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each cited passage that was cut off behind a hedge or a negation."""
    lexicon = evidence.lexicon
    if lexicon is None or evidence.whole:
        return
    text = evidence.article.text
    for start, end in evidence.windows:
        yield from _left_out(sentence, start, end, evidence, lexicon)
        left = _same_clause(text[max(0, start - _REACH) : start])
        if not left.strip():
            continue  # the passage begins its clause
        complement = _OPENS.search(left)
        if not complement and _SUBJECT.match(text, start):
            continue
        reach = _COMPLEMENT if complement else _ADJACENT
        # A hedge is read with the words behind it: "could" alone may be past ability.
        read = left + text[start : start + _REACH]
        for hit, negates in _governing(read, len(left), reach, lexicon):
            if negates and lexicon.negations(sentence):
                continue
            # A bare "will" is a prediction of no status: it hedges nothing.
            if not negates and any(found.entry.status for found in lexicon.hedges(sentence)):
                continue
            kind = FindingKind.NEGATION if negates else FindingKind.CERTAINTY_RAISED
            word = few(left[hit.start : hit.end])
            message = f"“{word}” stands right before the passage that it cites, and not here"
            yield evidence.error(kind, message)


def _left_out(
    sentence: str, start: int, end: int, evidence: Evidence, lexicon: Lexicon
) -> Iterator[Finding]:
    """Yield a finding for each hedge or negation before a passage that is gone from its place.

    The words beside it stand in the sentence side by side, though the passage begins behind it.
    """
    text = evidence.article.text
    low = max(0, start - _FAR)
    left = text[low:start]
    low += max(map(left.rfind, _ENDS)) + 1
    if not text[low:start].strip():
        return  # the passage begins its sentence
    read = text[low : min(end, start + _REACH)]
    around, own = words(read), words(sentence)
    hits = [(hit, False) for hit in hedging(read, lexicon) if hit.entry.kind in _HEDGES]
    hits += [(hit, True) for hit in lexicon.negations(read)]
    for hit, negates in hits:
        # "may have" is one entry: what was cut off begins behind "may"
        modal = None if negates else MODAL.match(read, hit.start)
        last = modal.end() if modal else hit.end
        if last > start - low:
            continue
        before = tuple(word for word in around if word.end <= hit.start)[-2:]
        behind = tuple(word for word in around if word.start >= last)[:2]
        if adjoining(before, behind, sentence, own) and not adjoining(
            before, behind, text[start:end], words(text[start:end])
        ):
            kind = FindingKind.NEGATION if negates else FindingKind.CERTAINTY_RAISED
            word = few(read[hit.start : last])
            yield evidence.error(kind, f"“{word}” stands in the sentence that it cites, not here")


def _same_clause(left: str) -> str:
    """The end of a text behind its last bound of a clause or quotation; commas part lists, too."""
    cut = max(left.rfind(bound) for bound in (*_BOUNDS, ", "))
    return left[cut + 1 :]


def _governing(read: str, start: int, reach: int, lexicon: Lexicon) -> Iterator[tuple[Hit, bool]]:
    """Hedges and negations at most `reach` words before `start`, and whether they negate."""
    for hit in lexicon.hedges(read):
        if hit.entry.kind in _HEDGES and _near(read, hit, start, reach):
            yield hit, False
    for hit in lexicon.negations(read):
        if _near(read, hit, start, reach):
            yield hit, True


def _near(read: str, hit: Hit, start: int, reach: int) -> bool:
    return hit.end <= start and len(tokens(read[hit.end : start])) <= reach
