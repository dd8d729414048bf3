"""What was once guessed, and what came of it."""

import pytest

from schemas import Status
from service.lexicon import load
from service.lexicon.bygone import came_otherwise, expected
from service.lexicon.clauses import pieces
from service.lexicon.factuality import status

_FACT, _SPECULATION = Status.STATED_FACT, Status.SPECULATION


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The convoys had been expected to meet at eight.", _FACT),
        ("The convoys are expected to meet at eight.", _SPECULATION),
        ("The office had forecast 410 mm for June.", _FACT),
        ("The office forecasts 410 mm for June.", _SPECULATION),
        ("The ship was meant to bring home three moorings.", _FACT),
        ("The ship is meant to bring home three moorings.", _SPECULATION),
        ("Samples are supposed to arrive within three days.", _FACT),
        ("The van is supposed to have left.", Status.UNCONFIRMED),
        ("The firm could sell nothing until May.", _FACT),
        ("The firm could sell nine plants.", _SPECULATION),
        ("The club would neither name the buyer nor confirm the fee.", _FACT),
        ("The club would neither win nor lose by it.", _SPECULATION),
        ("For years ministers would meet on the island.", _FACT),
        ("For ministers it would mean a year on the island.", _SPECULATION),
        ("A deal that had seemed likely was dropped.", _FACT),
        ("A deal that seems likely was dropped.", _SPECULATION),
    ],
)
def test_what_was_once_expected_is_told_as_a_fact(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected


@pytest.mark.parametrize(
    ("sentence", "came"),
    [
        ("It was widely expected to pass but collapsed on Friday.", True),
        ("It was expected to save 40 million; it had saved six by March.", True),
        ("It was expected to pass but may yet collapse.", False),
        ("It was expected to pass and cost little.", False),
        ("The plan was to finish by May, but the money ran out.", True),
        ("The plan was to finish by May, but the money may run out.", False),
    ],
)
def test_what_was_expected_is_told_where_it_came_otherwise(sentence: str, *, came: bool) -> None:
    first = pieces(sentence)[0]
    assert came_otherwise(sentence, first.start, first.end) is came


def test_a_verb_of_expecting_set_back_in_time_makes_no_guess() -> None:
    sentence = "Its sponsors had predicted 30 votes."
    assert expected(sentence, sentence.index("predicted"))
    sentence = "Its sponsors have predicted 30 votes."
    assert not expected(sentence, sentence.index("predicted"))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Warnings that the dam could fail were ignored for years.", _FACT),
        ("He ignored a warning that the dam could fail.", _FACT),
        ("He issued a warning that the dam could fail.", _SPECULATION),
        ("Fears that the dam would fail proved unfounded.", _FACT),
        ("Fears that the dam would fail have grown.", _SPECULATION),
        ("A man who was feared drowned was found alive.", _FACT),
        ("A man who is feared drowned was 44.", _SPECULATION),
        ("Ministers dropped a plan that would have closed six schools.", _FACT),
        ("The cut would have closed six schools.", _SPECULATION),
    ],
)
def test_what_is_over_makes_no_guess_of_what_came_of_it(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected
