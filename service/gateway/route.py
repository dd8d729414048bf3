"""One model at one provider: from a request to an answer, through everything that can fail.

    complete ─▶ deadline ─▶ flight (shared?) ─▶ retries ─▶ place ─▶ budget ─▶ breaker ─▶ attempt

tenacity owns the retries of what may pass; the SDK's own are off. A schema that an answer does
not fit is `service/draft/llm.py`'s business, and which model comes next is the Drafter's.
"""

import asyncio
import hashlib
import json
import logging
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import openai
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt

from schemas import Attempt, Outcome
from service.errors import (
    AnswerCutOff,
    DeadlineExceeded,
    ModelError,
    ProviderRefused,
    ProviderUnavailable,
)
from service.gateway import metrics
from service.gateway.breaker import Breaker
from service.gateway.budget import Budget, Reservation
from service.gateway.dialect import Dialect, Mode, Refusal
from service.gateway.failures import FAILURES, AttemptFailed, classify, wanted_pause
from service.gateway.flights import Caller, Flight, Flights, Listener
from service.gateway.limiter import Limiter
from service.gateway.prices import Price
from service.gateway.stream import Heard, read_stream
from service.settings import Settings

logger = logging.getLogger(__name__)

# The SDK logs request bodies at DEBUG; they hold the article.
logging.getLogger("openai").setLevel(logging.INFO)

_FIRST_WAIT = 0.5
"""Seconds within which the second attempt is made; the range doubles with each."""
_BYTES_PER_TOKEN = 3
"""For the estimate of a prompt's tokens: no tokenizer of today needs as many for news prose, in
any script (o200k takes 4.5 bytes for English, 3.3 for Chinese), so the estimate is high."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A model's whole answer."""

    text: str
    """What it says: JSON, if all went well."""
    id: str
    """Hex digest of the request: no provider's id, so that a recording gives the same."""


