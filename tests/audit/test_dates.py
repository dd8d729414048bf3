"""Dates and times of a sentence stand in the passages that it cites."""

import pytest

from schemas import Article
from service.audit import Evidence, Reading, dates
from tests.audit.build import claim, findings, kinds


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("It opens on January 3.", "It opens on Jan. 3."),
        ("It opens on 3 January.", "It opens on January 3, 2026."),
        ("It opens in January.", "It opens on January 3."),
        ("It shut in January.", "It has been shut since JANUARY."),
        ("It shut, as it MAY.", "It may shut."),
        ("It opens at 5.30pm.", "It opens at 17:30."),
        ("It opens at 10 a.m.", "It opens at 10am."),
        ("It opens at noon.", "It opens at 12:00."),
        ("It was built in 1994.", "The 1994 Act had it built."),
        ("It ran from 2023 to 2024.", "It ran in 2023-24."),
        ("It may rain.", "It may rain."),
        ("March of progress.", "The march of progress."),
        ("It was found in the 1990s.", "It was found in 1994."),
        ("It opens on 2026-05-08.", "It opens on May 8, 2026."),
        ("The poll ran on May 5.", "The poll ran on May 2-5."),
        ("It will cost more on Sundays.", "Sunday drivers will pay more."),
        ("It fell at 4.40am.", "It fell at 4.40 this morning."),
        ("It fell at 4pm.", "It fell at 4 in the afternoon."),
    ],
)
def test_a_date_in_another_form_is_the_same_date(sentence: str, source: str) -> None:
    assert kinds(findings("dates", sentence, source)) == []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("It opens on January 4.", "It opens on January 3."),
        ("It opens on February 3.", "It opens on January 3."),
        ("It opens on May 8.", "It opens on May 2 and closes on June 8."),
        ("It opens on Tuesday.", "It opens on Monday."),
        ("It will cost more on Sundays.", "Saturday drivers will pay more."),
        ("It fell at 4.40pm.", "It fell at 4.40 this morning."),
        ("It opened in 2011.", "It opened in 2012."),
        ("It opens at 5.30pm.", "It opens at 5.30am."),
        ("It opens in May.", "It may open."),
    ],
)
def test_another_date_is_an_error(sentence: str, source: str) -> None:
    assert kinds(findings("dates", sentence, source)) == [("date", "error")]


def test_a_weekday_from_another_passage_of_the_article_is_an_error() -> None:
    article = Article(text="It opened on Monday. It closed on Friday.", language="en")
    evidence = Evidence.of(Reading(article, None), [claim(article, "It opened on Monday")], "s1")
    assert kinds(list(dates.check("It opened on Friday.", evidence))) == [("date", "error")]


def test_a_day_named_from_the_day_of_writing_is_a_warning() -> None:
    assert kinds(findings("dates", "It opens today.", "It opens on Monday.")) == [
        ("date", "warning")
    ]
