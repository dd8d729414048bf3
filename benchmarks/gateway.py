"""What the service adds to a bare instructor call: latency, throughput, CPU and memory.

    .venv/bin/python benchmarks/gateway.py

A provider on loopback gives a recorded answer after 0 or after 500 ms. Asked by 1, 50 and 200
clients at once are, in turn and in the same run: instructor over the openai SDK with the same
prompt and schema, and the whole service over HTTP (`nutgraf serve`), which drafts, grounds, audits
and composes. Every request has an article of its own, so that no answer is shared. Provider,
service, bare client and load each have a process of their own; this machine's cores are theirs to
share. The last line is one JSON object; the exit code is 1 where a bound is missed.
"""

# ruff: noqa: INP001, T201 - a script, part of no package, whose output is what it prints

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from itertools import count
from pathlib import Path
from platform import machine, python_version
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from schemas import Article, Sentence, WireDraft
from service.gateway.cassette import read
from service.prompt import render_draft
from service.segment import segment

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds" / "a01-tessel-reservoir.json"
CASSETTE = ROOT / "cassettes" / "a01-tessel-reservoir.yaml"
LATENCIES_MS = (0, 500)
CLIENTS = {1: 20, 50: 500, 200: 1_000}
"""Requests by clients at once."""
BOUNDED = (1, 50)
RATIO = 1.10
"""p50 of the service over p50 of the bare call: bound at 500 ms, for 1 and for 50 clients."""
MEMORY_MB = 300.0
"""Megabytes (10⁶ bytes) that the service may have resident at its peak."""
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_STREAM = re.compile(rb'"stream": *true')


def edition(number: int) -> Article:
    """The article, with a last line that no other request has."""
    seed = json.loads(ARTICLE.read_text("utf-8"))
    text = f"{seed['text']}\n\nEdition {number}."
    return Article(text=text, title=seed["title"], language="en")


# The provider.


class _Provider(asyncio.Protocol):
    """Answers every request on a connection with the same words, after a while."""

    def __init__(self, streamed: bytes, whole: bytes, delay: float) -> None:
        self._streamed, self._whole, self._delay, self._read = streamed, whole, delay, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: Any = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        head, blank, body = self._read.partition(b"\r\n\r\n")
        found = _LENGTH.search(head)
        if not blank or not found or len(body) < int(found[1]):
            return
        self._read = body[int(found[1]) :]
        answer = self._streamed if _STREAM.search(body) else self._whole
        asyncio.get_running_loop().call_later(self._delay, self._transport.write, answer)


