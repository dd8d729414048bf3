"""Two reports on the same articles: what changed, and whether it is more than chance."""

from enum import StrEnum

from schemas.base import Frozen
from service.errors import UnreadableInput
from service.evaluate.bootstrap import add, paired_intervals
from service.evaluate.measures import MEASURES, Better, Totals
from service.evaluate.report import ArticleRow, Figure, Method, Report


class Verdict(StrEnum):
    """What a difference says."""

    BETTER = "better"
    """The interval leaves out 0, on the better side."""
    WORSE = "worse"
    """The interval leaves out 0, on the worse side."""
    OPEN = "open"
    """The interval holds 0: these articles do not decide it."""
    NO_INTERVAL = "–"
    """There is no interval to judge by."""


class Difference(Frozen):
    """One measure in two reports."""

    before: float | None
    """In the first report, over the articles that both have."""
    after: float | None
    """In the second."""
    difference: Figure
    """`after` minus `before`, with its 95% interval by paired bootstrap."""
    verdict: Verdict
    """Whether it is more than chance."""


class Comparison(Frozen):
    """What changed from one report to another."""

    before: Method
    """How the first came about."""
    after: Method
    """How the second came about."""
    articles: tuple[str, ...]
    """Ids of the articles that both have."""
    left_out: tuple[str, ...]
    """Ids of those that only one has."""
    resamples: int
    """Draws of the bootstrap."""
    seed: int
    """Of the bootstrap."""
    differences: dict[str, Difference]
    """By name of the measure."""


def compare(before: Report, after: Report, resamples: int, seed: int) -> Comparison:
    """Compare two reports over the articles that both have.

    Raises:
        UnreadableInput: They have no article in common, or one that was annotated anew.
    """
    rows = {row.id: row for row in before.articles}
    others = {row.id: row for row in after.articles}
    common = sorted(rows.keys() & others.keys())
    if not common:
        message = "the two reports have no article in common"
        raise UnreadableInput(message)
    if changed := [one for one in common if rows[one].sha256 != others[one].sha256]:
        message = f"the annotations differ: {', '.join(changed)}; evaluate both engines again"
        raise UnreadableInput(message)
    ours, theirs = [rows[one] for one in common], [others[one] for one in common]
    bounds = paired_intervals(
        [row.counts for row in ours], [row.counts for row in theirs], resamples, seed
    )
    return Comparison(
        before=before.method,
        after=after.method,
        articles=tuple(common),
        left_out=tuple(sorted(rows.keys() ^ others.keys())),
        resamples=resamples,
        seed=seed,
        differences={
            name: _difference(name, _totals(ours), _totals(theirs), bounds.get(name))
            for name in MEASURES
        },
    )


def _totals(rows: list[ArticleRow]) -> Totals:
    return Totals(
        add([row.counts for row in rows]),
        costs=[row.cost for row in rows],
        latencies=[row.latency_ms for row in rows if row.latency_ms is not None],
    )


def _difference(
    name: str, before: Totals, after: Totals, bounds: tuple[float, float] | None
) -> Difference:
    measure = MEASURES[name]
    one, other = measure.of(before), measure.of(after)
    low, high = bounds or (None, None)
    return Difference(
        before=one,
        after=other,
        difference=Figure(
            value=None if one is None or other is None else other - one, low=low, high=high
        ),
        verdict=_verdict(measure.better, low, high),
    )


def _verdict(better: Better | None, low: float | None, high: float | None) -> Verdict:
    if low is None or high is None or better is None:
        return Verdict.NO_INTERVAL
    if low <= 0 <= high:
        return Verdict.OPEN
    return Verdict.BETTER if (low > 0) is (better is Better.HIGHER) else Verdict.WORSE
