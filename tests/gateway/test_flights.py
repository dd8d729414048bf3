"""Identical requests at the same time are one call."""

import asyncio

import pytest

from service.errors import ProviderRefused
from service.gateway.budget import Budget
from tests.clock import at_once
from tests.gateway.conftest import REQUEST, ask, connected, numbered
from tests.provider import Provider, fails, says, serving


class Ear:
    """Hears an answer."""

    def __init__(self) -> None:
        self.said = ""

    def begin(self) -> None:
        """Forget."""
        self.said = ""

    def hear(self, text: str) -> None:
        """Remember."""
        self.said += text


def test_equal_requests_share_one_call_and_different_ones_do_not() -> None:
    async def run() -> tuple[Provider, list[Budget]]:
        async with serving(says("x").but(delay=1.0)) as running, connected(running) as gateway:
            budgets = [Budget.start(running.settings()) for _ in range(5)]
            asking = [ask(gateway, running, budget) for budget in budgets]
            answers = await asyncio.gather(*asking, ask(gateway, running, **numbered(1)))
            assert {answer.text for answer in answers} == {"x"}
            return running, budgets

    running, budgets = at_once(run())
    assert len(running.bodies) == 2
    assert [len(budget.attempts) for budget in budgets] == [1, 0, 0, 0, 0]
    assert [budget.shared for budget in budgets] == [0, 1, 1, 1, 1]


def test_one_after_another_is_two_calls() -> None:
    async def run() -> Provider:
        async with serving(says("x")) as running, connected(running) as gateway:
            await ask(gateway, running)
            await ask(gateway, running)
            return running

    assert len(at_once(run()).bodies) == 2


def test_who_joins_late_hears_the_answer_from_its_beginning() -> None:
    async def run() -> tuple[str, str]:
        async with (
            serving(says("word " * 80).but(drip=1.0)) as running,
            connected(running) as gateway,
        ):
            first, second = Ear(), Ear()
            (route,) = gateway.routes
            early = asyncio.ensure_future(
                route.complete(REQUEST, Budget.start(running.settings()), first)
            )
            await asyncio.sleep(5)
            assert first.said
            await route.complete(REQUEST, Budget.start(running.settings()), second)
            await early
            assert len(running.bodies) == 1
            return first.said, second.said

    first, second = at_once(run())
    assert first == second == "word " * 80


def test_the_call_goes_on_while_anybody_waits_and_the_one_who_stays_pays() -> None:
    async def run() -> tuple[Provider, Budget, Budget]:
        async with serving(says("x").but(delay=9.0)) as running, connected(running) as gateway:
            leaving, staying = (Budget.start(running.settings()) for _ in range(2))
            first = asyncio.ensure_future(ask(gateway, running, leaving))
            second = asyncio.ensure_future(ask(gateway, running, staying))
            await asyncio.sleep(1)
            first.cancel()
            assert (await second).text == "x"
            await asyncio.gather(first, return_exceptions=True)
            return running, leaving, staying

    running, leaving, staying = at_once(run())
    assert (len(running.bodies), running.finished) == (1, 1)
    assert (len(leaving.attempts), len(staying.attempts)) == (0, 1)
    assert staying.shared == 0


def test_the_call_ends_when_nobody_waits_and_the_next_one_asks_again() -> None:
    async def run() -> Provider:
        script = (says("x").but(delay=1_000), says("y"))
        async with serving(*script) as running, connected(running) as gateway:
            asking = [asyncio.ensure_future(ask(gateway, running)) for _ in range(2)]
            await asyncio.sleep(1)
            for one in asking:
                one.cancel()
            await asyncio.gather(*asking, return_exceptions=True)
            assert (await ask(gateway, running)).text == "y"
            return running

    running = at_once(run())
    assert (len(running.bodies), running.finished) == (2, 1)


def test_all_who_wait_get_the_error() -> None:
    async def run() -> list[object]:
        async with serving(fails(401).but(delay=1.0)) as running, connected(running) as gateway:
            asking = [ask(gateway, running) for _ in range(3)]
            return list(await asyncio.gather(*asking, return_exceptions=True))

    errors = at_once(run())
    assert [type(error) for error in errors] == [ProviderRefused] * 3


def test_each_who_waits_has_a_deadline_of_his_own() -> None:
    async def run() -> tuple[object, object]:
        async with serving(says("x").but(delay=30.0)) as running, connected(running) as gateway:
            short, long = (
                Budget.start(running.settings(llm_budget_seconds=seconds)) for seconds in (5, 100)
            )
            hasty, patient = await asyncio.gather(
                ask(gateway, running, short), ask(gateway, running, long), return_exceptions=True
            )
            return hasty, patient

    hasty, patient = at_once(run())
    assert "5 s" in str(hasty)
    assert getattr(patient, "text", None) == "x"


@pytest.mark.parametrize("count", [200])
def test_a_burst_of_one_article_is_one_call(count: int) -> None:
    async def run() -> Provider:
        async with serving(says("x").but(delay=1.0)) as running, connected(running) as gateway:
            await asyncio.gather(*(ask(gateway, running) for _ in range(count)))
            return running

    assert len(at_once(run()).bodies) == 1
