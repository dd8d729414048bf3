"""Pairs a reference sentence with the gold claims that it is made from.

The references cite nothing, so a greedy cover stands in for an editor's citations: claims are
taken in the order of the content words and figures that they newly cover, figures, names and
denials counting double, until the next would add less than two points. Of equals, the claim of
which the sentence repeats most is taken. A claim of which it repeats more than half is cited as
well. The words of a claim's source count only where its own words do.
"""

from schemas import Claim
from service.audit.words import is_content, stem, words
from tests.gold import Gold

_WORTHWHILE = 2
"""Points that a claim must add: one word in common is chance."""
_TELLING = frozenset("no not never neither without may might could would if".split())  # noqa: SIM905 - a list of words
"""Function words that tell one claim from another: what is denied, and what is hedged."""


def cover(sentence: str, gold: Gold) -> tuple[Claim, ...]:
    """The claims of an article that a sentence is made from, in article order; never empty."""
    left = _weights(sentence)
    stems = {claim.id: set(_weights(claim.text)) for claim in gold.claims}
    names = {claim.id: set(_weights(claim.attribution.source or "")) for claim in gold.claims}
    chosen: list[Claim] = []
    while True:
        points = {claim.id: _gain(left, stems[claim.id], names[claim.id]) for claim in gold.claims}
        gains = [points[claim.id] for claim in gold.claims]
        best = gold.claims[gains.index(max(gains))]
        if chosen and points[best.id][0] < _WORTHWHILE:
            break
        chosen.append(best)
        covered = stems[best.id] | names[best.id]
        left = {word: value for word, value in left.items() if word not in covered}
    said = set(_weights(sentence))
    chosen += [
        claim
        for claim in gold.claims
        if claim not in chosen and 2 * len(stems[claim.id] & said) > len(stems[claim.id])
    ]
    return tuple(claim for claim in gold.claims if claim in chosen)


def _gain(left: dict[str, int], stems: set[str], names: set[str]) -> tuple[int, float]:
    """Points that a claim adds, and per word of it, for ties."""
    new = sum(value for word, value in left.items() if word in stems)
    if new >= _WORTHWHILE:
        new += sum(value for word, value in left.items() if word in names - stems)
    return new, new / (1 + len(stems))


def _weights(text: str) -> dict[str, int]:
    """Stems of a text's content words; two points for figures, names and denials."""
    return {
        stem(word.text): 1
        + (word.text[0].isdigit() or word.text[0].isupper() or word.folded.startswith("deni"))
        for word in words(text)
        if is_content(word.text) or word.folded in _TELLING
    }
