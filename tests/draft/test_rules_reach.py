"""How far a guess or hearsay reaches inside its sentence."""

import pytest

from schemas import Article, Status
from service.draft.rules import draft
from service.segment import segment

_FACT = Status.STATED_FACT
_GUESS = Status.SPECULATION


def _last(text: str) -> Status | None:
    article = Article(text=text, language="en")
    claim = draft(article, segment(article)).claims[-1]
    return claim.status if claim is not None else None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The roof may fall by May, said Ada Orr, who teaches law in Ulmen.", _GUESS),
        ("The roof may fall, said Ada Orr, a builder in Ulmen, who owns the inn.", _GUESS),
        ("“The roof fell at noon,” said one trustee, who was there.", Status.UNCONFIRMED),
        ("The appeal may go to the court, which has blocked two of them.", _FACT),
        ("“It is a disgrace,” said Ada Orr, who teaches law in Ulmen.", _FACT),
    ],
)
def test_what_is_said_of_whoever_guesses_is_told_with_the_guess(text: str, status: Status) -> None:
    assert _last(text) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The likeliest answer is also the dullest: the board wanted the money.", _GUESS),
        ("The rumour in town is that of a theft: the clerk took it.", Status.UNCONFIRMED),
        ("The roof may fall for a reason: the beams are wet.", _FACT),
        ("The answer was simple: the beams were wet.", _FACT),
    ],
)
def test_a_colon_brings_the_guess_that_stands_before_it(text: str, status: Status) -> None:
    assert _last(text) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It would require no new engine but add 14 months to the journey.", _GUESS),
        ("It would require no new engine but the council has bought one.", _FACT),
        ("The board bought no engine but added 14 months to the journey.", _FACT),
    ],
)
def test_a_forecast_reaches_its_second_verb(text: str, status: Status) -> None:
    assert _last(text) is status


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "Two officials said the army fired first, a claim the ministry denies.",
            [Status.UNCONFIRMED, _FACT],
        ),
        ("Two officials said the army fired first, a claim in all papers.", [Status.UNCONFIRMED]),
    ],
)
def test_a_claim_that_somebody_denies_stays_whose_it_is(text: str, statuses: list[Status]) -> None:
    article = Article(text=text, language="en")
    assert [c.status for c in draft(article, segment(article)).claims if c] == statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In a dry county, the quarrel is a luxury, and a badly timed one.", Status.OPINION),
        ("The quarrel is a luxury, and a firm in the county has won one.", _FACT),
        ("The county has one reservoir, and a badly built one.", _FACT),
    ],
)
def test_a_judgement_reaches_its_second_noun(text: str, status: Status) -> None:
    assert _last(text) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The clerk is said to have asked twice, and to have been turned down.",
            Status.UNCONFIRMED,
        ),
        ("The clerk is said to have asked twice, and the board turned him down.", _FACT),
        ("Researchers suspect that small planets formed and perished early on.", _GUESS),
        ("Researchers suspected a fault and closed the mine early on.", _FACT),
        ("The missing are thought to be a couple and a man who worked there.", _GUESS),
        ("The missing are thought to be a couple and a man who worked there fled.", _FACT),
    ],
)
def test_a_guess_or_hearsay_reaches_all_that_its_verb_takes(text: str, status: Status) -> None:
    assert _last(text) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“It is a shabby way to govern, and a time-honoured one,” said Ada Orr.", Status.OPINION),
        ("“It is a shabby way to govern, and we will sue,” said Ada Orr.", _FACT),
        ("“The council met on Monday, and it closed the school,” said Ada Orr.", _FACT),
    ],
)
def test_a_judgement_goes_on_behind_a_conjunction_in_its_quotation(
    text: str, status: Status
) -> None:
    assert _last(text) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("By its own account a no would end the firm’s work at the port.", _GUESS),
        ("Orr said the board would meet on the quay.", _FACT),
        ("On Orr’s arithmetic the pier is gone in 12 years.", _GUESS),
        ("Orr said tents would leave the port on Monday.", _FACT),
        ("Orr said the storm would leave the port in ruins.", _GUESS),
        ("By the firm’s tally 12 piers closed.", _FACT),
        ("Crews, the story goes, have known about the place for decades.", Status.UNCONFIRMED),
    ],
)
def test_what_stands_behind_no_verb_of_speech_is_a_forecast_or_talk(
    text: str, status: Status
) -> None:
    assert _last(text) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“The rest of this firm after March will pay its way,” Orr said.", _GUESS),
        ("“Orr came in May, and Ada March will lead the inquiry,” Lind said.", _FACT),
        ("“No inn makes money now, but this one won’t,” Orr said.", _GUESS),
        ("“Nobody came, but we won’t,” Orr said.", _FACT),
        ("Another story goes round: that Orr knew of it and sold the inn.", Status.UNCONFIRMED),
        ("The inn had a sign: that of a bear and sold beer.", _FACT),
        ("Neighbours talk of smoke for a week, and of calls that nobody took.", Status.UNCONFIRMED),
        ("Rain fell for a week, and of nine roads two are closed.", _FACT),
    ],
)
def test_what_goes_on_with_a_guess_or_talk_is_no_more_than_that(text: str, status: Status) -> None:
    assert _last(text) is status
