"""What stands for words of the sentence before, and what has its noun beside it."""

import pytest

from service.draft.rules_lean import leans

_ARTICLE = "Nobody has seen the replays of it, or bones like these. He left."


@pytest.mark.parametrize(
    "text",
    [
        "It will be tested over the winter.",
        "Under cross-examination she conceded the point.",
        "The council insisted that no such offer was made.",
        "The council rejected that account.",
        "Owner Ada Orr bought it at a shop in Bath.",
        "Two hours later the council sold the hotel.",
        "One of them lost 40 bookings.",
        "In one of them, sent in May, he wrote nothing.",
        "Asked about that, the council named 4 hotels.",
        "Lumina, the biggest of them, said it had moved.",
        "Orrin says it has reversed 212,000 of them.",
        "A clerk said at least four did.",
        "Repairs are likely to cost 4 million, it says.",
        "If the boat goes, they believe, so does their trade.",
        "Replays suggested he was right about the goal.",
        "Bones in his grave point to a childhood on chalk.",
    ],
)
def test_it_leans(text: str) -> None:
    assert leans(text, _ARTICLE)


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear whether the pier will open.",
        "The council said that offers were made in May.",
        "The council made three offers and later rejected all of them.",
        "Debris hit four people, one of them a child.",
        "Ada Orr said her firm would appeal.",
        "Orr and her colleagues said the effect was small.",
        "A former clerk said he had seen 40 bookings go.",
        "On Monday Ada Orr said she would appeal.",
        "“He was right about the goal,” Ada Orr said.",
        "The council said who it was that did it.",
    ],
)
def test_it_stands_alone(text: str) -> None:
    assert not leans(text, _ARTICLE)
