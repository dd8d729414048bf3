"""A hostile model alters summary sentences: what the audit covers does not come out of the service.

Through the whole pipeline: the model drafts the annotated claims truly, then a false sentence,
and at the repair the same sentence again. It may be replaced by its claim or dropped; it may not
stand. For numbers and quotations that holds for any change. For the other kinds the audit's
recall is pinned check by check in tests/audit/; here one floor says that it reaches the output.
"""

import re
from collections.abc import Sequence
from functools import cache

from hypothesis import assume, given
from hypothesis import strategies as st

from schemas import DraftClaim, Summary
from service.draft import wire
from service.normalize import fold
from service.segment import segment
from tests.audit import mutations
from tests.audit.cover import cover
from tests.gold import load_gold
from tests.properties.mutations import article_of
from tests.properties.simulation import says, summarised

FLOOR = 0.9
"""Least share of false sentences, of all kinds together, that do not come out."""
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])")
WORD = re.compile(r"[^\W\d_]{3,}")


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The gold claims of an article as a model writes them."""
    gold = article_of()[name]
    sentences = segment(gold.article)
    return tuple(
        wire.format_claim(
            DraftClaim(
                first=next(s.number for s in sentences if s.end > claim.provenance[0].start),
                last=next(s.number for s in sentences if s.end >= claim.provenance[0].end),
                status=claim.status,
                kind=claim.attribution.kind,
                source=claim.attribution.source,
                quote=claim.text,
            )
        )
        for claim in gold.claims
    )


def told(name: str, cited: Sequence[int], sentences: Sequence[str]) -> Summary:
    """What comes out when the model says these sentences, and says them again at the repair.

    Args:
        name: Id of the article.
        cited: Numbers of the gold claims that every sentence cites; no others are drafted.
        sentences: At most ten.
    """
    drafted = [{"s": text, "c": list(range(1, len(cited) + 1))} for text in sentences]
    draft = {"c": [lines_of(name)[number - 1] for number in cited], "t": drafted}
    again = {"c": [], "t": drafted}
    return summarised(article_of()[name].article, says(draft, again), max_sentences=10)


def shown(summary: Summary) -> list[str]:
    """The sentences that come out."""
    return [sentence.text for sentence in summary.summary]


@cache
def references() -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """Reference sentences of the `a` seeds: article id, text, numbers of the claims cited."""
    return tuple(
        (gold.id, text, tuple(int(claim.id[1:]) for claim in cover(text, gold)))
        for gold in load_gold("a*")
        for text in gold.reference_summary
    )


def test_true_sentences_come_out() -> None:
    true = [text in shown(told(name, cited, [text])) for name, text, cited in references()]
    assert sum(true) >= FLOOR * len(true)


@given(st.sampled_from(references()), st.integers(2, 99_999), st.data())
def test_a_number_that_the_article_does_not_have_never_comes_out(
    reference: tuple[str, str, tuple[int, ...]], number: int, data: st.DataObject
) -> None:
    name, text, cited = reference
    gold = article_of()[name]
    found = list(NUMBER.finditer(text))
    assume(found and str(number) not in gold.article.text)
    match = data.draw(st.sampled_from(found))
    false = text[: match.start()] + str(number) + text[match.end() :]
    summary = told(name, cited, [false])
    assert str(number) not in " ".join(shown(summary))
    assert summary.dropped


@given(st.sampled_from(references()), st.data())
def test_a_quotation_that_nobody_said_never_comes_out(
    reference: tuple[str, str, tuple[int, ...]], data: st.DataObject
) -> None:
    name, text, cited = reference
    gold = article_of()[name]
    vocabulary = sorted(set(WORD.findall(gold.article.text)))
    said = " ".join(data.draw(st.lists(st.sampled_from(vocabulary), min_size=2, max_size=5)))
    assume(fold(said).casefold() not in fold(gold.article.text).casefold())
    marks = data.draw(st.sampled_from(["“”", '""', "«»", "‘’"]))
    false = f"{text[:-1]}, calling it {marks[0]}{said}{marks[1]}."
    summary = told(name, cited, [false])
    assert said not in " ".join(shown(summary))
    assert summary.dropped


def test_false_sentences_of_every_kind_do_not_come_out() -> None:
    golds = load_gold("a*")
    escaped: list[str] = []
    made = 0
    for name, text, cited in references():
        gold = article_of()[name]
        claims = tuple(gold.claims[number - 1] for number in cited)
        false = [
            changed
            for mutate in mutations.MUTATIONS.values()
            for changed in mutate(text, gold, claims, golds)
        ]
        made += len(false)
        for start in range(0, len(false), 10):
            batch = false[start : start + 10]
            stand = shown(told(name, cited, batch))
            escaped += [one for one in batch if one in stand]
    assert made > 200
    assert 1 - len(escaped) / made >= FLOOR, "\n".join(escaped)
