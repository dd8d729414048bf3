"""`nutgraf doctor`."""

import asyncio
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from service.cli.boundary import ExitCode, load_settings
from service.errors import ConfigurationError, ModelError
from service.formats.inert import one_line
from service.gateway import connect
from service.settings import Settings

if TYPE_CHECKING:
    from service.gateway.client import Gateway  # imports the SDK: 0.5 s that only a model costs


_NOT_GOOD_ENOUGH = 1


def doctor(
    *,
    probe: Annotated[
        bool,
        typer.Option(
            "--probe",
            help="Send three articles that come with Nutgraf to the model, and judge its answers. "
            "Ends with 1 if it is not good enough.",
        ),
    ] = False,
    replay: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="With --probe: take the model's answers from DIR/ID.yaml."
        ),
    ] = None,
) -> None:
    """Say which engine would run, whether its provider answers, and what is missing."""
    settings = load_settings()
    if replay is not None and not probe:
        message = "--replay goes with --probe"
        raise ConfigurationError(message)
    if probe and not settings.llm_model:
        message = "--probe asks a model, but none is configured: set NUTGRAF_LLM_MODEL"
        raise ConfigurationError(message)
    _say("version", version("nutgraf"))
    failure = asyncio.run(_check_model(settings, replay))
    recorder = "ready" if find_spec("vcr") else "missing: pip install 'nutgraf[replay]'"
    _say("replay", recorder)
    if failure:
        raise typer.Exit(ExitCode.MODEL_UNAVAILABLE)
    if probe:
        from service.cli import probe as probing  # noqa: PLC0415 - only who asks waits for it

        if not probing.run(settings, replay):
            raise typer.Exit(_NOT_GOOD_ENOUGH)


async def _check_model(settings: Settings, replay: Path | None) -> ModelError | None:
    """Report on the model; return what keeps it from answering."""
    gateway = connect(settings)
    if gateway is None:
        _say("engine", "rules (auto takes a model only if NUTGRAF_LLM_MODEL is set)")
        _say("model", "none; nothing leaves this process")
        return None
    try:
        _say("engine", "llm")
        _say("model", gateway.model)
        if replay is not None:
            _say("provider", f"the recordings in {replay}")
            return None
        _say("provider", gateway.provider or "a recording")
        key = "set" if settings.llm_api_key else "not set; local servers need none"
        _say("key", key)
        return await _probe(gateway)
    finally:
        await gateway.aclose()


async def _probe(gateway: "Gateway") -> ModelError | None:
    started = perf_counter()
    try:
        await gateway.probe()
    except ModelError as error:
        _say("answers", f"no: {error}")
        return error
    _say("answers", f"yes, in {(perf_counter() - started) * 1000:.0f} ms")
    return None


def _say(what: str, found: str) -> None:
    typer.echo(f"{what:<10}{one_line(found)}")
