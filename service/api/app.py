"""Puts the HTTP service together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from fastapi import FastAPI
from prometheus_client import CONTENT_TYPE_PLAIN_1_0_0
from pydantic import BaseModel
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse

from schemas import Article
from service.api import summaries
from service.api.guards import HostGuard, OriginGuard
from service.api.openapi import completed
from service.api.problems import handle_problems
from service.api.request_log import RequestLog
from service.gateway import connect
from service.gateway.metrics import exposition
from service.proof import read
from service.settings import Settings
from service.workers import Workers

if TYPE_CHECKING:
    from service.gateway.client import Gateway  # imports the SDK: 0.5 s that only a model costs

_DESCRIPTION = (
    "Neutral summaries of news articles that can be checked: each sentence leads through claims, "
    "separated into stated facts, unconfirmed, speculation and opinion, to exact spans of the "
    "article. Errors are problems (RFC 9457, `application/problem+json`). Every response has an "
    "`X-Request-ID`."
)


class Health(BaseModel):
    """That the process answers."""

    status: Literal["ok"] = "ok"


def create_app(
    settings: Settings,
    gateway: "Gateway | None" = None,
    *,
    replay: Path | None = None,
    record: Path | None = None,
    workers: int = 0,
) -> FastAPI:
    """Build the application.

    Args:
        settings: The settings.
        gateway: A connected gateway, which stays the caller's to close. Without one, the
            application connects its own when it starts, and closes it when it stops.
        replay: Recordings that answer in place of the models.
        record: A folder that takes a recording of every answer.
        workers: Processes that compute; 0 computes in this one.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        own = connect(settings, replay, record) if gateway is None else None
        app.state.gateway = gateway or own
        warm = partial(read, Article(text="The dam may hold, the mayor said.", language="en"))
        with Workers(workers, warm) if workers else nullcontext() as app.state.workers:
            try:
                yield
            finally:
                if own is not None:
                    await own.aclose()

    app = FastAPI(
        title="Nutgraf",
        version=version("nutgraf"),
        description=_DESCRIPTION,
        lifespan=lifespan,
        redoc_url=None,
        redirect_slashes=False,
        # FastAPI's own telemetry would export exception messages, which are not ours to vouch for.
        telemetry={"logs": False, "operation_spans": False},
        middleware=[
            Middleware(RequestLog),
            Middleware(HostGuard, allowed=settings.allowed_hosts),
            Middleware(OriginGuard, allowed=settings.allowed_origins),
        ],
    )
    app.state.settings = settings
    app.include_router(summaries.router)
    app.add_api_route("/healthz", healthz, summary="Whether the process answers", tags=["health"])
    app.add_api_route("/healthz", healthz, methods=["HEAD"], include_in_schema=False)
    app.add_api_route(
        "/metrics",
        metrics,
        summary="Counts of calls to providers, tokens and cost, for Prometheus",
        response_class=PlainTextResponse,
        tags=["health"],
    )
    handle_problems(app)
    app.openapi = completed(app.openapi, settings)  # type: ignore[method-assign]  # FastAPI's own way
    return app


async def healthz() -> Health:
    """Say that the process answers; no model is asked. `nutgraf doctor` looks further."""
    return Health()


def metrics() -> PlainTextResponse:
    """Show what providers were asked for since the process began."""
    return PlainTextResponse(exposition(), media_type=CONTENT_TYPE_PLAIN_1_0_0)
