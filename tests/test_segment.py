"""Sentences: where they begin and end, and that no character is lost or altered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Article
from service.segment import segment
from tests.gold import Gold, load_gold


def texts(text: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in segment(Article(text=text, language=language))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Cllr. Jones said so. It rained.", ["Cllr. Jones said so.", "It rained."]),
        (
            "Ms. Smith left at 5 a.m. Monday. He stayed.",
            ["Ms. Smith left at 5 a.m. Monday.", "He stayed."],
        ),
        ("It is 6 p.m. The vote begins.", ["It is 6 p.m.", "The vote begins."]),
        ("At 12.55 a.m. Ann Lee came out.", ["At 12.55 a.m. Ann Lee came out."]),
        ("He left the U.S. She stayed.", ["He left the U.S.", "She stayed."]),
        ("The U.S. Army left.", ["The U.S. Army left."]),
        ("It is item No. 5 of 9.", ["It is item No. 5 of 9."]),
        ("Q. Is anyone ill? A. No.", ["Q. Is anyone ill?", "A. No."]),
        ("“We won. They lost,” she said.", ["“We won. They lost,” she said."]),
        ("It shut in May. Orr left.", ["It shut in May.", "Orr left."]),
        ("He said no. “It is late,” he said.", ["He said no.", "“It is late,” he said."]),
        ("It fell to 422 mm. Engineers left.", ["It fell to 422 mm.", "Engineers left."]),
        ("It rose 12 m. No one fell.", ["It rose 12 m.", "No one fell."]),
        ("It is 12 m. long.", ["It is 12 m. long."]),
        ("“It shut in May. Orr left,” she said.", ["“It shut in May. Orr left,” she said."]),
        ("He said No. 5 was ill.", ["He said No. 5 was ill."]),
    ],
)
def test_abbreviations_times_and_quotes_do_not_end_a_sentence(
    text: str, sentences: list[str]
) -> None:
    assert texts(text) == sentences


def test_paragraphs_list_items_and_headings_are_bounds() -> None:
    text = "# What happened\nThe dam held.\n\n- Nine streams fell\n- Two rose\n\nNo full stop"
    assert texts(text) == [
        "# What happened",
        "The dam held.",
        "- Nine streams fell",
        "- Two rose",
        "No full stop",
    ]


def test_a_hard_wrapped_sentence_stays_whole() -> None:
    assert texts("The dam\nheld. It\nrained.") == ["The dam\nheld.", "It\nrained."]


def test_paragraph_numbers_run_over_the_article() -> None:
    sentences = segment(Article(text="One. Two.\n\n\nThree."))
    assert [(s.number, s.paragraph) for s in sentences] == [(1, 1), (2, 1), (3, 2)]


@pytest.mark.parametrize("gold", load_gold(), ids=lambda gold: gold.id)
def test_no_annotated_claim_crosses_a_sentence_bound(gold: Gold) -> None:
    sentences = segment(gold.article)
    for claim in gold.claims:
        place = claim.provenance[0]
        assert any(s.start <= place.start and place.end <= s.end for s in sentences), claim.text


@given(st.text(min_size=1).filter(str.strip), st.sampled_from(["en", "de", "zh", "ar", "und"]))
def test_every_character_lies_in_one_sentence_as_it_was(text: str, language: str) -> None:
    article = Article(text=text, language=language)
    end = 0
    for sentence in segment(article):
        assert article.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert not article.text[end : sentence.start].strip()
        end = sentence.end
    assert not article.text[end:].strip()
