"""Relevance: a sentence is about the passages that it cites.

Rule: at least a quarter of a sentence's longer words begin as words of the cited passages or their
sources do. The other checks prove figures, names and hedges one by one; a sentence that has none
of them could cite anything, and say "Subscribe now". Among the 123 reference sentences and
paraphrases of the seed articles the least share is 0.38.

It cannot see a foreign sentence that speaks of the same things.
"""

import re
from collections.abc import Iterator

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.normalize import fold, is_unspaced

_SHARE = 0.25
_LONG = 4
"""Letters of a word that tells one text from another."""
_STEM = 5
"""Letters of it that are compared; see `service/audit/words.py`."""
_WORD = re.compile(r"[^\W_]+")


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding where a sentence shares hardly a word with what it cites."""
    wanted = _terms(sentence)
    if not wanted or len(wanted & _terms(evidence.text, every=True)) < _SHARE * len(wanted):
        message = "hardly a word of this sentence stands in the passages that it cites"
        yield evidence.error(FindingKind.UNRELATED, message)


def _terms(text: str, *, every: bool = False) -> set[str]:
    """What tells a text from others: beginnings of its longer words, or pairs of ideographs."""
    words = [word.casefold() for word in _WORD.findall(fold(text))]
    unspaced = {word for word in words if is_unspaced(word[0])}
    if not every:
        telling = [w for w in words if len(w) >= _LONG or not w.isalpha() or w in unspaced]
        words = telling or words
    terms = {word[:_STEM] for word in words if word not in unspaced}
    for word in unspaced.intersection(words):
        terms.update(word[at : at + 2] for at in range(max(1, len(word) - 1)))
    return terms
