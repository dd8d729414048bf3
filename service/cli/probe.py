"""What `nutgraf doctor --probe` does: the model's figures on three articles, and a verdict."""

from pathlib import Path

import typer

from schemas import EngineChoice
from service.cli.evaluation import runner_for
from service.evaluate import render
from service.evaluate.measures import MEASURES, Better, Unit
from service.evaluate.probe import BOUNDS, probe
from service.evaluate.report import Report
from service.evaluate.tables import MISSING, Table, shown
from service.formats.inert import one_line
from service.settings import Settings

_TOKENS = ("calls", "input_tokens", "output_tokens")


def run(settings: Settings, replay: Path | None) -> bool:
    """Probe the configured model and print what it made of the articles.

    Args:
        settings: Say which model; one is configured.
        replay: Folder of recordings to take its answers from.

    Returns:
        Whether it is good enough.
    """
    runner = runner_for(EngineChoice.LLM, settings, replay)
    verdict = probe(runner, replayed=replay is not None)
    tables = [_spent(verdict.report), _figures(verdict.report)]
    typer.echo(f"\n{render.as_text(tables, one_line)}".encode(), nl=False)
    typer.echo(f"\nverdict   {'good enough' if verdict.good_enough else 'not good enough'}")
    for reason in verdict.reasons:
        typer.echo(f"          {one_line(reason)}")
    return verdict.good_enough


def _spent(report: Report) -> Table:
    """What each article took, and all of them."""
    rows: list[tuple[str, ...]] = []
    for row in report.articles:
        # What a failed article took, nobody counted.
        counts = (MISSING if row.failed else f"{row.counts[name]:,}" for name in _TOKENS)
        rows.append((row.id, *counts, *_took(row.cost, row.latency_ms)))
    pooled = {name: figure.value for name, figure in report.pooled.figures.items()}
    rows.append(
        (
            "all; median ms",
            *(shown(pooled[name], MEASURES[name].unit) for name in _TOKENS),
            *_took(pooled["cost"], pooled["latency_ms"]),
        )
    )
    head = ("article", *(MEASURES[name].title for name in _TOKENS), "US dollars", "ms")
    return Table("Probe articles", head, tuple(rows))


def _took(cost: float | None, latency_ms: float | None) -> tuple[str, str]:
    return shown(cost, Unit.DOLLARS), shown(latency_ms, Unit.COUNT)


def _figures(report: Report) -> Table:
    """What is judged, and by which bound."""
    rows = []
    for bound in BOUNDS:
        measure, figure = MEASURES[bound.measure], report.pooled.figures[bound.measure]
        side = "at least" if measure.better is Better.HIGHER else "at most"
        wanted = f"{side} {bound.value:g}"
        rows.append((measure.title, shown(figure.value, measure.unit), wanted))
    return Table("What is judged", ("measure", "found", "wanted"), tuple(rows))
