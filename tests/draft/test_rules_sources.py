"""Who speaks: titles, roles, pronouns and offices led back to their names."""

import pytest

from schemas import Article, SourceKind, Status
from service.draft.rules import draft
from service.segment import segment


def _sources(text: str) -> list[tuple[SourceKind, str | None]]:
    article = Article(text=text, language="en")
    return [(c.kind, c.source) for c in draft(article, segment(article)).claims if c is not None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Flight director Jun Arai said it was late. “Hope is no plan,” he added.", "Jun Arai"),
        (
            "Analyst Ann Doyle at Rathbone Peel said it rose. “It will not last,” she said.",
            "Ann Doyle",
        ),
        (
            (
                "Darvaz handles the grain, according to the aid agency Granary Link. It is late. "
                "Stocks are low, the agency said."
            ),
            "Granary Link",
        ),
        ("“It's fourteen,” says her husband, Piotr.", "Piotr"),
        ("Asked about it, Bo Strand snapped: “I pick the team.”", "Bo Strand"),
        ("Rovers coach Bo Strand was blunt: “We lost the ball.”", "Bo Strand"),
        ("In Bo Strand's view the roof has failed.", "Bo Strand"),
    ],
)
def test_a_speaker_is_led_back_to_a_name(text: str, source: str) -> None:
    assert _sources(text)[-1] == (SourceKind.NAMED, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("For her critics the exercise was a disgrace.", "her critics"),
        ("A government whip reckoned the majority could reach nine.", "government whip"),
        ("Some in the orchestra whisper that it never left.", "Some in the orchestra"),
        (
            "A diplomat close to the talks said it was over. “It failed,” the diplomat said.",
            "diplomat close to the talks",
        ),
    ],
)
def test_who_could_not_be_looked_up_is_unnamed(text: str, source: str) -> None:
    assert _sources(text)[-1] == (SourceKind.UNNAMED, source)


def test_accounts_that_nobody_could_verify_are_unconfirmed_and_denials_are_not() -> None:
    article = Article(
        text="The army said the front shelled the town. The front denied it. Neither account could "
        "be independently verified.",
        language="en",
    )
    claims = draft(article, segment(article)).claims
    assert [c.status for c in claims if c is not None] == [
        Status.UNCONFIRMED,
        Status.STATED_FACT,
        Status.STATED_FACT,
    ]
