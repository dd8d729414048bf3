"""One call for identical requests at the same time.

Two clients who post the same article in the same second need one answer: the second waits for
the first's call and hears it from its beginning. The call ends early only when nobody waits for
it any more.
"""

from asyncio import Task, create_task, gather, shield
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from service.gateway.budget import Budget

_Answer = TypeVar("_Answer")


class Listener(Protocol):
    """Hears an answer while it is being given."""

    def begin(self) -> None:
        """An answer begins; what was heard of another one before is void."""

    def hear(self, text: str) -> None:
        """The answer goes on with `text`."""


@dataclass(frozen=True, slots=True, eq=False)
class Caller:
    """Who asks: pays for the call if nobody did before, and may listen."""

    budget: Budget
    """Pays."""
    listener: Listener | None = None
    """Hears the answer from its beginning; None where nobody needs it before it is whole."""


class Flight(Generic[_Answer]):
    """A call on its way, and who waits for it; itself the Listener of the call."""

    def __init__(self, caller: Caller) -> None:
        self.task: Task[_Answer]
        self.payer = caller
        """The first who waits; the last who did, once nobody does."""
        self._waiting: list[Caller] = []
        self._said: list[str] = []

    @property
    def is_wanted(self) -> bool:
        """Whether anybody waits for it."""
        return bool(self._waiting)

    def board(self, caller: Caller) -> None:
        """Let one more wait, who hears what was said so far."""
        self._waiting.append(caller)
        if caller.listener is not None:
            caller.listener.begin()
            for text in self._said:
                caller.listener.hear(text)

    def leave(self, caller: Caller) -> None:
        """Let one go."""
        self._waiting.remove(caller)
        if self._waiting and not self.task.done():
            self.payer = self._waiting[0]

    def begin(self) -> None:
        """An answer begins."""
        self._said.clear()
        for caller in self._waiting:
            if caller.listener is not None:
                caller.listener.begin()

    def hear(self, text: str) -> None:
        """The answer goes on."""
        self._said.append(text)
        for caller in self._waiting:
            if caller.listener is not None:
                caller.listener.hear(text)


class Flights(Generic[_Answer]):
    """The calls on their way, by what they ask."""

    def __init__(self) -> None:
        self._flying: dict[bytes, Flight[_Answer]] = {}

    async def share(
        self,
        key: bytes,
        call: Callable[[Flight[_Answer]], Coroutine[None, None, _Answer]],
        caller: Caller,
    ) -> _Answer:
        """Await the call for `key`: the one on its way, or a new one.

        Args:
            key: Equal for requests that may share an answer.
            call: Makes the call, and tells the flight what it hears.
            caller: Who asks.
        """
        flight = self._flying.get(key)
        shared = flight is not None
        if flight is None:
            flight = self._flying[key] = Flight[_Answer](caller)
            flight.task = create_task(call(flight))
            flight.task.add_done_callback(lambda task: self._landed(key, task))
        flight.board(caller)
        try:
            answer = await shield(flight.task)
        finally:
            flight.leave(caller)
            if not flight.is_wanted and not flight.task.done():
                del self._flying[key]
                flight.task.cancel()
                await gather(flight.task, return_exceptions=True)
        if shared and flight.payer is not caller:
            caller.budget.shared += 1
        return answer

    def _landed(self, key: bytes, task: Task[_Answer]) -> None:
        flight = self._flying.get(key)
        if flight is not None and flight.task is task:
            del self._flying[key]
        if not task.cancelled():
            task.exception()  # seen, also where everybody who waited has left
