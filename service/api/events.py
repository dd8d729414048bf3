"""A Summary as an event stream: each claim as soon as the model's answer has it.

    event: claim      a Claim with a passing id (d1, d2, …), grounded in the article
    event: summary    the Summary; the last event
    event: problem    in its place, where the work failed after the stream had begun

The Summary decides: a claim that was shown may be missing there, corrected or merged.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, format_sse_event
from starlette.requests import Request

from schemas import Claim, Summary
from service.api.problems import TYPE_TEMPLATE, of_accident, of_error
from service.api.record import record_of
from service.api.request_log import log_accident
from service.errors import NutgrafError

_PING = 15.0
"""Seconds of silence after which a comment is sent: proxies close what they take for dead."""

Work = Callable[[Callable[[Claim], None]], Coroutine[Any, Any, Summary]]
"""Makes the Summary, and tells of each claim that it finds on the way."""


def wants_events(request: Request) -> bool:
    """Whether the client asks for an event stream (`Accept: text/event-stream`)."""
    return "text/event-stream" in request.headers.get("accept", "").lower()


def respond(request: Request, work: Work) -> EventSourceResponse:
    """Do the work, and tell of it while it goes on; it is given up when the client leaves."""
    return EventSourceResponse(_events(request, work), headers={"Cache-Control": "no-store"})


async def _events(request: Request, work: Work) -> AsyncIterator[bytes]:
    claims: asyncio.Queue[Claim] = asyncio.Queue()
    working = asyncio.ensure_future(work(claims.put_nowait))
    next_claim = asyncio.ensure_future(claims.get())
    try:
        while not working.done():
            await asyncio.wait(
                {working, next_claim}, timeout=_PING, return_when=asyncio.FIRST_COMPLETED
            )
            if next_claim.done():
                yield _event("claim", next_claim.result().model_dump_json())
                next_claim = asyncio.ensure_future(claims.get())
            elif not working.done():
                yield KEEPALIVE_COMMENT
        while not claims.empty():
            yield _event("claim", claims.get_nowait().model_dump_json())
        yield _last(request, working)
    finally:
        working.cancel()
        next_claim.cancel()
        await asyncio.gather(working, next_claim, return_exceptions=True)


def _last(request: Request, working: "asyncio.Future[Summary]") -> bytes:
    """The event that ends the stream. The status was sent long ago: errors are events as well."""
    record = record_of(request.scope)
    try:
        return _event("summary", working.result().model_dump_json())
    except NutgrafError as error:
        record.note_error(error)
        problem = of_error(error)
    except Exception as error:  # noqa: BLE001 - the boundary: beyond it, texts get logged
        log_accident(record, error)
        problem = of_accident(record.id)
    return _event("problem", json.dumps(problem.marshal(uri=TYPE_TEMPLATE), ensure_ascii=False))


def _event(name: str, data: str) -> bytes:
    return format_sse_event(event=name, data_str=data)
