"""What a model accepts is found out by its refusals, once, and remembered."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from service.errors import ProviderRefused
from service.gateway.dialect import Dialect, Mode, Refusal
from tests.clock import at_once
from tests.gateway.conftest import ask, connected, numbered
from tests.provider import Provider, Reply, calls, fails, says, serving

SCHEMA = {"type": "object", "properties": {"c": {"type": "array"}}, "required": ["c"]}
WANTED: dict[str, Any] = {
    "messages": [
        {"role": "system", "content": "You separate."},
        {"role": "user", "content": "a secret word"},
    ],
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "WireDraft", "schema": SCHEMA},
    },
}


def knows(*modes: str) -> Callable[[dict[str, Any]], Reply]:
    """A server that knows these ways to ask for JSON, and answers by the one that is used."""

    def answer(body: dict[str, Any]) -> Reply:
        wanted = body.get("response_format", {}).get("type")
        mode = "tools" if "tools" in body else wanted or "markdown"
        if mode not in modes:
            return fails(400, f"'{mode}' is not supported: response_format or tools")
        if mode == "tools":
            return calls('{"c": []}')
        fenced = 'Here it is:\n```json\n{"c": []}\n```\nAnything else?'
        return says(fenced if mode == "markdown" else '{"c": []}')

    return answer


def spoken(by: Callable[[dict[str, Any]], Reply], times: int = 2) -> tuple[list[str], Provider]:
    """Ask several times; what is answered, and the provider."""

    async def run() -> tuple[list[str], Provider]:
        async with serving(by=by) as running, connected(running) as gateway:
            answers = [
                (await ask(gateway, running, **WANTED | {"seed": n})).text for n in range(times)
            ]
            return answers, running

    return at_once(run())


@pytest.mark.parametrize(
    ("mode", "refused"),
    [("json_schema", 0), ("tools", 1), ("json_object", 2), ("markdown", 3)],
)
def test_the_strictest_way_that_the_server_knows_is_found_once(mode: str, refused: int) -> None:
    answers, running = spoken(knows(mode))
    assert answers == ['{"c": []}'] * 2
    assert len(running.bodies) == refused + 2


def test_the_schema_is_strict_on_the_wire_as_a_format_and_as_a_tool() -> None:
    _, running = spoken(knows("tools"), times=1)
    first, second = running.bodies
    assert first["response_format"]["json_schema"]["strict"] is True
    assert second["tools"][0]["function"]["strict"] is True
    assert second["tools"][0]["function"]["parameters"] == SCHEMA
    assert second["tool_choice"]["function"]["name"] == "WireDraft"
    assert "response_format" not in second


def test_where_the_server_knows_no_schema_the_prompt_has_it_after_its_static_part() -> None:
    _, running = spoken(knows("json_object"), times=1)
    *_, last = running.bodies
    system, user = last["messages"]
    assert system["content"].startswith("You separate.")
    assert json.dumps(SCHEMA, separators=(",", ":")) in system["content"]
    assert user["content"] == "a secret word"


@pytest.mark.parametrize(
    ("refusal", "name", "value"),
    [
        (
            fails(
                400,
                "Unsupported value: 'temperature' does not support 0 with this model.",
                param="temperature",
            ),
            "temperature",
            None,
        ),
        (
            fails(422, "Extra inputs are not permitted: max_completion_tokens"),
            "max_tokens",
            8_000,
        ),
        (
            fails(400, "Unrecognized request argument supplied: stream_options"),
            "stream_options",
            None,
        ),
    ],
)
def test_a_parameter_that_is_refused_is_left_out_or_renamed(
    refusal: Reply, name: str, value: object
) -> None:
    async def run() -> Provider:
        async with serving(refusal, says("x")) as running, connected(running) as gateway:
            await ask(gateway, running)
            await ask(gateway, running)
            return running

    running = at_once(run())
    assert len(running.bodies) == 3
    assert [body.get(name) for body in running.bodies[1:]] == [value, value]


def test_a_request_that_is_refused_in_every_way_is_refused_and_nothing_is_remembered() -> None:
    async def run() -> Provider:
        script = [fails(400, "no")] * 4 + [says("x")]
        async with serving(*script) as running, connected(running) as gateway:
            with pytest.raises(ProviderRefused, match="400"):
                await ask(gateway, running, **WANTED)
            await ask(gateway, running, **WANTED)
            return running

    running = at_once(run())
    assert len(running.bodies) == 5
    assert running.bodies[4]["response_format"]["type"] == "json_schema"


def test_a_mode_that_has_worked_is_not_given_up_for_an_unclear_refusal() -> None:
    async def run() -> Provider:
        async with serving(says("x"), fails(400, "no")) as running, connected(running) as gateway:
            await ask(gateway, running, **WANTED)
            with pytest.raises(ProviderRefused):
                await ask(gateway, running, **WANTED | numbered(2))
            return running

    assert len(at_once(run()).bodies) == 2


def test_a_limit_that_does_not_fit_beside_the_prompt_is_halved_until_it_does() -> None:
    def small(body: dict[str, Any]) -> Reply:
        if body["max_completion_tokens"] > 2_000:
            return fails(
                400,
                f"'max_tokens' or 'max_completion_tokens' is too large: "
                f"{body['max_completion_tokens']}. This model's maximum context length is 8192.",
            )
        return says("x")

    _, running = spoken(small)
    limits = [body["max_completion_tokens"] for body in running.bodies]
    assert limits == [8_000, 4_000, 2_000, 2_000]


def test_a_server_that_ignores_the_tool_is_asked_in_another_way() -> None:
    def deaf(body: dict[str, Any]) -> Reply:
        if body.get("response_format", {}).get("type") == "json_schema":
            return fails(400, "response_format is not supported")
        return says("Sure, here it is." if "tools" in body else '{"c": []}')

    answers, running = spoken(deaf)
    assert answers == ['{"c": []}'] * 2
    assert len(running.bodies) == 4


def test_an_internal_error_is_tried_again_and_says_nothing_about_the_mode() -> None:
    async def run() -> Provider:
        script = (fails(500, "Internal server error"), says("x"))
        async with serving(*script) as running, connected(running) as gateway:
            await ask(gateway, running, **WANTED)
            return running

    first, second = at_once(run()).bodies
    assert first == second


@pytest.mark.parametrize(
    ("text", "json_text"),
    [
        ('{"c": []}', '{"c": []}'),
        ('```json\n{"c": []}\n```', '{"c": []}'),
        ('Sure!\n```\n{"c": ["a ` b"]}\n``` Bye', '{"c": ["a ` b"]}'),
        ('```json\n{"c": [', '{"c": ['),
        ("no JSON at all", "no JSON at all"),
    ],
)
def test_json_is_taken_out_of_its_fence(text: str, json_text: str) -> None:
    assert Dialect(mode=Mode.MARKDOWN).content(text) == json_text


def test_every_chain_of_refusals_ends() -> None:
    for words in ("temperature", "stream_options", "max_completion_tokens", "schema", "what?"):
        dialect: Dialect | None = Dialect()
        for _ in range(8):
            dialect = dialect and dialect.after(Refusal(400, "", words), proven=False)
        assert dialect is None
