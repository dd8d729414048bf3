"""Who may speak to the service: the host it is called by, and the web page that calls.

The service listens on loopback, has no login, and may spend money at a provider. A browser on the
same machine will carry requests of any page to it, so both doors are closed here: a name that
someone else's DNS points at 127.0.0.1 (rebinding: the host list), and a form or `fetch` on a
foreign page (the origin check, after Go's `net/http.CrossOriginProtection`).
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from service.api.problems import FOREIGN_ORIGIN, UNKNOWN_HOST, respond

_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]@/\s]+)(?::\d{1,5})?")
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITE = frozenset({"same-origin", "none"})


def host_name(header: str) -> str | None:
    """Name or bracketed address in a Host header, in lower case; None if it is malformed."""
    found = _HOST.fullmatch(header.strip().lower())
    return found["name"].removesuffix(".") if found else None


class HostGuard:
    """ASGI middleware: answers only to the hosts that are listed; `*` lists all.

    Args:
        app: The application behind it.
        allowed: Names; `*.example.org` stands for every name below it.
    """

    def __init__(self, app: ASGIApp, allowed: Sequence[str]) -> None:
        self._app = app
        self._allowed = frozenset(_bracketed(name.lower()) for name in allowed)
        self._suffixes = tuple(name[1:] for name in self._allowed if name.startswith("*."))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is addressed to us."""
        if scope["type"] == "http" and not self._serves(Headers(scope=scope).get("host", "")):
            problem = UNKNOWN_HOST.problem(
                "The Host header names no host of this service (NUTGRAF_ALLOWED_HOSTS)."
            )
            await respond(problem)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _serves(self, header: str) -> bool:
        if "*" in self._allowed:
            return True
        name = host_name(header)
        return name is not None and (name in self._allowed or name.endswith(self._suffixes))


def _bracketed(name: str) -> str:
    """An IPv6 address as a Host header has it."""
    return f"[{name}]" if ":" in name and not name.startswith("[") else name


class OriginGuard:
    """ASGI middleware: no page of another origin may change or spend anything.

    A request without `Sec-Fetch-Site` and `Origin` comes from no browser, and passes.

    Args:
        app: The application behind it.
        allowed: Origins of other pages that may, such as `https://desk.example.org`.
    """

    def __init__(self, app: ASGIApp, allowed: Sequence[str]) -> None:
        self._app = app
        self._allowed = frozenset(origin.lower().rstrip("/") for origin in allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what reads only, and what our own pages and no pages send."""
        if (
            scope["type"] == "http"
            and scope["method"] not in _SAFE_METHODS
            and not self._may_write(Headers(scope=scope))
        ):
            problem = FOREIGN_ORIGIN.problem(
                "A web page of another origin sent this request; accepted: the service's own "
                "pages, programs that are no browser, and NUTGRAF_ALLOWED_ORIGINS."
            )
            await respond(problem)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _may_write(self, headers: Headers) -> bool:
        origin = headers.get("origin", "").lower()
        if origin in self._allowed:
            return True
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in _OWN_SITE
        # Browsers from before 2023 send no Sec-Fetch-Site. The scheme is not compared: behind a
        # proxy that ends TLS, the service does not know it.
        return not origin or _authority(origin) == headers.get("host", "").lower()


def _authority(origin: str) -> str | None:
    """Host and port of an origin; None for `null` and what is no origin."""
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None
