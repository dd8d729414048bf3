"""What somebody did not say."""

import pytest

from service.lexicon.silence import GOES_SILENT, SILENT


@pytest.mark.parametrize(
    "sentence",
    [
        "She would not be drawn on the cost.",
        "He was unable to produce a receipt.",
        "She neither identified him nor offered any proof.",
        "The court made no finding on it.",
        "The firm did not supply its own.",
        "Orr declined to comment.",
    ],
)
def test_what_is_not_said_is_found(sentence: str) -> None:
    assert SILENT.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["She would not pay.", "He was unable to stand.", "The court made two findings on it."],
)
def test_what_is_not_done_is_left_alone(sentence: str) -> None:
    assert not SILENT.search(sentence)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("did not address the clause", True),
        ("though she has not measured it", True),
        ("has nothing to show for it", True),
        ("it had no boat", True),
        ("the boat, he said, did not address it", False),
    ],
)
def test_a_clause_begins_with_it(clause: str, *, expected: bool) -> None:
    assert (GOES_SILENT.match(clause) is not None) is expected
