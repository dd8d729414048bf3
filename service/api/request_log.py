"""The outermost layer: gives each request an id, logs one line, and ends every accident in a 500.

A line has ids, hashes, counts and names from our own code. The path itself is not logged, only the
route that it matched: a path may hold anything.
"""

import logging
import traceback
from pathlib import PurePath
from time import perf_counter

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.api.problems import of_accident, respond
from service.api.record import SCOPE_KEY, RequestRecord

CLIENT_GONE = 499
"""Logged where the client left before the answer; nginx's number, never sent."""

_PLACES = 6  # frames of the code that an accident is logged with
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

log = logging.getLogger("service.api")


class RequestLog:
    """ASGI middleware; see the module."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the request and log it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        record = RequestRecord()
        scope[SCOPE_KEY] = record

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                record.status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = record.id
            await send(message)

        started = perf_counter()
        try:
            await self._app(scope, receive, send_with_id)
        except ClientDisconnect:
            record.status = CLIENT_GONE
        except Exception as error:  # noqa: BLE001  # the boundary: beyond it, texts get logged
            log_accident(record, error)
            if not record.status:
                await respond(of_accident(record.id))(scope, receive, send_with_id)
        finally:
            _log_request(scope, record, (perf_counter() - started) * 1000)


def log_accident(record: RequestRecord, error: Exception) -> None:
    """Log the type and the places, innermost first: the message might hold article text."""
    record.note_error(error)
    frames = traceback.extract_tb(error.__traceback__)[: -_PLACES - 1 : -1]
    places = "<".join(f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames)
    log.error("id=%s error=%s at=%s", record.id, record.error, places)


def _log_request(scope: Scope, record: RequestRecord, milliseconds: float) -> None:
    route = getattr(scope.get("route"), "path", "-")
    method = scope["method"] if scope["method"] in _METHODS else "-"
    log.info(
        "id=%s method=%s route=%s status=%s ms=%.1f article=%s error=%s",
        record.id,
        method,
        route,
        record.status or CLIENT_GONE,
        milliseconds,
        record.article,
        record.error,
    )
