"""What a verb of thought judges without a verb between."""

import pytest

from schemas import Status
from service.lexicon import load
from service.lexicon.frames import frames


@pytest.mark.parametrize(
    ("sentence", "makes"),
    [
        ("Ada Orr thinks the dividend cut sensible.", Status.OPINION),
        ("Ada Orr thinks the bad weather delayed it.", Status.SPECULATION),
        ("Ada Orr thinks a good harvest will follow.", Status.SPECULATION),
        ("She dismissed the plan as a shoebox.", Status.OPINION),
        ("She dismissed reports of a sale as gossip.", Status.STATED_FACT),
        ("She sees the pact as a trap.", Status.OPINION),
        ("She sees a fall in prices.", Status.SPECULATION),
        ("Ada Orr believes the fine too small.", Status.OPINION),
        ("It regards the island as part of the county.", None),
        ("She regards the island as a prison.", Status.OPINION),
        ("She has nothing but praise for it.", Status.OPINION),
        ("Ada Orr finds the conclusion “a bead too far”.", Status.OPINION),
    ],
)
def test_what_a_verb_judges_without_a_verb_between_is_an_opinion(
    sentence: str, makes: Status | None
) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert [frame.hit.entry.status for frame in frames(lexicon, sentence)] == [makes]
