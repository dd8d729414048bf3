"""Article words on a terminal."""

import pytest

from service.formats.inert import REPLACEMENT, one_line

ACTIVE = {
    "escape": "\x1b",
    "bell": "\x07",
    "backspace": "\x08",
    "delete": "\x7f",
    "8-bit control sequence introducer": "\x9b",
    "right-to-left override": "\u202e",
    "isolate": "\u2067",
    "tag character": "\U000e0041",
    "surrogate": "\ud800",
}


@pytest.mark.parametrize("character", ACTIVE.values(), ids=ACTIVE.keys())
def test_what_a_terminal_acts_on_is_replaced_where_one_sees_it(character: str) -> None:
    assert one_line(f"a{character}b") == f"a{REPLACEMENT}b"


def test_line_breaks_of_all_kinds_become_one_space() -> None:
    assert one_line(" a\r\n\r\nb\tc\x0bd\x85e\u2028f ") == "a b c d e f"


def test_typography_is_left_alone() -> None:
    text = "“5\u202f000\xa0€” — naïve 👩\u200d🚀 שלום 日本語"
    assert one_line(text) == text
