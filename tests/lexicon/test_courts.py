"""What was told in court, and of what somebody stands accused."""

import pytest

from service.lexicon.courts import ruled, told


@pytest.mark.parametrize(
    ("sentence", "source", "opens", "charge"),
    [
        ("It had been taped over, an inquiry has heard.", "an inquiry", False, False),
        ("He set fire to it, a jury was told on Monday.", "a jury", False, True),
        ("The court heard that he had left.", "The court", True, True),
        ("Rask is accused of taking bribes.", "", False, True),
        ("Castellan was charged last month with accepting cash.", "", False, True),
        ("Prosecutors have charged Rask with theft.", "Prosecutors", True, True),
        ("Police in New Lommel charged Rask in May.", "Police in New Lommel", True, True),
        ("Jurors were told that he had left.", "Jurors", True, True),
        ("A grand jury indicted Rask on two counts.", "grand jury", True, True),
    ],
)
def test_what_a_court_heard_and_a_charge_are_found(
    sentence: str, source: str, *, opens: bool, charge: bool
) -> None:
    [one] = told(sentence)
    assert (sentence[slice(*one.source)], one.opens, one.charge) == (source, opens, charge)


@pytest.mark.parametrize(
    "sentence",
    [
        "The inquiry heard from nine witnesses.",
        "The judge was told to step aside.",
        "The bench heard arguments for two days.",
        "A judge heard the appeal on Friday.",
        "Rask has not been charged with anything.",
        "The firm charged customers for the bag.",
        "Police in riot gear charged the crowd.",
        "We heard a bang near the court.",
    ],
)
def test_what_charges_nobody_is_left_alone(sentence: str) -> None:
    assert not list(told(sentence))


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("A bookkeeper has been jailed for four years.", True),
        ("A jury at Thornsea Crown Court convicted her of fraud.", True),
        ("A clerk pleaded guilty on Tuesday to taking bribes.", True),
        ("A clerk who admitted 14 counts of fraud was spared jail.", True),
        ("A clerk admitted on Tuesday that the bill was late.", False),
        ("A clerk pleaded not guilty on Tuesday to taking bribes.", False),
        ("She faces ten years in prison if convicted.", False),
        ("The president ruled out freeing convicted fighters.", False),
    ],
)
def test_an_article_that_opens_with_a_verdict_is_known(opening: str, *, expected: bool) -> None:
    assert ruled(opening) is expected


@pytest.mark.parametrize(
    "opening",
    [
        "Rask was convicted on Monday.",
        "A jury convicted Rask on Monday.",
        "Rask was also imprisoned.",
        "Rask was sentenced on Monday.",
        "Rask was found guilty on Monday.",
        "Rask pleaded guilty on Monday.",
        "Rask avoided prison on Monday.",
        "Rask was sent to jail on Monday.",
        "Rask admitted two counts of theft.",
    ],
)
def test_every_form_of_a_verdict_is_known(opening: str) -> None:
    assert ruled(opening)
