"""Grounding: what is found, where, and everything that is refused."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from schemas import Article, Draft, DraftClaim, DraftSentence, Grounded, SourceKind, Status
from service.ground import ground
from service.normalize import normalize
from service.segment import segment
from tests.gold import Gold, load_gold

ARTICLE = Article(
    text=(
        "The fund lost 1.5 million crowns, the bank said. It may not recover. "
        "It may not recover before −5 degrees, Ana Ilić said at 12:30.\n\n"
        "“They can’t stop,” said Ilić. Cafe\u0301s close. The bank’s head left. "
        "The word in\u00adside was ﬁne. 今天有5天。"
    )
)


def grounded(
    quote: str | None, first: int = 1, last: int = 8, source: str | None = None
) -> Grounded:
    claim = DraftClaim(
        first=first,
        last=last,
        status=Status.STATED_FACT,
        kind=SourceKind.NAMED if source else SourceKind.ARTICLE,
        source=source,
        quote=quote,
    )
    return ground(ARTICLE, segment(ARTICLE), Draft(claims=(claim,), sentences=()))


def found(quote: str, first: int = 1, last: int = 8) -> tuple[str, str]:
    (claim,) = grounded(quote, first, last).claims
    return claim.text, claim.provenance[0].match.value


def reason(quote: str | None, first: int = 1, last: int = 8) -> str:
    result = grounded(quote, first, last)
    assert not result.claims
    (refusal,) = result.refused
    return refusal.dropped.reason


@pytest.mark.parametrize(
    ("quote", "text", "match"),
    [
        ("lost 1.5 million crowns", "lost 1.5 million crowns", "exact"),
        ('"They can\'t stop,"', "“They can’t stop,”", "normalized"),
        ("-5 degrees", "−5 degrees", "normalized"),
        ("Cafés close", "Cafe\u0301s close", "normalized"),
        ("inside was fine", "in\u00adside was ﬁne", "normalized"),
        ("天有5天", "天有5天", "exact"),
        ("lost 1.5 … the bank said", "lost 1.5 million crowns, the bank said", "exact"),
    ],
)
def test_a_quote_is_found_as_the_article_has_it(quote: str, text: str, match: str) -> None:
    assert found(quote) == (text, match)


@pytest.mark.parametrize(
    "quote",
    [
        "5 million crowns",  # inside 1.5
        "lost 2.5 million crowns",
        "lost 1.5 billion crowns",
        "lost 1,5 million crowns",
        "It will not recover",
        "It may recover",
        "They can stop",
        "They can",  # inside can’t
        "5 degrees",  # without its minus
        "Cafes close",
        "Cafe",  # without its accent
        "side was fine",
        "30",  # inside 12:30
        "the Bank said",
        "Аna Ilić said",  # a Cyrillic letter
        "crowns, said the bank",
    ],
)
def test_a_quote_that_the_article_does_not_have_is_refused(quote: str) -> None:
    assert reason(quote) == "the quote is not in the article in these words"


def test_a_quote_without_a_word_is_refused() -> None:
    assert reason("“ … ”") == "the quote has no word in it"


@pytest.mark.parametrize(("first", "last"), [(999, 999), (1, 999), (5, 3)])
def test_sentences_that_do_not_exist_are_refused_by_their_numbers(first: int, last: int) -> None:
    assert "do not exist; the article has 8" in reason("the bank said", first, last)


def test_the_occurrence_in_the_cited_sentence_wins() -> None:
    (claim,) = grounded("It may not recover", 3, 3).claims
    assert claim.provenance[0].start == ARTICLE.text.rindex("It may not recover")


def test_a_quote_that_fits_several_places_of_the_cited_sentences_is_ambiguous() -> None:
    assert "more than once" in reason("It may not recover", 2, 3)


def test_a_quote_that_fits_several_places_and_no_cited_sentence_is_ambiguous() -> None:
    assert "several other places" in reason("It may not recover", 1, 1)


def test_a_quote_in_another_sentence_is_relocated_only_as_it_stands() -> None:
    assert found("said Ilić", 1, 1) == ("said Ilić", "relocated")
    assert reason("They can't stop", 1, 1) == "the quote is not in the article in these words"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("… crowns", "The fund lost 1.5 million crowns"),
        ("the bank …", "the bank said."),
        ("fund lost ... the bank", "fund lost 1.5 million crowns, the bank"),
    ],
)
def test_an_elided_end_is_the_end_of_the_cited_sentence(quote: str, text: str) -> None:
    assert found(quote, 1, 1)[0] == text


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("It may … said", "the first words of the quote stand more than once"),
        ("It will … said", "the first words of the quote are not in the sentences"),
        ("the bank … lost", "the last words of the quote do not follow its first"),
        ("fund … recover", "do not follow"),
    ],
)
def test_an_elided_quote_whose_ends_are_not_there_once_is_refused(quote: str, why: str) -> None:
    last = 1 if quote.startswith("fund") else 3
    assert why in reason(quote, 1, last)


def test_whole_sentences_become_one_claim_each() -> None:
    claims = grounded(None, 1, 3).claims
    assert [claim.id for claim in claims] == ["c1", "c2", "c3"]
    assert claims[1].text == "It may not recover."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("the bank", "bank"),
        ("Ana Ilić", "Ana Ilić"),
        ("ana Ilić", "Ana Ilić"),
    ],
)
def test_a_source_is_found_in_the_words_of_the_article(source: str, text: str) -> None:
    (claim,) = grounded("It may not recover before", 3, 3, source).claims
    assert claim.attribution.source == text
    assert claim.attribution.span is not None
    assert claim.attribution.span.text == text


def test_a_source_is_sought_backwards_from_the_claim() -> None:
    (claim,) = grounded("The bank’s head left", 6, 6, "bank").claims
    assert claim.attribution.span is not None
    assert claim.attribution.span.start == ARTICLE.text.index("bank’s")


def test_a_source_that_the_article_does_not_name_never_leaves() -> None:
    (claim,) = grounded("It may not recover before", 3, 3, "President Lopez").claims
    assert claim.attribution.source is None
    assert claim.attribution.kind is SourceKind.UNNAMED
    assert [finding.kind.value for finding in claim.findings] == ["source_not_found"]


def test_claims_with_the_same_span_are_one_and_sentences_cite_it() -> None:
    claim = DraftClaim(first=2, last=2, status=Status.SPECULATION, kind=SourceKind.ARTICLE)
    sentence = DraftSentence(text="It may not recover.", claims=(0, 1, 1, 7))
    result = ground(ARTICLE, segment(ARTICLE), Draft(claims=(claim, claim), sentences=(sentence,)))
    assert [c.id for c in result.claims] == ["c1"]
    assert result.sentences[0].claims == ("c1",)


@pytest.mark.parametrize("gold", load_gold(), ids=lambda gold: gold.id)
def test_every_annotated_claim_and_its_source_is_found(gold: Gold) -> None:
    sentences = segment(gold.article)
    drafted = []
    for claim in gold.claims:
        place = claim.provenance[0]
        number = next(s.number for s in sentences if s.end >= place.end)
        drafted.append(
            DraftClaim(
                first=number,
                last=number,
                status=claim.status,
                kind=claim.attribution.kind,
                source=claim.attribution.source,
                quote=claim.text,
            )
        )
    result = ground(gold.article, sentences, Draft(claims=tuple(drafted), sentences=()))
    assert [(c.id, c.text, c.provenance) for c in result.claims] == [
        (c.id, c.text, c.provenance) for c in gold.claims
    ]
    assert [bare(c.attribution.source) for c in result.claims] == [
        bare(c.attribution.source) for c in gold.claims
    ]


def bare(source: str | None) -> str | None:
    """A source as the guideline wants it, without its leading article."""
    return source and re.sub(r"^(the|an?) ", "", source, flags=re.IGNORECASE)


TEXT = st.text(
    alphabet=st.sampled_from(list("ab not1.5, “”’'\"-–\u00ad\u200b\u0301é😀今。\n")), max_size=60
)


@example("1 \u200b", [(1, 1, "1 \u200b")])
@given(TEXT.filter(str.strip), st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), TEXT)))
def test_no_span_ever_leaves_that_is_not_the_slice(
    text: str, drafted: list[tuple[int, int, str]]
) -> None:
    article = Article(text=text)
    claims = tuple(
        DraftClaim(
            first=first,
            last=last,
            status=Status.OPINION,
            kind=SourceKind.NAMED,
            source=quote[:3] or None,
            quote=quote or None,
        )
        for first, last, quote in drafted
    )
    result = ground(article, segment(article), Draft(claims=claims, sentences=()))
    utf16 = text.encode("utf-16-le")
    for claim in result.claims:
        for span in (*claim.provenance, *filter(None, [claim.attribution.span])):
            assert article.text[span.start : span.end] == span.text
            assert utf16[2 * span.utf16_start : 2 * span.utf16_end].decode("utf-16-le") == span.text
    texts = {claim.id: claim.text for claim in result.claims}
    for ids, wanted in zip(result.ids, claims, strict=True):
        if wanted.quote and "…" not in wanted.quote and "..." not in wanted.quote:
            for claim_id in ids:
                quoted = normalize(wanted.quote.strip()).text.strip()
                assert normalize(texts[claim_id]).text == quoted
