"""`nutgraf doctor --probe`: is the configured model good enough?"""

import json
import re
from pathlib import Path

import pytest
from vcr import VCR

from service.evaluate.measures import MEASURES, Better
from service.evaluate.probe import BOUNDS, PROBES, read_probes
from service.segment import segment
from tests.cli.conftest import Finished, Nutgraf
from tests.conftest import CASSETTES
from tests.project.checkout import ROOT
from tests.provider import Reply, provider, says
from tests.recorded import recording
from tests.recorded.answers import answers

PROBE = ("doctor", "--probe")
MODELS = says("")
"""The first that doctor asks for is the list of models."""


def recorded(name: str) -> Reply:
    """What the recorded model answered to an article, from a provider that streams it."""
    with VCR(record_mode="none").use_cassette(str(CASSETTES / f"{name}.yaml")) as cassette:
        (answer,) = answers(cassette)
    return says(answer)


def probed(inside: Nutgraf, url: str) -> Finished:
    """Probe the model behind a URL."""
    return inside(
        *PROBE,
        NUTGRAF_LLM_MODEL="small-model",
        NUTGRAF_LLM_BASE_URL=url,
        NUTGRAF_LLM_RETRY_WAIT="0",
    )


def test_a_good_model_is_good_enough(inside: Nutgraf) -> None:
    with provider(MODELS, *(recorded(name) for name in PROBES)) as running:
        done = probed(inside, running.url)
    told = done.stdout.decode()
    assert done.returncode == 0, told
    assert "verdict   good enough\n" in told
    assert re.search(r"leak +0\.000 +at most 0\.05\n", told)
    assert re.search(r"all; median ms +3 +3,000 +300 +– +\d", told)
    for name in PROBES:
        assert re.search(rf"{name} +1 +1,000 +100 ", told)
    assert len(running.bodies) == 3


def test_recorded_answers_can_be_judged_without_a_network(nutgraf: Nutgraf) -> None:
    done = nutgraf(*PROBE, "--replay", str(CASSETTES), NUTGRAF_LLM_MODEL=recording.MODEL)
    assert done.returncode == 0, done.stdout
    assert b"verdict   good enough\n" in done.stdout
    assert f"provider  the recordings in {CASSETTES}".encode() in done.stdout


def test_a_model_that_takes_all_for_facts_is_not_good_enough(inside: Nutgraf) -> None:
    with provider(says(json.dumps({"c": ["1-20f"], "t": []}))) as running:
        done = probed(inside, running.url)
    assert done.returncode == 1
    told = done.stdout.decode()
    assert "verdict   not good enough\n" in told
    assert re.search(r"          leak is 0\.\d+, above the bound of 0\.05\n", told)
    assert re.search(r"          macro_f1 is 0\.\d+, below the bound of 0\.85\n", told)
    assert "          key_claim_recall is 0, below the bound of 0.7\n" in told


def test_a_model_that_quotes_from_memory_is_not_good_enough(inside: Nutgraf) -> None:
    misquoted = json.dumps({"c": ["1f", *(["2f||it never said … as much"] * 3)], "t": []})
    with provider(says(misquoted)) as running:
        done = probed(inside, running.url)
    assert done.returncode == 1
    assert re.search(rb"quotes_refused is \d+, above the bound of 4\n", done.stdout)


def test_a_model_that_gives_no_json_is_not_good_enough_and_nothing_else_is_said(
    inside: Nutgraf,
) -> None:
    with provider(says("I am sorry, but I cannot")) as running:
        done = probed(inside, running.url)
    assert done.returncode == 1
    told = done.stdout.decode().partition("verdict")[2].splitlines()
    assert told[0] == "   not good enough"
    assert [line.strip().partition(":")[0] for line in told[1:]] == list(PROBES)
    assert re.search(rf"{PROBES[0]}( +–){{5}}\n", done.stdout.decode())
    assert "sorry" not in done.stdout.decode()


def test_words_of_the_articles_are_not_printed(inside: Nutgraf) -> None:
    with provider(MODELS, *(recorded(name) for name in PROBES)) as running:
        done = probed(inside, running.url)
    told = (done.stdout + done.stderr).decode()
    for one in read_probes():
        text = one.article.text
        assert not any(text[s.start : s.end] in told for s in segment(one.article))


def test_a_provider_that_does_not_answer_is_not_probed(inside: Nutgraf) -> None:
    done = probed(inside, "http://127.0.0.1:9/v1")
    assert done.returncode == 3
    assert b"answers   no: " in done.stdout
    assert b"verdict" not in done.stdout


def test_an_answer_that_was_not_recorded_is_model_unavailable(
    inside: Nutgraf, tmp_path: Path
) -> None:
    for name in PROBES:
        (tmp_path / f"{name}.yaml").write_bytes((CASSETTES / f"{name}.yaml").read_bytes())
    done = inside(*PROBE, "--replay", str(tmp_path), NUTGRAF_LLM_MODEL="another")
    assert done.returncode == 3
    assert done.stderr.startswith(f"nutgraf: {PROBES[0]}: no recorded answer".encode())


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (PROBE, "--probe asks a model, but none is configured: set NUTGRAF_LLM_MODEL"),
        (("doctor", "--replay", "cassettes"), "--replay goes with --probe"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(
    inside: Nutgraf, args: tuple[str, ...], said: str
) -> None:
    done = inside(*args)
    assert done.returncode == 2
    assert done.stderr.decode() == f"nutgraf: {said}\n"


def test_the_bounds_are_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for bound in BOUNDS:
        side = "at least" if MEASURES[bound.measure].better is Better.HIGHER else "at most"
        assert f"| `{bound.measure}` | {side} {bound.value:g} |" in page