class Route:
    """The way to one model."""

    def __init__(
        self,
        client: openai.AsyncOpenAI,
        model: str,
        provider: str | None,
        price: Price | None,
        settings: Settings,
    ) -> None:
        self._client = client
        self._settings = settings
        self._name = provider or "recorded"
        self._dialect = Dialect()
        self._proven = False
        self._limiter = Limiter(self._name, settings.llm_concurrency, settings.llm_queue)
        self._breaker = Breaker(self._name)
        self._flights: Flights[Answer] = Flights()
        self.model = model
        """Model id as configured."""
        self.provider = provider
        """Host, and port where one is given, of the provider; None where nobody is asked."""
        self.price = price
        """What its tokens cost; None where that is not known."""

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def probe(self) -> None:
        """Ask the provider for its models, once.

        Raises:
            ModelError: It does not answer, or not with success.
        """
        failure: ModelError | None = None
        try:
            await self._client.models.list()
        except FAILURES as error:
            failure = classify(error, self._name, self._settings.llm_timeout).error
        if failure:
            raise failure

    async def complete(
        self, request: Mapping[str, Any], budget: Budget, listener: Listener | None = None
    ) -> Answer:
        """Ask for one chat completion.

        Args:
            request: `messages`, and `response_format` with a JSON schema; the model, and how it
                is called, are added here.
            budget: Pays for every attempt, and says when the time is up.
            listener: Hears the answer while it is given.

        Raises:
            ProviderUnavailable: No attempt gave an answer.
            ProviderRefused: The provider or the model declines this request.
            AnswerCutOff: The answer was longer than was asked for.
            Overloaded: Too many requests wait already.
            DeadlineExceeded: The time is up.
            BudgetExceeded: The call would take more than is left.
            RecordingMissing: Replaying, and no recording fits.
        """
        key = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).digest()
        with suppress(TimeoutError):
            async with asyncio.timeout_at(budget.deadline):
                return await self._flights.share(
                    key,
                    lambda flight: self._persist(request, key.hex(), flight),
                    Caller(budget, listener),
                )
        message = (
            f"{self._name} gave no answer in the {budget.seconds:g} s that one request has "
            "(NUTGRAF_LLM_BUDGET_SECONDS)"
        )
        raise DeadlineExceeded(message)

    async def _persist(
        self, request: Mapping[str, Any], answer_id: str, flight: Flight[Answer]
    ) -> Answer:
        """Try until there is an answer, or no more to hope for."""
        retrying = AsyncRetrying(
            stop=stop_after_attempt(self._settings.llm_attempts),
            wait=self._wait,
            retry=retry_if_exception(lambda error: self._is_worth_another(error, flight)),
            reraise=True,
        )
        failure: ModelError
        try:
            return await retrying(self._negotiate, request, answer_id, flight)
        except AttemptFailed as failed:
            failure = failed.error
        raise failure

    def _wait(self, state: RetryCallState) -> float:
        """Seconds until the next attempt: what the provider says, else exponential, full jitter.

        Full jitter: drawn evenly from 0 to the bound (Brooker, "Exponential Backoff And Jitter").
        """
        failed = state.outcome.exception() if state.outcome else None
        if isinstance(failed, AttemptFailed) and failed.retry_after is not None:
            return failed.retry_after
        bound = min(self._settings.llm_retry_wait, _FIRST_WAIT * 2 ** (state.attempt_number - 1))
        return random.uniform(0, bound)  # noqa: S311 - spreads load, hides nothing

    def _is_worth_another(self, error: BaseException, flight: Flight[Answer]) -> bool:
        """Whether the same request may be answered in the time that is left."""
        if not isinstance(error, AttemptFailed) or not error.transient:
            return False
        left = flight.payer.budget.deadline - asyncio.get_running_loop().time()
        return (error.retry_after or 0.0) < left

    async def _negotiate(
        self, request: Mapping[str, Any], answer_id: str, flight: Flight[Answer]
    ) -> Answer:
        """Make one attempt; one more in another dialect for each that the server says no to."""
        asked = dialect = self._dialect
        while True:
            failed: AttemptFailed
            try:
                text = await self._attempt(request, dialect, flight)
            except AttemptFailed as error:
                failed = error
            else:
                if dialect != self._dialect and self._dialect == asked:
                    self._dialect = dialect
                    logger.info("%s, %s: speaks %s", self._name, self.model, dialect)
                self._proven = True
                return Answer(dialect.content(text), answer_id)
            other = failed.refusal and dialect.after(failed.refusal, proven=self._proven)
            if not other:
                raise failed
            dialect = other

    async def _attempt(
        self, request: Mapping[str, Any], dialect: Dialect, flight: Flight[Answer]
    ) -> str:
        """Send the request once, and read the answer to its end."""
        settings = self._settings
        async with self._limiter.place():
            budget = flight.payer.budget
            body = dialect.body(
                request, self.model, settings.llm_max_output_tokens, settings.llm_temperature
            )
            estimated = _estimate(body)
            with budget.reserve(estimated, settings.llm_max_output_tokens, self.price) as granted:
                body[dialect.limit] = min(body[dialect.limit], granted.output_tokens)
                heard = Heard()
                # Last of all: from here on, how the call ends is told to the breaker.
                self._check_breaker()
                async with self._reported(heard, granted, flight):
                    flight.begin()
                    await self._send(body, body[dialect.limit], heard, flight)
                    self._judge(heard, body[dialect.limit])
                    if dialect.mode is Mode.TOOLS and not heard.called:
                        raise AttemptFailed(_no_tool_called(), refusal=_TOOLS_IGNORED)
                return "".join(heard.text)

    def _check_breaker(self) -> None:
        try:
            self._breaker.check()
        except ProviderUnavailable as error:
            failed = AttemptFailed(error)
        else:
            return
        raise failed

    async def _send(
        self, body: dict[str, Any], limit: int, heard: Heard, flight: Flight[Answer]
    ) -> None:
        failed: AttemptFailed
        try:
            completions = self._client.chat.completions.with_streaming_response
            # As extra body, which is sent as it is: the SDK's walk through the messages of a body
            # of its own takes 2 ms and changes nothing.
            async with completions.create(
                model=self.model, messages=(), stream=True, extra_body=body
            ) as response:
                if (pause := wanted_pause(response.headers)) is not None:
                    self._limiter.close_for(pause)
                await read_stream(response.iter_bytes(), heard, flight, limit)
        except FAILURES as error:
            failed = classify(error, self._name, self._settings.llm_timeout)
        else:
            return
        raise failed

    def _judge(self, heard: Heard, limit: int) -> None:
        """Tell an answer from what only looks like one."""
        if heard.refused:
            raise AttemptFailed(ProviderRefused("the model declined to answer"))
        if heard.finish_reason is None:
            message = f"the provider {self._name} broke off its answer"
            raise AttemptFailed(ProviderUnavailable(message), transient=True)
        if heard.finish_reason == "content_filter":
            message = "the provider's content filter stopped the answer"
            raise AttemptFailed(ProviderRefused(message))
        if heard.finish_reason == "length":
            # A server also stops where its context is full, short of the limit.
            tokens = min(heard.counted[2], limit) if heard.counted else limit
            message = f"the answer was cut off at {tokens:,} tokens (NUTGRAF_LLM_MAX_OUTPUT_TOKENS)"
            raise AttemptFailed(AnswerCutOff(message))

    @asynccontextmanager
    async def _reported(
        self, heard: Heard, granted: Reservation, flight: Flight[Answer]
    ) -> AsyncIterator[None]:
        """Tell breaker, limiter and budget how the attempt ends, however it ends."""
        clock = asyncio.get_running_loop().time
        started = clock()
        outcome, throttled = Outcome.GIVEN_UP, False
        try:
            yield
            outcome = Outcome.ANSWERED
        except AttemptFailed as failed:
            cut_off = isinstance(failed.error, AnswerCutOff)
            outcome = Outcome.CUT_OFF if cut_off else failed.outcome
            if throttled := failed.throttled:
                self._limiter.throttled(failed.retry_after)
            raise
        finally:
            self._tell_breaker(outcome, throttled=throttled)
            attempt = self._attempted(outcome, heard, granted, (clock() - started) * 1000)
            flight.payer.budget.attempts.append(attempt)
            metrics.count(attempt)

    def _tell_breaker(self, outcome: Outcome, *, throttled: bool) -> None:
        if outcome is Outcome.GIVEN_UP:
            self._breaker.gave_up()
        elif outcome is Outcome.FAILED and not throttled:
            self._breaker.failed()
        else:
            # Who asks for fewer calls is up and well.
            self._breaker.succeeded()
        if outcome in (Outcome.ANSWERED, Outcome.CUT_OFF):
            self._limiter.answered()

    def _attempted(
        self, outcome: Outcome, heard: Heard, granted: Reservation, latency_ms: float
    ) -> Attempt:
        estimated = heard.counted is None and heard.begun
        said = len("".join(heard.text).encode()) // _BYTES_PER_TOKEN
        sent, cached, answered = heard.counted or (
            (granted.input_tokens, 0, said) if estimated else (0, 0, 0)
        )
        return Attempt(
            provider=self.provider,
            model=self.model,
            outcome=outcome,
            input_tokens=sent,
            cached_tokens=cached,
            output_tokens=answered,
            estimated=estimated,
            cost=self.price.of(sent, cached, answered) if self.price else None,
            latency_ms=round(latency_ms, 3),
        )


_TOOLS_IGNORED = Refusal(200, "tools", "tool")
"""What an answer in plain text says where a tool had to be called: llama.cpp ignores tools
silently for models whose template has none."""


def _no_tool_called() -> ProviderRefused:
    return ProviderRefused("the model called no tool, though it had to")


def _estimate(body: Mapping[str, Any]) -> int:
    """Tokens of a prompt, rather too many than too few."""
    return len(json.dumps(body, ensure_ascii=False).encode()) // _BYTES_PER_TOKEN
