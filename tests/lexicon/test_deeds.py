"""What people did, and what they told."""

import pytest

from service.lexicon.deeds import deed


@pytest.mark.parametrize(
    "sentence",
    [
        "Neighbours complained of noise to the council.",
        "A girl asked the guard whether the owl was sad.",
        "Firefighters warned people to stay indoors.",
        "Relatives said goodbye at the quay.",
        "Two men admitted theft.",
        "Staff reported for work at six.",
        "Tenants challenged the order in court.",
        "A doctor declared him dead at the scene.",
        "Drivers, warned of ice, turned back.",
        "Workers blamed for the fire were cleared.",
        "Crowds welcomed the team home.",
        "Three members have said publicly that they are undecided.",
    ],
)
def test_an_act_of_speech_is_a_deed(sentence: str) -> None:
    assert any(deed(sentence, at) for at in range(len(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Neighbours complained that the council was deaf.",
        "A girl said the owl was sad.",
        "Firefighters warned of a second blast.",
        "Her people say yes, loudly.",
        "Two men admitted that they knew.",
        "Staff reported that the gate was shut.",
        "Tenants challenged the claim that rents had fallen.",
        "A doctor declared that he was lucky.",
        "A driver, speaking by radio, warned of ice.",
        "Workers blamed the foreman for the fire.",
        "Engineers say support had been run down.",
    ],
)
def test_what_tells_something_is_none(sentence: str) -> None:
    assert not any(deed(sentence, at) for at in range(len(sentence)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The premier accepted the resignation within the hour.", True),
        ("Sobral rejected a €1.9bn approach from a rival.", True),
        ("Orr attacked twice on the climb.", True),
        ("Orr wrote debts in a notebook.", True),
        ("A former cook wrote to the defence.", True),
        ("The service answered 61 calls.", True),
        ("Orr accepted the readings but not the conclusion.", False),
        ("The firm rejected the claim.", False),
        ("Orr attacked the plan.", False),
        ("Orr wrote to the board that it had failed.", False),
        ("“We tried,” Orr wrote to staff.", False),
        ("Orr answered that it was late.", False),
        # It is told as theirs who have a name, and as the article's of a crowd.
        ("Tenants challenged the order in court.", False),
    ],
)
def test_deals_and_moves_are_nobodys_account(sentence: str, *, expected: bool) -> None:
    assert any(deed(sentence, at, named=True) for at in range(len(sentence))) is expected
