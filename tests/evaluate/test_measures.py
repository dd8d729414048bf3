"""Each measure, computed by hand."""

from typing import Any

import pytest

from schemas import Run, SourceKind, SummarySentence, Support
from service.evaluate.annotated import read_annotated
from service.evaluate.bootstrap import add
from service.evaluate.count import count
from service.evaluate.measures import MEASURES, Better, Totals, Unit
from service.evaluate.mistakes import find_mistakes
from tests.evaluate.made import FACT, MIXED, OPINION, annotated, claim, record, summary
from tests.gold import SEEDS, Gold, load_gold


def measured(name: str, *counts: dict[str, int], **others: Any) -> float | None:
    return MEASURES[name].of(Totals(add(counts), **others))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("f1_stated_fact", 4 / 9),  # 2 right of 4 gold and 5 predicted
        ("f1_speculation", 0),  # none right of 3 and 2
        ("f1_unconfirmed", 1),
        ("f1_opinion", 4 / 5),  # 2 right of 3 and 2
        ("macro_f1", (4 / 9 + 0 + 1 + 4 / 5) / 4),
        ("coverage", 12 / 13),
        ("leak", 3 / 6),  # the speculation, of it and the hearsay
        ("fact_loss", 2 / 4),
        ("claims_matched", 3 / 4),
        ("attribution_kind", 2 / 3),
        ("attribution_source", 0),
        ("key_claim_recall", 0),
    ],
)
def test_a_mixed_answer(name: str, value: float) -> None:
    assert measured(name, count(annotated(), summary(*MIXED), 4)) == pytest.approx(value)


def test_a_word_outside_gold_claims_counts_against_the_status_it_is_given() -> None:
    facts_only = annotated(claims=record()["claims"][:1], key_claims=[])
    answer = summary(claim("Rain fell on Monday"), claim("It may snow"))
    counts = count(facts_only, answer, 4)
    assert measured("f1_stated_fact", counts) == pytest.approx(2 * 4 / (4 + 7))
    assert measured("coverage", counts) == 1
    assert measured("leak", counts) is None


def test_words_that_nothing_covers_are_neither_leaked_nor_lost() -> None:
    counts = count(annotated(), summary(), 4)
    assert measured("leak", counts) == 0
    assert measured("fact_loss", counts) == 0
    assert measured("coverage", counts) == 0
    assert measured("macro_f1", counts) == 0


def test_an_opinion_taken_for_a_fact_is_no_leak_and_a_lost_fact_need_not_be_doubted() -> None:
    answer = summary(claim("A grim day"), claim("Rain fell on Monday", status=OPINION))
    counts = count(annotated(), answer, 4)
    assert measured("leak", counts) == 0
    assert measured("fact_loss", counts) == 1


def test_a_status_that_occurs_on_neither_side_has_no_f1_and_no_part_in_the_mean() -> None:
    facts_only = annotated(claims=record()["claims"][:1], key_claims=[])
    counts = count(facts_only, summary(claim("Rain fell", status=FACT)), 4)
    assert measured("f1_opinion", counts) is None
    assert measured("macro_f1", counts) == pytest.approx(2 * 2 / (4 + 2))


def test_articles_are_pooled_before_a_measure_is_computed() -> None:
    good = count(annotated(), summary(claim("It may snow", status=FACT)), 4)  # 3 of 6 leak
    none = count(annotated(id="t2"), summary(), 4)  # 0 of 6
    assert measured("leak", good, none) == pytest.approx(3 / 12)


def test_recall_extractive_share_and_loaded_phrases_are_of_the_summary() -> None:
    answer = summary(
        claim("Traders reportedly left", kind=SourceKind.UNNAMED, source="some traders"),
        sentences=[("Rain fell on Monday", "Rain fell on Monday"), ("A grim day!", "A grim day")],
        dropped=["drafted claim 3", "drafted claim 4 (sentence 2)", "drafted sentence 3"],
    )
    counts = count(annotated(), answer, 4)
    assert measured("key_claim_recall", counts) == pytest.approx(1 / 2)
    assert measured("extractive", counts) == pytest.approx(1 / 2)
    assert measured("attribution_source", counts) == 1
    for name in ("loaded", "lines_unread", "quotes_refused", "sentences_dropped"):
        assert measured(name, counts) == 1


def test_output_tokens_are_by_sentence_of_the_articles() -> None:
    one = count(annotated(), summary(run=Run(output_tokens=60)), 4)
    other = count(annotated(), summary(run=Run(output_tokens=30)), 1)
    assert measured("output_tokens_per_sentence", one, other) == pytest.approx(90 / 5)


def test_a_cost_is_known_only_if_every_part_of_it_is() -> None:
    counts = count(annotated(), summary(), 4)
    assert measured("cost", counts, counts, costs=[0.5, 0.25]) == pytest.approx(0.75)
    assert measured("cost", counts, counts, costs=[0.5, None]) is None
    assert measured("cost", counts) is None


def test_the_latency_is_the_median() -> None:
    counts = count(annotated(), summary(), 4)
    assert measured("latency_ms", counts, latencies=[9.0, 1.0, 2.0]) == 2
    assert measured("latency_ms", counts) is None


def test_less_is_better_of_harm_and_expense_and_more_of_the_rest() -> None:
    lower = {name for name, one in MEASURES.items() if one.better is Better.LOWER}
    assert {"leak", "fact_loss", "loaded", "audit_errors", "output_tokens_per_sentence"} <= lower
    shares = {name for name, one in MEASURES.items() if one.unit is Unit.SHARE}
    assert shares & lower == {"leak", "fact_loss"}


@pytest.mark.parametrize("gold", load_gold(), ids=lambda gold: gold.id)
def test_the_gold_itself_is_a_perfect_answer(gold: Gold) -> None:
    article, _ = read_annotated(f"{gold.id}.json", (SEEDS / f"{gold.id}.json").read_bytes())
    provenance = tuple(place for claim in gold.claims for place in claim.provenance)
    shown = SummarySentence(
        text="All of it.", claims=("c1",), provenance=provenance, support=Support.PARAPHRASE
    )
    answer = summary().model_copy(update={"claims": gold.claims, "summary": (shown,)})
    counts = count(article, answer, 1)
    perfect = ("macro_f1", "coverage", "attribution_kind", "attribution_source", "key_claim_recall")
    assert [measured(name, counts) for name in perfect] == [1] * len(perfect)
    assert measured("leak", counts) in {0, None}
    assert measured("fact_loss", counts) == 0
    assert find_mistakes(article, answer) == ()
