"""The data files: every line says what `service/lexicon/en/SOURCES.md` lets it say."""

import re
from collections import Counter
from collections.abc import Callable
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
    "reports": {"report", "trap"},
    "evaluations": {"evaluation", "trap"},
    "loaded": {"loaded", "colour"},
    "negations": {"negation"},
}
_SILENCES = {"trap": "phrase", "unknown": "complement", "rule": "clause"}
_KEYS = set(
    re.findall(
        r"^\| `([A-Za-z]+\d{4}|guideline)` ",
        (files("service.lexicon") / "en" / "SOURCES.md").read_text("utf-8"),
        re.MULTILINE,
    )
)

each_file = pytest.mark.parametrize("name", _KINDS)


def _wrong(name: str, right: Callable[[Row], object]) -> list[str]:
    return [row.cue for row in rows("en", name) if not right(row)]


@each_file
def test_a_line_holds_only_words_that_its_columns_may_hold(name: str) -> None:
    scopes = {"clause", "complement", "phrase", "sentence"}
    assert _wrong(name, lambda row: row.kind in _KINDS[name]) == []
    assert _wrong(name, lambda row: row.scope in scopes) == []
    assert _wrong(name, lambda row: row.source in _KEYS) == []


@each_file
def test_what_moves_certainty_or_judges_says_how_strongly(name: str) -> None:
    moves = name in {"hedges", "evaluations", "loaded"}
    strengths = {"weak", "medium", "strong"}
    assert _wrong(name, lambda row: row.strength in {"", *strengths}) == []
    if moves:
        assert _wrong(name, lambda row: (row.strength != "") == (row.kind != "trap")) == []


def test_a_reporting_verb_says_what_it_holds_of_its_content() -> None:
    names = {"factive", "neutral", "claim", "denial", "guess"}
    assert _wrong("reports", lambda row: row.factivity in names) == []
    guesses = Status.SPECULATION
    assert (
        _wrong("reports", lambda row: (row.factivity == "guess") == (row.status is guesses)) == []
    )
    denies = Status.STATED_FACT
    assert _wrong("reports", lambda row: row.factivity != "denial" or row.status is denies) == []


def test_what_a_trap_silences_is_its_scope() -> None:
    assert _wrong("traps", lambda row: row.scope == _SILENCES[row.kind]) == []


@each_file
def test_an_entry_is_found_in_its_own_example(name: str) -> None:
    def found(row: Row) -> object:
        alone = WordTree(((slots, 0, name) for slots in row.sequences()), 1)
        return alone.find(words(row.example))[0]

    assert _wrong(name, found) == []


@each_file
def test_an_example_shows_the_status_of_its_entry(name: str) -> None:
    def shown(row: Row) -> bool:
        assert _LEXICON is not None
        hits = getattr(_LEXICON.read(row.example), name) if row.status else ()
        return row.status is None or any(hit.entry.status is row.status for hit in hits)

    assert _wrong(name, shown) == []


def test_a_noun_for_a_source_stands_in_its_own_example() -> None:
    def stands(row: Row) -> bool:
        return any(f" {noun} " in f" {row.example.casefold()} " for noun in row.phrases())

    assert _wrong("sources", stands) == []
    assert _wrong("sources", lambda row: row.source in _KEYS) == []


def test_a_trap_silences_the_hedge_in_its_example() -> None:
    def silent(row: Row) -> bool:
        assert _LEXICON is not None
        outside_conditions = [
            hit
            for hit in _LEXICON.read(row.example).hedges
            if hit.entry.kind is not CueKind.CONDITION and hit.entry.cue != "would"
        ]
        return row.kind == "unknown" or not outside_conditions

    assert _wrong("traps", silent) == []


def test_a_trap_silences_the_judgement_in_its_example() -> None:
    def silent(row: Row) -> bool:
        assert _LEXICON is not None
        return row.kind != "trap" or not _LEXICON.read(row.example).evaluations

    assert _wrong("evaluations", silent) == []


def test_every_entry_that_decides_alone_names_its_status() -> None:
    decisive = [row for row in rows("en", "hedges") if row.decisive]
    assert len(decisive) > 20
    assert all(row.status in {Status.SPECULATION, Status.UNCONFIRMED} for row in decisive)


@pytest.mark.parametrize("name", [*_KINDS, "sources"])
def test_no_file_lists_the_same_cue_twice(name: str) -> None:
    counted = Counter(row.cue for row in rows("en", name))
    assert [cue for cue, times in counted.items() if times > 1] == []


@each_file
def test_no_word_stands_in_two_lines_of_single_words(name: str) -> None:
    counted = Counter(
        word for row in rows("en", name) if " " not in row.cue for word in row.cue.split("/")
    )
    assert [word for word, times in counted.items() if times > 1] == []
