"""Gold and predicted claims over the same text: words with a status, claims that match."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas import Claim, Status
from service.evaluate.annotated import GoldClaim

Bounds = tuple[int, int]
"""Half-open code-point offsets into `article.text`."""

WORD = re.compile(r"\w+")
"""A word, as the guideline counts them."""
_UNCOUNTED = frozenset({"the", "a", "an", "of", "for"})
"""Words that say nothing about who a source is; the guideline's list."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article, with the statuses that two sides give them."""

    bounds: tuple[Bounds, ...]
    """Where each word stands, ascending."""
    gold: tuple[Status | None, ...]
    """Status of the gold claim that it lies in; none outside claims."""
    predicted: tuple[Status | None, ...]
    """Status of the predicted claim that covers it; the last one, if several do."""

    @classmethod
    def of(cls, text: str, gold: Iterable[GoldClaim], predicted: Iterable[Claim]) -> "Words":
        """Label every word of `text`.

        Args:
            text: The article's text.
            gold: The annotated claims.
            predicted: Claims of a Summary, in its order.
        """
        bounds = tuple(found.span() for found in WORD.finditer(text))
        return cls(
            bounds,
            _labels(bounds, (((one.start, one.end), one.status) for one in gold)),
            _labels(
                bounds,
                ((place, claim.status) for claim in predicted for place in places(claim)),
            ),
        )


def _labels(
    words: Sequence[Bounds], spans: Iterable[tuple[Bounds, Status]]
) -> tuple[Status | None, ...]:
    labels: list[Status | None] = [None] * len(words)
    for (start, end), status in spans:
        index = bisect_left(words, (start, start))
        while index < len(words) and words[index][1] <= end:
            labels[index] = status
            index += 1
    return tuple(labels)


def places(claim: Claim) -> tuple[Bounds, ...]:
    """Where a predicted claim stands."""
    return tuple((place.start, place.end) for place in claim.provenance)


def covered(bounds: Bounds, spans: Iterable[Bounds]) -> int:
    """Code points of `bounds` that lie in any of the spans; each counts once."""
    reach, end = bounds
    total = 0
    for first, last in sorted(spans):
        start, stop = max(first, reach), min(last, end)
        if start < stop:
            total += stop - start
            reach = stop
    return total


def half_covered(bounds: Bounds, spans: Iterable[Bounds]) -> bool:
    """Whether at least half the code points of `bounds` lie in the spans."""
    return 2 * covered(bounds, spans) >= bounds[1] - bounds[0]


def match(gold: GoldClaim, predicted: Sequence[Claim]) -> Claim | None:
    """The predicted claim that covers most of a gold claim, if it covers at least half of it.

    The first one, if several cover the same number of code points.
    """
    bounds = (gold.start, gold.end)
    best = max(predicted, key=lambda claim: covered(bounds, places(claim)), default=None)
    return best if best is not None and half_covered(bounds, places(best)) else None


def same_source(one: str | None, other: str | None) -> bool:
    """Whether two sources share at least half the words of the shorter of the two.

    Words are compared case-folded and each is counted once, without the, a, an, of and for. Two
    sources that are not there are the same; a source without other words is like none.
    """
    words, others = _source_words(one), _source_words(other)
    if not words or not others:
        return words == others
    return 2 * len(words & others) >= min(len(words), len(others))


def _source_words(source: str | None) -> frozenset[str]:
    return frozenset(WORD.findall((source or "").casefold())) - _UNCOUNTED
