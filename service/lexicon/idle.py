"""Tells words of doubt that are idle where they stand: they name, describe or explain.

“The model assumes that it holds”, “two men accused of spying were freed”, “to cover possible
claims”, “hoping for more, he waited”: what the clause states does not hang on them (CoNLL-2010 on
cues that hedge nothing).
"""

from service.lexicon.lexicon import Hit
from service.lexicon.verbs import IRREGULAR
from service.patterns import Pattern

_OF_IT = Pattern(
    r"\s(?:[\w’'-]+\s){1,5}?(?:(?:is|are|was|were|has|have|had)\s)?(?:now\s|also\s|since\s|already\s)?"
    r"(?:check|test|disput|den[iy]|reject|dismiss|contest|examin|investigat|verif[iy]|study|studied|prob|challeng|question|repeat)\w*\W*\Z"
)
"""Behind “a claim that”: “two laboratories are now checking” tells what is done about it."""
_CHARGED = ("accused of", "suspected of", "charged with")
_BE_SAID = Pattern(
    r"\b(?:is|are|was|were|be|been|being|stands?|stood|got|gets|has|have|had|[’'](?:s|re))\s(?:\w+ly\s|not\s|also\s|now\s|long\s|still\s|since\s|himself\s|herself\s)*\Z"
)
_IS_TOLD = Pattern(
    r"\s(?:was|were|has\sbeen|have\sbeen|is\sbeing|are\sbeing)\s(?:\w+ly\s|later\s)?(?:freed|released|cleared|acquitted|arrested|"
    r"detained|held|deported|extradited|shot|killed|found|seen|bailed|remanded|named|moved|flown|taken)\b"
)
"""What became of whoever was accused."""
_TAKEN = Pattern(
    r"\b(?:arrested|detained|freed|released|shot|killed|questioned|seeking|hunting|(?:looking|searching)\sfor|release\sof)\s"
    r"(?:[\w’'-]+\s){1,4}\Z"
)
"""“Police arrested a man suspected of it”."""
_ATTRIBUTE = Pattern(
    r"\b(?:cover|against|avoid|prevent)\s(?:any\s|all\s|other\s|its\s|the\s|their\s|two\s)?\Z"
)
"""Before “possible”: what is looked for or paid for, as “to cover possible claims”."""
_MOTIVE = Pattern(
    rf"(?:Fearing|Hoping|Expecting|Anticipating|Believing|Thinking|Suspecting|Doubting)\s[^,;]{{3,80}},\s[^;]*?\b(?:was|were|had|did|\w{{2,}}ed|{IRREGULAR})\b"
)
"""“Hoping for a better price, he waited”: why something was done."""
_PREMISE = Pattern(
    r"\b(?:model|plan|valuation|budget|guidance|forecast|projection|calculation|estimate|account|figure|costing|scheme|"
    r"contract|timetable|design)s?\s(?:[\w’'-]+\s){0,8}?\Z"
)
"""Before “assumes”: what a model goes by is written in it."""


def idle(clause: str, hit: Hit) -> bool:
    """Whether a cue makes no less of the clause that it stands in."""
    words = hit.entry.cue
    if hit.start == 0:
        return _MOTIVE.match(clause) is not None
    if words.startswith("assume/"):
        return _PREMISE.search(clause, 0, hit.start) is not None
    if words.startswith(("possible", "potential/")):
        return _ATTRIBUTE.search(clause, 0, hit.start) is not None
    if words.startswith("claim/"):
        return _OF_IT.match(clause, hit.end) is not None
    return clause.startswith(_CHARGED, hit.start) and _describes(clause, hit)


def _describes(clause: str, hit: Hit) -> bool:
    """Whether a charge only says who is meant, of whom the clause tells something else.

    “Two journalists accused of spying were freed”; not “the journalists were accused of spying”.
    """
    before = clause[: hit.start]
    if _BE_SAID.search(before) or not before[-2:-1].isalpha():
        return False
    return _TAKEN.search(before) is not None or _IS_TOLD.search(clause, hit.end) is not None
