"""Finds word sequences in a text: words are looked up one after the other, never tried in turn."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate, zip_longest
from typing import Any, Generic, TypeVar

from service.patterns import Pattern

T = TypeVar("T")

_WORD = Pattern(r"([^\W_]++(?:['‑-][^\W_]++)*+|\?)")
_ASCII_WORD = Pattern(r"([a-z0-9]++(?:['-][a-z0-9]++)*+|\?)")
"""The same for what is plain English: a third faster, for no letter is looked up."""
# What may stand between two words of one cue: white space, and a quotation mark that the writer
# set around a part of it ('said he "may well" abstain').
_BETWEEN = Pattern(r"[\s“”\"‘’']*")


_COMMA = ","
"""In a cue a place of its own, which takes up no word; not behind the first word."""


class Words:
    """The words of a text; a question mark counts as one."""

    __slots__ = ("between", "ends", "folded", "known", "starts", "text")

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        if len(lowered) != len(text):
            # A letter whose small form is longer ("İ") would shift all that follows.
            lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        lowered = lowered.replace("’", "'")
        parts = (_ASCII_WORD if lowered.isascii() else _WORD).split(lowered)
        bounds = list(accumulate(map(len, parts)))
        self.text = text
        """As it was passed in."""
        self.folded: list[str] = parts[1::2]
        """In lower case, with straight apostrophes."""
        self.starts = bounds[:-1:2]
        """First code point of each word."""
        self.ends = bounds[1::2]
        """One past the last code point of each word."""
        self.between: list[str] = parts[::2]
        """What stands before each word, and behind the last one."""
        self.known = frozenset(self.folded)
        """The different words, for whoever asks whether one of them stands anywhere."""

    def __len__(self) -> int:
        return len(self.folded)

    def capital(self, position: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[position]].isupper()

    def joined(self, position: int) -> bool:
        """Whether only white space or quotation marks part a word from the one before."""
        return _BETWEEN.fullmatch(self.between[position]) is not None

    def parted(self, position: int) -> bool:
        """Whether a comma parts a word from the one before, and nothing else."""
        return self.between[position].strip() == _COMMA


words = lru_cache(maxsize=512)(Words)
"""Cut a text into words.

