"""Finds verbs that report by where they stand, whether the lexicon lists them or not.

Behind a quotation that ends in a comma, and between a clause and a full name, English puts a verb
of speech and its source, and nothing else (quotative inversion: Collins & Branigan 1997). So
“…,” deadpanned Orr and “it is late, surmises Ada Orr” report though nobody has listed the verbs.
"""

from typing import NamedTuple

from service.lexicon.subjects import COMMA, FINITE, UPPER
from service.patterns import Pattern

_NAME = rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame)\.?\s)?{UPPER}[\w’'-]+"
_VERB = r"(?P<cue>(?!(?:was|has|does|needs|needed|used)\s)[a-z]{3,}(?:s|ed))"
_BEHIND = r"(?=[,.;:]|\s(?:of|from|at|in|on|to|with|over|after|before|as)\s|\Z)"
_FULL = rf"{_NAME}(?:\s{UPPER}[\w’'-]+)*"
_WHO = rf"(?P<who>he|she|they|{_FULL}|the\s(?:[a-z-]+\s){{0,2}}?[a-z-]+)"
_QUOTED = Pattern(
    rf"[,?!][”\"]\s(?:{_VERB}\s(?P<name>{_FULL})|{_WHO}\s{_VERB.replace('cue', 'verb')}){_BEHIND}"
)
_TOLD = Pattern(rf"(?<=\w),\s{_VERB}\s(?P<name>{_NAME}(?:\s{UPPER}[\w’'-]+)+){_BEHIND}")


class Slot(NamedTuple):
    """A verb and its source."""

    cue: tuple[int, int]
    """Bounds of the verb."""
    source: tuple[int, int]
    """Bounds of the source's words."""


def quotative(sentence: str) -> Slot | None:
    """Find the verb that a sentence has behind its content, with its source."""
    if "”" in sentence:
        found = _QUOTED.search(sentence)
        if found:
            cue, name = ("cue", "name") if found["cue"] else ("verb", "who")
            return Slot(found.span(cue), found.span(name))
    found = _TOLD.search(sentence)
    # "Reyes, 23, beats Ada Orr": no clause stands before the verb.
    if found and FINITE.search(COMMA.split(sentence[: found.start()])[-1]):
        return Slot(found.span("cue"), found.span("name"))
    return None
