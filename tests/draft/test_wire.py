"""The model's lines: what they mean, and that a bad one costs no more than itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import (
    Draft,
    DraftClaim,
    SourceKind,
    Status,
    WireCiting,
    WireRepair,
    WireSentence,
)
from service.draft.wire import apply_repair, format_claim, merge, parse, parse_claim


def claim(
    first: int, last: int, status: Status, source: str | None = None, quote: str | None = None
) -> DraftClaim:
    """A claim as the line says it; "~" marks an unnamed source."""
    unnamed = source is not None and source.startswith("~")
    return DraftClaim(
        first=first,
        last=last,
        status=status,
        kind=SourceKind.UNNAMED if unnamed else SourceKind.NAMED if source else SourceKind.ARTICLE,
        source=(source or "").lstrip("~") or None,
        quote=quote,
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("12f", claim(12, 12, Status.STATED_FACT)),
        ("12-14f|Ana Ilić", claim(12, 14, Status.STATED_FACT, "Ana Ilić")),
        ("3u|~two aides", claim(3, 3, Status.UNCONFIRMED, "~two aides")),
        ("3s||which hints …", claim(3, 3, Status.SPECULATION, quote="which hints …")),
        (" 3 – 4 o | B | a|b ", claim(3, 4, Status.OPINION, "B", "a|b")),
        ("7u|~", claim(7, 7, Status.UNCONFIRMED, "~")),
    ],
)
def test_a_line_reads_as_sentences_status_source_part(line: str, expected: DraftClaim) -> None:
    assert parse_claim(line) == expected


@pytest.mark.parametrize(
    "line",
    ["", "f", "12", "12x", "0f", "5-3f", "-1f", "1e9f", "12f,Ilić", "１２f", "9" * 5000 + "f"],
)
def test_a_line_that_says_something_else_is_no_claim(line: str) -> None:
    assert parse_claim(line) is None


def test_an_unreadable_line_costs_one_claim_and_is_listed() -> None:
    draft = parse(["1f", "no", "3f"], [WireSentence(s="x", c=(1, 3))], limit=4)
    assert [c and c.first for c in draft.claims] == [1, None, 3]
    assert [d.what for d in draft.dropped] == ["drafted claim 2"]
    assert draft.sentences[0].claims == (0, 2)


def test_the_equals_sign_repeats_the_source_before() -> None:
    draft = parse(["1u|~aides", "2u|=", "3f", "4f|="], [], limit=4)
    assert [(c.kind.value, c.source) for c in draft.claims if c] == [
        ("unnamed", "aides"),
        ("unnamed", "aides"),
        ("article", None),
        ("article", None),
    ]


def test_the_equals_sign_after_an_unreadable_line_names_nobody() -> None:
    assert parse(["1f|Ilić", "?", "2f|="], [], limit=4).claims[2] is None


def test_sentences_beyond_the_limit_are_dropped_and_listed() -> None:
    sentences = [WireSentence(s=f"S{n}.", c=(1,)) for n in range(3)]
    draft = parse(["1f"], sentences, limit=2)
    assert [s.text for s in draft.sentences] == ["S0.", "S1."]
    assert draft.dropped[0].what == "drafted sentence 3"


def test_a_summary_sentence_is_one_printable_line() -> None:
    hostile = "A\x1b[2Jb\u202ec\u200bd\n e\x00"
    draft = parse([], [WireSentence(s=hostile, c=())], limit=1)
    assert draft.sentences[0].text == "A [2Jb c d e"


def test_a_repair_mends_only_what_was_asked_for() -> None:
    draft = parse(["1f", "2f||x"], [WireSentence(s="A.", c=(1,)), WireSentence(s="B.", c=(2,))], 4)
    repair = WireRepair(c=("2s||y", "9f"), t=(WireCiting(s="C.", c=(1,)),))
    mended = apply_repair(draft, repair, claims=[1], sentences=[1])
    assert mended.claims == (parse_claim("1f"), parse_claim("2s||y"))
    assert [(s.text, s.claims) for s in mended.sentences] == [("A.", (0,)), ("C.", (0,))]


def test_what_a_repair_gives_up_stays_as_it_was() -> None:
    draft = parse(["1f||x"], [WireSentence(s="A.", c=(1,))], 4)
    repair = WireRepair(c=("",), t=(WireCiting(s=" ", c=()),))
    assert apply_repair(draft, repair, claims=[0], sentences=[0]) == draft


def test_the_parts_of_a_long_article_join_with_running_positions() -> None:
    parts = [parse(["1f", "?"], [], 0), parse(["3o"], [], 0)]
    joined = merge(parts)
    assert [c and c.first for c in joined.claims] == [1, None, 3]
    assert len(joined.dropped) == 1


@given(
    st.builds(
        claim,
        st.integers(1, 500),
        st.integers(500, 1000),
        st.sampled_from(Status),
        st.from_regex(r"[A-Z][a-z]{1,9}", fullmatch=True) | st.none(),
        st.from_regex(r"[a-z]{1,9}( … [a-z]{1,9})?", fullmatch=True) | st.none(),
    )
)
def test_a_claim_reads_back_from_the_line_it_is_written_as(drafted: DraftClaim) -> None:
    assert parse_claim(format_claim(drafted)) == drafted


@given(st.lists(st.text()), st.lists(st.tuples(st.text(), st.lists(st.integers()))))
def test_any_answer_gives_a_draft(lines: list[str], sentences: list[tuple[str, list[int]]]) -> None:
    wired = [WireSentence(s=text, c=tuple(cited)) for text, cited in sentences]
    draft = parse(lines, wired, limit=4)
    assert isinstance(draft, Draft)
    assert len(draft.claims) == len(lines)
