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
