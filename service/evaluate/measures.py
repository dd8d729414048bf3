"""The measures: what is computed of the counts, in which unit, and which way is better.

Those of the guideline (`docs/annotation-guideline.md`, Measures) follow it to the letter. F1 is van
Rijsbergen's (Information Retrieval, 1979) with precision and recall weighed alike, over words; the
macro mean gives a rare status the weight of a frequent one. Leak and fact loss are the two ways to
be wrong about what is a fact, and are told apart because they harm differently.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, median

from schemas import Status
from service.evaluate.count import LABELS, NONE, Counts, words_key


class Better(StrEnum):
    """Which way a measure improves."""

    HIGHER = "higher"
    LOWER = "lower"


class Unit(StrEnum):
    """What a measure is counted in."""

    SHARE = "share"
    """From 0 to 1."""
    RATE = "rate"
    """One count by another."""
    COUNT = "count"
    """Whole, over all articles."""
    DOLLARS = "USD"
    """US dollars, over all articles."""
    MILLISECONDS = "ms"
    """Milliseconds."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the measures are computed of: several articles, added up."""

    counts: Counts
    """Sums by name."""
    costs: Sequence[float | None] = ()
    """US dollars by article; null where no price is known."""
    latencies: Sequence[float] = ()
    """Milliseconds by article."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a report."""

    name: str
    """As `--fail-under` and the JSON have it."""
    title: str
    """As tables have it."""
    better: Better | None
    """Which way is better; null where neither is."""
    unit: Unit
    """What it is counted in."""
    of: Callable[[Totals], float | None]
    """Computes it; null where there is nothing to compute it of."""

    @property
    def resampled(self) -> bool:
        """Whether it gets an interval by bootstrap; totals and times do not."""
        return self.unit in {Unit.SHARE, Unit.RATE}


def f1(status: Status, counts: Counts) -> float | None:
    """F1 of a status over words: 2tp / (2tp + fp + fn).

    A word outside all gold claims that is given the status counts as wrongly given, a word of the
    status that no predicted claim covers as missed. Null where neither side has such a word.
    """
    right = counts[words_key(status, status)]
    gold = sum(counts[words_key(status, label)] for label in LABELS)
    predicted = sum(counts[words_key(label, status)] for label in LABELS)
    return 2 * right / (gold + predicted) if gold + predicted else None


def macro_f1(totals: Totals) -> float | None:
    """The mean of the four; of those that occur, where a small selection lacks one."""
    scores = [score for status in Status if (score := f1(status, totals.counts)) is not None]
    return fmean(scores) if scores else None


def coverage(totals: Totals) -> float | None:
    """Of the words in gold claims, the share with any predicted status."""
    gold = _words(totals, Status, LABELS)
    return _share(gold - _words(totals, Status, [NONE]), gold)


def leak(totals: Totals) -> float | None:
    """Of gold speculation and unconfirmed words, the share predicted `stated_fact`."""
    doubtful = (Status.SPECULATION, Status.UNCONFIRMED)
    return _share(_words(totals, doubtful, [Status.STATED_FACT]), _words(totals, doubtful, LABELS))


def fact_loss(totals: Totals) -> float | None:
    """Of gold `stated_fact` words, the share predicted as another status."""
    facts = (Status.STATED_FACT,)
    others = [status for status in Status if status is not Status.STATED_FACT]
    return _share(_words(totals, facts, others), _words(totals, facts, LABELS))


def _words(totals: Totals, gold: Sequence[str] | type[Status], predicted: Sequence[str]) -> int:
    return sum(totals.counts[words_key(one, other)] for one in gold for other in predicted)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _of(part: str, whole: str) -> Callable[[Totals], float | None]:
    return lambda totals: _share(totals.counts[part], totals.counts[whole])


def _sum(key: str) -> Callable[[Totals], float | None]:
    return lambda totals: totals.counts[key]


def _f1_of(status: Status) -> Callable[[Totals], float | None]:
    return lambda totals: f1(status, totals.counts)


def _cost(totals: Totals) -> float | None:
    known = [cost for cost in totals.costs if cost is not None]
    return sum(known) if known and len(known) == len(totals.costs) else None


def _latency(totals: Totals) -> float | None:
    return median(totals.latencies) if totals.latencies else None


_HIGH, _LOW = Better.HIGHER, Better.LOWER
_ALL = (
    Measure("macro_f1", "macro-F1", _HIGH, Unit.SHARE, macro_f1),
    *(
        Measure(f"f1_{status}", f"F1 {status.replace('_', ' ')}", _HIGH, Unit.SHARE, _f1_of(status))
        for status in Status
    ),
    Measure("coverage", "coverage", _HIGH, Unit.SHARE, coverage),
    Measure("leak", "leak", _LOW, Unit.SHARE, leak),
    Measure("fact_loss", "fact loss", _LOW, Unit.SHARE, fact_loss),
    Measure("claims_matched", "claims matched", _HIGH, Unit.SHARE, _of("claims.matched", "claims")),
    Measure(
        "attribution_kind",
        "attribution kind",
        _HIGH,
        Unit.SHARE,
        _of("claims.kind", "claims.matched"),
    ),
    Measure(
        "attribution_source",
        "attribution source",
        _HIGH,
        Unit.SHARE,
        _of("claims.source", "claims.sourced"),
    ),
    Measure(
        "key_claim_recall",
        "key-claim recall",
        _HIGH,
        Unit.SHARE,
        _of("key_claims.recalled", "key_claims"),
    ),
    Measure("loaded", "loaded phrases in summaries", _LOW, Unit.COUNT, _sum("loaded.shown")),
    Measure("audit_errors", "audit errors in summaries", _LOW, Unit.COUNT, _sum("summary.errors")),
    Measure(
        "extractive",
        "sentences extractive",
        _HIGH,
        Unit.SHARE,
        _of("summary.extractive", "summary.sentences"),
    ),
    Measure("quotes_refused", "quotes refused", _LOW, Unit.COUNT, _sum("dropped.quotes")),
    Measure("lines_unread", "claim lines unread", _LOW, Unit.COUNT, _sum("dropped.lines")),
    Measure(
        "sentences_dropped",
        "drafted sentences dropped",
        _LOW,
        Unit.COUNT,
        _sum("dropped.sentences"),
    ),
    Measure("calls", "calls", _LOW, Unit.COUNT, _sum("calls")),
    Measure("input_tokens", "input tokens", _LOW, Unit.COUNT, _sum("input_tokens")),
    Measure("cached_tokens", "cached input tokens", None, Unit.COUNT, _sum("cached_tokens")),
    Measure("output_tokens", "output tokens", _LOW, Unit.COUNT, _sum("output_tokens")),
    Measure(
        "output_tokens_per_sentence",
        "output tokens per article sentence",
        _LOW,
        Unit.RATE,
        _of("output_tokens", "sentences"),
    ),
    Measure("cost", "cost, US dollars", _LOW, Unit.DOLLARS, _cost),
    Measure("latency_ms", "latency, median ms", _LOW, Unit.MILLISECONDS, _latency),
)

MEASURES: dict[str, Measure] = {measure.name: measure for measure in _ALL}
"""By name, in the order of the tables."""
