"""The instructions to the model never come out as a summary."""

from schemas import Article
from service.audit import Evidence, Reading, echo
from tests.audit.build import LEXICON, claim, kinds
from tests.gold import load_gold

INSTRUCTION = "Words in quotation marks are copied exactly."


def found(sentence: str, text: str) -> list[tuple[str, str]]:
    article = Article(text=text, language="en")
    evidence = Evidence.of(Reading(article, LEXICON), [claim(article, text)], "s1")
    return kinds(list(echo.check(sentence, evidence)))


def test_a_line_of_the_prompt_is_an_error() -> None:
    assert found(INSTRUCTION, "He copied words exactly.") == [("echo", "error")]


def test_the_same_words_pass_where_the_article_has_them() -> None:
    assert found(INSTRUCTION, f"The guide says: {INSTRUCTION}") == []


def test_no_reference_sentence_sounds_like_the_prompt() -> None:
    for gold in load_gold():
        for sentence in gold.reference_summary:
            assert found(sentence, gold.claims[0].text) == []
