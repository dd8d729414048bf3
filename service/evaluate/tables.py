"""What a report says, as tables: the text and the Markdown rendering share them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schemas import Status
from service.evaluate.compare import Comparison
from service.evaluate.count import LABELS, words_key
from service.evaluate.measures import MEASURES, Totals, Unit
from service.evaluate.report import ArticleRow, Figure, Group, Method, Report

MISSING = "–"
"""Where there is no figure."""
_BY_GENRE = (
    ("macro_f1", "macro-F1"),
    *((f"f1_{status}", str(status).replace("_", " ")) for status in Status),
    ("coverage", "coverage"),
    ("leak", "leak"),
    ("fact_loss", "fact loss"),
)
_BY_GENRE_MORE = (
    ("attribution_kind", "kind"),
    ("attribution_source", "source"),
    ("key_claim_recall", "key claims"),
    ("loaded", "loaded"),
    ("audit_errors", "audit errors"),
    ("extractive", "extractive"),
    ("quotes_refused", "refused"),
    ("sentences_dropped", "dropped"),
    ("output_tokens_per_sentence", "tokens/sentence"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first column is words, the others are figures."""

    title: str
    """Above it."""
    head: tuple[str, ...]
    """Of the columns."""
    rows: tuple[tuple[str, ...], ...]
    """As many cells as the head has."""


def shown(value: float | None, unit: Unit) -> str:
    """A figure in its unit."""
    if value is None:
        return MISSING
    digits = {Unit.SHARE: 3, Unit.RATE: 1, Unit.DOLLARS: 4, Unit.MILLISECONDS: 1}.get(unit, 0)
    return f"{value:,.{digits}f}"


def _interval(figure: Figure, unit: Unit, sign: str = "") -> str:
    if figure.low is None or figure.high is None:
        return MISSING
    digits = 3 if unit is Unit.SHARE else 1
    return f"{figure.low:{sign}.{digits}f} to {figure.high:{sign}.{digits}f}"


def describe(method: Method) -> str:
    """What made the summaries, in a few words."""
    engine = method.engine
    if engine is None:
        return "no answer"
    words = engine.model or str(engine.name)
    if engine.prompt:
        words += f", prompt {engine.prompt.name} {engine.prompt.sha256[:8]}"
    if method.replayed:
        words += ", recorded answers"
    return words + (", labels uncorrected" if method.uncorrected else "")


def about(report: Report) -> Table:
    """How the figures came about."""
    method = report.method
    rows = [
        ("engine", describe(method)),
        ("articles", str(len(report.articles)) + _included(method)),
        ("sentences in a summary", f"at most {method.max_sentences}"),
        ("date", report.date),
        ("version", report.nutgraf),
        ("intervals", f"95%, {method.resamples:,} draws of articles, seed {method.seed}"),
        *((f"failed: {row.id}", row.failed or "") for row in report.failed),
    ]
    return Table("Evaluation", ("", ""), tuple(rows))


def _included(method: Method) -> str:
    return f" ({' '.join(method.include)})" if method.include else ""


def report_tables(report: Report) -> Iterator[Table]:
    """All tables of a report."""
    yield about(report)
    yield Table(
        "All articles",
        ("measure", "better", "value", "95% interval"),
        tuple(_row(name, report.pooled.figures[name]) for name in MEASURES),
    )
    yield _confusion(report)
    yield _genres("By genre: statuses", report.genres, _BY_GENRE)
    yield _genres("By genre: sources and summaries", report.genres, _BY_GENRE_MORE)
    yield _findings("Audit findings", report.pooled.findings)


def _row(name: str, figure: Figure) -> tuple[str, ...]:
    measure = MEASURES[name]
    return (
        measure.title,
        measure.better or "",
        shown(figure.value, measure.unit),
        _interval(figure, measure.unit) if measure.resampled else "",
    )


