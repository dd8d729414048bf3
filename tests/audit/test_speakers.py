"""Offices, bodies and groups speak as they do in the passages."""

import pytest

from schemas import Article, Finding, Status
from service.audit import Evidence, Reading, attribution
from tests.audit.build import LEXICON, claim, kinds

TEXT = (
    "The army said the shells came from the west. The ministry said talks would go on. "
    "According to bookmakers the odds had changed. In the evening officials said nothing. "
    "The company said it was ready. Vohl said it would pay. Repairs would take a year, council "
    "engineer Siân Pryce said. Pryce is new. Residents said there had been no warning."
)
CHANGED = ("attribution_changed", "error")


def _said(sentence: str, quote: str, source: str, *, unnamed: bool = False) -> list[Finding]:
    article = Article(text=TEXT, language="en")
    status = Status.UNCONFIRMED if unnamed else Status.STATED_FACT
    cited = [claim(article, quote, source=source, unnamed=unnamed, status=status)]
    return list(attribution.check(sentence, Evidence.of(Reading(article, LEXICON), cited, "s1")))


ARMY = ("The army said the shells came from the west", "army")
VOHL = ("Vohl said it would pay", "Vohl")
PRYCE = ("Repairs would take a year, council engineer Siân Pryce said", "Siân Pryce")
RESIDENTS = ("Residents said there had been no warning", "Residents")


@pytest.mark.parametrize(
    ("sentence", "quote", "source"),
    [
        ("The ministry said the shells came from the west.", *ARMY),
        ("The shells came from the west, the ministry said.", *ARMY),
        ("The shells came from the west, said the ministry.", *ARMY),
        ("The shells came from the west, according to bookmakers.", *ARMY),
        ("Bookmakers said it would pay.", *VOHL),
        ("The company said repairs would take a year.", *PRYCE),
    ],
)
def test_another_speaker_of_the_article_is_an_error(sentence: str, quote: str, source: str) -> None:
    assert CHANGED in kinds(_said(sentence, quote, source))


@pytest.mark.parametrize(
    ("sentence", "quote", "source"),
    [
        ("The army said the shells came from the west.", *ARMY),
        ("Officials said the shells came from the west.", *ARMY),
        ("The military said the shells came from the west.", *ARMY),
        ("The company said it would pay.", *VOHL),
        ("The engineer said repairs would take a year.", *PRYCE),
        ("She said repairs would take a year.", *PRYCE),
    ],
)
def test_the_same_speaker_in_other_words_passes(sentence: str, quote: str, source: str) -> None:
    assert CHANGED not in kinds(_said(sentence, quote, source))


def test_officials_do_not_speak_for_residents() -> None:
    found = _said("Officials said there had been no warning.", *RESIDENTS, unnamed=True)
    assert CHANGED in kinds(found)


def test_a_passage_without_a_source_may_take_the_speaker_before_it() -> None:
    article = Article(
        text="The ministry said talks would go on. They would begin on Friday.", language="en"
    )
    cited = [claim(article, "They would begin on Friday")]
    sentence = "Talks would begin on Friday, the ministry said."
    found = attribution.check(sentence, Evidence.of(Reading(article, LEXICON), cited, "s1"))
    assert kinds(list(found)) == []
