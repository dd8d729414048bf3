"""Accounts that nobody could verify, wherever the article says so."""

import pytest

from schemas import Article, Status
from service.draft.rules import draft
from service.segment import segment

_ARMY = "The Kalvan army said three rockets had been fired."
_REBELS = "The Accord said a jet had bombed the depot."


def _statuses(text: str) -> list[Status]:
    article = Article(text=text, language="en")
    return [claim.status for claim in draft(article, segment(article)).claims if claim]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_ARMY} The claim could not be independently verified.", "us"),
        (f"{_ARMY}\n\nThe claim could not be independently verified.", "us"),
        (f"{_ARMY}\n\n{_REBELS}\n\nNeither account could be verified.", "uus"),
        (f"{_ARMY}\n\n{_REBELS}\n\nThe claim could not be verified.", "sus"),
        (f"{_REBELS} It offered no evidence.", "us"),
        ("The Accord says it took the port; the claim could not be verified.", "us"),
        ("The Accord denied firing. The claim could not be verified.", "ss"),
        (f"{_ARMY} Neither tally could be independently verified.", "ss"),
    ],
)
def test_a_named_account_is_unconfirmed_where_nobody_could_verify_it(
    text: str, expected: str
) -> None:
    letters = {Status.UNCONFIRMED: "u", Status.STATED_FACT: "s"}
    assert "".join(letters[status] for status in _statuses(text)) == expected
