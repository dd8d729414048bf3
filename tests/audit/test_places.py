"""Words around a hedge keep it, and words without one take none."""

import pytest

from schemas import Status
from tests.audit.build import findings, kinds

RAISED = ("certainty_raised", "error")
LOWERED = ("certainty_lowered", "error")


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Storage would recover if it rained.", "Storage would probably recover if it rained"),
        ("Repairs will cost £2m, she said.", "Repairs are expected to cost £2m, she said"),
        ("She said repairs would cost £2m.", "Repairs are likely to cost £2m, she said"),
        ("Some fans say they will see no penny.", "some fans fear they will see no penny"),
        ("The list was long and the slope is moving.", "the slope appears to be moving"),
        ("It has sunk at the eastern end.", "appears to have sunk at the eastern end"),
        ("He carried goods, and brides, for a chief.", "He carried goods, and perhaps brides, for"),
    ],
)
def test_a_hedge_gone_from_between_its_neighbours_is_an_error(sentence: str, source: str) -> None:
    assert RAISED in kinds(findings("certainty", sentence, source, status=Status.SPECULATION))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("She expects storage to recover by autumn.", "Storage would probably recover by autumn"),
        ("Storage should recover by autumn.", "Storage would probably recover by autumn"),
        ("It is likely that storage recovers.", "Storage would probably recover"),
        ("The outlook puts the chance at 65 percent.", "its outlook puts the chance at 65 percent"),
        ("The outlet puts the chance at 65 percent.", "its outlook puts the chance at 65 percent"),
    ],
)
def test_another_hedge_or_other_words_pass(sentence: str, source: str) -> None:
    found = findings("certainty", sentence, source, status=Status.SPECULATION)
    assert RAISED not in kinds(found)


def test_what_somebody_was_able_to_do_is_no_hedge_of_a_fact() -> None:
    assert findings("certainty", "Boats reached the quay.", "Boats could reach the quay") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "President Terrén has probably ordered an inquiry, and critics may object.",
        "President Terrén has reportedly ordered an inquiry.",
    ],
)
def test_a_hedge_put_between_words_that_adjoin_is_an_error(sentence: str) -> None:
    source = "President Terrén has ordered an inquiry, and critics may object"
    assert LOWERED in kinds(findings("certainty", sentence, source))


def test_a_hedge_that_the_passage_has_elsewhere_passes() -> None:
    sentence, source = "The list has probably changed by now.", "Probably the list has changed by"
    assert LOWERED not in kinds(findings("certainty", sentence, source))
