"""Finds word sequences in a text: words are looked up one after the other, never tried in turn."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from service.patterns import Pattern

T = TypeVar("T")

_WORD = Pattern(r"[^\W_]+(?:['‑-][^\W_]+)*|\?")
# What may stand between two words of one cue: white space, and a quotation mark that the writer
# set around a part of it ('said he "may well" abstain').
_BETWEEN = Pattern(r"[\s“”\"‘’']*\Z")
_STRAIGHT = {ord("’"): "'"}


class Words:
    """The words of a text; a question mark counts as one."""

    __slots__ = ("ends", "folded", "starts", "text")

    def __init__(self, text: str) -> None:
        lowered = text.lower().translate(_STRAIGHT) if "’" in text else text.lower()
        if len(lowered) != len(text):
            # A letter whose small form is longer ("İ") would shift all that follows.
            lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
            lowered = lowered.translate(_STRAIGHT)
        self.text = text
        """As it was passed in."""
        spans = [match.span() for match in _WORD.finditer(lowered)]
        self.starts = [start for start, _ in spans]
        """First code point of each word."""
        self.ends = [end for _, end in spans]
        """One past the last."""
        self.folded = [lowered[start:end] for start, end in spans]
        """In lower case, with straight apostrophes."""

    def __len__(self) -> int:
        return len(self.folded)

    def capital(self, position: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[position]].isupper()

    def joined(self, position: int) -> bool:
        """Whether only white space or quotation marks part a word from the one before."""
        end, start = self.ends[position - 1], self.starts[position]
        # Nearly always one space parts two words: the pattern is asked only about the rest.
        if start == end + 1 and self.text[end] == " ":
            return True
        return _BETWEEN.match(self.text, end, start) is not None


@lru_cache(maxsize=512)
def words(text: str) -> Words:
    """Cut `text` into words.

    The last few hundred texts are kept, for the drafter and the audit ask of the same sentences
    and clauses again and again.
    """
    return Words(text)


Slots = tuple[tuple[str, ...], ...]
"""A sequence with its alternatives: for each place, the words that can stand there."""


class _Node(Generic[T]):
    """One word deep in the tree of sequences."""

    __slots__ = ("after", "values", "waiting")

    def __init__(self) -> None:
        self.after: dict[str, _Node[T]] = {}
        self.values: list[tuple[int, T]] = []
        """What the sequence that ends here stands for: at most one value a layer."""
        self.waiting: list[tuple[Slots, int, T]] = []
        """Sequences that go on from here and have not been laid out yet."""

    def grow(self) -> None:
        """Lay out one more word of what waits.

        What waits is let go at the end only: another thread that comes by meanwhile does the same
        again, which changes nothing, instead of finding half of it.
        """
        for slots, layer, value in tuple(self.waiting):
            if not slots:
                # The first entry wins, so that data files can put the special case first.
                if all(known != layer for known, _ in self.values):
                    self.values.append((layer, value))
                continue
            rest = slots[1:]
            for word in slots[0]:
                self.after.setdefault(word, _Node()).waiting.append((rest, layer, value))
        self.waiting = []


class WordTree(Generic[T]):
    """Word sequences of several layers; `#` takes a number and `*` any one word.

    A sequence is laid out word by word as it is met, so that loading costs nothing for the many
    that never are.
    """

    def __init__(self, sequences: Iterable[tuple[Slots, int, T]], layers: int) -> None:
        self._layers = layers
        self._root: dict[str, _Node[T]] = {}
        root = self._root
        for slots, layer, value in sequences:
            rest = slots[1:]
            for word in slots[0]:
                node = root.get(word)
                if node is None:
                    node = root[word] = _Node()
                node.waiting.append((rest, layer, value))

    def find(self, text: Words) -> list[list[tuple[int, int, T]]]:
        """Give for each layer `(first, last + 1, value)` in word positions, in order.

        The longest sequence of a layer at a word wins; those of one layer never overlap. No
        sequence begins with `*` or `#`.
        """
        found: list[list[tuple[int, int, T]]] = [[] for _ in range(self._layers)]
        root = self._root
        for position, word in enumerate(text.folded):
            if word in root:
                for layer, (end, value) in self._longest(root[word], text, position).items():
                    hits = found[layer]
                    if not hits or hits[-1][1] <= position:
                        hits.append((position, end, value))
        return found

    def _longest(self, node: _Node[T], text: Words, position: int) -> dict[int, tuple[int, T]]:
        best: dict[int, tuple[int, T]] = {}
        for end, here in _walk(node, text, position + 1):
            for layer, value in here:
                if layer not in best or end > best[layer][0]:
                    best[layer] = (end, value)
        return best


def _walk(first: _Node[T], text: Words, begin: int) -> Iterator[tuple[int, list[tuple[int, T]]]]:
    """Yield what ends where, for every sequence from a node on; a word goes before `#` and `*`."""
    stack = [(first, begin)]
    while stack:
        node, position = stack.pop()
        if node.waiting:
            node.grow()
        if node.values:
            yield position, node.values
        after = node.after
        if not after or position == len(text.folded) or not text.joined(position):
            continue
        word = text.folded[position]
        if "*" in after:
            stack.append((after["*"], position + 1))
        if "#" in after and word[0].isdigit():
            stack.append((after["#"], position + 1))
        if word in after:
            stack.append((after[word], position + 1))
