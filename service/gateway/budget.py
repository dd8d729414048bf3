"""What one request may spend on a model, and what it has spent: time, tokens and money.

All calls of a request share it: the draft, the schema's re-ask, the repair, the parts of a long
article, and every attempt at each of them. A call is admitted with a reservation of the most that
it can cost, so that calls at the same time cannot overspend together, and settled with what it
did cost. An answer that was paid for is never thrown away because of the budget: it ends the
spending, not the request.
"""

from asyncio import get_running_loop
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from schemas import Attempt, Run
from service.errors import BudgetExceeded
from service.gateway.prices import Price
from service.settings import Settings

_LEAST_OUTPUT = 100
"""Tokens of output below which an answer is not worth asking for: two or three claims."""


@dataclass(slots=True)
class Reservation:
    """The most that an admitted call can take."""

    input_tokens: int
    """Tokens of the prompt, as estimated."""
    output_tokens: int
    """Tokens of the answer, at most: the limit to send."""
    cost: float
    """US dollars; 0 where no price is known."""


@dataclass(slots=True)
class Budget:
    """The limits of one request and the attempts that it has paid for."""

    deadline: float
    """When the time is up, by the clock of the running event loop. In seconds."""
    seconds: float
    """How much time there was at the start."""
    input_tokens: int | None
    """Tokens that may be sent; None for any number."""
    output_tokens: int | None
    """Tokens that may be answered; None for any number."""
    cost: float | None
    """US dollars that may be spent; None for any sum."""
    attempts: list[Attempt] = field(default_factory=list)
    """What was spent, in the order in which the attempts ended."""
    shared: int = 0
    """Answers that another request paid for."""
    _reserved: list[Reservation] = field(default_factory=list)

    @classmethod
    def start(cls, settings: Settings) -> "Budget":
        """A fresh budget, whose time starts now."""
        return cls(
            deadline=get_running_loop().time() + settings.llm_budget_seconds,
            seconds=settings.llm_budget_seconds,
            input_tokens=settings.llm_budget_input_tokens,
            output_tokens=settings.llm_budget_output_tokens,
            cost=settings.llm_budget_cost,
        )

    @contextmanager
    def reserve(
        self, input_tokens: int, output_tokens: int, price: Price | None
    ) -> Iterator[Reservation]:
        """Admit a call, and hold what it can take until it ended.

        Args:
            input_tokens: Of the prompt, as estimated.
            output_tokens: Of the longest answer that is wanted; less is granted where less is left.
            price: Of this model; None where it is not known, and then money is no limit.

        Raises:
            BudgetExceeded: The prompt, or an answer worth having, does not fit what is left.
        """
        reservation = self._admit(input_tokens, output_tokens, price)
        self._reserved.append(reservation)
        try:
            yield reservation
        finally:
            self._reserved.remove(reservation)

    def _admit(self, input_tokens: int, output_tokens: int, price: Price | None) -> Reservation:
        spent = self.run()
        if self.input_tokens is not None:
            held = sum(reserved.input_tokens for reserved in self._reserved)
            left = self.input_tokens - spent.input_tokens - held
            if input_tokens > left:
                message = (
                    f"the next prompt has about {input_tokens:,} tokens, and {max(left, 0):,} of "
                    f"{self.input_tokens:,} are left (NUTGRAF_LLM_BUDGET_INPUT_TOKENS)"
                )
                raise BudgetExceeded(message)
        granted = output_tokens
        if self.output_tokens is not None:
            held = sum(reserved.output_tokens for reserved in self._reserved)
            granted = min(granted, self.output_tokens - spent.output_tokens - held)
            if granted < min(_LEAST_OUTPUT, output_tokens):
                message = (
                    f"{max(granted, 0):,} of {self.output_tokens:,} output tokens are left "
                    "(NUTGRAF_LLM_BUDGET_OUTPUT_TOKENS)"
                )
                raise BudgetExceeded(message)
        if self.cost is not None and price is not None:
            money = self.cost - (spent.cost or 0.0) - sum(held.cost for held in self._reserved)
            affordable = price.output_for(money - price.of(input_tokens, 0, 0))
            granted = min(granted, affordable)
            if granted < min(_LEAST_OUTPUT, output_tokens):
                message = (
                    f"the next call would cost more than what is left of {self.cost:g} US dollars "
                    "(NUTGRAF_LLM_BUDGET_COST)"
                )
                raise BudgetExceeded(message)
        cost = price.of(input_tokens, 0, granted) if price else 0.0
        return Reservation(input_tokens, granted, cost)

    def run(self, latency_ms: float = 0.0, timings: dict[str, float] | None = None) -> Run:
        """What was spent so far, as the Summary reports it."""
        costs = [attempt.cost for attempt in self.attempts]
        known = [cost for cost in costs if cost is not None]
        return Run(
            calls=len(self.attempts),
            input_tokens=sum(attempt.input_tokens for attempt in self.attempts),
            cached_tokens=sum(attempt.cached_tokens for attempt in self.attempts),
            output_tokens=sum(attempt.output_tokens for attempt in self.attempts),
            cost=round(sum(known), 9) if known and len(known) == len(costs) else None,
            shared=self.shared,
            attempts=tuple(self.attempts),
            latency_ms=latency_ms,
            timings=timings or {},
        )
