"""One pattern for many words, which is tried letter by letter.

An alternation is tried word by word, at every place of a text: a list of a hundred costs a hundred
attempts. With the letters that words begin with taken out, a text is let go at the first letter
that none of them has.
"""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest that fits; it holds no groups.

    Args:
        words: Words as they stand, no patterns; none of them empty.
    """
    return _tails(frozenset(words))


def _tails(words: frozenset[str]) -> str:
    heads: dict[str, set[str]] = {}
    for word in words:
        if word:
            heads.setdefault(word[0], set()).add(word[1:])
    if not heads:
        return ""
    ways = [re.escape(head) + _tails(frozenset(rest)) for head, rest in sorted(heads.items())]
    return f"(?:{'|'.join(ways)}){'?' if '' in words else ''}"


def caseless(word: str) -> str:
    """A word as `re.IGNORECASE` reads it, for looking up what such a pattern has found.

    To `re` the Turkish “ı” and “İ” are forms of “i”; case folding keeps them apart.
    """
    return word.casefold().replace("i\u0307", "i").replace("ı", "i")
