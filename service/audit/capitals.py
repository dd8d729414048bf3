"""Runs of capitalised words, which may be names."""

import re
from collections.abc import Iterator

from service.audit.moments import moments
from service.audit.words import APOSTROPHES, WORD, Word

_JOINT = re.compile(
    r"[\s\u00a0.’'&/-]{1,3}|\s(?:of|de|del|la|von|van|der|den|al|bin|du|da|dos|the|and|for|y|i)\s(?:la\s|the\s)?"
)
"""What may stand between two words of one name of the article."""
_ADJACENT = re.compile(r"[\s\u00a0.’'-]{1,2}")
"""What may stand between two words of a name of the sentence: "Vohl and Aldergate" are two, and
so are "Lethmark’s Centre Alliance"."""
_PRONOUN = frozenset({"I", "I’m", "I'm"})


def name_runs(text: str, *, joined: bool) -> list[list[Word]]:
    """Runs of capitalised words that may be names, months and weekdays left out.

    Args:
        text: The text.
        joined: Whether what joins the words of one name ("of", "van der") joins a run.
    """
    joint = _JOINT if joined else _ADJACENT
    dates = [(m.start, m.end) for m in moments(text)]
    runs: list[list[Word]] = []
    i = 0
    for word in _capitalised(text):
        while i < len(dates) and dates[i][1] <= word.start:
            i += 1
        if i < len(dates) and dates[i][0] <= word.start:
            continue
        if word.text[0].isdigit():
            continue
        if (
            runs
            and (
                runs[-1][-1].folded == runs[-1][-1].text.casefold().translate(APOSTROPHES) or joined
            )
            and joint.fullmatch(text, runs[-1][-1].end, word.start)
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _capitalised(text: str) -> Iterator[Word]:
    """The words of a text that have a capital."""
    for match in WORD.finditer(text):
        word = match[0]
        if word != word.lower() and word not in _PRONOUN:
            yield Word(word, match.start(), match.end())
