"""How many calls one provider gets at once.

The limit adapts as DCTCP's window does (Alizadeh et al., SIGCOMM 2010): it shrinks by half the
share of calls that are answered 429, so that a stray one costs next to nothing and a flood of them
halves it every second; every answer lets it grow again, by one for each full round of calls. Where
the provider says how long, no call starts until then. Who finds no free place waits in a queue of
bounded length, first come first served; who finds the queue full is turned away at once, which
costs the caller nothing, while waiting for a place that comes too late would.
"""

from asyncio import Future, TimerHandle, get_running_loop
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from service.errors import Overloaded
from service.gateway import metrics

_SHRINKS_EVERY = 1.0
"""Seconds at least: the calls that one burst of 429s answers are one signal, not sixty."""
_GAIN = 1 / 16
"""Weight of the newest call in the share of those that were throttled, as in DCTCP."""
_SMOOTHING = 0.2
"""Weight of the newest call in the mean duration."""


class Limiter:
    """Places for calls to one provider."""

    def __init__(self, provider: str, limit: int, queue: int) -> None:
        self._provider = provider
        self._most = limit
        self._queue = queue
        self._allowed = float(limit)
        self._running = 0
        self._waiting: deque[Future[None]] = deque()
        self._closed_until = 0.0
        self._shrunk_at = float("-inf")
        self._throttled = 0.0
        self._mean = 1.0
        self._reopening: TimerHandle | None = None

    @property
    def allowed(self) -> int:
        """Calls that may run at once, as of now."""
        return int(self._allowed)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Wait for a place, and hold it.

        Raises:
            Overloaded: The queue is full.
        """
        await self._enter()
        clock = get_running_loop().time
        started = clock()
        try:
            with metrics.RUNNING.labels(self._provider).track_inprogress():
                yield
        finally:
            self._mean += _SMOOTHING * (clock() - started - self._mean)
            self._running -= 1
            self._admit()

    def answered(self) -> None:
        """An answer came: one more call at once, after a full round of them."""
        self._throttled -= _GAIN * self._throttled
        self._allowed = min(float(self._most), self._allowed + 1 / self._allowed)

    def throttled(self, seconds: float | None) -> None:
        """The provider asked for fewer calls, and for none in the next `seconds` if given."""
        self._throttled += _GAIN * (1 - self._throttled)
        now = get_running_loop().time()
        if now - self._shrunk_at >= _SHRINKS_EVERY:
            self._shrunk_at = now
            self._allowed = max(1.0, self._allowed * (1 - self._throttled / 2))
        if seconds is not None:
            self.close_for(seconds)

    def close_for(self, seconds: float) -> None:
        """Start no call for so many seconds; those that run go on."""
        self._closed_until = max(self._closed_until, get_running_loop().time() + seconds)

    async def _enter(self) -> None:
        self._admit()
        if not self._waiting and self._is_free():
            self._running += 1
            return
        if len(self._waiting) >= self._queue:
            message = (
                f"{self._running} calls to {self._provider} run and {len(self._waiting)} wait "
                "(NUTGRAF_LLM_CONCURRENCY, NUTGRAF_LLM_QUEUE)"
            )
            metrics.SHED.labels(self._provider).inc()
            raise Overloaded(message, retry_after=self._until_a_place_is_free())
        turn: Future[None] = get_running_loop().create_future()
        self._waiting.append(turn)
        self._admit()
        try:
            with metrics.WAITING.labels(self._provider).track_inprogress():
                await turn
        except BaseException:
            # Whoever gives up after the place was given to him hands it on.
            if turn.done() and not turn.cancelled():
                self._running -= 1
            else:
                with suppress(ValueError):  # it may have been passed over already
                    self._waiting.remove(turn)
            self._admit()
            raise

    def _is_free(self) -> bool:
        return self._running < self.allowed and get_running_loop().time() >= self._closed_until

    def _admit(self) -> None:
        """Give free places to those who wait longest."""
        while self._waiting and self._is_free():
            turn = self._waiting.popleft()
            if not turn.done():
                self._running += 1
                turn.set_result(None)
        loop = get_running_loop()
        if self._waiting and loop.time() < self._closed_until:
            if self._reopening is not None:
                self._reopening.cancel()
            self._reopening = loop.call_at(self._closed_until, self._admit)

    def _until_a_place_is_free(self) -> float:
        """Seconds, by the mean duration of a call: a guess, and at least one."""
        rounds = (len(self._waiting) + 1) / max(1, self.allowed)
        closed = self._closed_until - get_running_loop().time()
        return max(1.0, rounds * self._mean, closed)
