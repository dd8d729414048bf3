"""A real HTTP server on loopback that plays an OpenAI-compatible provider from a script."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from service.settings import Settings


@dataclass(frozen=True)
class Reply:
    """One scripted response."""

    status: int = 200
    chunks: tuple[dict[str, Any], ...] = ()
    """Events of the stream, in order."""
    raw: bytes = b""
    """What is sent after the chunks, as it is."""


def says(content: str, *, finish: str | None = "stop", size: int = 40) -> Reply:
    """An answer streamed in pieces of `size` characters, with its usage at the end."""
    pieces = [content[i : i + size] for i in range(0, len(content), size)]
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
    return Reply(
        chunks=(
            *(_chunk({"content": piece}) for piece in pieces),
            *([_chunk({}, finish)] if finish else []),
            {**_HEAD, "choices": [], "usage": usage},
        ),
        raw=b"data: [DONE]\n\n",
    )


def refuses(words: str) -> Reply:
    """A model that declines."""
    return Reply(chunks=(_chunk({"refusal": words}), _chunk({}, "stop")), raw=b"data: [DONE]\n\n")


_HEAD = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}


def _chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {**_HEAD, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}


@dataclass
class Provider:
    """A running provider."""

    url: str
    """Its base URL."""
    script: list[Reply]
    """Replies still to give; the last one is given again and again."""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    """The request bodies received, in order."""

    def settings(self, **changes: Any) -> Settings:
        """Settings that lead to this provider, with no time between attempts."""
        return Settings(
            _env_file=None,
            **{
                "llm_model": "scripted",
                "llm_base_url": self.url,
                "llm_retry_wait": 0.0,
                **changes,
            },
        )


@contextmanager
def provider(*script: Reply) -> Iterator[Provider]:
    """Run a provider that gives the scripted replies in order."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            state.bodies.append(json.loads(body))
            reply = state.script.pop(0) if len(state.script) > 1 else state.script[0]
            self.send_response(reply.status)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            for chunk in reply.chunks:
                self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
            self.wfile.write(reply.raw)

        def do_GET(self) -> None:
            data = json.dumps({"object": "list", "data": []}).encode()
            self.send_response(state.script[0].status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Keep the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state = Provider(f"http://127.0.0.1:{server.server_port}/v1", list(script))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
