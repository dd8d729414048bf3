"""Where a sentence is cut, and who stands behind each piece."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.lexicon import load
from service.lexicon.clauses import pieces
from service.lexicon.frames import frames
from service.lexicon.scope import parted, remarked, scopes


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "No one was hurt, but the pier might close.",
            ["No one was hurt", "the pier might close"],
        ),
        (
            "They gave no warning, a decision that could cost lives.",
            ["They gave no warning", "a decision that could cost lives."],
        ),
        (
            "The note reads “stop”, which suggests haste.",
            ["The note reads “stop”", "which suggests haste."],
        ),
        ("It fell; nobody knows why.", ["It fell", "nobody knows why."]),
        ("The board, which met in June, resigned.", ["The board, which met in June, resigned."]),
    ],
)
def test_sentences_are_cut_where_a_clause_of_its_own_begins(
    sentence: str, parts: list[str]
) -> None:
    found = [sentence[p.start : p.end].rstrip(".") for p in pieces(sentence)]
    assert found == [part.rstrip(".") for part in parts]


@pytest.mark.parametrize(
    ("sentence", "given"),
    [
        ("Fire killed four, the hospital said, hours before talks were due.", (0, None)),
        ("The bank said it would not comment on talks, which by law it may not.", (0, None)),
        ("Orr said that prices, which fell in March, were too low.", (0, 0)),
        ("Analysts said the fine was small but the ruling could spread.", (0, 0)),
        ("The board said it was a pool, although results were not in.", (0, 0)),
        ("The firm said it had ended but did not say why it did.", (0, None)),
        ("The firm said it had ended but would not release it.", (0, None)),
        ("Its report holds nothing, an omission that Ada Orr describes as “late”.", (None, 0)),
        ("He pleaded guilty on Monday, in a case that prosecutors say hurt farms.", (None, 0)),
        ("They felled pines, and the roots, he says, would have rotted.", (None, 0)),
        ("They felled pines, and the roots rotted, he says.", (0, 0)),
        ("That would take a year, Orr reckons, and might help: May was wet.", (0, 0, None)),
        ("Orr reckons one thing: that it would take a year.", (0, 0)),
    ],
)
def test_remarks_are_the_articles_and_circumstances_the_speakers(
    sentence: str, given: tuple[int | None, ...]
) -> None:
    lexicon = load("en")
    assert lexicon is not None
    cut = pieces(sentence)
    assert scopes(sentence, cut, frames(lexicon, sentence)) == given


def test_a_source_reaches_no_further_than_the_article_taking_over() -> None:
    sentence = "Brack said he was ill, but a photograph seems to show him."
    lexicon = load("en")
    assert lexicon is not None
    assert scopes(sentence, pieces(sentence), frames(lexicon, sentence)) == (0, None)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_sentence_is_cut_in_order_and_each_piece_has_one_scope(sentence: str) -> None:
    lexicon = load("en")
    assert lexicon is not None
    cut = pieces(sentence)
    assert all(before.end <= after.start for before, after in pairwise(cut))
    assert len(scopes(sentence, cut, frames(lexicon, sentence))) == len(cut)


def test_a_clause_is_cut_off_before_what_was_said_in_it() -> None:
    lexicon = load("en")
    assert lexicon is not None
    sentence = "Shares fell after the company warned of a loss."
    found = frames(lexicon, sentence)
    cut = parted(sentence, pieces(sentence), found)
    assert [sentence[piece.start : piece.end] for piece in cut] == [
        "Shares fell",
        "after the company warned of a loss.",
    ]
    assert scopes(sentence, cut, found) == (None, 0)


def test_a_guess_does_not_reach_the_clause_behind_it() -> None:
    lexicon = load("en")
    assert lexicon is not None
    sentence = "Traders fear a strike, which would be the first, and the port has hired guards."
    found = frames(lexicon, sentence)
    assert scopes(sentence, pieces(sentence), found)[-1] is None


def test_what_has_a_verb_of_its_own_is_no_apposition() -> None:
    sentence = "To Orr, the record is shameful."
    lexicon = load("en")
    assert lexicon is not None
    judged = lexicon.read(sentence).evaluations
    assert len(remarked(sentence, pieces(sentence), judged)) == 1
    sentence = "In her view, the bargain was unfair."
    judged = lexicon.read(sentence).evaluations
    assert len(remarked(sentence, pieces(sentence), judged)) == 1
    sentence = "They wrote it off, the shameful end of it."
    judged = lexicon.read(sentence).evaluations
    assert len(remarked(sentence, pieces(sentence), judged)) == len(["They …", "the …"])
