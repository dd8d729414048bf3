"""The audit's interface: what runs, what does not, and that nothing makes it fail."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Article, Severity, Status
from service.audit import (
    CHECKS,
    Reading,
    audit_sentence,
    audit_title,
    checks_not_run,
    review_labels,
)
from tests.audit.build import LEXICON, claim
from tests.gold import Gold, load_gold


def test_a_sentence_that_cites_nothing_has_one_error() -> None:
    (finding,) = audit_sentence(
        "It rained.", (), Reading(Article(text="It rained."), LEXICON), "s2"
    )
    assert (finding.kind.value, finding.severity.value, finding.where) == ("uncited", "error", "s2")


def test_checks_that_cannot_run_are_named_with_a_reason() -> None:
    article = Article(text="雨が降った。", language="ja")
    skipped = {item.check: item.reason for item in checks_not_run(Reading(article, None))}
    assert set(skipped) == {
        "negation",
        "certainty",
        "cut",
        "attribution",
        "loaded words",
        "labels",
        "names",
    }
    assert "ja" in skipped["negation"]
    assert checks_not_run(Reading(Article(text="It rained.", language="en"), LEXICON)) == ()


def test_names_are_not_said_to_be_checked_where_every_noun_has_a_capital() -> None:
    article = Article(text="Er sah den See.", language="de-AT")
    reasons = [i.reason for i in checks_not_run(Reading(article, None)) if i.check == "names"]
    assert len(reasons) == 1
    assert "noun" in reasons[0]


def test_a_title_that_says_more_than_the_story_is_found() -> None:
    article = Article(
        text="The storage may fall below 30 percent in June, the authority said.",
        title="Storage will fall below 20 percent, says Petrov",
        language="en",
    )
    claims = [claim(article, article.text[:-1], status=Status.SPECULATION, source="authority")]
    found = audit_title(claims, Reading(article, LEXICON))
    assert {f.kind.value for f in found} >= {"number", "name", "certainty_raised"}
    assert {f.where for f in found} == {"title"}


def test_an_article_without_a_title_has_no_findings_on_it() -> None:
    assert audit_title([], Reading(Article(text="It rained."), LEXICON)) == ()
    assert audit_title([], Reading(Article(text="It rained.", title="  "), LEXICON)) == ()


@given(
    sentence=st.text(max_size=200),
    source=st.text(min_size=1, max_size=200).filter(lambda text: bool(text.strip())),
    status=st.sampled_from(Status),
)
def test_no_text_makes_the_audit_fail_or_repeat_more_than_a_few_words(
    sentence: str, source: str, status: Status
) -> None:
    article = Article(text=source, title=sentence, language="en")
    cited = [claim(article, source, status=status, source=source)]
    found = [
        *audit_sentence(sentence, cited, Reading(article, LEXICON), "s1"),
        *audit_title(cited, Reading(article, LEXICON)),
    ]
    review_labels(cited, Reading(article, LEXICON))
    assert all(len(finding.message) < 200 for finding in found)


NASTY = [
    "“" * 20_000,
    "'a" * 10_000,
    "1." * 10_000,
    "1 000" * 5_000,
    "A " * 10_000,
    "not " * 2_000,
    "may will " * 2_000,
    "said X, and " * 1_500,
    "9" * 20_000,
    "1" + " million" * 2_000,
    "a" * 20_000,
    "Jan. 1, " * 2_500,
    "\u202e\u0000\ufffd" * 5_000,
]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:8]))
def test_hostile_text_takes_bounded_time(text: str) -> None:
    article = Article(text=f"x {text}", language="en")
    cited = [claim(article, article.text, status=Status.SPECULATION, source="x")]
    started = time.perf_counter()
    audit_sentence(text, cited, Reading(article, LEXICON), "s1")
    assert time.perf_counter() - started < 10  # seconds; a fraction of one is usual


@pytest.mark.parametrize("gold", load_gold("a*"), ids=lambda gold: gold.id)
def test_findings_are_the_same_every_time(gold: Gold) -> None:
    for sentence in gold.reference_summary:
        first = audit_sentence(sentence, gold.claims, Reading(gold.article, LEXICON), "s1")
        assert first == audit_sentence(sentence, gold.claims, Reading(gold.article, LEXICON), "s1")


def test_every_check_has_a_rule_and_a_limit_in_its_docstring() -> None:
    for check in CHECKS.values():
        module = __import__(check.__module__, fromlist=["check"])
        assert module.__doc__ is not None
        assert "Rule: " in module.__doc__
        assert "It cannot" in module.__doc__


def test_severities_of_the_same_kind_reach_the_caller_unchanged() -> None:
    article = Article(text="It drew about 200 people.", language="en")
    found = audit_sentence(
        "It drew 200 people.", [claim(article, article.text)], Reading(article, None), "s1"
    )
    assert [f.severity for f in found] == [Severity.ERROR]
