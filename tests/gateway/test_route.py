"""One model against a real provider on loopback that fails in scripted ways."""

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from schemas import Outcome
from service.errors import (
    AnswerCutOff,
    DeadlineExceeded,
    ModelError,
    PromptTooLong,
    ProviderRefused,
    ProviderUnavailable,
)
from service.gateway import connect
from service.gateway.budget import Budget
from tests.clock import at_once
from tests.gateway.conftest import REQUEST, call, failing
from tests.provider import Provider, Reply, fails, refuses, says, serving


def test_an_answer_is_streamed_and_put_together_with_its_usage() -> None:
    made = call(says("“Ünïcode” " * 20))
    assert made.answer == "“Ünïcode” " * 20
    (attempt,) = made.budget.attempts
    assert (attempt.input_tokens, attempt.output_tokens, attempt.estimated) == (1000, 100, False)
    (body,) = made.provider.bodies
    assert body["stream"] is True
    assert body["stream_options"] == {"include_usage": True}
    assert (body["model"], body["temperature"]) == ("scripted", 0.0)


def test_a_temperature_of_none_is_not_sent() -> None:
    made = call(says("x"), llm_temperature=None)
    assert "temperature" not in made.provider.bodies[0]


PASSING = {
    "408": fails(408),
    "409": fails(409),
    "425": fails(425),
    "429": fails(429),
    "500": fails(500, "internal"),
    "503": fails(503),
    "no end": says("half an ans", finish=None),
    "closed before it answers": Reply(status=200, ends="closed"),
    "closed in the middle": says("half an ans", finish=None).but(raw=b"", ends="closed"),
    "reset in the middle": says("half an ans", finish=None).but(raw=b"", ends="reset"),
    "silent": says("x").but(delay=3_000.0),
    "silent in the middle": says("half", finish=None).but(raw=b"", ends="never"),
    "not JSON": Reply(raw=b"data: {not json\n\n"),
    "not an event": Reply(raw=b"data: [1, 2]\n\n"),
    "not a choice": Reply(raw=b'data: {"choices": "x"}\n\n'),
    "NaN": Reply(raw=b'data: {"choices": [], "usage": {"prompt_tokens": NaN}}\n\n'),
    "deep": Reply(raw=b"data: " + b"[" * 100_000 + b"\n\n"),
    "not UTF-8": Reply(raw=b'data: {"choices": [{"delta": {"content": "\xff\xfe"}}]}\n\n'),
    "bytes": Reply(raw=bytes(range(256)) * 20),
    "nothing": Reply(),
    "error event": Reply(raw=b'data: {"error": {"message": "overloaded"}}\n\n'),
    "a page": Reply(raw=b"<html><body>Bad gateway</body></html>"),
}


@pytest.mark.parametrize("failure", PASSING.values(), ids=PASSING)
def test_a_passing_failure_is_tried_again_and_both_attempts_count(failure: Reply) -> None:
    made = call(failure, says("done"))
    assert made.answer == "done"
    assert made.outcomes == ["failed", "answered"]
    assert len(made.provider.bodies) == 2


def test_a_lasting_failure_ends_after_the_attempts_that_are_allowed() -> None:
    made = failing(fails(503), error=ProviderUnavailable, match="503", llm_attempts=4)
    assert made.outcomes == ["failed"] * 4


def test_waits_grow_and_are_drawn_at_random() -> None:
    made = failing(
        fails(503), error=ProviderUnavailable, match="503", llm_attempts=6, llm_retry_wait=8.0
    )
    bounds = [0.5, 1.0, 2.0, 4.0, 8.0]
    assert all(wait <= bound + 0.1 for wait, bound in zip(made.waits, bounds, strict=True))
    again = failing(
        fails(503), error=ProviderUnavailable, match="503", llm_attempts=6, llm_retry_wait=8.0
    )
    assert made.waits != again.waits


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m2s"}, 62.0),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "250ms"}, 0.2),
        ({"x-ratelimit-remaining-tokens": "9", "x-ratelimit-reset-tokens": "99s"}, 0.0),
        ({"retry-after": "soon"}, 0.0),
        ({"retry-after": "-5"}, 0.0),
    ],
)
def test_the_provider_says_when_to_ask_again(headers: dict[str, str], wait: float) -> None:
    made = call(fails(429, headers=headers), says("x"))
    assert made.waits == [pytest.approx(wait, abs=0.11)]


def test_a_pause_that_outlasts_the_deadline_is_not_waited_for() -> None:
    slow = fails(429, headers={"retry-after": "500"})
    made = failing(slow, error=ProviderUnavailable, match="429", llm_budget_seconds=60)
    assert made.took < 1
    assert len(made.provider.bodies) == 1


