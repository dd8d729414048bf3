"""Who tells something without a verb of speech."""

import pytest

from service.lexicon.tellers import holder, teller


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The charging document has him pocketing the log.", "The charging document"),
        (
            "A third version, passed around by lunchtime, has Ada Orr leaving in May.",
            "A third version",
        ),
        ("A memo has the minister ordering the police to leave.", "A memo"),
        ("A leaked memo has the tram scheme £14m over budget.", "A leaked memo"),
        ("The theory online has police fetching him from a bar.", "The theory online"),
        ("An airline source has the merger signed before May.", "An airline source"),
        ("The charge sheet has him leaving twice.", "The charge sheet"),
        ("A tale in the inn has a memo going up in smoke.", "A tale in the inn"),
        ("The model had the ice pausing by 2020.", None),
        ("The letter has the council thanking the band.", None),
        ("The plan has work starting in May.", None),
        ("The letter has the opening paragraph in bold.", None),
        ("The memo has nothing to say.", None),
        ("The story has been growing for years.", None),
    ],
)
def test_what_is_told_to_have_people_do_things_is_the_source(
    sentence: str, source: str | None
) -> None:
    found = holder(sentence)
    assert (found and sentence[slice(*found.source)]) == source


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Two medics, neither permitted to talk to the press, counted six bodies.", "Two medics"),
        ("A woman, 34, who asked not to be named, watched it burn.", "A woman"),
        ("A man, who has not been named, died at the scene.", None),
        ("Two clerks, who spoke on condition of anonymity, gave another account.", None),
        ("Two medics, both of the press office, counted six bodies.", None),
    ],
)
def test_who_asks_for_no_name_tells_what_follows(sentence: str, source: str | None) -> None:
    found = teller(sentence)
    assert (found and sentence[slice(*found.source)]) == source