async def provide(delay_ms: int) -> None:
    """Serve until killed; prints the port."""
    (recorded,) = list(read(CASSETTE))[:1]
    events = [line[6:] for line in recorded.content.splitlines() if line.startswith(b"data: {")]
    deltas = [choice["delta"] for event in events for choice in json.loads(event)["choices"]]
    message = {"role": "assistant", "content": "".join(d.get("content") or "" for d in deltas)}
    body = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "bridge",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 2_600, "completion_tokens": 500, "total_tokens": 3_100},
    }
    streamed = _http(b"text/event-stream", recorded.content)
    whole = _http(b"application/json", json.dumps(body).encode())
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: _Provider(streamed, whole, delay_ms / 1000), "127.0.0.1", 0, backlog=1024
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def _http(media: bytes, content: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: %b\r\ncontent-length: %d\r\n\r\n"
    return head % (media, len(content)) + content


# The load.


async def load(call: Callable[[int], Awaitable[None]], clients: int, requests: int) -> list[float]:
    """Milliseconds of each request; `clients` ask one after another, all at once."""
    numbers = iter(range(requests))
    took: list[float] = []

    async def client() -> None:
        for number in numbers:
            started = perf_counter()
            await call(number)
            took.append((perf_counter() - started) * 1000)

    await asyncio.gather(*(client() for _ in range(clients)))
    return took


async def bare(url: str, clients: int, requests: int) -> None:
    """Measure instructor alone; prints the figures."""
    import instructor  # noqa: PLC0415 - this process only
    import openai  # noqa: PLC0415

    client = instructor.from_openai(
        openai.AsyncOpenAI(api_key="none", base_url=url, max_retries=0, timeout=600),
        mode=instructor.Mode.JSON_SCHEMA,
    )

    async def call(number: int) -> None:
        article = edition(number)
        sentences: tuple[Sentence, ...] = segment(article)
        prompt = render_draft(article, sentences, 4)
        await client.chat.completions.create(
            model="bridge",
            response_model=WireDraft,
            max_retries=1,
            messages=[message.model_dump() for message in prompt.messages],
        )

    await report(call, clients, requests, os.getpid())


async def through(address: str, clients: int, requests: int, pid: int) -> None:
    """Measure the service; prints the figures."""
    host, port = address.split(":")
    idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def call(number: int) -> None:
        reader, writer = (
            idle.pop() if idle else await asyncio.open_connection(host, int(port), limit=2**22)
        )
        article = edition(number).model_dump(mode="json", exclude_none=True)
        body = json.dumps({"article": article, "engine": "llm"}).encode()
        head = f"POST /v1/summaries HTTP/1.1\r\nhost: {address}\r\ncontent-length: {len(body)}\r\n"
        writer.write(head.encode() + b"content-type: application/json\r\n\r\n" + body)
        status = await reader.readuntil(b"\r\n\r\n")
        answer = await reader.readexactly(int(_LENGTH.search(status)[1]))  # type: ignore[index]
        if not status.startswith(b"HTTP/1.1 200") or b'"degraded":false' not in answer:
            message = f"a request was lost: {status.splitlines()[0].decode()}"
            raise SystemExit(message)
        idle.append((reader, writer))

    await report(call, clients, requests, pid)


async def report(
    call: Callable[[int], Awaitable[None]], clients: int, requests: int, pid: int
) -> None:
    """Warm up, measure, and print one line of JSON."""
    fresh = count(10_000_000)
    await load(lambda _: call(next(fresh)), min(clients, 50), min(requests, 50))
    cpu, started = cpu_seconds(pid), perf_counter()
    took = await load(call, clients, requests)
    seconds = perf_counter() - started
    figures = {
        "p50_ms": round(median(took), 1),
        "p99_ms": round(quantiles(took, n=100)[-1], 1),
        "requests_per_s": round(requests / seconds, 1),
        "cpu_ms": round((cpu_seconds(pid) - cpu) / requests * 1000, 2),
        "answered": len(took),
    }
    print(json.dumps(figures), flush=True)


def cpu_seconds(pid: int) -> float:
    """CPU that a process has taken so far."""
    if pid == os.getpid():
        return process_time()
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# The run.


@contextmanager
def process(*arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run this script, or the service, as a process that ends with the block."""
    running = subprocess.Popen(  # noqa: S603 - our own commands
        arguments,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if "serve" in arguments else None,
        text=True,
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def figures_of(*arguments: str) -> dict[str, float]:
    """What a run of this script prints."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, __file__, *arguments], stdout=subprocess.PIPE, text=True, check=True
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def measure(delay_ms: int) -> Iterator[dict[str, Any]]:
    """One row for each number of clients, and the service's peak of memory in the last."""
    with process(sys.executable, __file__, "provide", str(delay_ms)) as provider:
        assert provider.stdout is not None  # noqa: S101
        url = f"http://127.0.0.1:{provider.stdout.readline().strip()}/v1"
        for clients, requests in CLIENTS.items():
            alone = figures_of("bare", url, str(clients), str(requests))
            environment = {"NUTGRAF_LLM_MODEL": "bridge", "NUTGRAF_LLM_BASE_URL": url}
            environment["NUTGRAF_LLM_CONCURRENCY"] = "200"
            command = str(Path(sys.executable).with_name("nutgraf"))
            with process(command, "serve", "--port", "0", **environment) as service:
                assert service.stderr is not None  # noqa: S101
                while "listens on http://" not in (line := service.stderr.readline()):
                    pass
                address = line.split("http://")[1].split()[0]
                silent(service)
                ours = figures_of("through", address, str(clients), str(requests), str(service.pid))
                memory = peak_mb(service.pid)
            yield {
                "latency_ms": delay_ms,
                "clients": clients,
                "bare": alone,
                "service": ours,
                "ratio_p50": round(ours["p50_ms"] / alone["p50_ms"], 2),
                "memory_mb": memory,
            }


def silent(service: subprocess.Popen[str]) -> None:
    """Read the service's log away, or its pipe would fill and stop it."""
    from threading import Thread  # noqa: PLC0415 - here only

    Thread(target=lambda: list(service.stderr or ()), daemon=True).start()


def peak_mb(pid: int) -> float:
    """Megabytes resident at the peak."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return round(int(status.split("VmHWM:")[1].split()[0]) * 1024 / 1e6, 1)


def main() -> int:
    """Measure all, print a table and one JSON object."""
    rows = [row for delay in LATENCIES_MS for row in measure(delay)]
    print(f"{'provider':>9} {'clients':>8}   {'p50 ms':>16} {'p99 ms':>16} {'req/s':>14}")
    print(f"{'':>9} {'':>8}   " + f"{'bare  service':>16} " * 2 + f"{'bare  service':>14} CPU ms")
    missed = []
    for row in rows:
        alone, ours = row["bare"], row["service"]
        print(
            f"{row['latency_ms']:>6} ms {row['clients']:>8}   "
            f"{alone['p50_ms']:>7} {ours['p50_ms']:>8} {alone['p99_ms']:>7} {ours['p99_ms']:>8} "
            f"{alone['requests_per_s']:>6} {ours['requests_per_s']:>7} "
            f"{alone['cpu_ms']:>6} {ours['cpu_ms']:>6}  x{row['ratio_p50']} {row['memory_mb']} MB"
        )
        where = f"{row['clients']} clients at {row['latency_ms']} ms"
        if row["latency_ms"] and row["clients"] in BOUNDED and row["ratio_p50"] > RATIO:
            missed.append(f"p50 at {where}: {row['ratio_p50']} times the bare call's, not {RATIO}")
        if row["memory_mb"] > MEMORY_MB:
            missed.append(f"memory at {where}: {row['memory_mb']} MB, not {MEMORY_MB}")
    for one in missed:
        print(f"missed: {one}")
    versions = {name: version(name) for name in ("nutgraf", "instructor", "openai", "fastapi")}
    system = {"python": python_version(), "machine": machine(), "cores": os.cpu_count()}
    print(json.dumps({"rows": rows, "missed": missed, **versions, **system}))
    return 1 if missed else 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["provide", delay]:
            asyncio.run(provide(int(delay)))
        case ["bare", url, clients, requests]:
            asyncio.run(bare(url, int(clients), int(requests)))
        case ["through", address, clients, requests, pid]:
            asyncio.run(through(address, int(clients), int(requests), int(pid)))
        case _:
            sys.exit(main())
