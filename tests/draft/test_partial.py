"""What can be read of an answer that is not whole."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import WireSentence
from service.draft.partial import Partial

WHOLE = (
    '{"c":["1f|council","2s||a “b” \\"c\\" \\u00e9","3u"],'
    '"t":[{"s":"One.","c":[1,2]},{"s":"Two.","c":[3]}]}'
)
LINES = ["1f|council", '2s||a “b” "c" é', "3u"]


def heard(text: str, size: int) -> Partial:
    partial = Partial()
    partial.begin()
    for start in range(0, len(text), size):
        partial.hear(text[start : start + size])
    return partial


@pytest.mark.parametrize("size", [1, 2, 3, 7, 40, 1_000])
def test_lines_are_the_same_however_the_answer_is_cut(size: int) -> None:
    partial = heard(WHOLE, size)
    assert partial.lines == LINES
    assert partial.salvage() == (
        LINES,
        [WireSentence(s="One.", c=(1, 2)), WireSentence(s="Two.", c=(3,))],
    )


def test_a_line_is_handed_on_before_its_successor_begins() -> None:
    seen: list[tuple[int, str]] = []
    partial = Partial(lambda position, line: seen.append((position, line)))
    partial.begin()
    partial.hear('{"c": ["1f|council"')
    assert seen == [(0, "1f|council")]
    partial.hear(', "2s')
    assert len(seen) == 1
    partial.hear('"')
    assert seen[1:] == [(1, "2s")]


@pytest.mark.parametrize("end", range(len(WHOLE)))
def test_what_was_whole_when_the_answer_broke_off_is_kept(end: int) -> None:
    lines, sentences = heard(WHOLE[:end], 5).salvage()
    assert lines == LINES[: len(lines)]
    whole = [WireSentence(s="One.", c=(1, 2)), WireSentence(s="Two.", c=(3,))]
    assert sentences == whole[: len(sentences)]


@pytest.mark.parametrize("prefix", ["```json\n", "Here is the answer:\n\n", "\n  ", "{ } "])
def test_words_and_fences_before_the_answer_are_passed_over(prefix: str) -> None:
    assert heard(prefix + WHOLE, 3).lines == LINES


@pytest.mark.parametrize(
    "text", ["", "no", '{"t": []}', '{"c": [1, "2f"]}', '{"c": "1f"}', "[", '{"c":[[["1f"']
)
def test_an_answer_of_another_form_has_no_lines(text: str) -> None:
    assert heard(text, 3).salvage() == ([], [])


def test_an_escape_that_is_none_costs_its_line_and_keeps_the_numbers() -> None:
    assert heard('{"c":["1f","2f|\\x","3f"]', 4).lines == ["1f", "", "3f"]


def test_of_two_answers_the_one_that_says_more_is_kept() -> None:
    partial = heard(WHOLE, 10)
    partial.begin()
    partial.hear('{"c":["9f"')
    assert partial.salvage()[0] == LINES
    partial.begin()
    partial.hear('{"c":["1f","2f","3f","4f"')
    assert partial.salvage()[0] == ["1f", "2f", "3f", "4f"]


@given(st.lists(st.text(max_size=30), max_size=12), st.integers(1, 9), st.booleans())
def test_any_lines_are_read_as_json_reads_them(
    lines: list[str],
    size: int,
    ascii_only: bool,  # noqa: FBT001
) -> None:
    text = json.dumps({"c": lines, "t": []}, ensure_ascii=ascii_only)
    assert heard(text, size).lines == lines


@given(st.text(), st.integers(1, 9))
def test_no_answer_makes_it_fail(text: str, size: int) -> None:
    heard('{"c":[' + text, size).salvage()
