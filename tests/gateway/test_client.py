"""The gateway against a real provider on loopback that fails in scripted ways."""

import asyncio
from typing import Any

import pytest

from service.errors import (
    AnswerUnusable,
    ModelError,
    ProviderRefused,
    ProviderUnavailable,
)
from service.gateway import connect
from service.gateway.usage import Usage
from service.settings import Settings
from tests.provider import Provider, Reply, provider, refuses, says

REQUEST = {"messages": [{"role": "user", "content": "a secret word"}]}


def complete(running: Provider, usage: Usage | None = None, **changes: Any) -> str | None:
    """One call; the content of its answer."""

    async def call() -> str | None:
        gateway = connect(running.settings(**changes))
        assert gateway is not None
        try:
            answer = await gateway.complete(REQUEST, usage or Usage())
        finally:
            await gateway.aclose()
        return answer.choices[0].message.content

    return asyncio.run(call())


def test_without_a_model_there_is_no_gateway() -> None:
    assert connect(Settings(_env_file=None)) is None


def test_an_answer_is_streamed_and_put_together_with_its_usage() -> None:
    usage = Usage()
    with provider(says("“Ünïcode” " * 20)) as running:
        assert complete(running, usage) == "“Ünïcode” " * 20
    assert usage == Usage(calls=1, input_tokens=1000, output_tokens=100)
    (body,) = running.bodies
    assert body["stream"] is True
    assert body["stream_options"] == {"include_usage": True}
    assert (body["model"], body["temperature"]) == ("scripted", 0.0)


def test_a_temperature_of_none_is_not_sent() -> None:
    with provider(says("x")) as running:
        complete(running, llm_temperature=None)
    assert "temperature" not in running.bodies[0]


@pytest.mark.parametrize(
    "failure",
    [
        Reply(status=408),
        Reply(status=409),
        Reply(status=425),
        Reply(status=429),
        Reply(status=500),
        Reply(status=503),
        says("half an ans", finish=None),
        Reply(raw=b"data: {not json\n\n"),
        Reply(raw=b'data: {"error": {"message": "overloaded"}}\n\n'),
    ],
    ids=["408", "409", "425", "429", "500", "503", "cut off", "not JSON", "error event"],
)
def test_a_passing_failure_is_tried_again_and_both_attempts_count(failure: Reply) -> None:
    usage = Usage()
    with provider(failure, says("done")) as running:
        assert complete(running, usage) == "done"
    assert usage.calls == len(running.bodies) == 2


def test_a_lasting_failure_ends_after_the_attempts_that_are_allowed() -> None:
    with provider(Reply(status=503)) as running, pytest.raises(ProviderUnavailable, match="503"):
        complete(running, llm_attempts=4)
    assert len(running.bodies) == 4


@pytest.mark.parametrize(
    ("status", "hint"),
    [
        (400, "does not accept the request"),
        (401, "NUTGRAF_LLM_API_KEY"),
        (403, "NUTGRAF_LLM_API_KEY"),
        (404, "NUTGRAF_LLM_MODEL"),
        (422, "declines"),
    ],
)
def test_a_refusal_is_never_tried_again_and_says_what_to_set(status: int, hint: str) -> None:
    with provider(Reply(status=status)) as running, pytest.raises(ProviderRefused, match=hint):
        complete(running)
    assert len(running.bodies) == 1


@pytest.mark.parametrize(
    ("reply", "error", "message"),
    [
        (refuses("I will not repeat a secret word"), ProviderRefused, "declined"),
        (says("x", finish="content_filter"), ProviderRefused, "content filter"),
        (says("x", finish="length"), AnswerUnusable, "cut off at 8,000 tokens"),
    ],
)
def test_an_answer_that_is_none_has_its_own_error(
    reply: Reply, error: type[ModelError], message: str
) -> None:
    with provider(reply) as running, pytest.raises(error, match=message) as raised:
        complete(running)
    assert len(running.bodies) == 1
    assert "secret" not in str(raised.value)


def test_nobody_listening_is_an_unavailable_provider() -> None:
    with provider(says("x")) as running:
        pass
    with pytest.raises(ProviderUnavailable, match="cannot be reached"):
        complete(running)


def test_errors_carry_no_context_that_could_hold_the_prompt() -> None:
    with provider(Reply(status=401)) as running, pytest.raises(ProviderRefused) as raised:
        complete(running)
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


def test_the_provider_is_named_without_credentials() -> None:
    gateway = connect(
        Settings(_env_file=None, llm_model="m", llm_base_url="http://user:pass@llm.example:1/v1")
    )
    assert gateway is not None
    assert gateway.provider == "llm.example:1"
    asyncio.run(gateway.aclose())


def test_a_probe_says_whether_the_provider_answers() -> None:
    async def probe(settings: Settings) -> None:
        gateway = connect(settings)
        assert gateway is not None
        try:
            await gateway.probe()
        finally:
            await gateway.aclose()

    with provider(Reply(status=200)) as running:
        asyncio.run(probe(running.settings()))
    with provider(Reply(status=401)) as running, pytest.raises(ProviderRefused):
        asyncio.run(probe(running.settings()))
