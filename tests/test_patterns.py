"""Patterns answer as `re` does, and nothing is compiled before somebody asks."""

import re

import pytest

from service.patterns import Pattern

TEXT = "Two aides said so, and THREE said not."


def test_a_pattern_is_not_compiled_before_it_is_asked() -> None:
    broken = Pattern(r"said(")
    assert broken.pattern == "said("
    with pytest.raises(re.error):
        broken.search(TEXT)


def test_a_pattern_answers_as_re_does() -> None:
    ours, theirs = Pattern(r"said|three", re.IGNORECASE), re.compile(r"said|three", re.IGNORECASE)
    spans = [match.span() for match in theirs.finditer(TEXT)]
    assert [match.span() for match in ours.finditer(TEXT)] == spans
    assert ours.findall(TEXT) == theirs.findall(TEXT)
    assert ours.split(TEXT) == theirs.split(TEXT)
    assert ours.sub("…", TEXT) == theirs.sub("…", TEXT)
    assert ours.match(TEXT) is None
    assert ours.match(TEXT, spans[0][0]) is not None
    assert ours.fullmatch("Said") is not None
