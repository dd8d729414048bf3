"""`nutgraf serve`."""

import asyncio
import gc
import ipaddress
import socket
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from service.cli.boundary import complain, load_settings
from service.errors import ConfigurationError
from service.gateway import connect
from service.settings import Settings

_GRACE = 30
"""Time that running requests have to end when the service stops. In seconds."""

_LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "stream": "ext://sys.stderr",
        },
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "service": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "uvicorn": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
    # Libraries log what they please, article text and answers among it: only the two above speak.
    "root": {"handlers": ["nowhere"], "level": "WARNING"},
}


def serve(
    *,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65_535, help="Port to listen on; 0 takes a free one.")
    ] = 8000,
    workers: Annotated[
        int,
        typer.Option(min=0, max=64, help="Processes that compute beside it; 0 for none."),
    ] = 1,
    record: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Record every answer of a model in this folder."),
    ] = None,
    replay: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR|CASSETTE", help="Take the models' answers from recordings; send nothing."
        ),
    ] = None,
) -> None:
    """Serve the HTTP API until interrupted. Log lines go to standard error."""
    import uvicorn  # noqa: PLC0415  # costs more than the whole rules path

    from service.api import create_app  # noqa: PLC0415  # the same

    settings = load_settings()
    _check(settings, replay, record)
    listener = _listen(host, port)
    address, taken = listener.getsockname()[:2]
    name = f"[{address}]" if listener.family is socket.AF_INET6 else address
    if not ipaddress.ip_address(address.partition("%")[0]).is_loopback:
        complain(
            "this address can be reached from other machines, and the service has no login; "
            "put a proxy with one before it, and set NUTGRAF_ALLOWED_HOSTS"
        )
    typer.echo(f"Nutgraf listens on http://{name}:{taken} (docs at /docs)", err=True)
    config = uvicorn.Config(
        create_app(settings, replay=replay, record=record, workers=workers),
        log_config=_LOGGING,
        access_log=False,  # the application's own line has no query and no client address
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="on",
        timeout_graceful_shutdown=_GRACE,
    )
    if settings.llm_model:
        import_module("service.draft.llm")
    # What was imported stays for good: without this, every full collection looks through all of
    # it, and the request that it falls on waits a quarter of a second.
    gc.collect()
    gc.freeze()
    with listener:
        uvicorn.Server(config).run(sockets=[listener])


def _check(settings: Settings, replay: Path | None, record: Path | None) -> None:
    """Find a wrong configuration before the server starts, where it is one line.

    Raises:
        ConfigurationError: No gateway can be made of the settings.
        UnreadableInput: The recordings cannot be read.
    """
    if replay and record:
        message = "--replay sends nothing, so there is nothing to --record; accepted: one of them"
        raise ConfigurationError(message)
    if (replay or record) and not settings.llm_model:
        message = (
            "--record and --replay are about a model's answers; accepted: NUTGRAF_LLM_MODEL set, "
            "for --replay to the model that was recorded"
        )
        raise ConfigurationError(message)

    async def connect_and_close() -> None:
        gateway = connect(settings, replay, record)
        if gateway is not None:
            await gateway.aclose()

    asyncio.run(connect_and_close())


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
        # asyncio sets this for sockets of its own making only; without it, the second write of a
        # response waits 40 ms for the client's delayed acknowledgement of the first.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError as error:
        # Python adds "(while attempting to bind …)", which says the same again.
        reason = (error.strerror or type(error).__name__).partition(" (")[0]
        message = f"cannot listen on {host} port {port}: {reason}"
        raise ConfigurationError(message) from None
    return listener
