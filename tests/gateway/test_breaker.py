"""A provider that keeps failing is left alone for a while."""

import asyncio

import pytest

from service.errors import ModelError, ProviderUnavailable
from service.gateway.breaker import FAILURES, PAUSE
from service.gateway.budget import Budget
from tests.clock import at_once
from tests.gateway.conftest import ask, connected, numbered
from tests.provider import Provider, fails, says, serving


def test_after_ten_failures_in_a_row_nobody_asks_until_a_probe_is_answered() -> None:
    async def run() -> tuple[Provider, list[int]]:
        script = [fails(503)] * FAILURES + [fails(503), says("x")]
        counts: list[int] = []
        async with serving(*script) as running, connected(running, llm_attempts=1) as gateway:

            async def asked(number: int) -> None:
                await asyncio.gather(
                    ask(gateway, running, **numbered(number)), return_exceptions=True
                )
                counts.append(len(running.bodies))

            for number in range(FAILURES):
                await asked(number)
            await asked(100)
            with pytest.raises(ProviderUnavailable, match="10 times in a row") as raised:
                await ask(gateway, running, **numbered(101))
            assert raised.value.retry_after == pytest.approx(PAUSE, abs=1)
            await asyncio.sleep(PAUSE + 1)
            await asked(102)  # the probe, which fails
            await asked(103)  # so nobody asks
            await asyncio.sleep(PAUSE + 1)
            await asked(104)  # the probe, which is answered
            await asked(105)
            return running, counts

    _, counts = at_once(run())
    assert counts == [*range(1, 11), 10, 11, 11, 12, 13]


def test_only_one_call_probes() -> None:
    async def run() -> int:
        script = [fails(503)] * FAILURES + [says("x").but(delay=5.0)]
        async with serving(*script) as running, connected(running, llm_attempts=1) as gateway:
            for number in range(FAILURES):
                await asyncio.gather(
                    ask(gateway, running, **numbered(number)), return_exceptions=True
                )
            await asyncio.sleep(PAUSE + 1)
            asking = [ask(gateway, running, **numbered(100 + n)) for n in range(8)]
            await asyncio.gather(*asking, return_exceptions=True)
            return len(running.bodies) - FAILURES

    assert at_once(run()) == 1


@pytest.mark.parametrize("limit", ["seconds", "output"])
def test_a_probe_that_never_comes_to_asking_lets_the_next_one_probe(limit: str) -> None:
    async def run() -> str:
        slow = says("x").but(delay=20.0)
        script = [slow] + [fails(503)] * FAILURES + [says("y")]
        async with (
            serving(*script) as running,
            connected(running, llm_attempts=1, llm_concurrency=1) as gateway,
        ):
            for number in range(FAILURES + 1):
                await asyncio.gather(
                    ask(gateway, running, **numbered(number)), return_exceptions=True
                )
            await asyncio.sleep(PAUSE + 1)
            poor = Budget.start(running.settings())
            if limit == "seconds":
                poor.deadline = asyncio.get_running_loop().time()
            else:
                poor.output_tokens = 1
            with pytest.raises(ModelError):
                await ask(gateway, running, poor, **numbered(100))
            return (await ask(gateway, running, **numbered(101))).text

    assert at_once(run()) == "y"


def test_failures_with_answers_between_them_open_nothing() -> None:
    async def run() -> Provider:
        script = [fails(503), fails(503), says("x")] * 12
        async with serving(*script) as running, connected(running) as gateway:
            for number in range(12):
                await ask(gateway, running, **numbered(number))
            return running

    assert len(at_once(run()).bodies) == 36
