"""A word that denies without a "not" answers a negation, and none that it does not deny."""

from importlib.resources import files

import pytest

from service.audit.opposites import opposed
from service.audit.words import stem
from tests.audit.build import Told, errors, findings, kinds

LINES = [
    line.split("\t")
    for line in (files("service.lexicon") / "en" / "opposites.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
SAME = [
    ("Three sailors have not been found.", "Three sailors are missing."),
    ("Harrow did not win the seat.", "Harrow lost the seat by 40 votes."),
    (
        "The contractors have not been paid since June.",
        "The council owes the contractors since June.",
    ),
    (
        "The museum owes its staff two months' wages.",
        "The museum has not paid its staff for two months.",
    ),
    ("The village has no power.", "The village lost power on Friday."),
    ("The plan has not been approved.", "The plan is awaiting approval by the board."),
    ("The report has not been published.", "The report remains secret."),
    ("She was found not guilty of fraud.", "A jury cleared her of fraud."),
    ("The law does not allow the sale.", "The law forbids the sale."),
    ("Residents were not told of the plan.", "Residents were kept in the dark about the plan."),
    ("The minister did not attend the meeting.", "The minister skipped the meeting."),
    ("The figures do not include the islands.", "The figures exclude the islands."),
    ("The bus company had no licence.", "The bus company was unlicensed."),
    ("The fire is not under control.", "The fire is out of control."),
    ("He has not spoken since his arrest.", "He has kept silent since his arrest."),
    ("The talks ended without a deal.", "The talks collapsed on Friday."),
    (
        "A town of 90,000 has been without it for 23 days.",
        "A town of 90,000 has been dry for 23 days.",
    ),
    ("They were wrongly told it was safe.", "They were told it was safe when it was not."),
]


@pytest.mark.parametrize(("sentence", "source"), SAME)
def test_an_opposite_stands_for_a_negation(sentence: str, source: str) -> None:
    assert kinds(findings("negation", sentence, source)) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # The passage states it, whatever else it denies.
        ("The wreck has not been found.", ["The wreck has been found", "Three men are missing"]),
        ("Harrow did not win the seat.", ["Harrow won the seat", "Marsh lost his deposit"]),
        (
            "The port has not reopened.",
            ["The port reopened on Monday", "The bridge remains closed"],
        ),
        ("The report was not published.", ["The report was published", "An annex is secret"]),
        (
            "The union did not accept the offer.",
            ["The union accepted the offer after it rejected two"],
        ),
        ("The minister did not attend the meeting.", ["The minister attended the meeting"]),
        # The opposite is repeated with its own "not".
        ("The road is not closed at the bridge.", ["The road is closed at the bridge"]),
        ("The launch was not put off until May.", ["The launch was put off until May"]),
        # What is denied is stated.
        ("Three sailors have been found.", ["Three sailors have not been found"]),
        ("The council paid the contractors.", ["The council has not paid the contractors"]),
        ("They were told it was safe.", ["They were told it was safe when it was not"]),
    ],
)
def test_an_opposite_hides_no_negation_too_many_or_too_few(sentence: str, told: list[str]) -> None:
    assert "negation" in errors(sentence, *map(Told, told))


@pytest.mark.parametrize("line", LINES, ids=[line[0][:30] for line in LINES])
def test_a_line_has_words_what_they_deny_and_an_example(line: list[str]) -> None:
    phrases, denied, example = line
    assert example.startswith("“")
    assert "”: " in example
    for phrase in phrases.split(", "):
        assert {stem(word) for word in denied.split()} <= opposed(phrase).stems


def test_a_prefix_turns_a_word_round_and_is_no_part_of_another() -> None:
    assert "insur" in opposed("uninsured").stems
    assert "power" in opposed("powerless").stems
    assert not opposed("united").stems
