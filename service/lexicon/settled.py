"""Tells what only looks like a chance: what somebody may do, and what a rule provides for.

A "may" of permission and an "if" of a rule hedge nothing (Palmer 2001 on deontic modality,
CoNLL-2010 on conditions): “a tenant may keep one cat”, “it lapses unless both sides renew it”. In
the annotated articles all of 19 "may" before a verb of doing told of a permission.
"""

import re
from collections.abc import Sequence

from schemas import CueKind
from service.lexicon.lexicon import Hit
from service.lexicon.verbs import IRREGULAR
from service.lexicon.voices import Clause
from service.patterns import Pattern

_MODALS = ("may/might", "could")
_SO_THAT = Pattern(
    r"(?<!,)\sso\s(?:that\s)?(?:(?:the|its|their|his|her|each|more|no|all)\s)?(?:[\w’'-]+\s){1,2}\Z"
)
"""“Dragged hoses out so kids could skate”: what it was done for. Behind a comma it is a result."""
_YOU = Pattern(r"\b[a-z]{3,}s\syou\s\Z|\b(?:none|nobody|no\sone|neither)\s\Z", re.IGNORECASE)
"""“Cracks you could put an arm in”, “none could produce a letter”: what anybody can, or none."""
_BE = Pattern(r"could\s(?:be|have|become|prove|mean|still|yet|also)\b")
_CITES = Pattern(
    r"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)|\s[A-Z][\w’'-]+\s[A-Z][\w’'-]+,)\s(?:also\s|\w+ly\s)?\Z"
)
"""Before “pointed to”: somebody names what he points to, where a thing only hints at it."""
_PREMISE = Pattern(
    r"\b(?:model|plan|valuation|budget|guidance|forecast|projection|calculation|estimate|account|figure|costing|scheme|"
    r"contract|timetable|design)s?\s(?:[\w’'-]+\s){0,8}?\Z"
)
"""Before “assumes”: what a model goes by is written in it."""
_PERMITTED = Pattern(
    r"(?:(?:any|each|every|either|an?|no)\s(?:[a-z-]+\s)?[a-z-]+|(?:[a-z-]+\s)?(?:[a-z]+(?:ers|ors|ants|ents|ees|men|women)|"
    r"guests|children|pupils|boats|dogs|parties|sides|candidates|couples|spouses|clubs|shops|lorries))(?:\sthere)?\s\Z",
    re.IGNORECASE,
)
_DOES = Pattern(
    r"may\s(?:not\s|also\s|only\s|then\s|still\s|now\s)?(?:attend|bathe|bid|board|bring|build|camp|carry|collect|cross|cycle|drink|drive|"
    r"eat|erect|fish|fly|gather|graze|halt|hold|hunt|install|join|keep|land|leave\s(?:their|his|her|bags)|light|moor|paint|photograph|pick|plant|"
    r"play|put|queue|record|ride|sail|serve|sit|sleep|smoke|stop|store|swim|trade|trawl|visit|wait|walk|watch|wear|work)\b"
    r"(?!\s(?:\w+\s)?(?:years?|months?|weeks?)\b)"
)
"""“A tenant may keep one cat”: what anybody of a kind may do on purpose is a permission."""
_WITH_TERMS = Pattern(
    r"may\s(?!have\b|well\b|yet\b|be\s\w+ing\b)(?:[\w’'-]+\s){1,8}?(?:without\s(?:penalty|permission|consent|consulting|asking|"
    r"going\sto|leave\b|(?:an?|the|any)\s(?:hearing|vote|warrant|permit|licence|license|ticket))|with\san?\s(?:[\w’'-]+\s){0,2}"
    r"(?:certificate|permit|licence|license|pass|warrant))\b"
    r"|may\s(?:only\s|also\s|not\s)?(?:bring|take|carry|buy|claim|catch|order|use|keep)\s[^,;.]{1,40}?\sper\s"
    r"(?:person|household|member|vehicle|day|head|boat|family)\b"
    r"|may\s(?:shut|close|halt|suspend|declare|clear|hold)\s[^,;.]{2,60}?\bfor\sup\sto\s\w+\s(?:hours|days|weeks|months|years)"
    r"|may\s(?:shut|close|halt|suspend|declare|clear|hold)\s(?:an?\s|any\s|the\s|[a-z]+s\s)[^,;.]{0,60}?\bonce\s"
    r"|may\s(?:shut|close|halt|suspend|declare|clear|hold)\s(?:an?\s|any\s|[a-z]+s\s)[^,;.]{0,60}?\b"
    r"for\s\w+\s(?:hours|days|weeks|months|years)\b"
    r"|may\s[^,;.]{1,60}?\sat\s[\w-]+\s(?:days|weeks|months|hours)[’']\snotice\b"
    r"|may\s(?:also\s|then\s)?ask\s(?:(?:an?|the|its|their|his|her)\s)(?:[\w’'-]+\s){1,4}?to\s"
)
"""“May close a shop for up to 72 hours”, “may build with a certificate”: terms limit a power."""
_ONCE = Pattern(r"(?:expected|forecast|predicted|anticipated|hoped|planned|budgeted)\b")
_WAS_EXPECTED = Pattern(
    r"\b(?:was|were)\s(?:\w+ly\s|also\s|once\s)?(?:expected|forecast|predicted|tipped|projected|due|slated|set)\sto\s"
)
_CAME = Pattern(
    rf",?\s(?:but|yet)\s(?:never\s|instead\s)?(?:was|were|had|did|\w{{3,}}ed|{IRREGULAR})\b"
    rf"|;\s(?:instead\s)?(?:it|they|he|she)\s(?:never\s)?(?:was|were|had|did|\w{{3,}}ed|{IRREGULAR})\b"
)
"""“Was expected to pass but collapsed”: that it was expected is a fact."""
_REGULATED = Pattern(
    r"\b(?:has|have)\s(?:until\b|(?:only\s|up\sto\s)?(?:\d+|two|three|four|five|six|seven|ten|fourteen)\s(?:hours|days|weeks|months|years)\sto\b)"
    r"|\b(?:lapses?|expires?|reverts?\sto|passes\sto)\b"
    r"|\b(?:is|are)\s(?:then\s)?(?:open\sto|entitled|exempt|eligible|void|barred|refunded|reimbursed|filled|paid|issued|granted|forfeited|"
    r"postponed|decided|referred|settled|fined|charged|returned|drawn|held)\b"
    r"|\b(?:either\sside|either\sparty|anyone|nobody|which|who|[a-z]+(?:ers|ors|ants|ents|ees)|guests|drivers)\s(?:can|must|need)\b"
    r"|\b(?:if|unless)\s(?:an?|any|no|either|both|neither|anyone|nobody|more\sthan|fewer\sthan)\s",
    re.IGNORECASE,
)
"""What is so in every case of a kind: “it lapses in March unless both sides renew it”."""
_OPEN = Pattern(
    r"\b(?:will|wo|would|could|might|should|hope\w*|expect\w*)\b|[’'](?:ll|d)\b|\w{3,}ed\s(?:the|an?)\s"
)
"""What makes a guess of a case."""
_UNDERTAKES = Pattern(
    r"\bwill\s(?:all\s|each\s|also\s|not\s)?be\s(?:offered|given|refunded|reimbursed|compensated|paid|returned|rehoused|repaid|rebooked|charged)\b|"
    r"\b(?:vow|pledg|promis|offer|agree|undert)\w*\s(?:not\s)?to\b|\b(?:said|says)\s(?:that\s)?(?:it|they|he|she)\swill\s"
)
"""“Has vowed to resign if it falls”: a pledge, whatever it hangs on."""


