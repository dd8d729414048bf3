"""Sentences without a cue: a named source's account that goes on, or the reporter's own words."""

import pytest

from schemas import Article, DraftClaim, SourceKind, Status
from service.draft.rules import draft
from service.segment import segment
from tests.draft.behind import who_says

_TOLD = (
    "Mara Lindqvist says the pumps failed at noon. The water had come over the wall by then. "
    "Her crew had moved 40 sheep to the hill. They had no boat. "
)
_ELSEWHERE = "\n\nThe river fell on Friday."


def _claims(article: Article) -> list[DraftClaim]:
    return [claim for claim in draft(article, segment(article)).claims if claim is not None]


def test_a_persons_account_goes_on_without_a_cue() -> None:
    told = who_says(_TOLD + _ELSEWHERE)[:4]
    assert told == [(SourceKind.NAMED, "Mara Lindqvist")] * 4


def test_it_ends_with_its_paragraph() -> None:
    assert who_says(_TOLD + _ELSEWHERE)[-1] == (SourceKind.ARTICLE, None)


@pytest.mark.parametrize(
    "own",
    [
        "It is not known who built the wall.",
        "Under the act the council may fine whoever builds without a permit.",
        "The wall is listed.",
        "Raising the wall by a metre requires a licence.",
        "Under standing orders the mayor has two days to reply.",
        "So far nobody has counted the sheep.",
        "But would a new wall have been enough?",
    ],
)
def test_it_ends_where_the_reporter_takes_over(own: str) -> None:
    told = "Mara Lindqvist said that the pumps failed. The water had come over the wall."
    sources = who_says(f"{told} {own}{_ELSEWHERE}")
    assert sources[1] == (SourceKind.NAMED, "Mara Lindqvist")
    assert sources[2] == (SourceKind.ARTICLE, None)


@pytest.mark.parametrize(
    "own",
    [
        "She would not be drawn on the cost of it.",
        "Lindqvist took no questions.",
        "She was unable to produce a plan of the wall.",
        "She has not been charged with anything.",
        "It was the worst flood in ten years.",
    ],
)
def test_what_a_speaker_leaves_unsaid_and_what_the_law_does_is_the_reporters(own: str) -> None:
    told = "Mara Lindqvist said the pumps failed. The water had come over the wall. "
    sources = who_says(told + own + _ELSEWHERE)
    assert sources[1] == (SourceKind.NAMED, "Mara Lindqvist")
    assert sources[2] == (SourceKind.ARTICLE, None)


def test_what_stands_between_a_speakers_words_is_hers() -> None:
    told = "Mara Lindqvist said the pumps failed. The wall fell at noon. "
    assert who_says(told + _ELSEWHERE)[1] == (SourceKind.ARTICLE, None)
    assert who_says(told + "“It was a bad wall,” she said." + _ELSEWHERE)[1] == (
        SourceKind.NAMED,
        "Mara Lindqvist",
    )


def test_what_gives_without_a_document_ends_no_account() -> None:
    told = "Mara Lindqvist said the pumps failed. It gave the crew a fright. They had no boat. "
    named = (SourceKind.NAMED, "Mara Lindqvist")
    assert who_says(told + "“It was a bad wall,” she said." + _ELSEWHERE)[:3] == [named] * 3


def test_nobody_goes_on_with_a_guess() -> None:
    behind = "The pumps were old." + _ELSEWHERE
    assert who_says("Mara Lindqvist says it flooded. " + behind)[1][0] is SourceKind.NAMED
    assert who_says("Mara Lindqvist fears a flood. " + behind)[1][0] is SourceKind.ARTICLE


def test_what_a_body_announces_is_done_in_one_sentence() -> None:
    text = (
        "The ministry said the pumps had failed. The river fell to its lowest level." + _ELSEWHERE
    )
    assert who_says(text)[1] == (SourceKind.ARTICLE, None)


def test_an_accusers_account_that_goes_on_is_unproven() -> None:
    text = (
        "Prosecutor Mara Lindqvist says he took the money. He had kept two sets of books. "
        "He had burned one of them in March. There had been 40 payments."
    )
    article = Article(text=text + _ELSEWHERE, language="en")
    told = _claims(article)[:4]
    assert [claim.status for claim in told] == [Status.UNCONFIRMED] * 4


def test_an_indictments_account_goes_on_and_stays_unproven() -> None:
    text = (
        "The fund was told it was buying ships, according to the indictment. "
        "Eleven of the ships did not exist. Others lay scrapped. Less than $40,000 was left."
    )
    claims = _claims(Article(text=text + _ELSEWHERE, language="en"))
    assert claims[1].status is Status.UNCONFIRMED
    assert claims[-1].status is Status.STATED_FACT


@pytest.mark.parametrize(
    "once",
    [
        "Mara Lindqvist has pleaded not guilty to fraud.",
        "For Mara Lindqvist, an engineer in Moe, the scandal lies in the rules.",
    ],
)
def test_a_denial_or_a_view_is_done_in_one_sentence(once: str) -> None:
    own = " The fire destroyed 23 buses. The flames could be seen from the hill."
    told = "Mara Lindqvist said the fire came from below."
    assert who_says(once + own + _ELSEWHERE)[-3:] == [(SourceKind.ARTICLE, None)] * 3
    assert who_says(told + own + _ELSEWHERE)[1] == (SourceKind.NAMED, "Mara Lindqvist")
