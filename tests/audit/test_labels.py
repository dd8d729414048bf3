"""Labels are corrected where a cue decides, and disputed where it does not."""

from schemas import Article, Status
from service.audit import Reading, review_labels
from tests.audit.build import LEXICON, claim
from tests.gold import load_gold


def test_a_decisive_cue_corrects_a_fact_and_says_so() -> None:
    article = Article(
        text="The bridge reopened. The club has reportedly offered £5m.", language="en"
    )
    (reviewed,) = review_labels(
        [claim(article, "The club has reportedly offered £5m")], Reading(article, LEXICON)
    )
    assert reviewed.status is Status.UNCONFIRMED
    (finding,) = reviewed.findings
    assert (finding.kind.value, finding.severity.value) == ("label_corrected", "warning")
    assert finding.where == "c1"
    assert "reportedly" in finding.message


def test_a_label_that_the_cues_bear_out_stands_without_a_word() -> None:
    article = Article(text="The club has reportedly offered £5m.", language="en")
    labelled = claim(article, article.text, status=Status.UNCONFIRMED)
    (reviewed,) = review_labels([labelled], Reading(article, LEXICON))
    assert (reviewed.status, reviewed.findings) == (Status.UNCONFIRMED, ())


def test_cues_stand_where_they_say_in_the_article() -> None:
    for gold in load_gold("a*"):
        for reviewed in review_labels(gold.claims, Reading(gold.article, LEXICON)):
            (place,) = reviewed.provenance
            for cue in reviewed.cues:
                assert gold.article.text[cue.span.start : cue.span.end] == cue.span.text
                assert place.start <= cue.span.start < cue.span.end <= place.end


def test_no_gold_label_is_corrected() -> None:
    wrong = [
        (gold.id, claim.id)
        for gold in load_gold("a*")
        for claim, reviewed in zip(
            gold.claims, review_labels(gold.claims, Reading(gold.article, LEXICON)), strict=True
        )
        if claim.status is not reviewed.status
    ]
    assert wrong == []


def test_without_a_lexicon_claims_come_back_as_they_are() -> None:
    article = Article(text="Er kommt.", language="de")
    claims = (claim(article, "Er kommt"),)
    assert review_labels(claims, Reading(article, None)) == claims
