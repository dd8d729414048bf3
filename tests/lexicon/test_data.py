"""The data files: every entry is found by the example that stands beside it."""

import pytest

from schemas import CueKind, Status
from service.lexicon import load
from service.lexicon.entries import Row, rows

_LEXICON = load("en")
_SHOWN = [
    (name, row)
    for name in ("hedges", "reports", "negations", "evaluations", "loaded")
    for wide in ("", "wide_")
    if (name, wide) != ("negations", "wide_")
    for row in rows("en", f"{wide}{name}")
    if row.example and row.kind != "trap"
]


@pytest.mark.parametrize(("name", "row"), _SHOWN, ids=[f"{n}:{r.cue[:30]}" for n, r in _SHOWN])
def test_an_entry_is_found_in_its_own_example(name: str, row: Row) -> None:
    assert _LEXICON is not None
    found = getattr(_LEXICON.read(row.example), name)
    assert found, row.example
    if row.status is not None:
        assert any(hit.entry.status is row.status for hit in found)


@pytest.mark.parametrize(
    "row",
    [
        r
        for r in (*rows("en", "traps"), *rows("en", "wide_traps"))
        if r.example and r.kind != "unknown"
    ],
    ids=lambda row: str(row.cue)[:30],
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
    "row", [r for r in rows("en", "wide_evaluations") if r.kind == "trap"], ids=lambda row: row.cue
)
def test_a_trap_silences_the_judgement_in_its_example(row: Row) -> None:
    assert _LEXICON is not None
    assert not _LEXICON.read(row.example).evaluations


def test_every_entry_that_decides_alone_names_its_status() -> None:
    decisive = [row for row in rows("en", "hedges") if row.decisive]
    assert len(decisive) > 20
    assert all(row.status in {Status.SPECULATION, Status.UNCONFIRMED} for row in decisive)


def test_no_file_lists_the_same_words_twice() -> None:
    for names in (
        ("hedges", "wide_hedges"),
        ("traps", "wide_traps"),
        ("reports", "wide_reports"),
        ("evaluations", "wide_evaluations"),
        ("loaded", "wide_loaded"),
        ("negations",),
    ):
        cues = [row.cue for name in names for row in rows("en", name)]
        assert len(cues) == len(set(cues)), names
