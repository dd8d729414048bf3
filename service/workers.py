"""Processes that compute for a service, so that it goes on listening on its own core.

Python computes on one core a process. A service whose model answers in half a second spends more
time on proofs than on waiting, from some fifty clients on; here they get cores of their own.
"""

import asyncio
import logging
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import ParamSpec, Self, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
logger = logging.getLogger(__name__)


class Workers:
    """A number of processes; one that dies is replaced, and its work is done here."""

    def __init__(self, count: int, warm: Callable[[], object]) -> None:
        """Start them.

        Args:
            count: How many; at least 1.
            warm: What each does first: imports what it will need.
        """
        self._count = count
        self._warm = warm
        self._pool = self._started()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    async def run(
        self, work: Callable[_Given, _Result], *args: _Given.args, **kwargs: _Given.kwargs
    ) -> _Result:
        """Call a module's function with data for arguments.

        Raises:
            Exception: As `work` raises it.
        """
        call = partial(work, *args, **kwargs)
        pool = self._pool
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, call)
        except BrokenProcessPool:
            if pool is self._pool:
                logger.warning("a worker died; %d new ones are started", self._count)
                self._pool = self._started()
        return await asyncio.to_thread(call)

    def _started(self) -> ProcessPoolExecutor:
        # Forking a process with threads may deadlock; this starts clean ones.
        pool = ProcessPoolExecutor(self._count, get_context("spawn"), _begin, (self._warm,))
        for _ in range(self._count):
            pool.submit(int)  # starts a process each, before there is work
        return pool


def _begin(warm: Callable[[], object]) -> None:
    """Make a process one that ends with its parent, and not before."""
    # Ctrl-C in a terminal reaches the whole group; the parent says when it is time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    warm()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)  # the parent was killed: nobody waits for what is computed here
