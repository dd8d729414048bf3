"""Cut: a claim that begins right behind a hedge or a "not" of the article is not stated without it.

Rule: invariants 1 and 2 of the design. A quote may be exact and still leave out the word that turns
it round: "be crossed before June" out of "could be crossed before June". Where a cited passage
begins in the middle of a sentence, and a hedge or a negation stands within the last words before
it, the sentence must have one too.

It cannot see a hedge further to the left, or one that governs the passage from another clause.
"""

import re
from collections.abc import Iterator

from schemas import CueKind, Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.words import few, words
from service.lexicon import Hit, Lexicon

_REACH = 60
"""Code points before a passage that are read: its clause, most of the time."""
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
    for start, _ in evidence.windows:
        left = _same_clause(text[max(0, start - _REACH) : start])
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
    return hit.end <= start and len(words(read[hit.end : start])) <= reach
