"""Finds who says what where the verb stands in the passive: “accused by farmers of …”.

The agent behind "by" is the source (PARC's passive attributions); "was quoted as saying" leaves it
to the subject. A participle that only says how something came to be known ("announced by the
ministry") or what somebody did ("was criticised by campaigners") attributes nothing here: the
article then vouches for it itself.
"""

from service.lexicon.subjects import UPPER
from service.patterns import Pattern

_AGENT = Pattern(
    r"\b(?:is|are|was|were|been|being|be|get|got)\s(?:\w+\s){0,2}?(?P<verb>accused|blamed|described|dubbed|branded|labelled|"
    r"labeled|called|dismissed|rejected|disputed|contested|denied|contradicted|put|estimated|valued|told|warned|advised|"
    r"assured|reminded|quoted|credited|cited)(?:\s\w+ly)?(?:\s(?:at\s[^,;]{2,40}?|as\s[^,;]{2,60}?))?\sby\s"
    r"(?P<source>[^,;:.()“”\"—–]{2,80}?)"
    r"(?=\s(?:of\s\w+ing|for|as|to|that|over|in|on|at|after|during|with|who|last|this|and|but|when|while)\b|[,;:.(“”\"—–]|\Z)"
)
_BE = Pattern(r"\b(?:is|are|was|were|been|being|be|get|got)\s")
_QUOTED = Pattern(
    r"\b(?:is|are|was|were|been)\s(?:later\s|also\s|widely\s)?quoted\s(?:by\s[^,;]{2,60}?\s|in\s[^,;]{2,60}?\s)?as\s"
    r"(?:saying|telling\s[^,;]{2,40}?)(?=\s)"
)
_NOBODY = Pattern(
    rf"(?:an?\s|the\s)?(?:[a-z]+ing\b|(?!{UPPER})\w*(?:fire|storm|flood|blast|car|lorry|mistake|chance|hand|train|bus|email|post|"
    r"phone|letter|text|name)\Z)"
)


def agents(sentence: str) -> list[tuple[int, int, int]]:
    """Give, for each passive with its agent, where it begins and the bounds of the agent."""
    if " by " not in sentence or not _BE.search(sentence):
        return []
    return [
        (found.start("verb"), *found.span("source"))
        for found in _AGENT.finditer(sentence)
        if not _NOBODY.match(found["source"])
    ]


def quoted_as_saying(sentence: str) -> tuple[int, int] | None:
    """Bounds of “was quoted (by the radio) as saying”, whose source is the subject before it."""
    if "quoted" not in sentence:
        return None
    found = _QUOTED.search(sentence)
    return found.span() if found else None
