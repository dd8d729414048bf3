"""Finds what a verb of thought judges without a verb between: “thinks the cut sensible”.

English has such small clauses behind verbs of holding and finding (Levin 1993, 29.4: declare verbs,
and 29.5: conjecture verbs with a predicative complement). Their complement is a judgement where a
word of judgement is the predicate; before anything else the verbs guess, find or weigh.
"""

import re

from schemas import CueKind, Status
from service.lexicon.entries import Entry, classes
from service.lexicon.lexicon import Hit, Lexicon
from service.lexicon.subjects import UPPER
from service.patterns import Pattern

DEEMS = classes("en")["deems"]
"""The verbs, which a pronoun, a name or a noun with its article follows here."""
DEEMED = Entry("deems", CueKind.REPORT, Status.OPINION, decisive=False)
_OBJECT = Pattern(
    rf"\s(?:it|him|her|them|this|that|these|those|himself|herself|itself|themselves|[a-z]+s|[$€£]\d[\w.,]*"
    rf"|{UPPER}[\w’'-]*|(?:(?:the|an?|his|her|its|their|this|that|these|those|most|some|any)\s|{UPPER}[\w’'-]*\s)(?:[\w’'-]+\s){{0,7}}?[\w’'-]+)"
    r"\s(?P<article>an?\s(?:[\w’'-]+\s)?)?(?P<degree>(?:so|too|very|most|more|less|deeply|wholly|quite|rather|simply|\w+ly)\s)?\Z"
)
"""What is judged, up to the judgement."""
_VERB = Pattern(
    r"\b(?:is|are|was|were|be|been|has|have|had|may|might|could|would|will|should|can|must|did|does|do|to\sbe|that|who|which|if|"
    r"whether|how|why|and|but|said|says)\b|n[’']t\b|[’'](?:s|re|ll|d)\s(?:an?|the|not|so|too|been|be)\b|[“”;:]"
)
"""What tells a whole clause, or more than one."""
_AT = Pattern(
    r"\b(?:in|of|at|on|for|with|from|by|into|as|under|the|an?|his|her|its|their|no|any|some)\s\Z"
)
"""Before a word of judgement: it is no predicate ("found the hall in a mess")."""
_ENDS = Pattern(
    r"\s*(?:[,.;:”\"—–]|\Z)|\s(?:but|and|or|for|in|at|to|of|with|when|because|if|given|enough|than|from|on)\b"
)
"""Behind the judgement its noun phrase is over: nothing is left that it could describe."""
_BADLY = Pattern(
    rf"\s(?:it|him|her|them|(?:(?:the|an?|his|her|its|their|this|that)\s|{UPPER}[\w’'-]*\s)(?:[\w’'-]+\s){{0,4}}?[\w’'-]+)\s"
    r"(?:badly|poorly|ill|wrongly|hopelessly|woefully|hastily|clumsily|over|under)[\s-]?[a-z]+(?:ed|ade|ught|un|ne|wn)\b"
)
"""“Considers the trial badly designed”."""
_TOO = Pattern(
    r"\s(?:it|him|her|them|(?:the|his|her|its|their|this|that)\s(?:(?!(?:is|was|are|were|has|had|will|would)\s)[\w’'-]+\s){1,5}?)\s?(?:too|so)\s[a-z-]+(?=[.,;]|\s(?:for|to|by|that)\b|\Z)"
)
"""“Believes the fine too small”."""
_FINDING = frozenset({"find", "finds", "found", "held", "judged", "adjudged"})
_COURT = Pattern(
    r"\b(?:courts?|jury|jurors|tribunal|judges?|magistrates?|coroner|inquest|[Ii]nspectors?|doctors?|vets?|tests?|police)\s\Z",
    re.IGNORECASE,
)
"""Who finds by office: “the court found the driver reckless” states a finding."""
_QUOTES = Pattern(
    rf"\s(?:(?:the|his|her|its|their|this|that)\s(?=[a-z])|{UPPER}[\w’'-]*\s)(?:(?!(?:is|are|was|were|has|had|will|would|that|to|in|on|at|by|with)\s)[\w’'-]+\s){{0,4}}“(?!(?:in|on|at|to|by|with|from|for|of|that|and)\s)[^”\d]{{3,60}}(?:”|\Z)"
)
"""“Finds the conclusion “a bead too far””."""
_REACH = 90
"""Code points between the verb and its judgement: about fourteen words."""


def deems(lexicon: Lexicon, sentence: str, hit: Hit, cue: str) -> Hit | None:
    """The hit of a verb that judges here, as one that makes an opinion; None where it does not.

    Args:
        lexicon: The reading of the language.
        sentence: The sentence's text.
        hit: Where the verb stands.
        cue: The verb, in lower case; one of `DEEMS`.
    """
    begin = hit.start + len(cue)
    for judged in lexicon.read(sentence).evaluations:
        if judged.start <= begin or judged.entry.status is not Status.OPINION:
            continue
        if judged.start > begin + _REACH:
            break
        between = sentence[begin : judged.start]
        found = None if _VERB.search(between) or "," in between else _OBJECT.match(between)
        if found is None or not _ENDS.match(sentence, judged.end):
            continue
        start = found.start("article") if found["article"] else found.start("degree")
        if not _AT.search(between, 0, start if start > 0 else len(between)) and not (
            cue in _FINDING and _COURT.search(sentence, 0, hit.start)
        ):
            return hit._replace(end=begin, entry=DEEMED)
    court = cue in _FINDING and _COURT.search(sentence, 0, hit.start)
    if not court and not cue.startswith("rate") and _QUOTES.match(sentence, begin):
        return hit._replace(end=begin, entry=DEEMED)
    badly = _BADLY.match(sentence, begin)
    if _TOO.match(sentence, begin):
        return hit._replace(end=begin, entry=DEEMED)
    if badly and not _VERB.search(badly.group()):
        return hit._replace(end=begin, entry=DEEMED)
    return None
