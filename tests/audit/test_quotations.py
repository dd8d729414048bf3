"""Words inside quotation marks stand, word for word, in the passages cited."""

import pytest

from schemas import Article
from service.audit import Evidence, Reading, quotations
from tests.audit.build import claim, findings, kinds

TEXT = "“We can’t wait — not now,” she said. It was a ‘second life’, he wrote."


@pytest.mark.parametrize(
    "sentence",
    [
        'She said: "We can\'t wait - not now."',
        "She said they “can’t wait”.",
        "He called it a “second life”.",
        "He called it a 'second life'.",
        "The ministers' and the workers' lives go on.",
        "«We can’t wait», she said.",
    ],
)
def test_a_verbatim_quotation_passes_in_any_quotation_marks(sentence: str) -> None:
    assert kinds(findings("quotations", sentence, TEXT)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "She said: “We can wait.”",
        "He called it a “third life”.",
        "He called it a “life second”.",
        "She said “we cannot wait",
        "He called it a “cond life”.",
    ],
)
def test_an_altered_quotation_is_an_error(sentence: str) -> None:
    assert ("quotation", "error") in kinds(findings("quotations", sentence, TEXT))


def test_a_quotation_from_a_passage_that_is_not_cited_is_an_error() -> None:
    article = Article(text="He said “yes” at noon. She said “never” at dusk.", language="en")
    evidence = Evidence.of(Reading(article, None), [claim(article, "He said “yes” at noon")], "s1")
    (finding,) = quotations.check("He said “never”.", evidence)
    assert finding.severity.value == "error"
    assert "does not cite" in finding.message


def test_a_quotation_that_runs_over_two_cited_passages_passes() -> None:
    article = Article(text="“We are late, and nobody should sleep,” she said.", language="en")
    cited = [
        claim(article, "“We are late"),
        claim(article, "nobody should sleep,” she said", number=2),
    ]
    evidence = Evidence.of(Reading(article, None), cited, "s1")
    assert (
        list(quotations.check("“We are late, and nobody should sleep,” she said.", evidence)) == []
    )


def test_the_articles_own_words_in_quotation_marks_are_worth_knowing() -> None:
    found = findings("quotations", "The plan is “to close it”.", "They plan to close it.")
    assert kinds(found) == [("quotation", "info")]
