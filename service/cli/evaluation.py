"""What `nutgraf evaluate` does; its options stand in `service/cli/evaluate.py`."""

import asyncio
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from schemas import EngineChoice, Summary, SummaryRequest
from schemas.base import Frozen
from service.cli.boundary import complain, load_settings
from service.errors import ConfigurationError
from service.evaluate import plot as plots
from service.evaluate import render
from service.evaluate.annotated import read_folder
from service.evaluate.compare import compare as compare_reports
from service.evaluate.gate import check_bounds, parse_bound
from service.evaluate.report import Method, Report, read_report
from service.evaluate.run import Runner
from service.evaluate.run import evaluate as run_evaluation
from service.evaluate.tables import Table, comparison_tables, report_tables, side_by_side
from service.formats.inert import one_line
from service.formats.markdown import escape
from service.gateway import connect
from service.pipeline import summarise as run_pipeline
from service.settings import Settings

if TYPE_CHECKING:
    from service.cli.evaluate import Options

_BOUND_MISSED = 1
_MODEL_FAILED = 3


def run(options: "Options") -> None:
    """Measure an engine on annotated articles, or compare reports.

    Raises:
        ConfigurationError: Options that do not go together.
        Exit: With 1 where a bound is missed, with 3 where the model failed.
    """
    if sum(given is not None for given in (options.folder, options.compare, options.table)) != 1:
        message = "evaluate one of: a folder DIR, --compare A.json B.json, --table A.json"
        raise ConfigurationError(message)
    if options.folder is None and (
        options.fail_under
        or options.errors
        or options.replay
        or options.uncorrected
        or options.include
    ):
        message = "--fail-under, --errors, --replay, --uncorrected and --include go with DIR"
        raise ConfigurationError(message)
    if options.table and options.json:
        message = "--json goes with DIR or --compare"
        raise ConfigurationError(message)
    if options.plot is not None:
        plots.check_plot(options.plot)
    bounds = [parse_bound(words) for words in options.fail_under or []]
    made: Frozen | None
    if options.compare is not None:
        reports = [read_report(path) for path in options.compare]
        made = compare_reports(reports[0], reports[1], options.bootstrap, options.seed)
        tables = list(comparison_tables(made))
    elif options.table is not None:
        reports, made = [read_report(path) for path in options.table], None
        tables = list(side_by_side(reports))
    else:
        method = Method(
            replayed=options.replay is not None,
            uncorrected=options.uncorrected,
            max_sentences=options.max_sentences,
            include=tuple(options.include or ()),
            resamples=options.bootstrap,
            seed=options.seed,
        )
        made = _run(options.folder, options.engine, method, options.replay, errors=options.errors)
        reports, tables = [made], list(report_tables(made))
    _write(tables, reports[0] if options.errors else None, options.markdown)
    if options.json is not None and made is not None:
        _save(options.json, made.model_dump_json(indent=2) + "\n")
    if options.plot is not None:
        _draw(reports, options.plot)
    if options.folder is not None:
        _judge(reports[0], check_bounds(reports[0], bounds))


def _run(
    folder: Path | None, engine: EngineChoice, method: Method, replay: Path | None, *, errors: bool
) -> Report:
    found = read_folder(folder or Path(), method.include)
    for notice in found.notices:
        complain(notice)
    runner = runner_for(engine, load_settings(), replay)
    return run_evaluation(found.articles, runner, engine, method, mistakes=errors)


def runner_for(engine: EngineChoice, settings: Settings, replay: Path | None) -> Runner:
    """Make what runs the pipeline on one article.

    Args:
        engine: Which drafter to use.
        settings: Say which model, if any.
        replay: Folder of recordings to take a model's answers from, one `ID.yaml` an article;
            each article so has a gateway of its own.

    Raises:
        ConfigurationError: Recordings are to be replayed, and no model is asked.
    """
    by_rules = engine is EngineChoice.RULES or not settings.llm_model
    if replay is not None and by_rules:
        message = (
            "--replay gives a model's answers; accepted: NUTGRAF_LLM_MODEL set to the model "
            "that was recorded, and --engine llm or auto"
        )
        raise ConfigurationError(message)

    async def call(request: SummaryRequest) -> Summary:
        recording = replay / f"{request.article.source_id}.yaml" if replay else None
        gateway = None if by_rules else connect(settings, recording)
        try:
            return await run_pipeline(request, settings, gateway)
        finally:
            if gateway is not None:
                await gateway.aclose()

    def run(request: SummaryRequest) -> Summary:
        if sys.stderr.isatty():
            typer.echo(request.article.source_id, err=True)
        return asyncio.run(call(request))

    return run


def _write(tables: Iterable[Table], with_mistakes: Report | None, markdown: Path | None) -> None:
    """Write to standard output, and to a file as Markdown."""
    tables = list(tables)
    text = render.as_text(tables, one_line)
    if with_mistakes:
        text += "\n" + render.mistakes_as_text(with_mistakes, one_line)
    # Bytes, so that the output is UTF-8 whatever the locale says.
    typer.echo(text.encode(), nl=False)
    if markdown is None:
        return
    page = _page(markdown)
    level = 2 if page is None else 3
    made = render.as_markdown(tables, escape, level=level)
    if with_mistakes:
        made += "\n" + render.mistakes_as_markdown(with_mistakes, escape, level=level)
    _save(markdown, made if page is None else render.put_between_markers(page, made) or made)


def _page(path: Path) -> str | None:
    """The page that a file holds, if it has the markers between which to write."""
    try:
        page = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return page if render.put_between_markers(page, "") else None


def _save(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or type(error).__name__}"
        raise ConfigurationError(message) from None


def _draw(reports: list[Report], path: Path) -> None:
    try:
        plots.plot(reports, path)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or type(error).__name__}"
        raise ConfigurationError(message) from None


def _judge(report: Report, missed: tuple[str, ...]) -> None:
    """End with an exit code where the model or a bound failed."""
    for line in missed:
        complain(f"bound missed: {line}")
    if report.failed:
        complain(f"the model gave no answer for {len(report.failed)} of the articles")
        raise typer.Exit(_MODEL_FAILED)
    if missed:
        raise typer.Exit(_BOUND_MISSED)
