"""Intervals: the same for the same seed, as wide as the articles differ, none for a few."""

import pytest

from service.evaluate.bootstrap import MIN_ARTICLES, add, intervals, paired_intervals
from service.evaluate.count import Counts, count
from service.evaluate.measures import MEASURES
from tests.evaluate.made import MIXED, SPECULATION, annotated, claim, summary

LEAKY = count(annotated(), summary(claim("It may snow")), 4)  # leak 3/6
TIGHT = count(annotated(), summary(claim("It may snow", status=SPECULATION)), 4)  # leak 0/6


def test_articles_that_are_alike_leave_nothing_open() -> None:
    rows = [count(annotated(), summary(*MIXED), 4)] * 6
    assert intervals(rows, 50, 1)["leak"] == (0.5, 0.5)


def test_the_interval_of_two_kinds_of_articles_lies_around_their_mean() -> None:
    rows = [LEAKY, TIGHT] * 10
    low, high = intervals(rows, 2000, 1)["leak"]
    # Leak is half the share of leaky articles drawn: binomial, 20 draws, p = 1/2, whose 2.5% and
    # 97.5% quantiles are 6 and 14.
    assert low == pytest.approx(6 / 20 / 2)
    assert high == pytest.approx(14 / 20 / 2)


def test_the_same_seed_gives_the_same_interval_and_another_gives_another() -> None:
    rows = [LEAKY, TIGHT, LEAKY, TIGHT, TIGHT, add([LEAKY, LEAKY, TIGHT])]
    assert intervals(rows, 100, 7) == intervals(rows, 100, 7)
    assert intervals(rows, 100, 7) != intervals(rows, 100, 8)


def test_few_articles_or_no_draws_give_no_interval() -> None:
    assert intervals([LEAKY] * (MIN_ARTICLES - 1), 100, 1) == {}
    assert intervals([LEAKY] * MIN_ARTICLES, 0, 1) == {}


def test_totals_and_times_have_no_interval() -> None:
    found = intervals([LEAKY, TIGHT] * 3, 50, 1)
    assert found.keys() <= {name for name, one in MEASURES.items() if one.resampled}
    assert "output_tokens" not in found


def test_two_engines_are_compared_on_the_same_draws() -> None:
    rows: list[Counts] = [LEAKY, TIGHT, TIGHT] * 3
    assert paired_intervals(rows, rows, 200, 1)["leak"] == (0, 0)
    low, high = paired_intervals(rows, [TIGHT] * 9, 2000, 1)["leak"]
    # What is gained is what leaked, on the very articles drawn: never worse.
    own_low, own_high = intervals(rows, 2000, 1)["leak"]
    assert [low, high] == pytest.approx([-own_high, -own_low])
