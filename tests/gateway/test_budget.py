"""What one request may spend."""

from contextlib import ExitStack, suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Attempt, Outcome
from service.errors import BudgetExceeded
from service.gateway.budget import Budget
from service.gateway.prices import Price
from tests.clock import at_once
from tests.gateway.conftest import ask, connected, numbered
from tests.provider import Provider, says, serving

PRICE = Price(provider="p", model="m", input=1, cached=0.5, output=4, as_of=date(2026, 11, 1))


def budget(**limits: Any) -> Budget:
    return Budget(
        deadline=0,
        seconds=1,
        **{"input_tokens": None, "output_tokens": None, "cost": None, **limits},
    )


def spent(input_tokens: int, output_tokens: int, cost: float | None = None) -> Attempt:
    return Attempt(
        provider="p",
        model="m",
        outcome=Outcome.ANSWERED,
        input_tokens=input_tokens,
        output_tokens=output_tokens,
        cost=cost,
    )


def test_a_prompt_that_does_not_fit_is_not_sent() -> None:
    paying = budget(input_tokens=1_000)
    paying.attempts.append(spent(700, 5))
    with paying.reserve(300, 50, None):
        pass
    with pytest.raises(BudgetExceeded, match="about 301 tokens, and 300 of 1,000 are left"):
        paying.reserve(301, 50, None).__enter__()


def test_less_output_is_granted_where_less_is_left() -> None:
    paying = budget(output_tokens=1_000)
    paying.attempts.append(spent(1, 600))
    with paying.reserve(1, 8_000, None) as granted:
        assert granted.output_tokens == 400
        with pytest.raises(BudgetExceeded, match="0 of 1,000 output tokens"):
            paying.reserve(1, 8_000, None).__enter__()
    with paying.reserve(1, 8_000, None) as granted:
        assert granted.output_tokens == 400


def test_money_grants_the_output_that_it_pays_for() -> None:
    paying = budget(cost=0.01)
    paying.attempts.append(spent(1, 1, cost=0.004))
    with paying.reserve(2_000, 8_000, PRICE) as granted:
        # 0.006 are left, the prompt takes 0.002, and a token of output 0.000004.
        assert granted.output_tokens == 1_000
        assert granted.cost == pytest.approx(0.006)
    with pytest.raises(BudgetExceeded, match=r"0\.01 US dollars"):
        paying.reserve(5_900, 8_000, PRICE).__enter__()


@given(
    st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 9_000)), max_size=30),
    st.integers(1, 20_000),
    st.integers(1, 20_000),
    st.floats(0.0001, 0.1),
)
def test_calls_at_the_same_time_never_overspend_together(
    calls: list[tuple[int, int]], sent: int, answered: int, cost: float
) -> None:
    paying = budget(input_tokens=sent, output_tokens=answered, cost=cost)
    granted = []
    with ExitStack() as running:
        for input_tokens, output_tokens in calls:
            with suppress(BudgetExceeded):
                call = paying.reserve(input_tokens, output_tokens, PRICE)
                granted.append(running.enter_context(call))
    assert sum(one.input_tokens for one in granted) <= sent
    assert sum(one.output_tokens for one in granted) <= answered
    assert sum(PRICE.of(g.input_tokens, 0, g.output_tokens) for g in granted) <= cost + 1e-9


def test_a_cost_is_reported_only_where_every_price_is_known() -> None:
    paying = budget()
    paying.attempts += [spent(1, 1, cost=0.25), spent(1, 1, cost=0.5)]
    assert paying.run().cost == 0.75
    paying.attempts.append(spent(1, 1))
    assert paying.run().cost is None


def test_the_limit_that_is_sent_is_what_is_left() -> None:
    async def run() -> Provider:
        async with serving(says("x")) as running, connected(running) as gateway:
            paying = Budget.start(running.settings(llm_budget_output_tokens=250))
            for number in range(2):
                await ask(gateway, running, paying, **numbered(number))
            with pytest.raises(BudgetExceeded):
                await ask(gateway, running, paying, **numbered(2))
            return running

    assert [body["max_completion_tokens"] for body in at_once(run()).bodies] == [250, 150]
