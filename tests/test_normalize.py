"""Normalised text: what folds, what never does, and the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.normalize import normalize

SPELLINGS = st.text(
    alphabet=st.sampled_from(list("ab1 .-'\"’“”—\u00a0\n\u00ad\u200bﬁée\u0301\u0323각ㄱ가ᅡᆨ😀…")),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("“can’t”", '"can\'t"'),
        ("6–3 — and −5", "6-3 - and -5"),
        ("a\u00a0 \n b", "a b"),
        ("in\u00adside zero\u200bwidth", "inside zerowidth"),
        ("Cafe\u0301", "Café"),
        ("of\ufb01ce…", "office..."),
    ],
)
def test_spellings_of_the_same_words_become_one(text: str, normalized: str) -> None:
    assert normalize(text).text == normalized


@pytest.mark.parametrize("text", ["1.5", "Ａ", "½", "ß", "İ", "not", "②", "k m"])
def test_letters_and_digits_are_never_folded(text: str) -> None:
    assert normalize(text).text == text


@given(SPELLINGS, st.data())
def test_a_stretch_maps_back_to_words_that_normalise_to_it(text: str, data: st.DataObject) -> None:
    normalized = normalize(text)
    if not normalized.text:
        return
    start = data.draw(st.integers(0, len(normalized.text) - 1))
    end = data.draw(st.integers(start + 1, len(normalized.text)))
    left, right = normalized.to_original(start, end)
    assert 0 <= left < right <= len(text)
    assert normalize(normalized.text[start:end]).text in normalize(text[left:right]).text


@given(st.text())
def test_normalised_text_is_composed_and_stays_as_it_is(text: str) -> None:
    once = normalize(text).text
    assert unicodedata.is_normalized("NFC", once)
    assert normalize(once).text == once


@given(st.text())
def test_offsets_of_the_original_map_forward_in_order(text: str) -> None:
    normalized = normalize(text)
    mapped = [normalized.from_original(offset) for offset in range(len(text) + 1)]
    known = [offset for offset in mapped if offset is not None]
    assert known == sorted(known)
    assert mapped[-1] == len(normalized.text)
