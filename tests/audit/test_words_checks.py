"""Loaded words, comparisons and new words."""

import pytest

from schemas import Article
from service.audit import Reading, loaded_terms
from tests.audit.build import LEXICON, findings, kinds
from tests.gold import load_gold


def test_a_loaded_word_is_an_error_outside_quotation_marks_only() -> None:
    text = "The brazen assault lasted five hours."
    assert kinds(findings("loaded words", "The brazen assault ended.", text)) == [
        ("loaded_word", "error")
    ]
    assert findings("loaded words", "He called it a “brazen” assault.", text) == []


def test_every_loaded_term_of_an_article_stands_at_its_span() -> None:
    for gold in load_gold("a*"):
        for found in loaded_terms(Reading(gold.article, LEXICON)):
            assert gold.article.text[found.span.start : found.span.end] == found.span.text
    assert loaded_terms(Reading(Article(text="A brazen assault."), None)) == ()


@pytest.mark.parametrize(
    ("sentence", "source", "expected"),
    [
        ("It is the largest raid.", "It is the largest raid.", []),
        ("It is the largest raid.", "The raid was large.", [("comparison", "error")]),
        ("It is the biggest raid.", "It is the largest raid.", [("comparison", "warning")]),
        ("It was the most expensive.", "It cost £5.", [("comparison", "error")]),
        ("The protest in the forest was honest.", "They met.", []),
        ("It has fewer seats than before.", "It has seats.", [("comparison", "warning")]),
        ("It has fewer seats than before.", "It has 5, down from 6.", []),
        ("More than 200 came.", "It drew 200.", []),
    ],
)
def test_a_comparison_needs_its_like_in_the_passages(
    sentence: str, source: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(findings("comparison", sentence, source)) == expected


def test_new_words_are_information_and_never_more() -> None:
    (finding,) = findings("new words", "The zeppelin landed.", "The aircraft landed.")
    assert (finding.severity.value, finding.message) == (
        "info",
        "the article does not have: zeppelin",
    )
    assert findings("new words", "The landed aircraft.", "The aircraft landed.") == []