The last few hundred texts are kept, for the drafter and the audit ask of the same sentences and
clauses again and again.
"""


Slots = tuple[tuple[str, ...], ...]
"""A sequence with its alternatives: for each place, the words that can stand there."""


_WILD = frozenset({"*", "#"})
_NO_WORD = _WILD | {_COMMA}


_EMPTY: dict[Any, Any] = {}
_DONE: list[Any] = []
"""Of all that leads nowhere, ends nothing and waits no more: one of each stays at hand, which saves
the way to memory. Never filled.
"""


class _Node(Generic[T]):
    """One word deep in the tree of sequences."""

    __slots__ = ("after", "behind", "depth", "ends", "open", "reach", "waiting", "wild")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        """Words that lead here."""
        self.after: dict[str, _Node[T]] = _EMPTY
        self.ends: dict[int, tuple[int, T]] = _EMPTY
        """What the sequence that ends here stands for, by layer, with its length in words."""
        self.waiting: list[tuple[Slots, int, T]] = []
        """Sequences that go on from here and have not been laid out yet."""
        self.wild = False
        """Whether one of them goes on with any word or any number."""
        self.behind: frozenset[str] | None = frozenset()
        """The next words that are spelled out, one of which must follow; None where none must."""
        self.reach = 0
        """Words within which it follows, counted from that word or number."""
        self.open = True
        """Whether something may be found from here on though the next word is not in `after`."""

    def grow(self) -> None:
        """Lay out one more word of what waits.

        What is made is handed over at the end only, and what waits let go last: another thread that
        comes by meanwhile makes the same again, instead of finding half of it.
        """
        waiting = self.waiting
        if not waiting:
            return
        after: dict[str, _Node[T]] = {}
        ends: dict[int, tuple[int, T]] = {}
        behind: set[str] = set()
        known, reach = True, 0
        for slots, layer, value in waiting:
            if not slots:
                # The first entry wins, so that data files can put the special case first.
                ends.setdefault(layer, (self.depth, value))
                continue
            rest = slots[1:]
            for word in slots[0]:
                if word not in after:
                    after[word] = _Node(self.depth + (word != _COMMA))
                after[word].waiting.append((rest, layer, value))
                if word in _WILD:
                    place = _spelled(rest)
                    known = known and place is not None
                    if place is not None:
                        behind.update(rest[place])
                        reach = max(reach, place + 2)
        self.after, self.ends = after or _EMPTY, ends or _EMPTY
        self.wild = not _WILD.isdisjoint(after)
        self.behind = frozenset(behind) if known else None
        self.reach = reach
        self.open = self.wild or bool(ends) or _COMMA in after
        self.waiting = _DONE

    def onward(self, word: str) -> "list[_Node[T]]":
        """Where a word leads; as itself it goes before `#`, and that before `*`."""
        after = self.after
        ways = [after[word]] if word in after else []
        if self.wild:
            if "#" in after and word[0].isdigit():
                ways.append(after["#"])
            if "*" in after:
                ways.append(after["*"])
        return ways


class WordTree(Generic[T]):
    """Word sequences of several layers; `#` takes a number, `*` any one word, `,` a comma.

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
                    node = root[word] = _Node(1)
                node.waiting.append((rest, layer, value))

    def find(self, text: Words) -> list[list[tuple[int, int, T]]]:
        """Give for each layer `(first, last + 1, value)` in word positions, in order.

        The longest sequence of a layer at a word wins; those of one layer never overlap. No
        sequence begins with `*` or `#`.
        """
        found: list[list[tuple[int, int, T]]] = [[] for _ in range(self._layers)]
        folded, root = text.folded, self._root
        begun = map(root.get, folded)
        for position, (node, second, third) in enumerate(
            zip_longest(begun, folded[1:], folded[2:])
        ):
            if node is None:
                continue
            if node.waiting:
                node.grow()
            ends = node.ends
            # Most words that begin a sequence are small ones ("the * view"): the words behind
            # tell that it does not go on, and spare the walk.
            after = node.after
            if (second in after and (after[second].open or third in after[second].after)) or (
                node.wild
                and (
                    node.behind is None
                    or not node.behind.isdisjoint(folded[position + 2 : position + 1 + node.reach])
                )
            ):
                ends = _longest(node, text, position)
            if not ends:
                continue
            for layer, (length, value) in ends.items():
                hits = found[layer]
                if not hits or hits[-1][1] <= position:
                    hits.append((position, position + length, value))
        return found


def _spelled(slots: Slots) -> int | None:
    """The first place of a sequence that no comma, number or any word can take."""
    for place, slot in enumerate(slots):
        if _NO_WORD.isdisjoint(slot):
            return place
    return None


def _longest(first: _Node[T], text: Words, begin: int) -> dict[int, tuple[int, T]]:
    """The longest sequence of each layer that begins with a word: its length and its value."""
    longest = first.ends
    folded = text.folded
    between = text.between
    words = len(folded)
    # Paths grow while they are walked, all by one word before any by another.
    paths = [first]
    for node in paths:
        if node.waiting:
            node.grow()
        if node.ends and node is not first:
            longest = longest.copy()
            for layer, end in node.ends.items():
                if layer not in longest or end[0] > longest[layer][0]:
                    longest[layer] = end
        position = begin + node.depth
        if position == words:
            continue
        word, after = folded[position], node.after
        if word in after or node.wild:
            onward = node.onward(word)
            # Nearly always one space parts two words: the rest is asked about.
            if onward and (between[position] == " " or text.joined(position)):
                paths += onward
                continue
        if _COMMA in after and text.parted(position):
            comma = after[_COMMA]
            comma.grow()
            paths += comma.onward(word)
    return longest
