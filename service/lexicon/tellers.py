"""Finds who tells something though no verb of speech stands in the sentence.

“The memo has him leaving by the back door”: what a document or a rumour makes somebody do is told
by it, and by nobody else. “Two medics, neither permitted to talk to the press, counted 14 bodies”:
who asks for a name to be kept out speaks to the reporter, whatever the verb.
"""

import re
from typing import NamedTuple

from service.lexicon.entries import classes
from service.lexicon.records import is_document
from service.lexicon.subjects import FINITE, UPPER, subject
from service.lexicon.words import words
from service.patterns import Pattern

_EN = classes("en")
ANONYMITY = Pattern(
    r"\b(?=[abcdfklnorsuw])(?:not\s+to\s+be\s+(?:named|identified|quoted)|anonym\w+|not\s+authori[sz]ed|speaking\s+privately|declined\s+to\s+be\s+"
    r"(?:named|identified)|refused\s+to\s+be\s+named|on\s+condition|requested\s+anonymity|without\s+being\s+named|"
    r"would\s(?:talk|speak)\sonly|unattributabl[ey]|off\sthe\srecord|on\sbackground|not\s(?:to\s)?(?:see|have|give|use|print|publish|reveal)\s(?:his|her|their)\s(?:full\s|real\s)?name|"
    r"not\s(?:to\s)?(?:be\s)?(?:nam(?:e|ed|ing)|identif\w+|quot(?:e|ed|ing))\b|"
    r"not\s(?:want|wish)\s(?:to\sbe\s(?:named|identified|quoted)|(?:his|her|their)\snames?\s(?:used|given|published|printed|known))|"
    r"(?:kept|stay(?:ing|ed)?)\sout\sof\s(?:it|this|the\s(?:paper|story|press|papers))|only\s(?:an?\s|(?:his|her|their)\s)(?:initial|first\sname|nickname)|"
    r"(?:no|without|lacked)\s(?:leave|permission|authority|clearance)\sto\s(?:talk|speak|discuss|comment)|"
    r"n(?:ot|either)\s(?:of\swhom\s(?:was|is)\s)?(?:permitted|allowed|cleared|supposed)\sto\s(?:talk|speak|discuss|comment|be\squoted)|"
    r"familiar\s+with|with\s+knowledge\s+of|close\s+to\s+the|briefed\s+on)\b",
    re.IGNORECASE,
)
"""Words with which somebody stays, or is kept, without a name."""
_HOLDS = frozenset({"has", "have", "had"})
_TELLINGS = _EN["telling"]
_HAS_DOING = Pattern(
    rf"(?P<who>(?:\A|(?<=[.;:—–]\s)|(?<=\b(?:but|and)\s))(?P<noun>[^,;:.“”()—–]{{3,80}}?)(?:,\s[^,;:“”]{{3,80}},)?)\s(?P<cue>ha(?:s|ve|d))\s"
    rf"(?:him|her|it|them|both(?:\sof\sthem)?|(?:the|an?)\s(?:[\w’'-]+\s){{0,3}}?[\w’'-]+|(?:{UPPER}[\w’'-]+\s?)+|police|officers)\s?"
    r"(?:\s(?!(?:been|being|nothing|anything|something|everything|evening|morning)\b)[a-z]{2,}ing\s(?=[a-z£$€\d“]|"
    rf"{UPPER})|\s[a-z]{{0,10}}\s?[£$€]\d|\s(?:[a-z]{{2,}}ed(?:\s[a-z]+)?|dead|gone|sold|out)\s(?:before|by|for|since|within|to)\s)"
)
_HAS = Pattern(
    r"\s(?P<cue>has|have|had)\s(?:him|her|them|it|both(?:\sof\sthem)?|everyone|nobody|police|"
    rf"(?:(?:the|his|her|an?|their|its)\s|(?={UPPER}))"
    r"(?:(?!(?:that|which|who|to|of|and)\b)[\w’'-]+\s){0,4}?(?!(?:that|which|who|to)\b)[\w’'-]+)"
    r"\s(?:not\s|already\s)?(?:[a-z]+ing|(?!need)[a-z]{2,}ed|down|at|as|on\s(?:the|\d+)|ahead|behind|"
    r"in\sthe|under|over|up|dead|alive|out|back|[$€£]?\d)\b"
)
"""“Dockside talk has the ferry back by May”: an object and what is said of it."""
_OWN_WISH = _EN["nameless"]
_TELLER = Pattern(
    r"(?P<who>(?:An?|The|One|Another|Two|Three|Four|Several|Some)\s[a-z][^,;:“”]{2,80}),\s(?P<aside>[^;:“”]{8,120}?),\s(?P<cue>(?!(?:was|were|gave|gives|spoke|met|agreed|disagreed|differed|declined|refused|died)\b)[a-z]+)\s"
)
_FIGURE = Pattern(
    r"(?P<who>[A-Z][^,;:“”]{2,60}?)(?:,\s[^,;:“”]{3,80},)?\s(?P<cue>ha(?:s|ve|d))\s(?:[\d.,]+\s(?:dead|missing|injured|wounded)\b"
    rf"|(?:(?:the|his|her|its|their)\s|(?={UPPER}))(?:[\w’'-]+\s){{1,4}}?(?:on|at)\s[\d.]+(?:%|\s(?:per\s?cent|points|seats)))"
)
_WISHES = Pattern(
    r"\b(?:ask|speak|spoke|talk|grant|condition|permitted|authori[sz]ed|allowed|cleared|insist|want|wish|request|prefer|would|declin|refus|anonymity|only)"
)
"""“Who asked not to be named”; whom police have not named may have drowned."""


class Teller(NamedTuple):
    """Who tells something, and the verb behind."""

    source: tuple[int, int]
    """Bounds of the source's words."""
    cue: tuple[int, int]
    """Bounds of the verb."""
    aside: str
    """What is said of the source between commas; may be empty."""


def holder(sentence: str) -> Teller | None:
    """The document or rumour that has somebody do something."""
    known = words(sentence).known
    if _HOLDS.isdisjoint(known) or _TELLINGS.isdisjoint(known):
        return None
    for found in _HAS_DOING.finditer(sentence):
        if not _TELLINGS.isdisjoint(words(found["noun"]).folded):
            return Teller(found.span("noun"), found.span("cue"), "")
    has = _HAS.search(sentence)
    if has is None or _TELLINGS.isdisjoint(words(sentence[: has.start()]).folded):
        return None
    source = subject(sentence, has.start("cue"))
    if source is None or FINITE.search(sentence, source.start, source.end):
        return None
    return Teller((source.start, source.end), has.span("cue"), source.aside)


def tabled(sentence: str) -> Teller | None:
    """The document whose figure a sentence gives: “a poll had the party on 44 per cent”."""
    if _HOLDS.isdisjoint(words(sentence).known):
        return None
    found = _FIGURE.match(sentence)
    if found is None or not is_document(found["who"]):
        return None
    return Teller(found.span("who"), found.span("cue"), "")


def teller(sentence: str) -> Teller | None:
    """Who opens a sentence and has asked for no name to be given."""
    if _OWN_WISH.isdisjoint(words(sentence).known):
        return None
    found = _TELLER.match(sentence)
    if (
        found
        and " by " not in found["who"]
        and _WISHES.search(found["aside"])
        and ANONYMITY.search(found["aside"])
    ):
        return Teller(found.span("who"), found.span("cue"), found["aside"])
    return None
