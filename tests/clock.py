"""An event loop whose time passes at once: what waits for a minute is there in a millisecond.

Where nothing is left to do but wait for a timer, the clock jumps to it. Sockets come first: both
ends of a test's connections live in this loop, and what one has written on loopback the other can
read, so a timer is never taken to be due while bytes are under way. While a thread works for the
loop, time is real.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

_Result = TypeVar("_Result")
_GRACE = 0.002
"""Seconds of real time in which bytes that are under way arrive."""


class _Selector(selectors.DefaultSelector):
    """Waits for sockets, and instead of waiting for a timer moves the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.ahead = 0.0
        self.threads = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait as long as the loop's clock says."""
        if self.threads or timeout is None or timeout <= 0:
            return super().select(timeout)
        if ready := super().select(_GRACE):
            return ready
        self.ahead += timeout
        return []


class JumpingLoop(asyncio.SelectorEventLoop):
    """The event loop."""

    def __init__(self) -> None:
        self._jumping = _Selector()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Real time, and what was jumped over. In seconds."""
        return super().time() + self._jumping.ahead

    def run_in_executor(  # type: ignore[override]  # typeshed ties args to func's own
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Run in a thread; time is real until it has ended."""
        self._jumping.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._landed)
        return future

    def _landed(self, _: object) -> None:
        self._jumping.threads -= 1


def at_once(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Run a coroutine in a loop whose time passes at once."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(work)
