"""A real HTTP server on loopback that plays an OpenAI-compatible provider from a script.

It fails in every way that a test can think of: status codes and headers, delays, drips, garbage,
connections that close or reset in the middle. It runs in a thread of its own for code that blocks
(`provider`), or in the test's own event loop (`serving`), where `tests/clock.py` lets time pass
at once: then a minute's delay takes no time.
"""

import asyncio
import json
import struct
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from socket import SO_LINGER, SOL_SOCKET
from threading import Event, Thread
from typing import Any

from service.settings import Settings

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Reply:
    """One scripted response."""

    status: int = 200
    """HTTP status."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Besides those that HTTP needs."""
    chunks: tuple[dict[str, Any], ...] = ()
    """Events of the stream, in order."""
    raw: bytes = b""
    """What is sent after the chunks, as it is."""
    delay: float = 0.0
    """Time before the first byte. In seconds."""
    drip: float = 0.0
    """Time before every event but the first. In seconds."""
    ends: str = "well"
    """`well`; `closed`: the connection closes in the middle; `reset`: it is reset there;
    `never`: nothing more comes until the client leaves."""

    def but(self, **changes: Any) -> "Reply":
        """The same with changes."""
        return replace(self, **changes)


def says(content: str, *, finish: str | None = "stop", size: int = 40) -> Reply:
    """An answer streamed in pieces of `size` characters, with its usage at the end."""
    pieces = [content[i : i + size] for i in range(0, len(content), size)]
    return Reply(
        chunks=(
            *(chunk({"content": piece}) for piece in pieces),
            *([chunk({}, finish)] if finish else []),
            {**_HEAD, "choices": [], "usage": USAGE},
        ),
        raw=b"data: [DONE]\n\n",
    )


def calls(arguments: str) -> Reply:
    """An answer by way of a tool."""
    called = [{"index": 0, "id": "t", "type": "function", "function": {"arguments": arguments}}]
    return Reply(
        chunks=(
            chunk({"tool_calls": called}),
            chunk({}, "tool_calls"),
            {**_HEAD, "choices": [], "usage": USAGE},
        ),
        raw=b"data: [DONE]\n\n",
    )


def refuses(words: str) -> Reply:
    """A model that declines."""
    return Reply(chunks=(chunk({"refusal": words}), chunk({}, "stop")), raw=b"data: [DONE]\n\n")


def fails(status: int, message: str = "", *, headers: Any = None, **error: str) -> Reply:
    """A provider that answers with an error, as OpenAI's API words it."""
    body = {"error": {"message": message, **error}}
    return Reply(status=status, headers=headers or {}, raw=json.dumps(body).encode())


USAGE = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}
_HEAD = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}


def chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    """One event of a stream."""
    return {**_HEAD, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}


Script = Callable[[dict[str, Any]], Reply]
"""Gives the reply to a request's body."""


@dataclass
class Provider:
    """A running provider."""

    reply: Script
    """What it answers."""
    url: str = ""
    """Its base URL."""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    """The request bodies received, in order."""
    at: list[float] = field(default_factory=list)
    """When each was received, by the clock of its event loop. In seconds."""
    finished: int = 0
    """Replies sent to the end."""
    running: int = 0
    """Replies on their way."""
    most_running: int = 0
    """The most that were on their way at once."""

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

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection, until the client closes it."""
        try:
            while request := await _request(reader):
                method, body = request
                await self._answer(method, body, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client left; that it may is what some tests are about
        finally:
            writer.close()

    async def _answer(
        self, method: str, body: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if method == "GET":
            reply = self.reply({}).but(raw=b'{"object": "list", "data": []}', chunks=())
        else:
            self.bodies.append(json.loads(body))
            self.at.append(asyncio.get_running_loop().time())
            reply = self.reply(self.bodies[-1])
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        sending = asyncio.ensure_future(_send(reply, writer))
        leaving = asyncio.ensure_future(_gone(reader))
        try:
            await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not sending.done():
                raise ConnectionResetError
            sending.result()
            self.finished += 1
        finally:
            self.running -= 1
            sending.cancel()
            leaving.cancel()
            await asyncio.gather(sending, leaving, return_exceptions=True)


async def _request(reader: asyncio.StreamReader) -> tuple[str, bytes] | None:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = await reader.readline()
        if not line:
            return None
        head += line
    first, *lines = head.decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines if line)
    return first.split(" ")[0], await reader.readexactly(int(headers.get("content-length", 0)))


async def _gone(reader: asyncio.StreamReader) -> None:
    """Return when the client has closed the connection. It sends nothing while it is answered."""
    while not reader.at_eof():
        waiter = reader._wait_for_data  # type: ignore[attr-defined]  # noqa: SLF001
        await waiter("gone")


async def _send(reply: Reply, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(reply.delay)
    is_error = reply.status >= 400
    headers = {
        "content-type": "application/json" if is_error else "text/event-stream",
        "transfer-encoding": "chunked",
        **reply.headers,
    }
    lines = [f"HTTP/1.1 {reply.status} Scripted", *(f"{k}: {v}" for k, v in headers.items())]
    writer.write("\r\n".join([*lines, "", ""]).encode())
    for number, event in enumerate(reply.chunks):
        if number and reply.drip:
            await writer.drain()
            await asyncio.sleep(reply.drip)
        _write(writer, b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n")
    if reply.raw:
        _write(writer, reply.raw)
    await writer.drain()
    if reply.ends == "never":
        await asyncio.Event().wait()
    if reply.ends == "reset":
        writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, _RESET_ON_CLOSE)
    if reply.ends != "well":
        raise ConnectionResetError
    writer.write(b"0\r\n\r\n")
    await writer.drain()


def _write(writer: asyncio.StreamWriter, data: bytes) -> None:
    for start in range(0, len(data), 65_536):
        piece = data[start : start + 65_536]
        writer.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")


def _in_order(replies: tuple[Reply, ...]) -> Script:
    """Give the replies in order; the last one again and again."""
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


@asynccontextmanager
async def serving(*script: Reply, by: Script | None = None) -> AsyncIterator[Provider]:
    """Run a provider in this event loop; `by` finds the reply to each body."""
    running = Provider(by or _in_order(script))
    connections: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(running.serve(reader, writer))
        connections.add(task)
        task.add_done_callback(connections.discard)

    server = await asyncio.start_server(connected, "127.0.0.1", 0, limit=2**20, backlog=1024)
    running.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield running
    finally:
        server.close()
        for task in list(connections):
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)


@contextmanager
def provider(*script: Reply, by: Script | None = None) -> Iterator[Provider]:
    """Run a provider in a thread, for code that blocks this one."""
    started = Event()
    found: list[Provider] = []
    stopping: list[Callable[[], object]] = []

    async def run() -> None:
        async with serving(*script, by=by) as running:
            stop = asyncio.Event()
            loop = asyncio.get_running_loop()
            found.append(running)
            stopping.append(lambda: loop.call_soon_threadsafe(stop.set))
            started.set()
            await stop.wait()

    thread = Thread(target=asyncio.run, args=(run(),))
    thread.start()
    started.wait()
    try:
        yield found[0]
    finally:
        stopping[0]()
        thread.join()
