"""The smoke run itself, with a scripted provider in the place of llama.cpp."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas import Summary
from service.evaluate.annotated import Annotated, read_folder
from tests.cli.conftest import COMMAND, environment_of
from tests.gold import SEEDS
from tests.provider import Provider, provider, says
from tests.smoke.llama import SETTINGS, post, run_article, violations
from tests.smoke.processes import Server, serving
from tests.smoke.tap import Tap, tapping

GOOD = says(json.dumps({"c": ["1f", "2f"], "t": []}))
BROKEN_OFF = says('{"c": ["1f"', finish=None)
CUT_OFF = says('{"c": ["1f"', finish="length")


@pytest.fixture(scope="module")
def article() -> Annotated:
    return read_folder(SEEDS, ["a01*"]).articles[0]


@pytest.fixture(scope="module")
def scripted() -> Iterator[Provider]:
    with provider(GOOD) as running:
        yield running


@pytest.fixture(scope="module")
def tap(scripted: Provider) -> Iterator[Tap]:
    with tapping(scripted.url.removesuffix("/v1"), patience=20) as running:
        yield running


@pytest.fixture(scope="module")
def service(tap: Tap, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    environment = environment_of(SETTINGS | {"NUTGRAF_LLM_BASE_URL": f"{tap.address}/v1"})
    with serving(
        [COMMAND, "serve", "--port", "0"], environment, tmp_path_factory.mktemp("service")
    ) as running:
        yield running


def test_the_second_time_the_provider_is_not_asked(
    article: Annotated, service: Server, tap: Tap, scripted: Provider
) -> None:
    scripted.reply, scripted.bodies[:] = lambda _: GOOD, []
    row = run_article(article, service, tap)
    assert row.violated == ()
    assert row.cells[:5] == ("llm", "1", "1000", "100", "2")
    assert len(scripted.bodies) == 1


def test_a_model_that_fails_is_seen_and_no_violation(
    article: Annotated, service: Server, tap: Tap, scripted: Provider
) -> None:
    scripted.reply = lambda _: CUT_OFF
    row = run_article(article, service, tap)
    assert row.violated == ()
    assert row.cells[0] == "degraded"
    assert "cut off" in row.notes[0]


@pytest.fixture
def made(article: Annotated, service: Server, tap: Tap, scripted: Provider) -> Summary:
    """A Summary without fault; the cells of its row are of no interest here."""
    scripted.reply = lambda _: GOOD
    tap.forget()
    return post(article, service)


def test_what_does_not_hold_is_named(article: Annotated, made: Summary) -> None:
    assert list(violations(article, made, made, "")) == []
    claim = made.claims[0]
    altered = made.model_copy(
        update={"claims": (claim.model_copy(update={"text": "Never said."}), *made.claims[1:])}
    )
    (words,) = violations(article, altered, altered, "")
    assert words.startswith("invariants 1 to 4: _assert_claims_are_slices, line ")
    (words,) = violations(article, made, altered, "")
    assert words.startswith("invariant 5: ")
    (words,) = violations(article, made, made, f"INFO {article.article.text[:80]}")
    assert words.startswith("invariant 6: ")
    silent = made.model_copy(update={"run": made.run.model_copy(update={"calls": 0})})
    assert list(violations(article, silent, silent, "")) == ["the model was not asked"]


def test_a_provider_that_breaks_off_is_seen(
    article: Annotated, service: Server, tap: Tap, scripted: Provider
) -> None:
    scripted.reply = lambda _: BROKEN_OFF
    row = run_article(article, service, tap)
    assert row.cells[0] == "degraded"
    assert row.violated == ()  # what it had said was passed on whole, and again


def test_a_server_that_does_not_start_shows_its_log_and_is_ended(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('no weights')"]
    with pytest.raises(RuntimeError, match="no weights"), serving(command, None, tmp_path):
        pytest.fail("it did not start")
