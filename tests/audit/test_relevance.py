"""A sentence that has hardly a word of what it cites is not about it."""

import pytest

from tests.audit.build import findings, kinds

SOURCE = "The reservoir fell to 31 percent on Monday, the authority said."


@pytest.mark.parametrize(
    "sentence", ["Subscribe now.", "Our product is cheap.", "…", "今天天气很好。"]
)
def test_a_sentence_about_something_else_is_an_error(sentence: str) -> None:
    assert kinds(findings("relevance", sentence, SOURCE)) == [("unrelated", "error")]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The reservoir was at 31 percent.", SOURCE),
        ("Authorities said reservoirs are low.", SOURCE),
        ("水库降至31%。", "当局表示，水库周一降至31%。"),
    ],
)
def test_a_sentence_in_the_passages_words_passes(sentence: str, source: str) -> None:
    assert kinds(findings("relevance", sentence, source)) == []
