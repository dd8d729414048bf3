"""`nutgraf serve`."""

import asyncio
import ipaddress
import socket
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
) -> None:
    """Serve the HTTP API until interrupted. Log lines go to standard error."""
    import uvicorn  # noqa: PLC0415  # costs more than the whole rules path

    _check(load_settings())
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
        "service.api:from_environment",
        factory=True,
        log_config=_LOGGING,
        access_log=False,  # the application's own line has no query and no client address
        server_header=False,
        proxy_headers=False,
        ws="none",
        lifespan="on",
        timeout_graceful_shutdown=_GRACE,
    )
    with listener:
        uvicorn.Server(config).run(sockets=[listener])


def _check(settings: Settings) -> None:
    """Find a wrong configuration before the server starts, where it is one line.

    Raises:
        ConfigurationError: No gateway can be made of the settings.
    """

    async def connect_and_close() -> None:
        gateway = connect(settings)
        if gateway is not None:
            await gateway.aclose()

    asyncio.run(connect_and_close())


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        # Python adds "(while attempting to bind …)", which says the same again.
        reason = (error.strerror or type(error).__name__).partition(" (")[0]
        message = f"cannot listen on {host} port {port}: {reason}"
        raise ConfigurationError(message) from None
