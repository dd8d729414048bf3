"""A sentence is extractive only where it is made of the cited words, in their order."""

import pytest

from schemas import Article, Support
from service.audit import Reading, support_of
from service.compose import render_plainly
from tests.audit.build import LEXICON, claim

TEXT = "The old bridge over the Carrow will stay closed until September, the council said"


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        (TEXT, Support.EXTRACTIVE),
        ("The bridge will stay closed until September.", Support.EXTRACTIVE),
        ("The council said the old bridge will stay closed.", Support.EXTRACTIVE),
        ("According to the council: “The old bridge will stay closed”.", Support.EXTRACTIVE),
        ("The bridge will not stay closed until September.", Support.PARAPHRASE),
        ("The bridge may stay closed until September.", Support.PARAPHRASE),
        ("September will stay closed over the bridge.", Support.PARAPHRASE),
        ("The crossing will remain shut.", Support.PARAPHRASE),
        ("…", Support.PARAPHRASE),
    ],
)
def test_support(sentence: str, support: Support) -> None:
    article = Article(text=f"{TEXT}.", language="en")
    cited = [claim(article, TEXT, source="council")]
    assert support_of(sentence, cited, Reading(article, LEXICON)) is support


def test_a_plain_rendering_of_the_articles_own_words_is_extractive() -> None:
    article = Article(text="The old bridge is closed. The council gave no reason.", language="en")
    cited = [claim(article, "The council gave no reason")]
    read = Reading(article, LEXICON)
    assert support_of(render_plainly(cited[0]), cited, read) is Support.EXTRACTIVE
