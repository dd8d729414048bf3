"""Normalised text: what folds, what never does, and the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.normalize import fold, normalize, trimmed

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
        ("e\u200b\u0301", "é"),
        ("ﬁ\u0301", "fí"),
        (" \u200b a\u00ad \u200bb", " a b"),
        ("\u200fאב\u200e ", "אב "),
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


@given(SPELLINGS | st.text())
def test_normalised_text_is_composed_and_stays_as_it_is(text: str) -> None:
    once = normalize(text).text
    assert unicodedata.is_normalized("NFC", once)
    assert normalize(once).text == once


@given(SPELLINGS | st.text())
def test_folding_without_the_way_back_gives_the_same_text(text: str) -> None:
    assert fold(text) == normalize(text).text


def test_marks_beyond_any_writing_are_left_as_they_are() -> None:
    text = "a" + "\u0301\u0323" * 40
    assert normalize(text).text == text


@given(SPELLINGS | st.text())
def test_offsets_of_the_original_map_forward_in_order(text: str) -> None:
    normalized = normalize(text)
    mapped = [normalized.from_original(offset) for offset in range(len(text) + 1)]
    known = [offset for offset in mapped if offset is not None]
    assert known == sorted(known)
    assert mapped[-1] == len(normalized.text)


@given(SPELLINGS, st.data())
def test_a_whole_stretch_normalises_to_itself_wherever_it_stands(
    text: str, data: st.DataObject
) -> None:
    normalized = normalize(text)
    if not normalized.text:
        return
    start = data.draw(st.integers(0, len(normalized.text) - 1))
    end = data.draw(st.integers(start + 1, len(normalized.text)))
    bounds = normalized.whole(start, end)
    if bounds is not None:
        left, right = bounds
        assert normalize(text[left:right]).text == normalized.text[start:end]
        assert normalized.is_whole(left, right)


@given(SPELLINGS, st.data())
def test_a_stretch_that_is_cut_is_taken_whole(text: str, data: st.DataObject) -> None:
    normalized = normalize(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left, right = normalized.around(start, end)
    assert 0 <= left <= right <= len(normalized.text)
    if left < right:
        first, last = normalized.to_original(left, right)
        # Nothing falls out but what nobody sees.
        assert normalize(text[start : max(start, first)]).text == ""
        assert normalize(text[min(end, last) : end]).text == ""


def test_every_kind_of_white_space_is_trimmed() -> None:
    white = "".join(chr(code) for code in range(0x3100) if chr(code).isspace())
    assert trimmed(f"{white}\u200b{white}a b{white}\u00ad") == "a b"
