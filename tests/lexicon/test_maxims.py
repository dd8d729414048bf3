"""Judgements that the build of a sentence tells, where no word in it judges."""

import pytest

from service.lexicon.maxims import demands_of_all, weighs


@pytest.mark.parametrize(
    ("own", "judges"),
    [
        ("“One dip is an anecdote", True),
        ("“It is an old boat", False),
        ("“That was an error of judgment", True),
        ("“It was an error of the clerk’s", False),
        ("“A government that hides a contract has already told you", True),
        ("“A clerk who saw it has told you", False),
        ("“A stone without an honest address is half a stone", True),
        ("“A stone of nine tonnes is at the door", False),
        ("“It’s the most patient cow on campus", True),
        ("“It’s the most common cow on campus", False),
    ],
)
def test_who_says_what_something_is_weighs_it(own: str, *, judges: bool) -> None:
    assert weighs(own) is judges


@pytest.mark.parametrize(
    ("clause", "demands"),
    [
        ("A serious board names its price.", True),
        ("A serious fire names no cause.", False),
    ],
)
def test_what_a_good_one_does_is_a_demand(clause: str, *, demands: bool) -> None:
    assert demands_of_all(clause) is demands
