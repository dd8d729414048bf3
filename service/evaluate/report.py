"""The report of one evaluation, as `--json` writes it, and what it says of itself."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from pydantic import Field, ValidationError

from schemas import Engine
from schemas.base import Frozen
from service.errors import UnreadableInput
from service.evaluate.bootstrap import add, intervals
from service.evaluate.count import KEYS
from service.evaluate.measures import MEASURES, Totals
from service.evaluate.mistakes import Mistake

REPORT_VERSION = "1"
"""Raised when a field is removed, or a measure changes its meaning."""


class ArticleRow(Frozen):
    """What was counted for one article."""

    id: str
    """Of the annotated article."""
    genre: str
    """Of the annotated article."""
    sha256: str
    """Hex digest of the annotated file."""
    failed: str | None = None
    """Why the engine gave no answer; it is measured as if it had found nothing."""
    counts: dict[str, int]
    """By name; `service/evaluate/count.py` defines each."""
    findings: dict[str, int]
    """What the audit found, by `place.severity.kind`."""
    cost: float | None
    """In US dollars; null where no price is known."""
    latency_ms: float | None
    """In milliseconds; null where answers were replayed."""
    mistakes: tuple[Mistake, ...] = ()
    """What went wrong, with the article's words; only where it was asked for."""


class Figure(Frozen):
    """One measure."""

    value: float | None
    """Null where there is nothing to compute it of."""
    low: float | None = None
    """Lower bound of the 95% interval; null where there is none."""
    high: float | None = None
    """Upper bound."""


class Group(Frozen):
    """Articles taken together."""

    articles: int
    """How many."""
    figures: dict[str, Figure]
    """By name of the measure."""
    findings: dict[str, int]
    """What the audit found, by `place.severity.kind`."""


class Method(Frozen):
    """How the figures came about."""

    engine: Engine | None = None
    """What made the summaries; null where every article failed."""
    replayed: bool = False
    """Whether a model's answers came from recordings."""
    uncorrected: bool = False
    """Whether labels are measured as drafted, before the audit corrected them."""
    max_sentences: int = 4
    """Sentences in a summary at most."""
    include: tuple[str, ...] = ()
    """Patterns that picked the articles; all, if there are none."""
    resamples: int = Field(default=2000, ge=0)
    """Draws of the bootstrap."""
    seed: int = 1
    """Of the bootstrap."""


class Report(Frozen):
    """What an engine makes of annotated articles."""

    report_version: str = REPORT_VERSION
    """Version of this format."""
    nutgraf: str
    """Version of Nutgraf."""
    date: str
    """Day of the run, in UTC."""
    method: Method
    """How the figures came about."""
    pooled: Group
    """All articles."""
    genres: dict[str, Group]
    """By genre, in alphabetical order."""
    articles: tuple[ArticleRow, ...]
    """In the order of their ids."""

    @property
    def failed(self) -> tuple[ArticleRow, ...]:
        """Articles for which the engine gave no answer."""
        return tuple(row for row in self.articles if row.failed)


def build_report(rows: Sequence[ArticleRow], method: Method) -> Report:
    """Compute the figures."""
    genres = sorted({row.genre for row in rows})
    return Report(
        nutgraf=version("nutgraf"),
        date=datetime.now(UTC).date().isoformat(),
        method=method,
        pooled=_group(rows, method),
        genres={genre: _group([r for r in rows if r.genre == genre], method) for genre in genres},
        articles=tuple(rows),
    )


def _group(rows: Sequence[ArticleRow], method: Method) -> Group:
    counts = [row.counts for row in rows]
    totals = Totals(
        add(counts),
        costs=[row.cost for row in rows],
        latencies=[row.latency_ms for row in rows if row.latency_ms is not None],
    )
    bounds = intervals(counts, method.resamples, method.seed)
    findings: Counter[str] = Counter()
    for row in rows:
        findings.update(row.findings)
    return Group(
        articles=len(rows),
        figures={
            name: Figure(
                value=measure.of(totals),
                low=bounds[name][0] if name in bounds else None,
                high=bounds[name][1] if name in bounds else None,
            )
            for name, measure in MEASURES.items()
        },
        findings=dict(sorted(findings.items())),
    )


def read_report(path: Path) -> Report:
    """Read a report that `--json` wrote.

    Raises:
        UnreadableInput: It is not there, or not such a report.
    """
    try:
        report = Report.model_validate_json(path.read_bytes())
    except OSError as error:
        message = f"{path}: {error.strerror or type(error).__name__}"
        raise UnreadableInput(message) from None
    except ValidationError:
        report = None
    known = report is not None and all(row.counts.keys() == KEYS.keys() for row in report.articles)
    if report is None or report.report_version != REPORT_VERSION or not known:
        message = (
            f"{path}: not a report of this version; accepted: what evaluate --json wrote "
            f"(report_version {REPORT_VERSION})"
        )
        raise UnreadableInput(message)
    return report
