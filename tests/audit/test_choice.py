"""A choice of words finds what the plain alternation of them finds."""

import re

import pytest

from service.audit.choice import caseless, one_of

WORDS = ("ten", "tenth", "tenths", "m", "m²", "per cent", "percent", "$", "a.m.")


@pytest.mark.parametrize("word", WORDS)
def test_each_word_of_a_choice_is_found_whole(word: str) -> None:
    assert re.fullmatch(one_of(WORDS), word)


@pytest.mark.parametrize("other", ["te", "tent", "perc", "axm.", "", "tenm"])
def test_nothing_else_is_found(other: str) -> None:
    assert not re.fullmatch(one_of(WORDS), other)


def test_the_longest_word_is_found_and_a_shorter_one_where_that_does_not_fit() -> None:
    assert re.findall(one_of(WORDS), "tenths tenth ten") == ["tenths", "tenth", "ten"]
    assert re.findall(rf"{one_of(WORDS)}(?!h)", "tenth") == ["tenth"]
    assert re.findall(rf"{one_of(WORDS)}(?=th)", "tenth") == ["ten"]


@pytest.mark.parametrize("written", ["million", "MILLION", "mıllıon", "MİLLİON", "mİllıon"])
def test_what_is_found_in_any_case_can_be_looked_up(written: str) -> None:
    assert re.fullmatch(one_of(["million"]), written, re.IGNORECASE)
    assert caseless(written) == "million"


def test_a_long_s_is_an_s() -> None:
    assert caseless("ſeven") == "seven"