def test_all_attempts_share_one_deadline() -> None:
    made = failing(
        says("x").but(delay=40.0),
        error=DeadlineExceeded,
        match="100 s .*NUTGRAF_LLM_BUDGET_SECONDS",
        llm_timeout=30,
        llm_attempts=9,
        llm_budget_seconds=100,
    )
    assert made.took == pytest.approx(100, abs=1)
    assert made.outcomes == ["failed", "failed", "failed", "given_up"]


def test_a_drip_without_end_ends_at_the_deadline() -> None:
    drip = says("word " * 4_000, size=5).but(drip=10.0)
    made = failing(drip, error=DeadlineExceeded, match="no answer", llm_timeout=30)
    assert made.took == pytest.approx(180, abs=1)


@pytest.mark.parametrize(
    ("reply", "hint"),
    [
        (fails(401, "Incorrect API key"), "NUTGRAF_LLM_API_KEY"),
        (fails(402), "no credit"),
        (fails(403), "NUTGRAF_LLM_API_KEY"),
        (fails(404), "NUTGRAF_LLM_MODEL"),
        (fails(429, code="insufficient_quota"), "quota"),
        (fails(400, "blocked", code="content_filter"), "content filter"),
        (fails(451), "declines"),
    ],
)
def test_a_refusal_is_never_tried_again_and_says_what_to_set(reply: Reply, hint: str) -> None:
    made = failing(reply, error=ProviderRefused, match=hint)
    assert made.outcomes == ["refused"]


@pytest.mark.parametrize(
    "reply",
    [
        fails(
            400,
            "This model's maximum context length is 8192 tokens",
            code="context_length_exceeded",
        ),
        fails(
            400, "the request exceeds the available context size", type="exceed_context_size_error"
        ),
    ],
)
def test_a_prompt_that_is_too_long_has_its_own_error(reply: Reply) -> None:
    failing(reply, error=PromptTooLong, match="too long for this model")


@pytest.mark.parametrize(
    ("reply", "error", "message", "outcome"),
    [
        (refuses("I will not repeat a secret word"), ProviderRefused, "declined", Outcome.REFUSED),
        (says("x", finish="content_filter"), ProviderRefused, "content filter", Outcome.REFUSED),
        (says("x", finish="length"), AnswerCutOff, "cut off at 100 tokens", Outcome.CUT_OFF),
    ],
)
def test_an_answer_that_is_none_has_its_own_error(
    reply: Reply, error: type[ModelError], message: str, outcome: Outcome
) -> None:
    made = failing(reply, error=error, match=message)
    assert made.outcomes == [outcome.value]


def test_nobody_listening_is_an_unavailable_provider() -> None:
    failing(
        says("x"),
        error=ProviderUnavailable,
        match="cannot be reached",
        llm_base_url="http://127.0.0.1:9/v1",
    )


def test_a_refused_connection_costs_nothing() -> None:
    made = call(fails(503), says("done"))
    assert made.budget.attempts[0].input_tokens == 0


def test_a_client_that_leaves_ends_the_call() -> None:
    async def leave() -> tuple[Provider, Budget]:
        async with serving(says("word " * 400).but(drip=1.0)) as running:
            wanted = running.settings()
            gateway = connect(wanted)
            assert gateway is not None
            budget = Budget.start(wanted)
            asking = asyncio.ensure_future(gateway.routes[0].complete(REQUEST, budget))
            await asyncio.sleep(5)
            assert running.running == 1
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            await asyncio.sleep(1)
            assert running.running == 0
            await gateway.aclose()
            return running, budget

    running, budget = at_once(leave())
    assert running.finished == 0
    (attempt,) = budget.attempts
    assert attempt.outcome is Outcome.GIVEN_UP
    assert attempt.estimated


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    caplog.set_level(logging.DEBUG)
    yield caplog
    assert "secret" not in caplog.text


def test_what_the_model_speaks_is_found_out_once_and_logged(told: pytest.LogCaptureFixture) -> None:
    def reasoning(body: dict[str, Any]) -> Reply:
        if "temperature" in body:
            return fails(400, "Unsupported value: 'temperature'", param="temperature")
        return says("thought")

    async def twice() -> Provider:
        async with serving(by=reasoning) as running:
            wanted = running.settings()
            gateway = connect(wanted)
            assert gateway is not None
            for _ in range(2):
                answer = await gateway.routes[0].complete(REQUEST, Budget.start(wanted))
                assert answer.text == "thought"
            await gateway.aclose()
            return running

    running = at_once(twice())
    assert ["temperature" in body for body in running.bodies] == [True, False, False]
    assert "no temperature" in told.text
