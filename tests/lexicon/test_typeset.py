"""Quotation marks of all publishers are set as one kind, letter for letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.lexicon.typeset import typeset


@pytest.mark.parametrize(
    ("sentence", "quoted", "expected"),
    [
        ('"We will," she said.', False, "“We will,” she said."),
        ("‘We don’t know,’ she said.", False, "“We don’t know,” she said."),
        ("He called it 'a mess'.", False, "He called it “a mess”."),
        ('That is all," he said. "We go."', True, "That is all,” he said. “We go.”"),
        ("The workers’ union met in the ’90s.", False, "The workers’ union met in the ’90s."),
        ("“She said ‘no’ to me,” he said.", False, "“She said ‘no’ to me,” he said."),
    ],
)
def test_marks_are_paired(sentence: str, quoted: bool, expected: str) -> None:  # noqa: FBT001
    assert typeset(sentence, quoted=quoted) == expected


@given(st.text(alphabet="ab ‘’'\"“”.,"), st.booleans())
def test_the_length_stays(sentence: str, quoted: bool) -> None:  # noqa: FBT001
    assert len(typeset(sentence, quoted=quoted)) == len(sentence)
