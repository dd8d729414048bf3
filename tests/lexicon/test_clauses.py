"""Where a sentence is cut, and what stays whole."""

import pytest

from service.lexicon import load
from service.lexicon.clauses import pieces
from service.lexicon.frames import frames
from service.lexicon.scope import remarked, whole


def _cut(sentence: str) -> list[str]:
    return [sentence[piece.start : piece.end] for piece in pieces(sentence)]


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("She set the cameras in May and expects data by June.", "expects data by June."),
        ("It looks premature, he said, adding that stocks held.", "adding that stocks held."),
        ("It was late, so he took a cab home.", "he took a cab home."),
        ("I have carried it for years and I’d do it again.", "I’d do it again."),
        ("The board, which reportedly met, is keeping quiet.", "is keeping quiet."),
        (
            "It lists three genes, one of which it says came late.",
            "one of which it says came late.",
        ),
        ("It looks premature, since she starts in May.", "since she starts in May."),
        ("The sum takes in the pipes, which could cost more.", "which could cost more."),
        ("Oil prices rose on fears of a war.", "on fears of a war."),
        ("He resigned amid claims that he took bribes.", "amid claims that he took bribes."),
        ("The study followed 40 adults and suggests that naps help.", "suggests that naps help."),
        ("The mask, thought to be old, was stolen.", "was stolen."),
        ("Gell faces a hearing, charged with biting a man.", "charged with biting a man."),
        ("A price of 90 is near, against Tuesday’s close of 61.", "against Tuesday’s close of 61."),
    ],
)
def test_a_sentence_is_cut_where_a_clause_has_a_status_of_its_own(
    sentence: str, second: str
) -> None:
    assert second in _cut(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Whether the family, which owns a third, would sell remains open.",
        "The board met at noon, according to its minutes.",
        "The clerk and the mayor met.",
        "A monk is buried there, so the story goes.",
        "The stool, so the family story goes, had been a wedding present.",
        "The sale, as one director has it, was left to others.",
        "The club is for sale, so I hear.",
        "He resigned on grounds of health.",
        "He resigned after he was paid.",
        "The painter, so the tale runs, hid them.",
        "It has looked premature, since March at least.",
        "It was shut for a while in May.",
        "She knew all the while that it leaked.",
    ],
)
def test_a_sentence_stays_whole_where_nothing_new_begins(sentence: str) -> None:
    assert _cut(sentence) == [sentence]


def test_a_source_keeps_its_relative_clause() -> None:
    lexicon = load("en")
    assert lexicon is not None
    sentence = (
        "One printer, who has been there for years and did not want to be named, said it fell."
    )
    cut = pieces(sentence)
    assert len(cut) > 1
    assert len(whole(sentence, cut, frames(lexicon, sentence))) == 1


@pytest.mark.parametrize(
    ("sentence", "pieces_in_all"),
    [
        ("It wrote off the chain in 2019, a blunder.", 2),
        ("It is, quite simply, the best blunder.", 1),
        ("It wrote off the chain in 2019, a sawmill.", 1),
    ],
)
def test_an_apposition_is_cut_off_where_it_judges(sentence: str, pieces_in_all: int) -> None:
    lexicon = load("en")
    assert lexicon is not None
    judgements = lexicon.read(sentence).evaluations
    assert len(remarked(sentence, pieces(sentence), judgements)) == pieces_in_all
