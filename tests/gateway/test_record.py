"""Recording at run time: what a provider answered can be replayed, and nothing else is kept."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from vcr import VCR

from service.errors import ConfigurationError, ProviderUnavailable
from service.gateway import connect
from service.gateway.budget import Budget
from tests.clock import at_once
from tests.gateway.conftest import numbered
from tests.provider import Provider, Reply, fails, says, serving


def record(
    folder: Path, *script: Reply, count: int = 1, together: bool = True, **settings: Any
) -> Provider:
    """Ask `count` different things while recording."""

    async def run() -> Provider:
        async with serving(*script) as running:
            wanted = running.settings(llm_api_key="sk-secret", **settings)
            gateway = connect(wanted, record=folder)
            assert gateway is not None
            (route,) = gateway.routes
            asking = [route.complete(numbered(n), Budget.start(wanted)) for n in range(count)]
            if together:
                await asyncio.gather(*asking)
            else:
                for one in asking:
                    await one
            await gateway.aclose()
            return running

    return at_once(run())


def replay(folder: Path, number: int) -> str:
    """The answer of a recording."""

    async def run() -> str:
        async with serving(fails(500)) as running:
            gateway = connect(running.settings(), replay=folder)
            assert gateway is not None
            answer = await gateway.routes[0].complete(
                numbered(number), Budget.start(running.settings())
            )
            await gateway.aclose()
            assert running.bodies == []
            return answer.text

    return at_once(run())


def test_what_was_recorded_at_once_is_replayed_any_number_of_times(tmp_path: Path) -> None:
    record(tmp_path, says("an “answer” 😀"), count=40)
    assert len(list(tmp_path.glob("*.yaml"))) == 40
    assert not list(tmp_path.glob("*.part"))
    assert [replay(tmp_path, n) for n in (0, 39, 0)] == ["an “answer” 😀"] * 3


def test_a_recording_is_readable_by_vcrpy_and_by_people(tmp_path: Path) -> None:
    record(tmp_path, says("an “answer”"))
    (file,) = tmp_path.glob("*.yaml")
    assert "an “answer”" in file.read_text("utf-8")
    with VCR(record_mode="none").use_cassette(str(file)) as cassette:
        (request,) = cassette.requests
        assert request.method == "POST"


def test_neither_the_key_nor_any_header_but_the_content_type_is_kept(tmp_path: Path) -> None:
    record(tmp_path, says("x").but(headers={"set-cookie": "a=b", "x-request-id": "r-1"}))
    (file,) = tmp_path.glob("*.yaml")
    text = file.read_text("utf-8")
    assert not [word for word in ("sk-secret", "uthorization", "a=b", "r-1") if word in text]
    assert "secret" not in file.name


@pytest.mark.parametrize("passing", [fails(503), fails(429), Reply(ends="closed")])
def test_what_a_retry_may_change_is_not_recorded(tmp_path: Path, passing: Reply) -> None:
    record(tmp_path, passing, says("in the end"))
    assert replay(tmp_path, 0) == "in the end"


def test_nothing_is_recorded_of_an_answer_that_broke_off(tmp_path: Path) -> None:
    half = says("half an answer", finish=None).but(raw=b"", ends="closed")
    with pytest.raises(ProviderUnavailable):
        record(tmp_path, half, llm_attempts=1)
    assert list(tmp_path.iterdir()) == []


def test_a_request_that_is_asked_again_replaces_its_own_recording(tmp_path: Path) -> None:
    record(tmp_path, says("first"), count=2)
    record(tmp_path, says("second"), count=1)
    assert [replay(tmp_path, 0), replay(tmp_path, 1)] == ["second", "first"]


def test_a_refusal_that_led_to_another_dialect_is_replayed_too(tmp_path: Path) -> None:
    refusal = fails(400, "no temperature", param="temperature")
    record(tmp_path, refusal, says("x"))
    assert replay(tmp_path, 0) == "x"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigurationError, match=r"cannot record in .*file"):
        record(tmp_path / "file" / "below", says("x"))
