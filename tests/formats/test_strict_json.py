"""JSON and UTF-8 from strangers."""

import pytest

from service.errors import UnreadableInput
from service.formats.strict_json import decode_utf8, parse_json, plain_name

CONTENT = "Halverton"

REFUSED = {
    "cut off": '{"text": "Halverton',
    "nan": '{"text": NaN, "a": "Halverton"}',
    "infinity": '{"Halverton": Infinity}',
    "negative infinity": '{"Halverton": -Infinity}',
    "a float out of range": '{"Halverton": 1e999}',
    "an integer too long for int()": '{"Halverton": ' + "9" * 5_000 + "}",
    "a float with endless digits": '{"Halverton": 0.' + "9" * 5_000 + "}",
    "nested arrays": '{"Halverton": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "nested objects": '{"Halverton":' * 100_000 + "1" + "}" * 100_000,
    "a lone surrogate in a value": '{"Halverton": ["\\ud800"]}',
    "a lone surrogate in a key": '{"\\udfff": "Halverton"}',
    "a key twice": '{"a": "Halverton", "a": "Halverton"}',
    "a strange key twice": '{"in Halverton": 1, "in Halverton": 1}',
    "nothing": "",
    "two values": '"Halverton" "Halverton"',
    "single quotes": "{'text': 'Halverton'}",
    "a raw newline in a string": '"Halverton\n"',
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_json_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        parse_json(text)
    assert CONTENT not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_an_error_in_json_is_placed_by_line_and_column() -> None:
    with pytest.raises(UnreadableInput, match="line 2, column 8"):
        parse_json('{"text":\n "a"   "b"}')


def test_a_surrogate_pair_is_one_character() -> None:
    assert parse_json('"\\ud83d\\ude00"') == "😀"


def test_ordinary_json_is_read_as_it_stands() -> None:
    value = parse_json('{"a": [1, -2.5, 1e3, true, null, "x"], "b": {}}')
    assert value == {"a": [1, -2.5, 1000.0, True, None, "x"], "b": {}}


@pytest.mark.parametrize(
    ("data", "offset"),
    [(b"\xff", "0"), (b"ab\x80", "2"), (b"\xc3\xa9\xc3", "2"), (b"a\xed\xa0\x80", "1")],
    ids=["utf-16 mark", "stray continuation", "cut off", "encoded surrogate"],
)
def test_bytes_that_are_not_utf8_are_refused_with_their_offset(data: bytes, offset: str) -> None:
    with pytest.raises(UnreadableInput, match=f"offset {offset} "):
        decode_utf8(data)


def test_one_byte_order_mark_is_dropped_and_newlines_are_kept() -> None:
    assert decode_utf8(b"\xef\xbb\xbfa\r\nb\rc\n") == "a\r\nb\rc\n"


@pytest.mark.parametrize("key", ["in Halverton", "\x1b[31m", "a" * 41, "", "é", "a\n"])
def test_a_key_that_is_no_plain_name_is_not_shown(key: str) -> None:
    assert plain_name(key) == "(not a plain name)"


def test_a_key_that_looks_like_a_field_is_shown() -> None:
    assert plain_name("published_at") == "published_at"
