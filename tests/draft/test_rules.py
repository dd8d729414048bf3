"""The rules drafter: claims, their status and source, and the summary."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Article, Draft, DraftClaim, Sentence, SourceKind, Status
from service.draft.rules import draft
from service.segment import segment

_ARTICLE = (
    "HALVERTON, May 6 — Water in the Orrin reservoir fell to 31.4 percent on Monday, the Norlund "
    "Water Authority said. The authority has not imposed restrictions, but a ban could follow "
    "before June.\n\n"
    "“Nobody should fill a bathtub,” said Ingrid Håkonsen, its head of supply. She added that the "
    "board would meet on Thursday. “We will decide then.”\n\n"
    "Two people familiar with the talks said members were divided. The Growers’ Union reportedly "
    "asked for 14 million cubic metres. It was a brazen demand, and a stark reminder of 2011."
)


@cache
def _drafted(text: str = _ARTICLE, language: str = "en") -> tuple[tuple[Sentence, ...], Draft]:
    article = Article(text=text, language=language)
    sentences = segment(article)
    return sentences, draft(article, sentences)


def _claim(words: str) -> DraftClaim:
    sentences, drafted = _drafted()
    for claim in drafted.claims:
        assert claim is not None
        if words in (claim.quote or sentences[claim.first - 1].text):
            return claim
    pytest.fail(f"no claim has “{words}”")


@pytest.mark.parametrize(
    ("words", "status", "kind", "source"),
    [
        ("31.4 percent", Status.STATED_FACT, SourceKind.NAMED, "Norlund Water Authority"),
        ("has not imposed", Status.STATED_FACT, SourceKind.ARTICLE, None),
        ("a ban could follow", Status.SPECULATION, SourceKind.ARTICLE, None),
        ("bathtub", Status.OPINION, SourceKind.NAMED, "Ingrid Håkonsen"),
        ("would meet", Status.STATED_FACT, SourceKind.NAMED, "Ingrid Håkonsen"),
        ("decide then", Status.STATED_FACT, SourceKind.NAMED, "Ingrid Håkonsen"),
        (
            "were divided",
            Status.UNCONFIRMED,
            SourceKind.UNNAMED,
            "Two people familiar with the talks",
        ),
        ("14 million", Status.UNCONFIRMED, SourceKind.ARTICLE, None),
        ("stark reminder", Status.OPINION, SourceKind.ARTICLE, None),
    ],
)
def test_a_claim_has_the_status_and_source_that_the_article_gives_it(
    words: str, status: Status, kind: SourceKind, source: str | None
) -> None:
    claim = _claim(words)
    assert (claim.status, claim.kind, claim.source) == (status, kind, source)


def test_the_dateline_is_in_no_claim() -> None:
    claim = _claim("31.4 percent")
    assert claim.quote is not None
    assert claim.quote.startswith("Water in the Orrin")


def test_a_mixed_sentence_is_split_where_its_status_changes() -> None:
    assert _claim("has not imposed").quote == "The authority has not imposed restrictions"
    assert _claim("a ban could follow").quote == "a ban could follow before June"


def test_a_language_without_a_lexicon_is_never_called_fact() -> None:
    sentences, drafted = _drafted("Die Brücke ist geschlossen. Niemand weiß, warum.", "de")
    assert [(c.first, c.quote, c.status) for c in drafted.claims if c is not None] == [
        (s.number, None, Status.UNCONFIRMED) for s in sentences
    ]


@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from(" .,;\n“”\"'’?—said may not 5 She The Orr according to but and which"),
            st.characters(codec="utf-8"),
        ),
        max_size=300,
    ),
    st.sampled_from(["en", "und", "de"]),
    st.integers(1, 10),
)
def test_any_text_gives_claims_in_order_with_words_of_their_sentences(
    text: str, language: str, most: int
) -> None:
    text = text if text.strip() else "."
    article = Article(text=text, language=language)
    sentences = segment(article)
    drafted = draft(article, sentences, most)
    end = 0
    for claim in drafted.claims:
        assert claim is not None
        sentence = sentences[claim.first - 1]
        quote = sentence.text if claim.quote is None else claim.quote
        start = sentence.start + sentence.text.index(quote)
        assert claim.first == claim.last
        assert claim.source is None or claim.source in text
        assert end <= start
        end = start + len(quote)
    assert len(drafted.sentences) <= most
    assert all(0 <= at < len(drafted.claims) for s in drafted.sentences for at in s.claims)


def test_a_sentence_too_long_to_read_is_not_called_a_fact() -> None:
    _, drafted = _drafted("The council met and the council voted and " * 60 + "left.")
    assert [claim and claim.status for claim in drafted.claims] == [Status.UNCONFIRMED]


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        ("A bookkeeper was jailed for four years.", Status.STATED_FACT),
        ("A bookkeeper went on trial on Monday.", Status.UNCONFIRMED),
    ],
)
def test_what_a_court_was_told_is_proven_by_its_verdict(opening: str, status: Status) -> None:
    _, drafted = _drafted(f"{opening}\n\nProsecutors said she took the cash.")
    assert drafted.claims[-1] is not None
    assert drafted.claims[-1].status is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Under the Credit Act, a licence must be withdrawn and reissued if it is wanting.",
            Status.STATED_FACT,
        ),
        ("It must be withdrawn, and it may be reissued in time.", Status.SPECULATION),
        (
            "Word had gone around that it was sold and that Orr had signed a contract.",
            Status.UNCONFIRMED,
        ),
        ("The talk is that it was sold and has been let.", Status.UNCONFIRMED),
        ("It is claimed that he never came and copied his figures.", Status.UNCONFIRMED),
        ("It was reportedly sold in May and has been let.", Status.STATED_FACT),
        (
            "Word had gone around that it was sold, and Orr had signed a contract.",
            Status.STATED_FACT,
        ),
    ],
)
def test_a_rule_and_hearsay_reach_over_an_and_but_no_guess_over_a_which(
    text: str, status: Status
) -> None:
    _, drafted = _drafted(text)
    assert drafted.claims[-1] is not None
    assert drafted.claims[-1].status is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Asked about the sale, 58 per cent said it had been a mistake.", Status.STATED_FACT),
        ("Of 1,002 adults, 44 per cent said they thought the mayor unfair.", Status.STATED_FACT),
        ("After a rise of 5 per cent Ada Orr called the levy a disgrace.", Status.OPINION),
    ],
)
def test_how_many_of_those_asked_think_so_is_a_fact(text: str, status: Status) -> None:
    _, drafted = _drafted(text)
    assert [claim and claim.status for claim in drafted.claims] == [status]
