"""A gateway to a provider that lives in the test's own event loop."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from typing import Any

import pytest

from service.errors import ModelError
from service.gateway import connect
from service.gateway.budget import Budget
from service.gateway.client import Gateway
from service.gateway.route import Answer
from tests.clock import at_once
from tests.provider import Provider, Reply, Script, serving

REQUEST = {"messages": [{"role": "user", "content": "a secret word"}]}


@asynccontextmanager
async def connected(running: Provider, **settings: Any) -> AsyncIterator[Gateway]:
    """A gateway to `running`."""
    gateway = connect(running.settings(**settings))
    assert gateway is not None
    try:
        yield gateway
    finally:
        await gateway.aclose()


async def ask(
    gateway: Gateway, running: Provider, budget: Budget | None = None, /, **request: Any
) -> Answer:
    """One call to the first model."""
    paying = budget or Budget.start(running.settings())
    return await gateway.routes[0].complete(REQUEST | request, paying)


def numbered(number: int) -> dict[str, Any]:
    """A request that is like no other."""
    return {"messages": [{"role": "user", "content": f"a secret word {number}"}]}


class Called:
    """What one call led to."""

    def __init__(self, running: Provider) -> None:
        self.provider = running
        self.answer = ""
        self.budget: Budget
        self.took = 0.0

    @property
    def outcomes(self) -> list[str]:
        """How the attempts ended."""
        return [attempt.outcome.value for attempt in self.budget.attempts]

    @property
    def waits(self) -> list[float]:
        """Seconds between attempts."""
        at = self.provider.at
        return [round(later - sooner, 1) for sooner, later in pairwise(at)]


def call(
    *script: Reply, by: Script | None = None, called: list[Called] | None = None, **settings: Any
) -> Called:
    """Make one call to a provider that plays the script; `called` gets it also if it fails."""

    async def run() -> Called:
        async with serving(*script, by=by) as running:
            outcome = Called(running)
            if called is not None:
                called.append(outcome)
            wanted = running.settings(**settings)
            gateway = connect(wanted)
            assert gateway is not None
            clock = asyncio.get_running_loop().time
            outcome.budget = Budget.start(wanted)
            started = clock()
            try:
                answer = await gateway.routes[0].complete(REQUEST, outcome.budget)
                outcome.answer = answer.text
            finally:
                outcome.took = clock() - started
                await gateway.aclose()
            return outcome

    return at_once(run())


def failing(*script: Reply, error: type[ModelError], match: str, **settings: Any) -> Called:
    """Make one call that ends in an error."""
    called: list[Called] = []
    with pytest.raises(error, match=match) as raised:
        call(*script, called=called, **settings)
    assert "secret" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None
    return called[0]
