"""What a summary can do without, and what it must keep."""

import pytest

from schemas import DraftClaim, SourceKind, Status
from service.draft.rules_trim import leading, trimmed


def _trimmed(text: str, first: int = 2, quote: str | None = None) -> str:
    claim = DraftClaim(
        first=first, last=first, quote=quote, status=Status.STATED_FACT, kind=SourceKind.ARTICLE
    )
    return trimmed(text, [claim])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Orr, 57, denied it, her lawyer said.", "Ada Orr denied it, her lawyer said."),
        ("Vane, 39, who plays for Orrin, left.", "Vane, who plays for Orrin, left."),
        ("The ninth, Mira Costan, 34, has left.", "The ninth, Mira Costan, 34, has left."),
        (
            "At Orrin, Ada Vane said Owen Orr, 46, had left.",
            "At Orrin, Ada Vane said Owen Orr had left.",
        ),
        ("They won in 8, 12, and 19 minutes.", "They won in 8, 12, and 19 minutes."),
    ],
)
def test_ages_go_and_other_numbers_stay(text: str, expected: str) -> None:
    assert _trimmed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier, which closed in May, was sold.", "The pier was sold."),
        ("The pier, which took 4,100 cars a day, was sold.", "The pier was sold."),
        (
            "Deputy mayor Ros Vane, who voted no, left.",
            "Deputy mayor Ros Vane, who voted no, left.",
        ),
        ("Deputy mayor Ros Vane, who chairs it, left.", "Deputy mayor Ros Vane left."),
    ],
)
def test_a_clause_that_only_describes_goes(text: str, expected: str) -> None:
    assert _trimmed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A clerk, who worried about her job, described empty shelves.",
        "Ros Vane, who runs the tearoom, said takings were down.",
        "A miner, who asked not to be named, said the roof had moved.",
        "It was paid for by the ministry, which had no say, said Ada Orr.",
        "It was built by Orrin, which raised $212 million, employed 340 and failed.",
        "The fair, whose best prize, founded in 1971, has gone, closed.",
        "“The pier, which closed in May, was sold,” Ada Orr said.",
    ],
)
def test_a_clause_stays_that_tells_who_somebody_is_or_goes_on(text: str) -> None:
    assert _trimmed(text) == text


def test_a_clause_stays_that_is_news_or_a_claim() -> None:
    text = "A failure at Orrin, which left 3.4 million unpaid, began on Monday."
    assert _trimmed(text, first=1) == text
    assert _trimmed(text, quote="which left 3.4 million unpaid") == text
    assert _trimmed(text) == "A failure at Orrin began on Monday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk, granted anonymity because she works there, said so.", "granted anonymity, said"),
        ("A clerk, granted anonymity because she fears for it, said so.", "because she fears"),
        ("The firm said in a statement that it had paid.", "The firm said that it"),
        ("The firm said in a letter that it had paid.", "said in a letter that"),
        ("Traders, however, saw a link.", "Traders saw a link."),
        ("Vane, for her part, saw a link.", "Vane saw a link."),
        ("The firm also sold the pier.", "The firm sold the pier."),
        ("It is not new but also not old.", "but also not old"),
        ("“It also rained,” Ada Orr said.", "“It also rained,”"),
    ],
)
def test_links_places_and_reasons_go_unless_quoted(text: str, expected: str) -> None:
    assert expected in _trimmed(text)


def test_what_somebody_told_the_writer_is_said() -> None:
    assert _trimmed("Ada Orr told us the pier was shut.") == "Ada Orr said the pier was shut."
    assert _trimmed("Ada Orr told us of 12 bookings.") == "Ada Orr told us of 12 bookings."
    assert _trimmed("The pier is shut, an aide tells me.") == "The pier is shut, an aide says."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("But the pier closed.", "the pier closed."),
        ("Moreover, the pier closed.", "the pier closed."),
        ("17:40 Finance Minister Ada Orr left.", "Finance Minister Ada Orr left."),
        ("Thu, 19:00 – The party left.", "The party left."),
        ("Fri 10 Oct, 18:20 – The party left.", "The party left."),
        ("ORRIN, Dalmar, Oct. 3 — Talks began.", "Talks began."),
        ("April 17 (Meridian) - A truce held.", "A truce held."),
        ("Soon the pier closed.", "Soon the pier closed."),
        ("At 11.52 on Monday the pier closed.", "At 11.52 on Monday the pier closed."),
        ("April 17 was a Monday.", "April 17 was a Monday."),
    ],
)
def test_links_and_times_and_datelines_before_a_sentence_go(text: str, left: str) -> None:
    assert text[leading(text, 0, len(text)) :] == left
