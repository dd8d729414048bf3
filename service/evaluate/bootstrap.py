"""Intervals by bootstrap over articles: how much a figure owes to which articles were annotated.

Articles are drawn with replacement, as many as there are, and each measure is computed of the drawn
ones; the interval is that of the middle 95% of the draws (the percentile method: Efron and
Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13). Two engines are compared on the same
draws (paired: Koehn, Statistical Significance Tests for Machine Translation Evaluation, 2004).
Words of one article are not independent of each other, so articles are drawn and not words.
"""

from collections.abc import Iterator, Sequence
from random import Random
from statistics import quantiles

from service.evaluate.count import KEYS, Counts
from service.evaluate.measures import MEASURES, Totals

MIN_ARTICLES = 5
"""Fewer give no interval: with four articles, one draw in 64 holds a single one of them."""
_CUTS = 40  # equal parts: the first and the last cut leave out 2.5% each, so 95% lie between

Interval = tuple[float, float]
"""Lower and upper bound."""


def add(rows: Sequence[Counts]) -> Counts:
    """Add counts, key by key."""
    return {key: sum(row[key] for row in rows) for key in KEYS}


def intervals(rows: Sequence[Counts], resamples: int, seed: int) -> dict[str, Interval]:
    """Compute the interval of each measure that has one.

    Args:
        rows: Counts by article.
        resamples: How often to draw; 0 gives no intervals.
        seed: Same seed, same rows: same intervals.
    """
    drawn = (_measured(totals) for totals in _draws(rows, resamples, seed))
    return _middle(list(drawn))


def paired_intervals(
    rows: Sequence[Counts], others: Sequence[Counts], resamples: int, seed: int
) -> dict[str, Interval]:
    """Compute the intervals of the differences: `others` minus `rows`.

    Args:
        rows: Counts by article.
        others: Counts of another engine, of the same articles in the same order.
        resamples: How often to draw.
        seed: As for `intervals`.
    """
    differences = []
    pairs = zip(_draws(rows, resamples, seed), _draws(others, resamples, seed), strict=True)
    for one, other in pairs:
        before, after = _measured(one), _measured(other)
        differences.append({name: after[name] - before[name] for name in before.keys() & after})
    return _middle(differences)


def _draws(rows: Sequence[Counts], resamples: int, seed: int) -> Iterator[Totals]:
    if len(rows) < MIN_ARTICLES:
        return
    # `random()` is the one method whose sequence Python promises to keep for a seed.
    random = Random(seed).random  # noqa: S311 - draws articles, guards nothing
    size = len(rows)
    columns = [tuple(row[key] for key in KEYS) for row in rows]
    for _ in range(resamples):
        drawn = [columns[int(random() * size)] for _ in range(size)]
        sums = map(sum, zip(*drawn, strict=True))
        yield Totals(dict(zip(KEYS, sums, strict=True)))


def _measured(totals: Totals) -> dict[str, float]:
    return {
        name: value
        for name, measure in MEASURES.items()
        if measure.resampled and (value := measure.of(totals)) is not None
    }


def _middle(draws: Sequence[dict[str, float]]) -> dict[str, Interval]:
    """The middle 95% of each measure, over the draws in which it could be computed."""
    found = {}
    for name in MEASURES:
        values = [draw[name] for draw in draws if name in draw]
        if len(values) > 1:
            cuts = quantiles(values, n=_CUTS, method="inclusive")
            found[name] = (cuts[0], cuts[-1])
    return found
