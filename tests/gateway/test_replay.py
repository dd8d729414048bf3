"""Replaying a cassette outside of tests: through a real transport, with no network at all."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from vcr import VCR

from service.errors import RecordingMissing, UnreadableInput
from service.gateway import connect
from service.gateway.usage import Usage
from tests.provider import provider, says

REQUEST = {"messages": [{"role": "user", "content": "“one”"}]}


def ask(replay: Path, url: str, request: dict[str, Any], times: int = 1) -> list[str | None]:
    async def call() -> list[str | None]:
        gateway = connect(running_settings(url), replay)
        assert gateway is not None
        answers = [await gateway.complete(request, Usage()) for _ in range(times)]
        await gateway.aclose()
        return [answer.choices[0].message.content for answer in answers]

    return asyncio.run(call())


def running_settings(url: str) -> Any:
    with provider(says("")) as running:
        return running.settings(llm_base_url=url)


@pytest.fixture
def cassette(tmp_path: Path) -> tuple[Path, str]:
    """A cassette with one recorded call, and the address where it was made."""
    path = tmp_path / "one.yaml"

    async def record(settings: Any) -> None:
        gateway = connect(settings)
        assert gateway is not None
        with VCR(record_mode="once").use_cassette(str(path)):
            await gateway.complete(REQUEST, Usage())
        await gateway.aclose()

    with provider(says("recorded “answer”")) as running:
        asyncio.run(record(running.settings()))
        return path, running.url


def test_a_recorded_request_is_answered_any_number_of_times(cassette: tuple[Path, str]) -> None:
    assert ask(*cassette, REQUEST, times=3) == ["recorded “answer”"] * 3


def test_the_recording_serves_another_address_with_the_same_path(
    cassette: tuple[Path, str],
) -> None:
    assert ask(cassette[0], "https://llm.example/v1", REQUEST) == ["recorded “answer”"]


def test_a_replayed_answer_names_no_provider(cassette: tuple[Path, str]) -> None:
    gateway = connect(running_settings("https://llm.example/v1"), cassette[0])
    assert gateway is not None
    assert gateway.provider is None
    asyncio.run(gateway.aclose())


def test_a_changed_request_has_no_recording_and_is_never_retried(
    cassette: tuple[Path, str],
) -> None:
    changed = {"messages": [{"role": "user", "content": "“two”"}]}
    with pytest.raises(RecordingMissing, match="make record"):
        ask(*cassette, changed)


@pytest.mark.parametrize("content", [None, "", "- a list", "interactions: 5", "{"])
def test_a_file_that_is_no_cassette_is_named(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "broken.yaml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"broken\.yaml is not a cassette"):
        ask(path, "http://127.0.0.1:1/v1", REQUEST)
