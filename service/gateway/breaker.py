"""Stops asking a provider that keeps failing (Nygard, "Release It!": circuit breaker).

Ten failures in a row open the breaker; a provider that fails three calls in ten at random does
that once in 170,000 calls, one that is down after its first ten. While it is open, calls end at
once and go on to the next provider or to the rules. After half a minute one call is let through:
if it is answered the breaker closes, else the wait starts again.
"""

from asyncio import get_running_loop

from service.errors import ProviderUnavailable

FAILURES = 10
"""In a row, before the breaker opens."""
PAUSE = 30.0
"""Seconds for which it stays open."""


class Breaker:
    """Whether one provider may be asked."""

    def __init__(self, provider: str) -> None:
        self._provider = provider
        self._failures = 0
        self._opened_at: float | None = None
        self._probing = False

    def check(self) -> None:
        """Let a call pass, or not.

        Raises:
            ProviderUnavailable: The breaker is open; `retry_after` says for how long.
        """
        if self._opened_at is None:
            return
        left = self._opened_at + PAUSE - get_running_loop().time()
        if left > 0 or self._probing:
            message = (
                f"the provider {self._provider} failed {self._failures} times in a row and is "
                "not asked for a while"
            )
            raise ProviderUnavailable(message, retry_after=max(left, 1.0))
        self._probing = True

    def succeeded(self) -> None:
        """It answered, if only to refuse."""
        self._failures = 0
        self._opened_at = None
        self._probing = False

    def failed(self) -> None:
        """It gave no answer."""
        self._failures += 1
        self._probing = False
        if self._failures >= FAILURES:
            self._opened_at = get_running_loop().time()

    def gave_up(self) -> None:
        """The call ended without saying anything about the provider."""
        self._probing = False
