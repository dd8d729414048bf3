"""Words get the statuses, and claims the partners, that the guideline gives them."""

import pytest

from service.evaluate.alignment import Words, covered, half_covered, match, same_source
from tests.evaluate.made import FACT, MIXED, OPINION, SPECULATION, TEXT, annotated, claim


def test_words_are_runs_of_letters_digits_and_underscores() -> None:
    text = "The £6.5 red-hot day—Ó’s."
    words = [text[start:end] for start, end in Words.of(text, (), ()).bounds]
    assert words == ["The", "6", "5", "red", "hot", "day", "Ó", "s"]


def test_a_word_has_the_status_of_the_claim_it_lies_in() -> None:
    words = Words.of(TEXT, annotated().claims[:2], MIXED[:2])
    assert words.gold == (FACT,) * 4 + (SPECULATION,) * 3 + (None,) * 12
    assert words.predicted == (FACT,) * 2 + (SPECULATION,) * 2 + (None,) * 15


def test_of_several_predicted_claims_the_last_one_counts() -> None:
    over = (claim("Rain fell on Monday"), claim("fell on", status=OPINION))
    assert Words.of(TEXT, (), over).predicted[:4] == (FACT, OPINION, OPINION, FACT)


def test_a_word_that_a_claim_only_cuts_into_is_not_in_it() -> None:
    assert Words.of(TEXT, (), [claim("fell on Mon")]).predicted[:4] == (None, FACT, FACT, None)


def test_a_claim_may_stand_in_several_places() -> None:
    two = Words.of(TEXT, (), [claim("Rain fell", "grim")]).predicted
    assert [label for label in two if label] == [FACT] * 3


def test_overlapping_spans_cover_each_code_point_once() -> None:
    assert covered((10, 20), [(0, 12), (11, 14), (18, 30), (13, 14)]) == 6
    assert covered((10, 20), [(0, 10), (20, 30)]) == 0


def test_half_is_enough() -> None:
    assert half_covered((0, 10), [(5, 10)])
    assert not half_covered((0, 10), [(6, 10)])


def test_a_gold_claim_is_matched_by_the_claim_that_covers_most_of_it() -> None:
    gold = annotated().claims[0]  # “Rain fell on Monday”, 19 code points
    some, most = claim("Rain"), claim("fell on Monday")
    assert match(gold, [some, most]) is most
    assert match(gold, [some]) is None
    assert match(gold, []) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norlund Water Authority", "the authority", True),  # 1 of 1
        ("Ministry of Health", "Ministry of Defence", True),  # 1 of 2: “of” is not counted
        ("Ministry of Public Health", "Bureau of Public Works", False),  # 1 of 3
        ("MINISTRY", "ministry", True),
        ("Håkonsen", "Hakonsen", False),
        ("Growers’ Union", "growers", True),
        ("the", "The", True),
        ("Ministry", None, False),
        (None, None, True),
        ("the the union", "board union union", True),  # each word counts once
    ],
)
def test_sources_are_the_same_if_they_share_half_the_words_of_the_shorter(
    one: str | None, other: str | None, *, same: bool
) -> None:
    assert same_source(one, other) is same
    assert same_source(other, one) is same
