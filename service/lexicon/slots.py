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
# A comma is found fast, and a word before it asked for then.
_TOLD = Pattern(rf",(?<=\w,)\s{_VERB}\s(?P<name>{_NAME}(?:\s{UPPER}[\w’'-]+)+){_BEHIND}")
_NO_CUE = (
    r"(?!(?:was|has|does|(?:in|ex)cluded|excepted|besides|perhaps|sometimes|\w+self|\w+selves)\b)"
)
_PARENTHETICAL = Pattern(
    rf",(?<=\w,)\s(?P<who>(?:he|she|one|{_FULL}|(?:the|her|his|their)\s(?:[a-z-]+\s)?[a-z-]+(?<!\sof)(?<!\sin)(?<!\sat)(?<!\son)(?<!\sby))\s"
    rf"(?={_NO_CUE}[a-z]+(?:s|ed),)|(?:they|some|many|most|(?:[a-z-]+\s)?[a-z-]{{3,}}s(?<!\bis)(?<!\bwas)(?<!\bhas))\s)"
    rf"(?P<cue>{_NO_CUE}(?!(?:are|were|have|had|too|alone|aside|though|however|instead|also|both|all|alike|\w+ly)\b)[a-z]{{3,}}),\s"
    r"(?=(?:is|are|was|were|has|have|had|will|would|could|may|might|should|can|must)\s)"
)
"""“More of them, growers dread, would be lost”: who says it parts a subject from its verb."""
_APPOSED = Pattern(
    rf",\s(?P<who>{_NAME}(?:\s(?:[A-Z]\.\s)?{UPPER}[\w’'-]+)+),\s(?:an?|the|its|his|her|[a-z]+\s(?:for|of|at|to))\s"
    rf"[^,;:“”]{{3,80}},\s{_VERB}(?:\s(?:on|at|in)\s[^,;]*)?[.]?\Z"
)
"""“No survey was held, Ada Orr, counsel for the town, submitted.”"""


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
    commas = sentence.count(",")
    if not commas:
        return None
    for pattern in (_PARENTHETICAL, _APPOSED) if commas > 1 else ():
        found = pattern.search(sentence)
        if found and (pattern is _PARENTHETICAL or FINITE.search(sentence, 0, found.start())):
            start = found.start("who")
            return Slot(found.span("cue"), (start, start + len(found["who"].rstrip())))
    found = _TOLD.search(sentence)
    # "Reyes, 23, beats Ada Orr": no clause stands before the verb.
    if found and FINITE.search(COMMA.split(sentence[: found.start()])[-1]):
        return Slot(found.span("cue"), found.span("name"))
    return None
