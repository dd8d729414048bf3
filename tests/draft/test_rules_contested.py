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
        ("Ivo Orr, who offered no proof, said the boxes were open.", "u"),
        ("Ada Dole said they were shut. Ivo Orr, who offered no proof, said they were open.", "su"),
        ("The army, in a bulletin nobody has been able to check, said it held.", "u"),
        ("The army said by radio that it held, a claim no outsider has been able to check.", "us"),
        ("The List says boxes were carted off but has nothing to show for it.", "us"),
        ("Ivo Orr said the boxes were open. He did not say how he knew.", "us"),
        ("Ivo Orr says there are letters; he has not shown them to anyone.", "us"),
        (
            (
                f"{_ARMY}\n\n{_REBELS} It gave no evidence for the toll, and neither side’s "
                "claims could be independently verified."
            ),
            "uus",
        ),
        (
            (
                f"The port is open.\n\n{_ARMY} The Accord said a jet had bombed it. "
                "Neither account could be verified."
            ),
            "suus",
        ),
        ("The dossier, its author still unknown, states that it closed.", "u"),
        ("The dossier, its author Ada Orr, states that it closed.", "s"),
        (f"{_ARMY} There was no independent confirmation.", "us"),
        ("The army put its dead at 40, a number that no outside body has checked.", "us"),
        ("The firm insists it was checked; it has produced no paperwork.", "us"),
        ("Ada Dole said the firm had offered no proof of payment.", "s"),
        (f"{_ARMY} The Accord accused it of firing first, offering no proof.", "suu"),
        (f"{_ARMY} The monitors said that none of it could be verified.", "us"),
        ("The side had nothing to show for its work, Ivo Orr said.", "s"),
        (f"{_ARMY} Neither tally could be independently verified.", "ss"),
    ],
)
def test_a_named_account_is_unconfirmed_where_nobody_could_verify_it(
    text: str, expected: str
) -> None:
    letters = {Status.UNCONFIRMED: "u", Status.STATED_FACT: "s"}
    assert "".join(letters[status] for status in _statuses(text)) == expected
