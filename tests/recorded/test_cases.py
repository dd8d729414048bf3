"""Recorded answers that go wrong: another schema, quotes from memory, an article too long.

The first two were given by a model told to be careless; what it says is its own.
"""

import json
from typing import Any

import pytest
from vcr import VCR
from vcr.cassette import Cassette

from schemas import EngineChoice
from service.errors import RecordingMissing
from tests.conftest import CASSETTES
from tests.properties.invariants import assert_proven
from tests.recorded import recording
from tests.recorded.answers import answers
from tests.recorded.recording import Recording


def bodies(cassette: Cassette) -> list[dict[str, Any]]:
    return [json.loads(request.body) for request in cassette.requests]


def schemas_asked(cassette: Cassette) -> list[str]:
    return [body["response_format"]["json_schema"]["name"] for body in bodies(cassette)]


@pytest.mark.vcr
@pytest.mark.default_cassette(recording.BROKEN_SCHEMA.name)
def test_an_answer_in_another_schema_is_asked_for_again(vcr: Cassette, record_mode: str) -> None:
    recorded = recording.BROKEN_SCHEMA
    summary = recorded.summarise(recording=record_mode != "none")

    assert_proven(summary, recorded.gold.article)
    first, second = (json.loads(answer) for answer in answers(vcr))
    assert set(first) == {"claims", "summary", "note"}
    assert set(second) == {"c", "t"}
    complaint = bodies(vcr)[1]["messages"][-1]["content"]
    assert "Extra inputs are not permitted" in complaint
    assert "https://" not in complaint
    assert summary.run.calls == 2


@pytest.mark.vcr
@pytest.mark.default_cassette(recording.UNGROUNDED.name)
def test_quotes_from_memory_are_refused_and_mended_once(vcr: Cassette, record_mode: str) -> None:
    recorded = recording.UNGROUNDED
    summary = recorded.summarise(recording=record_mode != "none")

    assert_proven(summary, recorded.gold.article)
    assert schemas_asked(vcr) == ["WireDraft", "WireRepair"]
    draft, repair = (json.loads(answer) for answer in answers(vcr))
    # Twelve quotes that the article does not have in these words, a wrong figure, a wrong speaker.
    assert "5f|Ximena Ortuño|a figure that … no foundation" in draft["c"]
    assert "a further 76 were unaccounted for" in draft["t"][0]["s"]
    assert "the Geological Service warned that more rain" in draft["t"][1]["s"]
    assert len(repair["c"]) == 12
    assert [sentence.claims for sentence in summary.summary] == [
        ("c1", "c2"),
        ("c12", "c13", "c21"),
    ]
    assert "a further 67 people were unaccounted for" in summary.summary[0].text
    assert "more rain could set off further slides" in summary.summary[1].text
    assert "the National Weather Office warned" in summary.summary[1].text
    assert summary.dropped == ()
    assert "a number that Ortuño said had no basis." in {claim.text for claim in summary.claims}


@pytest.mark.vcr
@pytest.mark.default_cassette(recording.LONG.name)
def test_a_long_article_is_drafted_in_parts(vcr: Cassette, record_mode: str) -> None:
    recorded = recording.LONG
    summary = recorded.summarise(recording=record_mode != "none")

    assert_proven(summary, recorded.gold.article)
    assert schemas_asked(vcr) == ["WireDraft", "WireDraft", "WireSummary"]
    assert all(json.loads(answer)["t"] == [] for answer in answers(vcr)[:2])
    assert len(summary.summary) == 4
    headings = ["Three accounts of a repair", "What happens now"]
    assert [span.text for span in summary.uncovered] == headings


@pytest.mark.parametrize("change", ["max_sentences", "article"])
def test_a_changed_request_says_how_to_record_again(change: str) -> None:
    seed = recording.SEEDS[0]
    changed = (
        Recording(seed.name, seed.gold, max_sentences=3)
        if change == "max_sentences"
        else Recording(seed.name, recording.SEEDS[1].gold)
    )
    cassette = str(CASSETTES / f"{seed.name}.yaml")
    replaying = VCR(record_mode="none", match_on=["method", "path", "body"])
    with (
        replaying.use_cassette(cassette),
        pytest.raises(RecordingMissing, match="make record") as missing,
    ):
        changed.summarise(recording=False)
    assert missing.value.__context__ is None


def test_a_missing_recording_is_never_degraded() -> None:
    seed = recording.SEEDS[0]
    changed = Recording(seed.name, seed.gold, max_sentences=3, engine=EngineChoice.AUTO)
    replaying = VCR(record_mode="none", match_on=["method", "path", "body"])
    with (
        replaying.use_cassette(str(CASSETTES / f"{seed.name}.yaml")),
        pytest.raises(RecordingMissing),
    ):
        changed.summarise(recording=False)
