"""The commands, put together. Each imports what is slow (a server, a model's client) when run."""

import json
from importlib.metadata import version as installed_version
from typing import Annotated

import typer

from schemas import Summary
from service.cli.boundary import Commands
from service.cli.doctor import doctor
from service.cli.evaluate import evaluate
from service.cli.serve import serve
from service.cli.summarise import summarise

_EPILOG = (
    "Exit codes: 0 ok; 1 the reader of the output went away; 2 bad usage, input or setting; "
    "3 model unavailable; 130 interrupted."
)

app = typer.Typer(
    name="nutgraf",
    cls=Commands,
    epilog=_EPILOG,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=_EPILOG)(summarise)
app.command(epilog=_EPILOG)(evaluate)
app.command(epilog=_EPILOG)(serve)
app.command(epilog=_EPILOG)(doctor)


@app.command(epilog=_EPILOG)
def schema() -> None:
    """Print the JSON Schema of a Summary."""
    document = Summary.model_json_schema(mode="serialization")
    typer.echo(json.dumps(document, indent=2, ensure_ascii=False).encode())


def _print_version(wanted: bool) -> None:  # noqa: FBT001  # the signature is Typer's
    if wanted:
        typer.echo(f"nutgraf {installed_version('nutgraf')}")
        raise typer.Exit


@app.callback()
def nutgraf(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    """Summaries of news articles that can be checked."""


def main() -> None:
    """Run the command line."""
    app()
