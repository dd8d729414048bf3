"""The data files: every line says what `service/lexicon/en/SOURCES.md` lets it say."""

import re
from collections import Counter
from importlib.resources import files

import pytest

from schemas import CueKind, Status
from service.lexicon import load
from service.lexicon.entries import Row, rows
from service.lexicon.words import WordTree, words

_LEXICON = load("en")
_KINDS = {
    "hedges": {kind.value for kind in CueKind} - {"report", "evaluation", "negation"},
    "traps": {"trap", "unknown", "rule"},
    "reports": {"report"},
    "evaluations": {"evaluation", "trap"},
    "loaded": {"loaded", "colour"},
    "negations": {"negation"},
}
_ROWS = [(name, row) for name in _KINDS for row in rows("en", name)]
_IDS = [f"{name}:{row.cue[:30]}" for name, row in _ROWS]
_SILENCES = {"trap": "phrase", "unknown": "complement", "rule": "clause"}
_KEYS = set(
    re.findall(
        r"^\| `([A-Za-z]+\d{4}|guideline)` ",
        (files("service.lexicon") / "en" / "SOURCES.md").read_text("utf-8"),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize(("name", "row"), _ROWS, ids=_IDS)
def test_a_line_holds_only_words_that_its_columns_may_hold(name: str, row: Row) -> None:
    assert row.kind in _KINDS[name]
    assert row.scope in {"clause", "complement", "phrase", "sentence"}
    moves = name in {"hedges", "evaluations", "loaded"} and row.kind != "trap"
    assert row.strength in {"weak", "medium", "strong"} or (not moves and row.strength == "")
    assert (row.factivity != "") == (name == "reports")
    assert row.factivity in {"", "factive", "neutral", "claim", "denial", "guess"}
    assert row.source in _KEYS


@pytest.mark.parametrize(("name", "row"), _ROWS, ids=_IDS)
def test_an_entry_is_found_in_its_own_example(name: str, row: Row) -> None:
    alone = WordTree(((slots, 0, name) for slots in row.sequences()), 1)
    assert alone.find(words(row.example))[0]


@pytest.mark.parametrize(
    ("name", "row"),
    [(name, row) for name, row in _ROWS if name != "traps" and row.status is not None],
    ids=lambda value: value if isinstance(value, str) else value.cue[:30],
)
def test_an_example_shows_the_status_of_its_entry(name: str, row: Row) -> None:
    assert _LEXICON is not None
    found = getattr(_LEXICON.read(row.example), name)
    assert any(hit.entry.status is row.status for hit in found)


@pytest.mark.parametrize("row", rows("en", "sources"), ids=lambda row: row.cue[:30])
def test_a_noun_for_a_source_stands_in_its_own_example(row: Row) -> None:
    assert row.source in _KEYS
    assert any(f" {noun} " in f" {row.example.casefold()} " for noun in row.phrases())


@pytest.mark.parametrize(
    "row",
    [row for row in rows("en", "traps") if row.kind != "unknown"],
    ids=lambda row: row.cue[:30],
)
def test_a_trap_silences_the_hedge_in_its_example(row: Row) -> None:
    assert _LEXICON is not None
    outside_conditions = [
        hit
        for hit in _LEXICON.read(row.example).hedges
        if hit.entry.kind is not CueKind.CONDITION and hit.entry.cue != "would"
    ]
    assert not outside_conditions


@pytest.mark.parametrize(
    "row",
    [row for row in rows("en", "evaluations") if row.kind == "trap"],
    ids=lambda row: row.cue[:30],
)
def test_a_trap_silences_the_judgement_in_its_example(row: Row) -> None:
    assert _LEXICON is not None
    assert not _LEXICON.read(row.example).evaluations


def test_what_a_trap_silences_is_its_scope() -> None:
    assert all(row.scope == _SILENCES[row.kind] for row in rows("en", "traps"))


def test_a_verb_that_guesses_points_to_speculation_and_one_that_denies_to_a_fact() -> None:
    for row in rows("en", "reports"):
        assert (row.factivity == "guess") == (row.status is Status.SPECULATION), row.cue
        assert row.factivity != "denial" or row.status is Status.STATED_FACT, row.cue


def test_every_entry_that_decides_alone_names_its_status() -> None:
    decisive = [row for row in rows("en", "hedges") if row.decisive]
    assert len(decisive) > 20
    assert all(row.status in {Status.SPECULATION, Status.UNCONFIRMED} for row in decisive)


@pytest.mark.parametrize("name", [*_KINDS, "sources"])
def test_no_file_lists_the_same_cue_twice(name: str) -> None:
    counted = Counter(row.cue for row in rows("en", name))
    assert [cue for cue, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("name", _KINDS)
def test_no_word_stands_in_two_lines_of_single_words(name: str) -> None:
    counted = Counter(
        word for row in rows("en", name) if " " not in row.cue for word in row.cue.split("/")
    )
    assert [word for word, times in counted.items() if times > 1] == []
