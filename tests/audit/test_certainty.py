"""A sentence is as sure as its passages, neither more nor less."""

import pytest

from schemas import Article, Status
from service.audit import Evidence, Reading, certainty
from tests.audit.build import LEXICON, claim, findings, kinds


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Storage could fall below the limit.", "Storage may fall below the limit."),
        ("Storage will probably recover.", "Storage will probably recover."),
        ("There are fears that surgery could cost him a year.", "Surgery could cost him a year."),
        ("The bank expects the rate to fall.", "The bank forecasts that the rate will fall."),
        ("Whether the bridge will hold is an open question.", "Will the bridge hold?"),
        ("The cause of the crack has not been established.", "Blasting may be the cause of it."),
        ("If confirmed, the date would give a record.", "The date would give a record."),
    ],
)
def test_a_hedge_kept_in_other_words_passes(sentence: str, source: str) -> None:
    found = findings("certainty", sentence, source, status=Status.SPECULATION)
    assert kinds(found) == []


@pytest.mark.parametrize(
    ("sentence", "source", "status"),
    [
        ("Storage will fall below the limit.", "Storage may fall below the limit.", "speculation"),
        ("The rain loosened the slope.", "The rain probably loosened the slope.", "speculation"),
        ("The club offered £5m.", "The club reportedly offered £5m.", "unconfirmed"),
        ("He confirmed the club offered £5m.", "The club reportedly offered £5m.", "unconfirmed"),
        ("The cause is established.", "Blasting may be the cause.", "speculation"),
        (
            "Now confirmed, the date may give a record.",
            "The date may give a record.",
            "speculation",
        ),
        ("The council will charge for it.", "By law the council may charge for it.", "stated_fact"),
    ],
)
def test_a_hedge_gone_is_an_error(sentence: str, source: str, status: str) -> None:
    found = findings("certainty", sentence, source, status=Status(status))
    assert ("certainty_raised", "error") in kinds(found)


def test_a_speakers_hedge_may_not_be_dropped_even_if_the_speaker_is_kept() -> None:
    found = findings(
        "certainty",
        "Ortuño said the list had changed.",
        "“The list has probably changed,” Ortuño said",
        status=Status.SPECULATION,
        source="Ortuño",
    )
    assert kinds(found) == [("certainty_raised", "error")]


def test_a_hedge_that_no_passage_has_is_an_error() -> None:
    found = findings("certainty", "The bridge has possibly closed.", "The bridge has closed.")
    assert kinds(found) == [("certainty_lowered", "error")]


def test_a_fact_stated_plainly_passes() -> None:
    assert findings("certainty", "The bridge has closed.", "The bridge has closed.") == []


def test_a_hedge_taken_from_the_second_of_two_claims_passes() -> None:
    article = Article(
        text=(
            "Under the Water Act it may limit garden watering once storage drops below 30 percent, "
            "a threshold that could be crossed before the end of the month."
        ),
        language="en",
    )
    first, second = article.text.split(", a ")
    cited = [
        claim(article, first),
        claim(article, f"a {second}", number=2, status=Status.SPECULATION),
    ]
    evidence = Evidence.of(Reading(article, LEXICON), cited, "s1")
    assert list(certainty.check(article.text, evidence)) == []


def test_hearsay_that_is_denied_as_a_report_is_not_stated() -> None:
    source = "The club reportedly offered £5m."
    denied = findings(
        "certainty",
        "She dismissed a report that the club offered £5m.",
        source,
        status=Status.UNCONFIRMED,
    )
    told = findings(
        "certainty", "She knew that the club offered £5m.", source, status=Status.UNCONFIRMED
    )
    assert kinds(denied) == []
    assert ("certainty_raised", "error") in kinds(told)
