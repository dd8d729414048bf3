"""`nutgraf evaluate`: its options.

The work is imported when it is asked for: no other command should wait for it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from schemas import EngineChoice


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for; the help of each option says what it means."""

    folder: Path | None
    engine: EngineChoice
    include: list[str] | None
    max_sentences: int
    replay: Path | None
    uncorrected: bool
    errors: bool
    fail_under: list[str] | None
    bootstrap: int
    seed: int
    json: Path | None
    markdown: Path | None
    plot: Path | None
    compare: tuple[Path, Path] | None
    table: list[Path] | None


def evaluate(  # noqa: PLR0913  # one parameter for each option
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="DIR", help="Folder of annotated articles, one JSON file each."),
    ] = None,
    *,
    engine: Annotated[
        EngineChoice, typer.Option(help="auto: the model if one is configured, else the rules.")
    ] = EngineChoice.AUTO,
    include: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATTERN", help="Only articles whose id fits, such as 'b*'; repeatable."
        ),
    ] = None,
    max_sentences: Annotated[
        int, typer.Option(min=1, max=10, help="Sentences in a summary at most.")
    ] = 4,
    replay: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Take the model's answers from DIR/ID.yaml."),
    ] = None,
    uncorrected: Annotated[
        bool, typer.Option("--uncorrected", help="Measure labels as drafted, not as corrected.")
    ] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what went wrong, in the articles' words.")
    ] = False,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MEASURE=BOUND",
            help="Exit with 1 where a measure is worse, such as leak=0.05 (above) or "
            "macro_f1=0.72 (below); repeatable.",
        ),
    ] = None,
    bootstrap: Annotated[
        int, typer.Option(metavar="N", min=0, help="Draws for the intervals; 0 for none.")
    ] = 2000,
    seed: Annotated[int, typer.Option(metavar="N", help="Of the draws.")] = 1,
    json: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the report as JSON too.")
    ] = None,
    markdown: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write it as Markdown too; between markers, if any."),
    ] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw it: .png or .svg.")
    ] = None,
    compare: Annotated[
        tuple[Path, Path] | None,
        typer.Option(metavar="A.json B.json", help="Instead of DIR: what changed from A to B."),
    ] = None,
    table: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="A.json", help="Instead of DIR: saved reports side by side; repeatable."
        ),
    ] = None,
) -> None:
    """Measure an engine on annotated articles, or compare reports. Ends with 1 below a bound."""
    from service.cli.evaluation import run  # noqa: PLC0415 - see above

    run(
        Options(
            folder=folder,
            engine=engine,
            include=include,
            max_sentences=max_sentences,
            replay=replay,
            uncorrected=uncorrected,
            errors=errors,
            fail_under=fail_under,
            bootstrap=bootstrap,
            seed=seed,
            json=json,
            markdown=markdown,
            plot=plot,
            compare=compare,
            table=table,
        )
    )
