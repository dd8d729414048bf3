"""Tells what was once guessed, feared or planned, and what came of it, from what is guessed now.

“It was expected to pass but collapsed”, “warnings that it could fail were ignored”, “a plan that
would have closed six schools was dropped”: what the sentence tells is over, whatever stood open
then (FactBank on events that a later one overtakes).
"""

import re

from service.lexicon.lexicon import Hit
from service.lexicon.verbs import IRREGULAR
from service.patterns import Pattern

HABIT = Pattern(
    r"(?:(?:But|And)\s)?(?:For\s(?:many\s|some\s|[a-z]+\s)?(?:years|decades|generations|centuries)|As\san?\s(?:young\s\w+|boy|girl|child|student|teenager)|"
    r"In\s(?:those\sdays|the\s(?:(?:early|late)\s)?(?:1[6-9]\d0s|past|old\sdays))|(?:Every|Each|Most)\s\w+|On\s\w+days|Once|In\s1[6-9]\d\d|Back\sthen|At\sfirst)\b"
    r"(?=[^.;]*\b(?:would|could)\s)"
)
"""What one would do, or could, in a time that is past."""
_ONCE = Pattern(
    r"(?:expected|forecast|predicted|anticipated|hoped|planned|budgeted|thought|believed|assumed|feared|imagined|supposed|"
    r"reckoned|suspected)\b"
)
_WAS_EXPECTED = Pattern(
    r"\b(?:hope|plan|aim|idea|intention|expectation)\swas\s(?:to|that)\s|\b(?:was|were)\s(?:\w+ly\s|also\s|once\s)?(?:expected|forecast|predicted|tipped|projected|due|slated|set)\sto\s"
)
_CAME = Pattern(
    rf",?\s(?:but|yet)\s(?:never\s|instead\s|(?:(?:an?|the|its|his|her|their|no)\s)?(?:(?!(?:may|might|could|would|will|should)\s)[\w’'-]+\s){{1,3}}?)?"
    rf"(?:was|were|had|did|\w{{3,}}ed|{IRREGULAR})\b"
    rf"|;\s(?:instead\s)?(?:it|they|he|she)\s(?:never\s)?(?:was|were|had|did|\w{{3,}}ed|{IRREGULAR})\b"
)
"""“Was expected to pass but collapsed”: that it was expected is a fact."""
_OPEN = (
    "warning",
    "fear",
    "concern",
    "claim",
    "suspicion",
    "rumour",
    "allegation",
    "prospect",
    "worr",
    "suggest",
)
"""How the cues begin whose nouns may be said to have come to nothing."""
_HEARD = (
    r"(?:warnings?|fears?|concerns?|claims?|suspicions?|suggestions?|predictions?|forecasts?|complaints?|worries|"
    r"allegations?|advice)\s(?:that|of|about|from|by)\b"
)
_ENDED = Pattern(
    rf"\b(?i:{_HEARD})[^;:“”]{{3,120}}?\s(?:was|were|had\sbeen|has\sbeen|have\sbeen|went|proved|turned\sout)\s"
    r"(?:\w+ly\s|all\s|to\sbe\s)?(?:ignored|dismissed|brushed|rejected|unheeded|unfounded|groundless|misplaced|overblown|exaggerated|"
    r"wrong|false|disregarded|discounted|overruled|right|justified|borne)\b"
    r"|\b(?:ignor(?:ed|ing)|dismiss(?:ed|ing)|heed(?:ed|ing)|disregard(?:ed|ing)|brush(?:ed|ing)\saside|shrugg(?:ed|ing)\soff|acted\son)\s"
    rf"(?:(?:an?|the|its|his|her|their|all|repeated|several|earlier|written|two|three)\s){{0,2}}(?:[\w’'-]+\s){{0,2}}?{_HEARD}.*"
)
"""“Fears that it would fail proved wrong”, “ignored a warning that the dam could fail”."""
_HELD = ("BE (", "feared", "presumed/", "thought/")
"""How the cues begin of what somebody was taken to be."""
_FOUND = Pattern(
    r"\b(?:was|were|been)\s(?:\w+ly\s|long\s)?(?:believed|feared|thought|presumed|assumed)\s[^,;:“”]{2,70}?\s"
    r"(?:was|were|has\sbeen|have\sbeen)\s(?:found|seen|spotted|rescued|located|arrested|discovered|identified)\b"
)
"""“Who was feared drowned was found alive”."""
_PLANNED = Pattern(
    r"\b(?:an?|the|its|his|her|their|any|no|two|three)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+,?\s(?:that|which|who)\s\Z",
    re.IGNORECASE,
)
"""Before “would have”: the plan that the clause tells of came to nothing."""


def expected(sentence: str, start: int) -> bool:
    """Whether a verb of expecting there is set back in time: "its sponsors had predicted 30"."""
    return sentence.endswith("had ", 0, start) and _ONCE.match(sentence, start) is not None


def came_otherwise(sentence: str, start: int, end: int) -> bool:
    """Whether a clause tells what was expected, and the next one what came of it."""
    # What begins the next clause is sooner seen than what stands somewhere in this one.
    came = _CAME.match(sentence, end)
    return came is not None and _WAS_EXPECTED.search(sentence, start, end) is not None


def standing(clause: str, hedges: list[Hit]) -> list[Hit]:
    """The hedges of a clause without those of what it says is over.

    Args:
        clause: The clause's words.
        hedges: Its hedges.
    """
    kept = [
        hit
        for hit in hedges
        if not (
            clause.startswith("would have", hit.start) and _PLANNED.search(clause, 0, hit.start)
        )
    ]
    for begin, pattern in ((_OPEN, _ENDED), (_HELD, _FOUND)):
        if any(hit.entry.cue.startswith(begin) for hit in kept) and (
            over := pattern.search(clause)
        ):
            kept = [hit for hit in kept if not over.start() <= hit.start < over.end()]
    return kept
