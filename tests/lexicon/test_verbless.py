"""Frames in which no reporting verb stands beside its source."""

import pytest

from tests.lexicon.spoken import spoken


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The mayor was accused by shopkeepers of closing it.", "shopkeepers"),
        ("He was quoted as saying that talks had failed.", "He"),
        ("It is the bigger danger, in Orr's view.", "Orr"),
        ("By her own count thirty had signed.", "her"),
        ("In her account, it fell at noon.", "her"),
        ("Prosecutors' case is that he knew.", "Prosecutors"),
        ("If the firm is to be believed, nobody was hurt.", "the firm"),
        ("As the ministry has it, the alarm rang.", "the ministry"),
        ("The slope will slip, as geologists in town see it.", "geologists in town"),
        ("By most accounts the alarm rang.", "most accounts"),
        ("By another account the alarm rang.", "another account"),
        ("The scheme was credited by the ministry with saving jobs.", "the ministry"),
        ("The favoured theory at the institute is that it cracked.", "the institute"),
    ],
)
def test_passives_and_nouns_of_speech_name_their_source(sentence: str, source: str) -> None:
    assert [found for found, _ in spoken(sentence)] == [source]
