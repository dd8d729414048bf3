"""Finds word sequences in a text: words are looked up one after the other, never tried in turn."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
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

    def __init__(self, text: str) -> None:
        lowered = text.lower().translate(_STRAIGHT) if "’" in text else text.lower()
        if len(lowered) != len(text):
            # A letter whose small form is longer ("İ") would shift all that follows.
            lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
            lowered = lowered.translate(_STRAIGHT)
        self.text = text
        """As it was passed in."""
        self._lowered = lowered
        self.folded: list[str] = _WORD.findall(lowered)
        """In lower case, with straight apostrophes."""

    @cached_property
    def starts(self) -> list[int]:
        """First code point of each word; found when asked, for many ask only which words stand."""
        starts, end = [], 0
        for word in self.folded:
            # What parts two words holds no character that a word can begin with.
            start = self._lowered.index(word, end)
            starts.append(start)
            end = start + len(word)
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """One past the last code point of each word."""
        return [start + len(word) for start, word in zip(self.starts, self.folded, strict=True)]

    def end(self, position: int) -> int:
        """One past the last code point of one word."""
        return self.starts[position] + len(self.folded[position])

    @cached_property
    def known(self) -> frozenset[str]:
        """The different words, for whoever asks whether one of them stands anywhere."""
        return frozenset(self.folded)

    def __len__(self) -> int:
        return len(self.folded)

    def capital(self, position: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[position]].isupper()

    def joined(self, position: int) -> bool:
        """Whether only white space or quotation marks part a word from the one before."""
        end, start = self.end(position - 1), self.starts[position]
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
        following = [*text.folded[1:], ""]
        begun = [(at, root[word]) for at, word in enumerate(text.folded) if word in root]
        for position, node in begun:
            if node.waiting:
                node.grow()
            after = node.after
            if following[position] in after or "*" in after or "#" in after:
                best = _longest(node, text, position)
            elif node.values:
                best = {layer: (position + 1, value) for layer, value in node.values}
            else:
                continue
            for layer, (end, value) in best.items():
                hits = found[layer]
                if not hits or hits[-1][1] <= position:
                    hits.append((position, end, value))
        return found


def _longest(first: _Node[T], text: Words, begin: int) -> dict[int, tuple[int, T]]:
    """Where the longest sequence of each layer ends that begins with a word, and its value."""
    best: dict[int, tuple[int, T]] = {}
    folded = text.folded
    stack = [(first, begin + 1)]
    while stack:
        node, position = stack.pop()
        if node.waiting:
            node.grow()
        for layer, value in node.values:
            if layer not in best or position > best[layer][0]:
                best[layer] = (position, value)
        after = node.after
        if not after or position == len(folded):
            continue
        word = folded[position]
        # The last one put there goes first: a word before `#`, and that before `*`.
        more = [(after["*"], position + 1)] if "*" in after else []
        if "#" in after and word[0].isdigit():
            more.append((after["#"], position + 1))
        if word in after:
            more.append((after[word], position + 1))
        if more and text.joined(position):
            stack += more
    return best
