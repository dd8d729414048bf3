"""`nutgraf summarise`."""

import asyncio
import os
import shutil
import sys
from contextlib import AsyncExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from schemas import EngineChoice, OnFailure, Run, Summary, SummaryRequest
from service.cli.boundary import complain, load_settings
from service.errors import ConfigurationError, UnreadableInput
from service.formats import markdown, text
from service.formats.article_file import ArticleFile, ignored_notice, read_article
from service.formats.refusal import refusals
from service.gateway import connect
from service.pipeline import summarise as run_pipeline
from service.settings import Settings

_BYTES_PER_CODE_POINT = 12  # at most, in JSON: an escaped surrogate pair
_BYTES_BESIDES_TEXT = 4 * 1024 * 1024  # for what else a JSON file holds
_WIDEST = 100  # longer lines are hard to read


class Format(StrEnum):
    """What to write."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def summarise(  # noqa: PLR0913  # one parameter for each option
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-",
            help="An article as plain text, or as JSON with at least `text`; - reads standard "
            "input. UTF-8.",
        ),
    ],
    *,
    engine: Annotated[
        EngineChoice, typer.Option(help="auto: the model if one is configured, else the rules.")
    ] = EngineChoice.AUTO,
    output: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.TEXT,
    max_sentences: Annotated[
        int, typer.Option(help="Sentences in the summary at most; 1 to 10.")
    ] = 4,
    on_failure: Annotated[
        OnFailure | None,
        typer.Option(
            help="What to do when the model fails. Default: auto falls back to the rules, "
            "llm ends with an error."
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="TAG", help="BCP 47 tag of the article, such as en.")
    ] = None,
    replay: Annotated[
        Path | None,
        typer.Option(metavar="CASSETTE", help="Take the model's answers from this recording."),
    ] = None,
    timings: Annotated[
        bool, typer.Option("--timings", help="Write the time of each stage to standard error.")
    ] = False,
) -> None:
    """Summarise one article, and list its claims by status."""
    settings = load_settings()
    request = _request(_article(file, language, settings), engine, max_sentences, on_failure)
    summary = asyncio.run(_summarise(request, settings, replay))
    replayed = replay is not None and summary.run.calls > 0
    # Bytes, so that the output is UTF-8 whatever the locale says.
    typer.echo(_render(summary, output, replayed=replayed).encode(), nl=False)
    if timings:
        typer.echo(_timings(summary.run), err=True)


def _article(file: str, language: str | None, settings: Settings) -> ArticleFile:
    limit = settings.max_article_code_points * _BYTES_PER_CODE_POINT + _BYTES_BESIDES_TEXT
    is_json = True if file.lower().endswith(".json") else None
    name = "standard input" if file == "-" else file
    try:
        found = read_article(_read(file, limit), is_json=is_json, language=language)
    except UnreadableInput as error:
        message = f"{name}: {error}"
        raise UnreadableInput(message) from None
    if found.ignored:
        complain(f"{name}: {ignored_notice(found.ignored)}")
    return found


def _read(file: str, limit: int) -> bytes:
    try:
        if file == "-":
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(file).open("rb") as stream:
                data = stream.read(limit + 1)
    except OSError as error:
        message = error.strerror or type(error).__name__
        raise UnreadableInput(message) from None
    if len(data) > limit:
        message = f"more than {limit:,} bytes"
        raise UnreadableInput(message)
    return data


def _request(
    found: ArticleFile, engine: EngineChoice, max_sentences: int, on_failure: OnFailure | None
) -> SummaryRequest:
    try:
        return SummaryRequest(
            article=found.article,
            engine=engine,
            max_sentences=max_sentences,
            on_failure=on_failure,
            store=False,
        )
    except ValidationError as error:
        message = "; ".join(str(refusal) for refusal in refusals(error, SummaryRequest))
        raise UnreadableInput(message) from None


async def _summarise(request: SummaryRequest, settings: Settings, replay: Path | None) -> Summary:
    async with AsyncExitStack() as stack:
        rules_only = request.engine is EngineChoice.RULES
        gateway = None if rules_only else connect(settings, replay)
        if gateway is not None:
            stack.push_async_callback(gateway.aclose)
        elif replay is not None:
            message = (
                "--replay gives a model's answers; accepted: NUTGRAF_LLM_MODEL set to the model "
                "that was recorded, and --engine llm or auto"
            )
            raise ConfigurationError(message)
        return await run_pipeline(request, settings, gateway)


def _render(summary: Summary, output: Format, *, replayed: bool) -> str:
    if output is Format.JSON:
        return summary.model_dump_json(indent=2) + "\n"
    if output is Format.MARKDOWN:
        return markdown.render(summary, replayed=replayed)
    # A pipe gets 80 columns and no colour, unless COLUMNS says otherwise.
    width = min(shutil.get_terminal_size((text.WIDTH, 0)).columns, _WIDEST)
    colour = (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
    return text.render(summary, width=width, colour=colour, replayed=replayed)


def _timings(run: Run) -> str:
    lines = [f"{stage:<12}{milliseconds:>10.1f} ms" for stage, milliseconds in run.timings.items()]
    return "\n".join([*lines, f"{'in all':<12}{run.latency_ms:>10.1f} ms"])
