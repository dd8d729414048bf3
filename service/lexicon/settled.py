"""Tells what only looks like a chance: what somebody may do, and what a rule provides for.

A "may" of permission and an "if" of a rule hedge nothing (Palmer 2001 on deontic modality,
CoNLL-2010 on conditions): “a tenant may keep one cat”, “it lapses unless both sides renew it”. In
the annotated articles all of 19 "may" before a verb of doing told of a permission.
"""

import re
from collections.abc import Sequence

from schemas import CueKind
from service.lexicon.bygone import HABIT
from service.lexicon.lexicon import Hit
from service.lexicon.voices import Clause
from service.patterns import Pattern

_MODALS = ("may/might", "could")
_SO_THAT = Pattern(
    r"(?<!,)\sso\s(?:that\s)?(?:(?:the|its|their|his|her|each|more|no|all)\s)?(?:[\w’'-]+\s){1,2}\Z"
)
"""“Dragged hoses out so kids could skate”: what it was done for. Behind a comma it is a result."""
_YOU = Pattern(
    r"\b[a-z]{3,}s\syou\s\Z|\b(?:none|nobody|no\sone|neither)\s\Z|\bbefore\s(?:[\w’'-]+\s){1,4}\Z",
    re.IGNORECASE,
)
"""“Cracks you could put an arm in”, “none could produce a letter”: what anybody can, or none."""
_BE = Pattern(r"could\s(?:be|have|become|prove|mean|still|yet|also)\b")
_PERMITTED = Pattern(
    r"(?:(?:any|each|every|either|an?|no)\s(?:[a-z-]+\s)?[a-z-]+|(?:[a-z-]+\s)?(?:[a-z]+(?:ers|ors|ants|ents|ees|men|women)|"
    r"guests|children|pupils|boats|dogs|parties|sides|candidates|couples|spouses|clubs|shops|lorries))(?:\sthere)?\s\Z",
    re.IGNORECASE,
)
_DOES = Pattern(
    r"may\s(?:not\s|also\s|only\s|then\s|still\s|now\s)?(?:attend|bathe|bid|board|bring|build|camp|carry|collect|cross|cycle|drink|drive|"
    r"eat|erect|choose|pay|address|speak|book|switch|return\s(?:it|them|goods)|marry|register|fish|fly|gather|graze|halt|hold|hunt|install|join|keep|land|leave\s(?:their|his|her|bags)|light|moor|paint|photograph|pick|plant|"
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
    r"|may\s(?:also\s|then\s)?extend\s(?:an?|the|its|his|her|their|any|such)\s(?:[\w’'-]+\s){0,2}?(?:deadline|term|period|contract|lease|loan|"
    r"mandate|licence|license|truce|order|detention|ban|session|sitting)\b"
    r"|may\s[^,;.]{1,60}?\sat\s[\w-]+\s(?:days|weeks|months|hours)[’']\snotice\b"
    r"|may\s(?:also\s|then\s)?ask\s(?:(?:an?|the|its|their|his|her)\s)(?:[\w’'-]+\s){1,4}?to\s"
)
"""“May close a shop for up to 72 hours”, “may build with a certificate”: terms limit a power."""
_REGULATED = Pattern(
    r"\b(?:has|have)\s(?:until\b|(?:only\s|up\sto\s)?(?:\d+|two|three|four|five|six|seven|ten|fourteen)\s(?:hours|days|weeks|months|years)\sto\b)"
    r"|\b(?:lapses?|expires?|reverts?\sto|passes\sto)\b|\b(?:goes?|returns?|moves?)\s(?:back\s)?to\s(?:an?|the|its)\s"
    r"|(?:(?<![a-z])[a-z]{2,}(?:er|or|ant|ent|ee|lord|man)s?|company|firm|council|court|board|bank|state|government|tribunal|party|clubs?)\smust\s"
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


_CASE = ("if ", "If ")
"""“If the roof is mended” puts a case, though the words can ask as well."""


def permitted(clause: str, hit: Hit) -> bool:
    """Whether a modal tells of a permission, or of what something was done for."""
    words = hit.entry.cue
    if not words.startswith(_MODALS):
        return False
    if words == "could":
        able = _YOU.search(clause, 0, hit.start) or HABIT.match(clause)
        if able and not _BE.match(clause, hit.start):
            return True
        return _SO_THAT.search(clause, 0, hit.start) is not None
    if _WITH_TERMS.match(clause, hit.start):
        return True
    does = _DOES.match(clause, hit.start)
    return does is not None and _PERMITTED.fullmatch(clause, 0, hit.start) is not None


def settled(clause: Clause, hedges: Sequence[Hit]) -> bool:
    """Whether what hangs on a condition is settled: by a rule, or by a pledge."""
    # "Should the motion carry" is a condition, and no demand.
    begin = {hit.start for hit in hedges}
    if not hedges or any(judged.start not in begin for judged in clause.evaluations):
        return False
    text = clause.text
    if any(
        hit.entry.kind is not CueKind.CONDITION and not text.startswith(_CASE, hit.start)
        for hit in hedges
    ):
        return False
    # No "may" of mere chance is left, so that one which stands there gives a power.
    ruled = not _OPEN.search(text) and (" may " in text or _REGULATED.search(text) is not None)
    return ruled or _UNDERTAKES.search(text) is not None
