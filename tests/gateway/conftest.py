"""A gateway to a provider that lives in the test's own event loop."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from service.gateway import connect
from service.gateway.budget import Budget
from service.gateway.client import Gateway
from service.gateway.route import Answer
from tests.provider import Provider

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
