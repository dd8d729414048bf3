"""What somebody may do, what a rule provides for, and what is left to chance."""

import pytest

from schemas import Status
from service.lexicon import load
from service.lexicon.clauses import pieces
from service.lexicon.factuality import status
from service.lexicon.settled import came_otherwise, expected
from service.lexicon.voices import Voice

_FACT, _SPECULATION = Status.STATED_FACT, Status.SPECULATION


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("A tenant may keep one cat.", _FACT),
        ("Visitors may leave their bags at the desk.", _FACT),
        ("The bank may keep its rate.", _SPECULATION),
        ("Visitors may leave.", _SPECULATION),
        ("Players may stay for two years.", _SPECULATION),
        ("Owners there may build with an engineer’s certificate.", _FACT),
        ("Owners there may face a bill with an engineer’s report.", _SPECULATION),
        ("The commissioner may close a shop for up to 72 hours.", _FACT),
        ("The firm may close the plant for two weeks.", _SPECULATION),
        ("The driver may have left without permission.", _SPECULATION),
        ("Residents may bring in one car per household.", _FACT),
        ("Bills may rise by 40 crowns per household.", _SPECULATION),
        ("Crews dragged out hoses so kids could skate by breakfast.", _FACT),
        ("Output has doubled, so prices could fall by spring.", _SPECULATION),
        ("Insurers may withdraw cover at seven days’ notice.", _FACT),
        ("Insurers may withdraw cover at short notice.", _SPECULATION),
        ("The minister may ask the Speaker to dissolve the house.", _FACT),
        ("The minister may ask for more.", _SPECULATION),
        ("Credits can be cancelled by the regulator.", _FACT),
        ("The wall shows cracks you could put an arm in.", _FACT),
        ("With two wins you could end up third.", _SPECULATION),
        ("None could produce a letter.", _FACT),
        ("None could be worse than the first.", _SPECULATION),
    ],
)
def test_a_permission_is_no_chance(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("It lapses on March 31 unless both sides renew it.", _FACT),
        ("If a member resigns, the seat is filled by the next on the list.", _FACT),
        ("Should the motion carry, the Speaker has two days to inform the Senate.", _FACT),
        ("The minister vowed to resign if the bill failed.", _FACT),
        ("The governor may dissolve the house if a money bill is lost.", _FACT),
        ("Credits can be cancelled by the regulator if the savings prove not to exist.", _FACT),
        ("Buyers will be offered their money back if the tests go against the book.", _FACT),
        ("Buyers will be disappointed if the tests go against the book.", _SPECULATION),
        ("The house may fall if a money bill is lost.", _SPECULATION),
        ("If that holds, smelters are out of the running.", _SPECULATION),
        ("If a member resigns, the party will lose its majority.", _SPECULATION),
        ("If it fails, the fund is lost.", _SPECULATION),
    ],
)
def test_what_a_rule_or_a_pledge_provides_for_hangs_on_nothing(
    clause: str, expected: Status
) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected


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
    ],
)
def test_what_was_once_expected_is_told_as_a_fact(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause, Voice()) is expected


@pytest.mark.parametrize(
    ("sentence", "came"),
    [
        ("It was widely expected to pass but collapsed on Friday.", True),
        ("It was expected to save 40 million; it had saved six by March.", True),
        ("It was expected to pass but may yet collapse.", False),
        ("It was expected to pass and cost little.", False),
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
        ("Its director, Jonah Speke, pointed to corrections in green ink.", _FACT),
        ("She pointed to a page in the log.", _FACT),
        ("The corrections pointed to a second hand.", _SPECULATION),
        ("The ministry’s model assumes that a blocked ditch stays blocked.", _FACT),
        ("The ministry assumes that a blocked ditch stays blocked.", _SPECULATION),
    ],
)
def test_what_somebody_names_and_a_model_goes_by_is_no_guess(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected
