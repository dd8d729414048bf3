"""A claim cut off behind its hedge or its "not" is not stated without it."""

import pytest

from schemas import Article
from service.audit import Evidence, Reading, cut
from tests.audit.build import LEXICON, claim, kinds

ARTICLE = Article(
    text=(
        "The bridge could stay shut until May. The board has not approved the plan. "
        "There is no evidence that the dam was sabotaged. The club is not amused, and the fans "
        "left early. Under the Water Act it may by order limit watering."
    ),
    language="en",
)


def found(sentence: str, quote: str) -> list[tuple[str, str]]:
    evidence = Evidence.of(Reading(ARTICLE, LEXICON), [claim(ARTICLE, quote)], "s1")
    return kinds(list(cut.check(sentence, evidence)))


@pytest.mark.parametrize(
    ("sentence", "quote", "kind"),
    [
        ("It will stay shut until May.", "stay shut until May", "certainty_raised"),
        ("The board approved the plan.", "approved the plan", "negation"),
        ("The dam was sabotaged.", "the dam was sabotaged", "negation"),
        ("Under the Water Act it by order limit watering.", "limit watering", "certainty_raised"),
    ],
)
def test_a_claim_cut_behind_what_turns_it_round_is_an_error(
    sentence: str, quote: str, kind: str
) -> None:
    assert found(sentence, quote) == [(kind, "error")]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("It could stay shut until May.", "stay shut until May"),
        ("The bridge could stay shut.", "The bridge could stay shut"),
        ("The board has not approved the plan.", "approved the plan"),
        ("The fans left early.", "the fans left early"),
        ("Under the Water Act it may by order limit watering.", "limit watering"),
        ("By order watering is limited.", "limit watering"),
    ],
)
def test_a_sentence_that_keeps_it_or_a_whole_clause_passes(sentence: str, quote: str) -> None:
    assert found(sentence, quote) == []


def test_a_passage_that_has_the_same_words_without_the_hedge_passes() -> None:
    article = Article(
        text="The club may sell him in May, and the club sell him short.", language="en"
    )
    cited = [claim(article, "in May, and the club sell him short")]
    evidence = Evidence.of(Reading(article, LEXICON), cited, "s1")
    assert list(cut.check("In May the club sell him short.", evidence)) == []
