"""A forwarder on loopback that remembers a provider's answers, and can give them again.

A real model answers the same request differently from time to time (llama.cpp does, as its prompt
cache fills, even with a fixed seed). That the same answers make the same Summary can so be seen
only with answers that are given again.
"""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

_PASSED_ON = ("content-type", "authorization")


@dataclass
class Exchange:
    """One answer."""

    status: int
    """Of HTTP."""
    kind: str
    """Its `content-type`."""
    body: bytes = b""
    """As far as it came."""
    whole: bool = False
    """Whether it was passed on to its end."""


@dataclass
class Tap:
    """A running forwarder."""

    address: str
    """Its URL, without a path."""
    live: bool = True
    """Whether the provider is asked; if not, answers are given again in their order."""
    exchanges: dict[bytes, list[Exchange]] = field(default_factory=dict)
    """By the body of the request."""

    @property
    def all(self) -> list[Exchange]:
        """All of them."""
        return [one for answers in self.exchanges.values() for one in answers]

    def rewind(self) -> None:
        """From now on answer from memory."""
        self.live = False

    def forget(self) -> None:
        """Ask the provider again, and remember nothing of before."""
        self.exchanges.clear()
        self.live = True


@contextmanager
def tapping(provider: str, patience: float) -> Iterator[Tap]:
    """Forward to a provider until the block ends.

    Args:
        provider: Its URL, without a path.
        patience: How long it may send nothing. In seconds.
    """
    host = urlsplit(provider).netloc

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            if not tap.live:
                answers = tap.exchanges[body]
                # A retried request has several; the last one is what its sender went on with.
                again = answers.pop(0) if len(answers) > 1 else answers[0]
                self._begin(again)
                self.wfile.write(again.body)
                return
            upstream = http.client.HTTPConnection(host, timeout=patience)
            try:
                headers = {name: self.headers[name] for name in _PASSED_ON if self.headers[name]}
                upstream.request("POST", self.path, body, headers)
                answer = upstream.getresponse()
                exchange = Exchange(answer.status, answer.headers["content-type"])
                tap.exchanges.setdefault(body, []).append(exchange)
                self._begin(exchange)
                while piece := answer.read1():
                    exchange.body += piece
                    self.wfile.write(piece)
                exchange.whole = True
            finally:
                # Also where our caller left: the provider stops working on the answer.
                upstream.close()

        def _begin(self, exchange: Exchange) -> None:
            self.send_response(exchange.status)
            self.send_header("content-type", exchange.kind)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A caller that leaves is no error here; the exchange is not whole."""

    server = Quiet(("127.0.0.1", 0), Handler)
    tap = Tap(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield tap
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
