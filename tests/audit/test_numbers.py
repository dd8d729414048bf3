"""Numbers of a sentence stand, with their units, in the passages that it cites."""

import pytest

from tests.audit.build import findings, kinds

SAME = [
    ("The toll is 16.", "Sixteen people died."),
    ("Sixteen people died.", "The toll is 16."),
    ("Profit was $1.8bn.", "Profit was $1.8 billion."),
    ("Profit was £38.5 million.", "They paid £38.5m."),
    ("It fell to 31.4%.", "It fell to 31.4 percent."),
    ("It fell to 31.4 per cent.", "It fell to 31.4 percent."),
    ("Some 1,200 people came.", "About 1200 people came."),
    ("A third are closed.", "One third are closed."),
    ("Three-quarters were women.", "Three-quarters of them were women."),
    ("It takes twenty-three days.", "It takes 23 days."),
    ("The rate is between 11 and 12 percent.", "The rate is 11 percent to 12 percent."),
    ("It was 27.5 percent against 29.6.", "It was 27.5 percent, and 29.6 percent before."),
    ("The Slate 6 has no ports.", "The Slate 6 has no ports, Orrin said."),
    ("It opened in the fourth quarter.", "It opened in the fourth quarter."),
    ("It weighs 4.9 millimetres.", "It is 4.9 mm thick."),
    ("Over 200 died.", "More than 200 died."),
    ("Dozens are missing.", "There are 67 people missing."),
    ("At least 41 died.", "At least 41 people died."),
    ("It cost $5 million.", "It cost US$ 5 million."),
    ("It cost 5 million.", "It cost 5 mıllİon."),
    ("It cost £1.9 million.", "It cost £1.9million."),
    ("118 of 402 jobs are affected.", "Some 118 of 402 jobs are affected."),
    ("Half of the staff left.", "50 percent of the staff left."),
    ("About a quarter of the trees died.", "About one in four of the trees died."),
    ("One in five pupils failed.", "Twenty percent of pupils failed."),
    ("The strike will last two days.", "The strike will last 48 hours."),
    ("It is out for two weeks.", "It is out for a fortnight."),
    ("It was the first in two decades.", "It was the first in 20 years."),
    ("The 46-year-old chef is on trial.", "The chef, 46, is on trial."),
    ("It costs 50 cents.", "It costs $0.50."),
    ("It has 1,200 members.", "It has 1200 members."),
    ("Nearly 400 homes lost power.", "In all, 396 homes lost power."),
    ("More than 300 people came.", "In all, 312 people came."),
    ("It is estimated to cost £4m.", "It would cost an estimated £4m."),
    ("Roughly twenty-five came.", "Approxımately twenty-fıve came."),
]


@pytest.mark.parametrize(("sentence", "source"), SAME)
def test_a_number_in_another_spelling_is_the_same_number(sentence: str, source: str) -> None:
    assert kinds(findings("numbers", sentence, source)) == []


OTHER = [
    ("The toll is 17.", "Sixteen people died."),
    ("Profit was $1.8 billion.", "Profit was $1.8 million."),
    ("It fell to 31.4 points.", "It fell to 31.4 percent."),
    ("They paid €40 million.", "They paid $40 million."),
    ("It took 36 days.", "It took 36 hours."),
    ("It has 1.5 million users.", "It has 15 million users."),
    ("A half are closed.", "A third are closed."),
    ("It opened in the third quarter.", "It opened in the fourth quarter."),
    ("The Q4 results fell.", "The Q3 results fell."),
    ("Hundreds are missing.", "There are 67 people missing."),
    ("It cost US$ 5 million.", "It cost €5 million."),
    ("It cost £1.9 billion.", "It cost £1.9million."),
    ("Some 13 percent left.", "A quarter of the staff left."),
    ("One in six pupils failed.", "Twenty percent of pupils failed."),
    ("It will last three days.", "The strike will last 48 hours."),
    ("The 47-year-old chef is on trial.", "The chef, 46, is on trial."),
    ("It lost 400 homes.", "In all, 396 homes lost power."),
    ("More than 400 homes lost power.", "In all, 396 homes lost power."),
    ("Nearly 400 homes lost power.", "In all, 404 homes lost power."),
    ("About 601 people came.", "About 600 people came."),
    ("At least 10 died.", "At least 19 died."),
    ("Some 1,300 members left.", "It has 1200 members."),
    ("Fıve people died.", "Sixteen people died."),
]


@pytest.mark.parametrize(("sentence", "source"), OTHER)
def test_another_number_or_unit_is_an_error(sentence: str, source: str) -> None:
    assert kinds(findings("numbers", sentence, source)) == [("number", "error")]


@pytest.mark.parametrize(
    ("sentence", "source", "severity"),
    [
        ("It drew 12,000 visitors.", "It drew about 12,000 visitors.", "error"),
        ("It drew about 12,000 visitors.", "It drew 12,000 visitors.", "warning"),
        ("At most 41 died.", "At least 41 died.", "error"),
        ("It killed 41.", "It killed at least 41.", "error"),
        ("It killed 40.", "It killed some 40.", "error"),
        ("It killed 118.", "It killed about 118.", "error"),
        ("Half of the staff left.", "About 50 percent of the staff left.", "error"),
    ],
)
def test_an_approximation_gone_is_an_error_and_one_added_a_warning(
    sentence: str, source: str, severity: str
) -> None:
    assert kinds(findings("numbers", sentence, source)) == [("number_hedge", severity)]


def test_a_unit_left_off_is_a_warning() -> None:
    found = findings("numbers", "Net debt was cut by 210 million.", "It cut debt by $210 million.")
    assert kinds(found) == [("number", "warning")]


def test_the_two_of_what_was_named_before_is_a_warning() -> None:
    found = findings("numbers", "The two argued.", "Fenn and Marchetti argued.")
    assert kinds(found) == [("number", "warning")]


@pytest.mark.parametrize(
    ("language", "agrees"), [("de", True), ("en", False)], ids=["German", "English"]
)
def test_a_lone_separator_before_three_digits_is_read_as_the_language_writes(
    language: str, *, agrees: bool
) -> None:
    found = findings("numbers", "Es waren 5200.", "Es waren 5.200 Leute.", language=language)
    assert (found == []) is agrees


@pytest.mark.parametrize("written", ["1.234.567,5", "1,234,567.5", "1 234 567,5", "1’234’567.5"])
def test_grouped_figures_are_read_in_every_convention(written: str) -> None:
    assert findings("numbers", "It was 1234567.5.", f"It was {written}.") == []


def test_the_message_names_the_number_for_an_editor() -> None:
    (finding,) = findings("numbers", "It fell to 9.7 percent.", "It fell to 7.9 percent.")
    assert finding.message == "“9.7 percent” is not in the passages that it cites"
    assert finding.where == "s1"


def test_a_very_long_run_of_digits_is_compared_as_written() -> None:
    digits = "9" * 5000
    assert findings("numbers", f"It is {digits}.", f"It is {digits}.") == []
    assert kinds(findings("numbers", f"It is {digits}.", "It is 9.")) == [("number", "error")]
