"""Opposites: words that say without a "not" what is not so.

"Three sailors are missing" says that they have not been found, "the law forbids it" that it is not
allowed. `service/lexicon/en/opposites.tsv` lists such words with what they deny; prefixes and
"-less" are read off the word ("unlicensed": no licence). They answer a negation, and call for none.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from service.audit.words import WORD, Word, fold, is_content, stem, words
from service.lexicon.entries import lines
from service.patterns import Pattern

_PREFIXES = ("un", "non", "in", "im", "ir", "il")
_LEAST = 5
"""Letters that are left of a word without its prefix: "uninsured", but not "united"."""
_LESS = "less"
_NEAR = 3
"""Words behind an opposite among which its object is sought: "out of the council's [control]"."""
_STOP = Pattern(r"[^\w\s’']")

_Rows = dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]


class Opposed(NamedTuple):
    """What the words of a text deny without a "not"."""

    stems: frozenset[str]
    """Stems of all that they deny."""
    beside: frozenset[str]
    """Of these, what stands right behind the word that denies it: "lost power"."""


@lru_cache(maxsize=256)
def opposed(text: str) -> Opposed:
    """What the words of a text deny without a "not"."""
    read = words(text)
    folded = [word.folded for word in read]
    table = _table()
    found: set[str] = set()
    beside: set[str] = set()
    for at, word in enumerate(folded):
        for phrase, denied in table.get(word, ()):
            end = at + len(phrase)
            if tuple(folded[at:end]) == phrase:
                found |= denied
                beside |= denied & _behind(read[end - 1 : end + _NEAR], text)
        found |= _turned(word)
    return Opposed(frozenset(found), frozenset(beside))


def _behind(some: tuple[Word, ...], text: str) -> frozenset[str]:
    """The stem of the first content word behind a word, where nothing parts them."""
    for word in some[1:]:
        if is_content(word.text):
            parted = _STOP.search(text, some[0].end, word.start)
            return frozenset() if parted else frozenset({stem(word.text)})
    return frozenset()


def _turned(word: str) -> frozenset[str]:
    """The stem that a prefix or an ending turns round."""
    if word.endswith(_LESS) and len(word) >= _LEAST + len(_LESS):
        return frozenset({stem(word.removesuffix(_LESS))})
    found = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    return frozenset(stem(rest) for rest in found if len(rest) >= _LEAST)


@cache
def _table() -> _Rows:
    """The rows of the list by the first word of each phrase."""
    table: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for _, (phrases, denied, _) in lines("en", "opposites"):
        stems = frozenset(map(stem, denied.split()))
        for phrase in phrases.split(", "):
            sequence = tuple(map(fold, WORD.findall(phrase)))
            table.setdefault(sequence[0], []).append((sequence, stems))
    return {word: tuple(rows) for word, rows in table.items()}
