"""Misses: falsehoods made out of true sentences are found, kind by kind.

Measured on the `a` seeds: on their reference summaries, and on their own sentences with the claims
annotated in them, which are many more. A floor is a rate that was reached; a lower one fails.
"""

from collections.abc import Iterator
from functools import cache

import pytest
import sentencex

from schemas import Claim, Severity
from service.audit import Reading, audit_sentence
from tests.audit.build import LEXICON
from tests.audit.cover import cover
from tests.audit.mutations import MUTATIONS
from tests.gold import Gold, load_gold

FLOORS = {
    "numbers": 0.99, "scales": 0.99, "dates": 0.99, "names": 0.99, "mixed_names": 0.95,
    "speakers": 0.95, "negations_added": 0.95, "negations_removed": 0.85, "hedges": 0.85,
    "hedges_added": 0.90, "quotations": 0.99, "attributions": 0.85,
}  # fmt: skip
"""Least share found of each kind of falsehood."""


@cache
def _material() -> tuple[tuple[Gold, str, tuple[Claim, ...]], ...]:
    """Sentences with the claims that they cite."""
    return tuple(_references()) + tuple(_sentences())


def _references() -> Iterator[tuple[Gold, str, tuple[Claim, ...]]]:
    for gold in load_gold("a*"):
        for text in gold.reference_summary:
            yield gold, text, cover(text, gold)


def _sentences() -> Iterator[tuple[Gold, str, tuple[Claim, ...]]]:
    for gold in load_gold("a*"):
        for found in sentencex.get_sentence_boundaries("en", gold.article.text):
            start, end = found["start_index"], found["end_index"]
            cited = tuple(c for c in gold.claims if start <= c.provenance[0].start < end)
            if cited:
                yield gold, found["text"].strip(), cited


def _errors(text: str, gold: Gold, cited: tuple[Claim, ...]) -> set[str]:
    found = audit_sentence(text, cited, Reading(gold.article, LEXICON), "s1")
    return {f.message for f in found if f.severity is Severity.ERROR}


@pytest.mark.parametrize("kind", MUTATIONS)
def test_falsehoods_are_found(kind: str) -> None:
    golds = load_gold("a*")
    caught: list[bool] = []
    missed: list[str] = []
    for gold, text, cited in _material():
        before = _errors(text, gold, cited)
        for false in MUTATIONS[kind](text, gold, cited, golds):
            new = _errors(false, gold, cited) - before
            caught.append(bool(new))
            if not new:
                missed.append(false)
    assert len(caught) >= 8, "too few to measure"
    assert sum(caught) / len(caught) >= FLOORS[kind], "\n".join(missed)