def expected(sentence: str, start: int) -> bool:
    """Whether a verb of expecting there is set back in time: "its sponsors had predicted 30"."""
    return sentence.endswith("had ", 0, start) and _ONCE.match(sentence, start) is not None


def came_otherwise(sentence: str, start: int, end: int) -> bool:
    """Whether a clause tells what was expected, and the next one what came of it."""
    # What begins the next clause is sooner seen than what stands somewhere in this one.
    came = _CAME.match(sentence, end)
    return came is not None and _WAS_EXPECTED.search(sentence, start, end) is not None


def permitted(clause: str, hit: Hit) -> bool:
    """Whether a modal tells of a permission, or of what something was done for."""
    words = hit.entry.cue
    if not words.startswith(_MODALS):
        return False
    if words == "could":
        able = _YOU.search(clause, 0, hit.start) and not _BE.match(clause, hit.start)
        return bool(able) or _SO_THAT.search(clause, 0, hit.start) is not None
    if _WITH_TERMS.match(clause, hit.start):
        return True
    does = _DOES.match(clause, hit.start)
    return does is not None and _PERMITTED.fullmatch(clause, 0, hit.start) is not None


def written(clause: str, hit: Hit) -> bool:
    """Whether a cue of inference tells what somebody names, or what a model has for a premise."""
    words = hit.entry.cue
    if words.startswith("point/"):
        return _CITES.search(clause, 0, hit.start) is not None
    return words.startswith("assume/") and _PREMISE.search(clause, 0, hit.start) is not None


def settled(clause: Clause, hedges: Sequence[Hit]) -> bool:
    """Whether what hangs on a condition is settled: by a rule, or by a pledge."""
    # "Should the motion carry" is a condition, and no demand.
    begin = {hit.start for hit in hedges}
    if not hedges or any(judged.start not in begin for judged in clause.evaluations):
        return False
    if any(hit.entry.kind is not CueKind.CONDITION for hit in hedges):
        return False
    text = clause.text
    # No "may" of mere chance is left, so that one which stands there gives a power.
    ruled = not _OPEN.search(text) and (" may " in text or _REGULATED.search(text) is not None)
    return ruled or _UNDERTAKES.search(text) is not None
