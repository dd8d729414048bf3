"""The seed articles keep the mechanical rules of docs/annotation-guideline.md."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from schemas import SourceKind
from tests.gold import SEEDS, Gold, gold_from

FILES = sorted(SEEDS.glob("*.json"))
FIELDS = {
    "id",
    "language",
    "genre",
    "title",
    "text",
    "claims",
    "loaded",
    "key_claims",
    "reference_summary",
}
CLAIM_FIELDS = {"quote", "occurrence", "status", "attribution", "cues"}
GENRES = {
    "conflict",
    "politics",
    "courts",
    "business",
    "science",
    "health",
    "disaster",
    "sport",
    "technology",
    "climate",
    "local",
    "culture",
}
MIN_COVERAGE = 0.6
"""Share of the text's characters that lie in claims; the rest is datelines and connectives."""


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """One seed file."""
    assert isinstance(request.param, Path)
    return request.param


@pytest.fixture
def record(path: Path) -> Any:
    """What it holds, as JSON."""
    return json.loads(path.read_bytes())


@pytest.fixture
def gold(record: dict[str, Any]) -> Gold:
    """The same, typed: quotes and sources are found, statuses and kinds are the schema's."""
    return gold_from(record)


def test_there_are_seeds() -> None:
    assert FILES


def test_a_seed_has_the_documented_fields(record: dict[str, Any]) -> None:
    assert set(record) == FIELDS
    assert all(set(claim) == CLAIM_FIELDS for claim in record["claims"])
    assert record["genre"] in GENRES


def test_a_seed_is_named_by_its_id(path: Path, gold: Gold) -> None:
    assert gold.id == path.stem


def test_claims_stand_in_article_order_and_do_not_overlap(gold: Gold) -> None:
    spans = [claim.provenance[0] for claim in gold.claims]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_claims_stay_within_a_paragraph(gold: Gold) -> None:
    assert [claim.text for claim in gold.claims if "\n" in claim.text] == []


def test_claims_cover_most_of_the_text(gold: Gold) -> None:
    covered = sum(len(claim.text) for claim in gold.claims)
    assert covered / len(gold.article.text) >= MIN_COVERAGE


def test_the_articles_own_voice_has_no_source_and_all_others_have_one(gold: Gold) -> None:
    for claim in gold.claims:
        own_voice = claim.attribution.kind is SourceKind.ARTICLE
        assert own_voice == (not claim.attribution.source)


def test_cues_and_loaded_words_are_the_articles_words(record: dict[str, Any], gold: Gold) -> None:
    phrases = [*gold.loaded, *(cue for claim in record["claims"] for cue in claim["cues"])]
    assert [phrase for phrase in phrases if phrase not in gold.article.text] == []


def test_three_to_six_claims_are_key_claims(record: dict[str, Any], gold: Gold) -> None:
    assert 3 <= len(gold.key_claims) <= 6
    assert set(record["key_claims"]) <= set(range(len(gold.claims)))


def test_the_reference_summary_has_two_to_four_sentences(gold: Gold) -> None:
    assert 2 <= len(gold.reference_summary) <= 4
