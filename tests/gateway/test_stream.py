"""Reading what a provider streams: in time, with a bound, and whatever it sends."""

import asyncio

import pytest

from service.errors import AnswerCutOff, ProviderRefused
from service.gateway import connect
from service.gateway.budget import Budget
from tests.clock import at_once
from tests.gateway.conftest import REQUEST, call, failing
from tests.provider import Reply, chunk, says, serving


def test_duplicate_keys_count_once() -> None:
    twice = b'{"delta": {"content": "no", "content": "yes"}, "finish_reason": "stop"}'
    assert call(Reply(raw=b'data: {"choices": [' + twice + b"]}\n\n")).answer == "yes"


def test_an_answer_that_is_not_streamed_is_understood() -> None:
    whole = (
        b'{"choices": [{"index": 0, "message": {"role": "assistant", "content": "whole"},\n'
        b' "finish_reason": "stop"}], "usage": {"prompt_tokens": 7, "completion_tokens": 3}}'
    )
    made = call(Reply(raw=whole))
    assert made.answer == "whole"
    assert made.budget.attempts[0].output_tokens == 3


def test_an_answer_without_end_is_given_up_before_it_fills_the_memory() -> None:
    flood = Reply(raw=b": keep-alive\n\n" * 200_000)
    made = failing(
        flood, error=ProviderRefused, match="more than any answer", llm_max_output_tokens=100
    )
    assert made.outcomes == ["refused"]


def test_a_model_that_goes_on_past_the_limit_is_cut_off_here() -> None:
    looping = says("word " * 4_000, finish=None).but(ends="never", raw=b"")
    made = failing(looping, error=AnswerCutOff, match="at 100 tokens", llm_max_output_tokens=100)
    assert made.outcomes == ["cut_off"]
    assert made.took < 1


def test_the_first_event_is_heard_long_before_the_last() -> None:
    class Clocked:
        def __init__(self) -> None:
            self.at: list[float] = []

        def begin(self) -> None:
            self.at.clear()

        def hear(self, text: str) -> None:
            assert text
            self.at.append(asyncio.get_running_loop().time())

    async def listen() -> list[float]:
        async with serving(says("word " * 80).but(drip=1.0)) as running:
            wanted = running.settings()
            gateway = connect(wanted)
            assert gateway is not None
            listener = Clocked()
            await gateway.routes[0].complete(REQUEST, Budget.start(wanted), listener)
            await gateway.aclose()
            return listener.at

    heard = at_once(listen())
    assert len(heard) == 10
    assert heard[-1] - heard[0] == pytest.approx(9, abs=0.5)


def test_no_chunk_is_heard_twice_when_an_attempt_starts_over() -> None:
    said: list[str] = []

    class Listener:
        def begin(self) -> None:
            said.clear()

        def hear(self, text: str) -> None:
            said.append(text)

    broken = Reply(chunks=(chunk({"content": "first "}),), ends="closed")

    async def listen() -> None:
        async with serving(broken, says("second")) as running:
            wanted = running.settings()
            gateway = connect(wanted)
            assert gateway is not None
            await gateway.routes[0].complete(REQUEST, Budget.start(wanted), Listener())
            await gateway.aclose()

    at_once(listen())
    assert said == ["second"]


def test_an_answer_that_broke_off_is_charged_as_estimated() -> None:
    half = says("half an answer " * 40, finish=None)
    broken = half.but(chunks=half.chunks[:-1], raw=b"", ends="closed")
    made = call(broken, says("done"))
    first, second = made.budget.attempts
    assert first.estimated
    assert first.input_tokens > 0
    assert first.output_tokens == pytest.approx(200, abs=5)
    assert not second.estimated
    run = made.budget.run()
    assert (run.calls, run.input_tokens) == (2, first.input_tokens + 1000)
