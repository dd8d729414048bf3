"""How many calls one provider gets at once."""

import asyncio
from typing import Any

import pytest

from schemas import Outcome
from service.errors import Overloaded
from service.gateway.budget import Budget
from service.gateway.limiter import Limiter
from tests.clock import at_once
from tests.gateway.conftest import ask, connected, numbered
from tests.provider import Provider, Reply, fails, says, serving


def all_at_once(count: int, reply: Any, **settings: Any) -> tuple[Provider, list[object]]:
    """Ask `count` different things at once."""

    async def run() -> tuple[Provider, list[object]]:
        by = reply if callable(reply) else lambda _: reply
        async with serving(by=by) as running, connected(running, **settings) as gateway:
            asking = [ask(gateway, running, **numbered(n)) for n in range(count)]
            return running, await asyncio.gather(*asking, return_exceptions=True)

    return at_once(run())


def test_no_more_calls_run_at_once_than_are_allowed_and_all_are_answered() -> None:
    running, answers = all_at_once(30, says("x").but(delay=1.0), llm_concurrency=7)
    assert running.most_running == 7
    assert not [answer for answer in answers if isinstance(answer, BaseException)]


def test_who_finds_the_queue_full_is_turned_away_at_once_and_told_when_to_come_back() -> None:
    running, answers = all_at_once(10, says("x").but(delay=9.0), llm_concurrency=2, llm_queue=3)
    shed = [answer for answer in answers if isinstance(answer, Overloaded)]
    assert len(shed) == 5
    assert len(running.bodies) == 5
    assert all(error.retry_after is not None and error.retry_after >= 1 for error in shed)


def test_a_stray_429_costs_little_a_flood_halves_every_second_and_answers_bring_back() -> None:
    async def run() -> list[int]:
        limiter = Limiter("p", 64, 100)
        limiter.throttled(None)
        seen = [limiter.allowed]
        for _ in range(3):
            await asyncio.sleep(2)
            for _ in range(60):
                limiter.throttled(None)
            seen.append(limiter.allowed)
        for _ in range(2_000):
            limiter.answered()
        return [*seen, limiter.allowed]

    stray, first, second, third, after = at_once(run())
    assert stray >= 62
    assert first > second > third
    assert third == pytest.approx(second / 2, abs=1)
    assert after == 64


def test_a_provider_that_allows_few_calls_gets_few_and_all_are_answered_in_the_end() -> None:
    found: list[Provider] = []

    def strict(_: dict[str, Any]) -> Reply:
        if found[0].running > 4:
            return fails(429, headers={"retry-after": "1"})
        return says("x").but(delay=1.0)

    async def run() -> tuple[Provider, list[object]]:
        async with serving(by=strict) as running, connected(running, llm_attempts=10) as gateway:
            found.append(running)
            asking = [ask(gateway, running, **numbered(n)) for n in range(40)]
            return running, await asyncio.gather(*asking, return_exceptions=True)

    provider, answers = at_once(run())
    assert not [answer for answer in answers if isinstance(answer, BaseException)]
    assert len(provider.bodies) < 200, "it was not asked over and over"


def test_no_call_starts_while_the_provider_wants_none() -> None:
    used_up = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "30s"}

    async def run() -> Provider:
        script = (says("x").but(headers=used_up), says("x"))
        async with serving(*script) as running, connected(running) as gateway:
            for number in range(3):
                await ask(gateway, running, **numbered(number))
            return running

    first, second, third = at_once(run()).at
    assert second - first == pytest.approx(30, abs=0.5)
    assert third - second < 1


def test_who_leaves_the_queue_gives_his_place_to_the_next() -> None:
    async def run() -> list[str]:
        limiter = Limiter("p", 1, 10)
        order: list[str] = []

        async def hold(name: str) -> None:
            async with limiter.place():
                order.append(name)
                await asyncio.sleep(5)

        first, second, third = (asyncio.ensure_future(hold(name)) for name in "abc")
        await asyncio.sleep(1)
        second.cancel()
        await asyncio.gather(first, second, third, return_exceptions=True)
        return order

    assert at_once(run()) == ["a", "c"]


def test_a_call_that_was_given_up_leaves_its_place() -> None:
    async def run() -> list[Outcome]:
        slow, quick = says("x").but(delay=1_000), says("x")
        async with (
            serving(slow, quick) as running,
            connected(running, llm_concurrency=1) as gateway,
        ):
            budget = Budget.start(running.settings(llm_budget_seconds=5))
            first = asyncio.ensure_future(ask(gateway, running, budget, **numbered(1)))
            await asyncio.sleep(1)
            await ask(gateway, running, None, **numbered(2))
            await asyncio.gather(first, return_exceptions=True)
            return [attempt.outcome for attempt in budget.attempts]

    assert at_once(run()) == [Outcome.GIVEN_UP]
