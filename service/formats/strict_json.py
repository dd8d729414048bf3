"""Reading UTF-8 and JSON from strangers: what cannot be taken is refused, and never repeated.

Python's `json` takes more than RFC 8259 allows (`NaN`, duplicate keys) and fails in ways of its
own on hostile input (recursion, integers of many thousand digits). Here all of these become
`UnreadableInput`, whose message names a place and never the content.
"""

import json
import math
import re
from typing import Any, Never

from service.errors import UnreadableInput

MAX_NUMBER_DIGITS = 100
"""Longer numbers are refused; no documented field needs more than two digits, and CPython
refuses integers beyond 4,300 (CVE-2020-10735)."""

_BOM = "\ufeff"
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,39}", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain_name(key: str) -> str:
    """A key as it may stand in a message: itself if it looks like a field's name.

    A key comes from the sender and could as well hold article text or terminal codes.
    """
    return key if _PLAIN_NAME.fullmatch(key) else "(not a plain name)"


def decode_utf8(data: bytes) -> str:
    """Decode strictly and drop a byte order mark; nothing else is changed.

    Raises:
        UnreadableInput: The bytes are not UTF-8; the message names the offset.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: the byte at offset {error.start:,} does not belong there"
        raise UnreadableInput(message) from None
    return text.removeprefix(_BOM)


def parse_json(text: str) -> Any:
    """Parse JSON as RFC 8259 has it.

    Raises:
        UnreadableInput: Not JSON, or JSON that no two parsers read alike: `NaN`, numbers out
            of range, duplicate keys, lone surrogates, nesting too deep.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_decimal,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        message = f"not JSON: line {error.lineno}, column {error.colno}: {error.msg}"
        raise UnreadableInput(message) from None
    except RecursionError:
        message = "the JSON is nested too deep"
        raise UnreadableInput(message) from None
    _refuse_surrogates(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    taken = dict(pairs)
    if len(taken) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                message = f"the key {plain_name(key)} stands twice in one JSON object"
                raise UnreadableInput(message)
            seen.add(key)
    return taken


def _integer(digits: str) -> int:
    _refuse_long(digits)
    return int(digits)


def _decimal(digits: str) -> float:
    _refuse_long(digits)
    number = float(digits)
    if not math.isfinite(number):
        message = "a number in the JSON is out of range"
        raise UnreadableInput(message)
    return number


def _refuse_long(digits: str) -> None:
    if len(digits) > MAX_NUMBER_DIGITS:
        message = f"a number in the JSON has more than {MAX_NUMBER_DIGITS} digits"
        raise UnreadableInput(message)


def _constant(name: str) -> Never:
    # `name` is one of three words that the parser knows, not content.
    message = f"{name} is not JSON; send a number or null"
    raise UnreadableInput(message)


def _refuse_surrogates(value: Any) -> None:
    """Refuse lone surrogates: no UTF-8 exists for them, so nothing could hash or store them."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            if _SURROGATE.search(item):
                message = "a string in the JSON has a lone surrogate (\\ud800 to \\udfff)"
                raise UnreadableInput(message)
        elif isinstance(item, dict):
            pending += item.keys()
            pending += item.values()
        elif isinstance(item, list):
            pending += item
