"""Counts of a tiny article, made by hand."""

import pytest

from schemas import Finding, FindingKind, Run, Severity, SourceKind, Status
from service.audit import Reading, review_labels
from service.draft import wire
from service.evaluate.count import KEYS, count, count_findings, loaded_shown, uncorrected
from service.ground import ground
from service.lexicon import load
from service.segment import segment
from tests.evaluate.made import FACT, MIXED, SPECULATION, annotated, claim, summary
from tests.test_pipeline import CLAIMS, WRONG, answer, run


def finding(kind: FindingKind, severity: Severity, where: str = "s1") -> Finding:
    return Finding(kind=kind, severity=severity, where=where, message="words")


def test_words_are_counted_by_gold_and_predicted_status() -> None:
    counts = count(annotated(), summary(*MIXED), 4)
    words = {key: number for key, number in counts.items() if key.startswith("words.") and number}
    assert words == {
        "words.stated_fact.stated_fact": 2,
        "words.stated_fact.speculation": 2,
        "words.speculation.stated_fact": 3,
        "words.unconfirmed.unconfirmed": 3,
        "words.opinion.opinion": 2,
        "words.opinion.none": 1,
        "words.none.none": 6,
    }


def test_sources_are_counted_over_matched_claims() -> None:
    # “Rain fell” and “on Monday” cover 9 of 19 code points each: less than half.
    counts = count(annotated(), summary(*MIXED), 4)
    assert counts["claims"] == 4
    assert counts["claims.matched"] == 3
    assert counts["claims.kind"] == 2  # not the speculation, which is the article's
    assert counts["claims.sourced"] == 1  # the traders
    assert counts["claims.source"] == 0  # predicted without their words


def test_a_source_counts_by_its_words_whatever_its_kind() -> None:
    right = claim("Rain fell on Monday", kind=SourceKind.UNNAMED, source="the office")
    counts = count(annotated(), summary(right), 4)
    assert (counts["claims.kind"], counts["claims.source"]) == (0, 1)


def test_a_key_claim_is_recalled_if_half_of_it_is_behind_the_summary() -> None:
    found = summary(sentences=[("It snows.", "may snow"), ("Rain fell", "Rain fell")])
    counts = count(annotated(), found, 4)
    assert counts["key_claims"] == 2
    assert counts["key_claims.recalled"] == 1  # “may snow”, 8 of 11; “Rain fell”, 9 of 19
    assert counts["summary.sentences"] == 2
    assert counts["summary.extractive"] == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [("A GRIM\nday.", 1), ("“Grim” it was.", 1), ("A grimace.", 0), ("Pilgrim.", 0)],
)
def test_a_loaded_phrase_stands_whole_and_in_any_case(text: str, shown: int) -> None:
    assert len(loaded_shown(["grim"], summary(sentences=[(text, "A grim day")]))) == shown


def test_a_loaded_phrase_of_several_words_may_be_broken_over_lines() -> None:
    found = summary(sentences=[("A stark  reminder.", "A grim day")])
    assert loaded_shown(["stark reminder", "stark choice"], found) == (
        ("stark reminder", "A stark  reminder."),
    )


def test_an_article_without_an_answer_counts_like_an_empty_answer() -> None:
    failed = count(annotated(), None, 4)
    assert failed == count(annotated(), summary(), 4)
    assert failed["words.stated_fact.none"] == 4
    assert failed["key_claims"] == 2
    assert failed.keys() == KEYS.keys()


def test_tokens_and_calls_are_those_of_the_run() -> None:
    took = Run(calls=2, input_tokens=900, cached_tokens=300, output_tokens=70)
    counts = count(annotated(), summary(run=took), 4)
    names = ("calls", "input_tokens", "cached_tokens", "output_tokens", "sentences")
    assert [counts[name] for name in names] == [2, 900, 300, 70, 4]


def test_what_was_dropped_is_told_apart_as_the_stages_name_it() -> None:
    article = annotated().article
    lines = ["1f", "gibberish", "1-2s||Zembrint fell", "4f||Zembrint fell"]
    drafted = wire.parse(lines, (), 4)
    refused = ground(article, segment(article), drafted).refused
    dropped = [one.what for one in drafted.dropped] + [one.dropped.what for one in refused]
    assert len(dropped) == 3
    counts = count(annotated(), summary(dropped=[*dropped, "drafted sentence 2"]), 4)
    assert counts["dropped.lines"] == 1
    assert counts["dropped.quotes"] == 2
    assert counts["dropped.sentences"] == 1


def test_findings_are_counted_by_place_severity_and_kind() -> None:
    disputed = finding(FindingKind.LABEL_DISPUTED, Severity.INFO, "c1")
    error = finding(FindingKind.NUMBER, Severity.ERROR)
    found = summary(
        claim("Rain", findings=[disputed]), claim("fell", findings=[disputed]), findings=[error]
    )
    assert count_findings(found) == {"claims.info.label_disputed": 2, "summary.error.number": 1}
    assert count(annotated(), found, 4)["summary.errors"] == 1


def test_a_corrected_label_can_be_taken_back() -> None:
    corrected = finding(FindingKind.LABEL_CORRECTED, Severity.WARNING, "c1")
    found = summary(
        claim("It may snow", status=SPECULATION, findings=[corrected]),
        claim("Rain fell", status=SPECULATION),
    )
    assert [one.status for one in uncorrected(found).claims] == [FACT, SPECULATION]


@pytest.mark.parametrize("drafted", Status)
def test_the_audit_corrects_stated_facts_only(drafted: Status) -> None:
    """What `uncorrected` relies on: a corrected claim was drafted as a stated fact."""
    article = annotated().article
    claims = review_labels(
        [claim("Traders reportedly left", status=drafted), claim("It may snow", status=drafted)],
        Reading(article, load(article.language, article.text)),
    )
    corrected = [
        any(one.kind is FindingKind.LABEL_CORRECTED for one in reviewed.findings)
        for reviewed in claims
    ]
    assert any(corrected) == (drafted is FACT)
    assert all(one.status is drafted for one in uncorrected(summary(*claims)).claims)


def test_a_sentence_that_the_audit_refuses_is_counted_as_dropped() -> None:
    made, _ = run(answer(CLAIMS, WRONG))
    counts = count(annotated(), made, 4)
    assert counts["dropped.sentences"] == 1
    assert counts["dropped.quotes"] == counts["dropped.lines"] == 0
