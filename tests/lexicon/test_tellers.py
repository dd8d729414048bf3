"""Who tells something without a verb of speech."""

import pytest

from service.lexicon.tellers import ANONYMITY, holder, teller


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
        (
            "The owner of two inns, who did not want to be named, has had nothing since May.",
            "The owner of two inns",
        ),
        ("A budget shown by a clerk, who did not want to be named, has no money for it.", None),
        ("A woman, 34, who asked not to be named, watched it burn.", "A woman"),
        ("A man, who has not been named, died at the scene.", None),
        ("Two clerks, who spoke on condition of anonymity, gave another account.", None),
        ("Two medics, both of the press office, counted six bodies.", None),
    ],
)
def test_who_asks_for_no_name_tells_what_follows(sentence: str, source: str | None) -> None:
    found = teller(sentence)
    assert (found and sentence[slice(*found.source)]) == source


@pytest.mark.parametrize(
    "words",
    [
        "a clerk not to be named",
        "an anonymous clerk",
        "a clerk not authorised to talk",
        "a clerk speaking privately",
        "a clerk who declined to be named",
        "a clerk who refused to be named",
        "a clerk who spoke on condition of silence",
        "a clerk who requested anonymity",
        "a clerk, speaking unattributably",
        "a clerk who spoke without being named",
        "a clerk who would talk only by phone",
        "a clerk, off the record",
        "a clerk, on background",
        "a clerk who asked us not to print her name",
        "a clerk who did not want to be named",
        "a clerk who did not wish his name used",
        "a clerk who asked not to be quoted",
        "a clerk who is kept out of it",
        "a clerk who stayed out of the papers",
        "a clerk who gave only an initial",
        "a clerk with no leave to talk",
        "a clerk who lacked permission to speak",
        "two clerks, neither permitted to talk",
        "a clerk familiar with the plan",
        "a clerk with knowledge of the plan",
        "a clerk close to the talks",
        "a clerk briefed on the plan",
    ],
)
def test_every_way_to_stay_without_a_name_is_known(words: str) -> None:
    # They are told by their first letters, before anything else is asked.
    assert ANONYMITY.search(words)


@pytest.mark.parametrize("words", ["a clerk who did not want to be hurried", "not his name"])
def test_who_wants_something_else_does_not_stay_without_a_name(words: str) -> None:
    assert not ANONYMITY.search(words)


@pytest.mark.parametrize("words", ["the clerk Ada Orr", "a clerk of the court, who was named"])
def test_who_has_a_name_does_not_stay_without_one(words: str) -> None:
    assert not ANONYMITY.search(words)