def sum_up(row: ArticleRow) -> str:
    """One line on one article."""
    if row.failed:
        return f"{row.id}: {row.failed}"
    totals = Totals(row.counts)
    figures = [
        f"{measure.title} {shown(measure.of(totals), measure.unit)}"
        for measure in (MEASURES[name] for name in ("macro_f1", "leak", "fact_loss"))
    ]
    return f"{row.id}: {', '.join(figures)}; {len(row.mistakes)} to look at"


def _confusion(report: Report) -> Table:
    """Words by gold status (rows) and predicted status (columns)."""
    return Table(
        "Words: gold status by row, predicted by column",
        ("gold", *(label.replace("_", " ") for label in LABELS)),
        tuple(
            (
                gold.replace("_", " "),
                *(
                    f"{sum(row.counts[words_key(gold, label)] for row in report.articles):,}"
                    for label in LABELS
                ),
            )
            for gold in LABELS
        ),
    )


def _genres(title: str, groups: Mapping[str, Group], columns: Sequence[tuple[str, str]]) -> Table:
    return Table(
        title,
        ("genre", "articles", *(head for _, head in columns)),
        tuple(
            (
                genre,
                str(group.articles),
                *(_short(name, group.figures[name]) for name, _ in columns),
            )
            for genre, group in groups.items()
        ),
    )


def _short(name: str, figure: Figure) -> str:
    """A figure, with its interval where it has one."""
    unit = MEASURES[name].unit
    value = shown(figure.value, unit)
    return value if figure.low is None else f"{value} ({_interval(figure, unit)})"


def _findings(title: str, findings: Mapping[str, int]) -> Table:
    rows = [(*key.split("."), f"{number:,}") for key, number in findings.items()]
    return Table(title, ("where", "severity", "kind", "findings"), tuple(rows))


def comparison_tables(comparison: Comparison) -> Iterator[Table]:
    """All tables of a comparison."""
    rows = [
        ("before", describe(comparison.before)),
        ("after", describe(comparison.after)),
        ("articles", str(len(comparison.articles))),
        ("left out", " ".join(comparison.left_out) or "none"),
        (
            "intervals",
            f"95%, {comparison.resamples:,} paired draws of articles, seed {comparison.seed}",
        ),
    ]
    yield Table("Comparison", ("", ""), tuple(rows))
    yield Table(
        "Differences",
        ("measure", "better", "before", "after", "difference", "95% interval", "verdict"),
        tuple(
            (
                (measure := MEASURES[name]).title,
                measure.better or "",
                shown(one.before, measure.unit),
                shown(one.after, measure.unit),
                _signed(one.difference.value, measure.unit),
                _interval(one.difference, measure.unit, "+") if measure.resampled else "",
                one.verdict if measure.resampled else "",
            )
            for name, one in comparison.differences.items()
        ),
    )


def _signed(value: float | None, unit: Unit) -> str:
    words = shown(value, unit)
    return f"+{words}" if value is not None and value > 0 else words


def side_by_side(reports: Sequence[Report]) -> Iterator[Table]:
    """Several reports in one table, a column each."""
    heads = tuple(f"{_engine(one.method)}{_included(one.method)}" for one in reports)
    yield Table(
        "Measures",
        ("measure", "better", *heads),
        tuple(
            (
                measure.title,
                measure.better or "",
                *(_short(name, one.pooled.figures[name]) for one in reports),
            )
            for name, measure in MEASURES.items()
        ),
    )
    yield Table(
        "Runs",
        ("run", "engine", "articles", "date", "version", "draws", "seed"),
        tuple(
            (
                head,
                describe(one.method),
                str(len(one.articles)),
                one.date,
                one.nutgraf,
                f"{one.method.resamples:,}",
                str(one.method.seed),
            )
            for head, one in zip(heads, reports, strict=True)
        ),
    )


def _engine(method: Method) -> str:
    return (method.engine.model or str(method.engine.name)) if method.engine else "no answer"
