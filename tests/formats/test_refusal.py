"""Refused fields, in words."""

import json

import pytest
from pydantic import ValidationError

from schemas import SummaryRequest
from service.formats.refusal import MAX_REFUSALS, Refusal, refusals


def refused(body: object) -> tuple[Refusal, ...]:
    with pytest.raises(ValidationError) as error:
        SummaryRequest.model_validate_json(json.dumps(body), strict=True)
    return refusals(error.value, SummaryRequest)


REFUSED = {
    "no article": ({}, "article: required, but missing"),
    "a wrong choice": (
        {"article": {"text": "a"}, "engine": "Halverton"},
        "engine: not one of the choices; accepted: 'auto', 'llm' or 'rules'",
    ),
    "too many": (
        {"article": {"text": "a"}, "max_sentences": 11},
        "max_sentences: too large; accepted: at most 10",
    ),
    "too few": (
        {"article": {"text": "a"}, "max_sentences": 0},
        "max_sentences: too small; accepted: at least 1",
    ),
    "a number as text": (
        {"article": {"text": "a"}, "max_sentences": "4"},
        "max_sentences: not a whole number; accepted: a whole number",
    ),
    "a truth value as text": (
        {"article": {"text": "a"}, "store": "no"},
        "store: not a boolean; accepted: true or false",
    ),
    "an unknown field": (
        {"article": {"text": "a"}, "speed": "Halverton"},
        "speed: unknown field; accepted: article, engine, max_sentences, on_failure, store",
    ),
    "an unknown field of the article": (
        {"article": {"text": "a", "body": "Halverton"}},
        (
            "article.body: unknown field; accepted: "
            "text, title, language, source_id, version, url, published_at"
        ),
    ),
    "not an object": ([], "the input: not an object; accepted: a JSON object"),
}


@pytest.mark.parametrize(("body", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refusal_says_what_would_be_accepted(body: object, words: str) -> None:
    assert [str(one) for one in refused(body)] == [words]


def test_a_field_named_like_a_sentence_is_not_repeated() -> None:
    (one,) = refused({"article": {"text": "a"}, "the mayor of Halverton resigned": 1})
    assert one.location == ("(not a plain name)",)


def test_a_thousand_unknown_fields_need_no_thousand_lines() -> None:
    body = {"article": {"text": "a"}} | {f"field{number}": 1 for number in range(1000)}
    assert len(refused(body)) == MAX_REFUSALS
