"""Annotated articles are read as the guideline has them, or refused by file and field."""

import json
from pathlib import Path
from typing import Any

import pytest

from schemas import SourceKind
from service.errors import UnreadableInput
from service.evaluate.annotated import read_annotated, read_folder
from tests.evaluate.made import SPECULATION, TEXT, annotated, record
from tests.gold import SEEDS, load_gold


def read(made: Any, name: str = "t1.json") -> tuple[str, ...]:
    return read_annotated(name, json.dumps(made).encode())[1]


def changed_claim(**changes: Any) -> dict[str, Any]:
    made = record()
    made["claims"][1] |= changes
    return made


def test_an_annotated_article_is_read_with_the_places_of_its_claims() -> None:
    found = annotated()
    speculation = found.claims[1]
    assert TEXT[speculation.start : speculation.end] == "It may snow"
    assert speculation.status is SPECULATION
    assert speculation.kind is SourceKind.ARTICLE
    assert found.article.source_id == found.id == "t1"
    assert found.key_claims == (0, 1)
    assert found.loaded == ("grim",)


def test_the_seeds_are_read_without_a_notice_and_as_the_other_tests_read_them() -> None:
    folder = read_folder(SEEDS)
    assert folder.notices == ()
    for mine, gold in zip(folder.articles, load_gold(), strict=True):
        assert mine.id == gold.id
        places = [(one.start, one.end) for one in mine.claims]
        assert places == [(c.provenance[0].start, c.provenance[0].end) for c in gold.claims]


def test_an_occurrence_says_which_of_the_same_words_are_meant() -> None:
    made = record(text=f"{TEXT} It may snow.")
    made["claims"].append(made["claims"][1] | {"occurrence": 2})
    assert annotated(**made).claims[4].start == TEXT.rindex(".") + 2


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (changed_claim(quote="It will snow"), "claims.1.quote: does not stand in text, character"),
        (changed_claim(occurrence=2), "claims.1.quote: does not stand in text 2 times"),
        (changed_claim(quote="Monday. It may snow"), "claims.1.quote: overlaps claims.0.quote"),
        (changed_claim(status="fact"), "claims.1.status: Input should be 'stated_fact'"),
        (changed_claim(attribution={"kind": "anonymous"}), "claims.1.attribution.kind: "),
        (
            changed_claim(attribution={"kind": "article", "source": "She"}),
            "claims.1.attribution.source: the article's own voice has null",
        ),
        (record(key_claims=[4]), "key_claims.0: no claim has this position; accepted: 0 to 3"),
        (record(key_claims=[-1]), "key_claims.0: no claim"),
        (record(id="other"), "id: not the name of the file without .json"),
        (record(text=7), "text: Input should be a valid string"),
        (record(text=" "), "text: the text is empty"),
        (record(language="English!"), "language: "),
        (record(claims=[]), "claims: "),
        ({"id": "t1"}, "text: Field required"),
        ([], "Input should be an object"),
    ],
)
def test_what_would_make_a_measure_wrong_is_refused_by_file_and_field(
    made: Any, problem: str
) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read(made)
    assert str(refused.value).startswith("t1.json: ")
    assert problem in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b'{"id": "\\ud800"}'])
def test_what_is_not_json_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"^t1\.json: "):
        read_annotated("t1.json", data)


def test_a_refusal_does_not_repeat_the_article() -> None:
    made = record(id="other", key_claims=[99])
    made["claims"][0] |= {"quote": "Zembrint fell", "status": "Zembrint"}
    with pytest.raises(UnreadableInput) as refused:
        read(made)
    assert "Zembrint" not in str(refused.value)


@pytest.mark.parametrize(
    ("made", "notice"),
    [
        (record(notes="mine"), "t1.json: notes: not a field"),
        (changed_claim(occurence=2), "t1.json: claims.1.occurence: not a field"),
        (record(**{"Zem brint": 1}), "t1.json: (not a plain name): not a field"),
        (record(loaded=["stark"]), "t1.json: loaded.0: does not stand in text"),
        (changed_claim(cues=["might"]), "t1.json: claims.1.cues: not all of them stand in text"),
        (
            changed_claim(attribution={"kind": "named", "source": "Nobody"}),
            "t1.json: claims.1.attribution.source: does not stand in text",
        ),
        (
            changed_claim(attribution={"kind": "unnamed", "source": None}),
            "t1.json: claims.1.attribution.source: missing, though the kind is unnamed",
        ),
    ],
)
def test_what_can_be_measured_all_the_same_is_noted(made: Any, notice: str) -> None:
    made["claims"][0]["attribution"] = {"kind": "named", "source": "Monday"}
    (odd,) = read(made)
    assert odd.startswith(notice)


def write(folder: Path, *ids: str) -> None:
    for name in ids:
        (folder / f"{name}.json").write_text(json.dumps(record(id=name)))


def test_patterns_pick_articles_and_other_files_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, "a1", "a2", "b1")
    (tmp_path / "README.md").write_text("about")
    (tmp_path / "._a1.json").write_bytes(b"\x00")
    assert [one.id for one in read_folder(tmp_path).articles] == ["a1", "a2", "b1"]
    assert [one.id for one in read_folder(tmp_path, ["a*"]).articles] == ["a1", "a2"]
    assert [one.id for one in read_folder(tmp_path, ["a2", "b*"]).articles] == ["a2", "b1"]


def test_every_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a1")
    for name in ("x", "y"):
        (tmp_path / f"{name}.json").write_text("{")
    with pytest.raises(UnreadableInput, match=r"x\.json: .*y\.json: "):
        read_folder(tmp_path)


def test_a_folder_without_fitting_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no annotated article"):
        read_folder(tmp_path)
    write(tmp_path, "a1")
    with pytest.raises(UnreadableInput, match=r"that fits c\*"):
        read_folder(tmp_path, ["c*"])
    with pytest.raises(UnreadableInput, match="not a folder"):
        read_folder(tmp_path / "a1.json")
