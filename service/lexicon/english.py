"""Tells English from other languages by its function words, where nobody said what it is."""

from service.lexicon.entries import classes
from service.lexicon.words import words

# "in", "die", "a", "me", "on" are left out of the class: Dutch, German and French have them too.
_FUNCTION_WORDS = classes("en")["function_words"]

SHARE = 0.16
"""Least share of function words among words.

The list covers 25 to 40 percent of the words of English news prose, headlines and lists of names
less; in Scots, Dutch and German prose it stays under 8 percent ("was", "is", "her", "be").
"""

FEWEST = 4
"""Fewest function words to go by: below, a text is too short to tell."""

_SAMPLE = 6_000  # code points: about 1,000 words, where the share has long settled


def reads_as_english(text: str) -> bool:
    """Whether a text reads as English, by its share of English function words."""
    found = words(text[:_SAMPLE]).folded
    hits = sum(word in _FUNCTION_WORDS for word in found)
    distinct = len(_FUNCTION_WORDS.intersection(found))
    return hits >= SHARE * len(found) and distinct >= FEWEST
