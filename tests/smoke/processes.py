"""Servers that a smoke run starts, and ends by their own process, whatever happens."""

import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_START = 120.0
"""Time that a server has to say where it listens. In seconds."""
_END = 15.0
"""Time that it has to end when it is told to. In seconds."""
_SHOWN = 20
"""Last lines of the log that are shown where a server did not start."""


@dataclass
class Server:
    """A running server."""

    address: str = ""
    """Its URL, without a path."""
    log: list[str] = field(default_factory=list)
    """What it has written, line by line."""


@contextmanager
def serving(
    command: Sequence[str | Path], environment: Mapping[str, str] | None, folder: Path
) -> Iterator[Server]:
    """Run a server of loopback until the block ends.

    Args:
        command: Starts it; it says its address on standard output or standard error.
        environment: Its whole environment; None for ours.
        folder: Its working directory.

    Raises:
        RuntimeError: It did not say where it listens; the message has the end of its log.
    """
    server, ready = Server(), Event()
    with subprocess.Popen(  # noqa: S603 - our own commands
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        cwd=folder,
        text=True,
        errors="replace",
    ) as process:

        def read() -> None:
            assert process.stdout is not None
            for line in process.stdout:
                server.log.append(line)
                if not ready.is_set() and (found := _ADDRESS.search(line)):
                    server.address = found.group()
                    ready.set()
            ready.set()

        reading = Thread(target=read)
        reading.start()
        try:
            ready.wait(_START)
            if not server.address:
                message = f"{command[0]} did not start:\n{''.join(server.log[-_SHOWN:])}"
                raise RuntimeError(message)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(_END)
            except subprocess.TimeoutExpired:
                process.kill()
            reading.join()
