"""Finds word sequences in a text: words are looked up one after the other, never tried in turn."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*|\?")
# What may stand between two words of one cue: white space, and a quotation mark that the writer
# set around a part of it ('said he "may well" abstain').
_BETWEEN = re.compile(r"[\s“”\"‘’']*\Z")


class Word(NamedTuple):
    """One word of a text."""

    start: int
    """First code point in the text."""
    end: int
    """One past the last."""
    folded: str
    """Case-folded, with straight apostrophes."""
    capital: bool
    """Whether it begins with a capital letter."""
    joined: bool
    """Whether only white space or quotation marks part it from the word before."""


@lru_cache(maxsize=512)
def words(text: str) -> tuple[Word, ...]:
    """Cut `text` into words; a question mark counts as one.

    The last few hundred texts are kept, for the drafter and the audit ask of the same sentences
    and clauses again and again.
    """
    found = []
    end = 0
    for match in _WORD.finditer(text):
        word = match.group()
        start = match.start()
        # Nearly always one space parts two words: the pattern is asked only about the rest.
        joined = (start == end + 1 and text[end] == " ") or bool(_BETWEEN.match(text, end, start))
        folded = word.casefold()
        if "’" in folded:
            folded = folded.replace("’", "'")
        end = match.end()
        found.append(Word(start, end, folded, word[0].isupper(), joined))
    return tuple(found)


class _Node(Generic[T]):
    """One word deep in the tree of sequences."""

    __slots__ = ("after", "value")

    def __init__(self) -> None:
        self.after: dict[str, _Node[T]] = {}
        self.value: T | None = None


class WordTree(Generic[T]):
    """Word sequences and what they stand for; `#` takes a number and `*` any one word."""

    def __init__(self, sequences: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._root: _Node[T] = _Node()
        for sequence, value in sequences:
            node = self._root
            for word in sequence:
                node = node.after.setdefault(word, _Node())
            # The first entry wins, so that data files can put the special case first.
            if node.value is None:
                node.value = value

    def find(self, text: tuple[Word, ...]) -> Iterator[tuple[int, int, T]]:
        """Yield `(first, last + 1, value)` in word positions, in order.

        The longest sequence at a word wins; they never overlap. No sequence begins with `*`.
        """
        first = self._root.after
        numbers = "#" in first
        free = 0
        for position, word in enumerate(text):
            if position < free or not (
                word.folded in first or (numbers and word.folded[:1].isdigit())
            ):
                continue
            end, value = self._longest(self._root, text, position)
            if value is not None:
                yield position, end, value
                free = end

    def _longest(
        self, node: _Node[T], text: tuple[Word, ...], position: int, *, begun: bool = False
    ) -> tuple[int, T | None]:
        best = (position, node.value)
        after = node.after
        if not after or position == len(text) or (begun and not text[position].joined):
            return best
        word = text[position].folded
        # Most often no branch fits: look before the recursion.
        for key in (word, "#" if word[:1].isdigit() else word, "*"):
            if key in after:
                found = self._longest(after[key], text, position + 1, begun=True)
                if found[1] is not None and (best[1] is None or found[0] > best[0]):
                    best = found
        return best
