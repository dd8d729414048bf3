"""Plain renderings: a claim's own words, who said them, and quotation marks in pairs."""

import pytest

from schemas import Article, Attribution, Claim, Match, Provenance, SourceKind, Status
from service.compose import render_plainly


def rendered(text: str, source: str | None = None) -> str:
    article = Article(text=text)
    kind = SourceKind.NAMED if source else SourceKind.ARTICLE
    claim = Claim(
        id="c1",
        text=text,
        status=Status.STATED_FACT,
        attribution=Attribution(kind=kind, source=source),
        provenance=(Provenance(**article.span(0, len(text)).model_dump(), match=Match.EXACT),),
    )
    return render_plainly(claim)


def test_the_speaker_stands_before_the_words() -> None:
    assert rendered("prices fell,", "Ilić") == "According to Ilić: “prices fell”."


def test_the_articles_own_voice_is_named_as_such() -> None:
    assert rendered("Prices fell.") == "The article says: “Prices fell”."


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We held,” said Ilić", "‘We held,’ said Ilić"),
        ('He said "we held" twice', "He said ‘we held’ twice"),
        ("we held,” said Ilić", "‘we held,’ said Ilić"),
        ("“We are not there yet", "‘We are not there yet’"),
        ("it’s «done»", "it’s ‘done’"),
    ],
)
def test_marks_inside_are_single_and_in_pairs(text: str, inside: str) -> None:
    assert rendered(text) == f"The article says: “{inside}”."
