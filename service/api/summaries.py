"""`POST /v1/summaries`."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, cast

from fastapi import APIRouter
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from schemas import Claim, EngineChoice, Summary, SummaryRequest
from service.api import events
from service.api.body import read_request
from service.api.openapi import example_request
from service.api.problems import (
    BODY_TOO_LARGE,
    BY_ERROR,
    FOREIGN_ORIGIN,
    INTERNAL,
    INVALID_FIELDS,
    UNKNOWN_HOST,
    UNSUPPORTED_TYPE,
    documented,
)
from service.api.record import record_of
from service.pipeline import summarise, summarise_by_rules

router = APIRouter(tags=["summaries"])


@router.post(
    "/v1/summaries",
    summary="Summarise an article",
    response_model=Summary,
    response_description="The Summary, or events that end with it",
    responses={
        **documented(
            *BY_ERROR.values(),
            INVALID_FIELDS,
            BODY_TOO_LARGE,
            UNSUPPORTED_TYPE,
            UNKNOWN_HOST,
            FOREIGN_ORIGIN,
            INTERNAL,
        ),
        200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}},
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {"$ref": "#/components/schemas/SummaryRequest"},
                    "example": example_request(),
                }
            },
        }
    },
)
async def post_summary(request: Request) -> Response:
    """Summarise the article of the body, and answer when it is done.

    Every sentence of the summary cites claims, every claim cites spans of the article. The work
    is given up when the client closes the connection. With `Accept: text/event-stream`, events
    tell of each claim as soon as the model's answer has it; the last one is the Summary.
    """
    wanted = await read_request(request, request.app.state.settings.max_article_code_points)
    record_of(request.scope).note_article(wanted.article)
    if events.wants_events(request):
        return events.respond(request, lambda on_claim: _work(request, wanted, on_claim))
    summary = await _unless_gone(request, _work(request, wanted))
    return Response(summary.model_dump_json(), media_type="application/json")


def _work(
    request: Request, wanted: SummaryRequest, on_claim: Callable[[Claim], None] | None = None
) -> Coroutine[Any, Any, Summary]:
    state = request.app.state
    if state.gateway is None or wanted.engine is EngineChoice.RULES:
        # All computation and no waiting, seconds for the longest articles: off the event loop,
        # or nobody else would be served meanwhile.
        if state.workers is not None:
            return cast(
                "Coroutine[Any, Any, Summary]",
                state.workers.run(summarise_by_rules, wanted, state.settings),
            )
        return asyncio.to_thread(summarise_by_rules, wanted, state.settings)
    return summarise(wanted, state.settings, state.gateway, on_claim, state.workers)


async def _unless_gone(request: Request, work: Coroutine[Any, Any, Summary]) -> Summary:
    """Do the work, and stop if the client leaves: nobody would read what the model is paid for.

    Raises:
        ClientDisconnect: The client left.
    """
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise ClientDisconnect
    finally:
        working.cancel()
        leaving.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _gone(request: Request) -> None:
    """Return when the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
