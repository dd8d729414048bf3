"""What a summary can do without: words that editors cut from a sentence of a longer article.

What goes are ages, clauses in mid-sentence that only describe, why somebody is not named, where
something was said, words that link to a sentence that is not there, and the time or the dateline
before a first sentence: the trimmings that Dunlavy, O'Leary, Conroy & Schlesinger (2007, “QCS”)
found to cost extracts of news no content, as far as their form gives them away. What is a claim of
its own stays, and so does what tells that somebody has no name, takes no part or did not.
"""

import re
from collections.abc import Sequence

from schemas import DraftClaim
from service.draft.rules_names import DATELINE
from service.lexicon.verbs import IRREGULAR
from service.lexicon.words import words
from service.patterns import Pattern

_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*"
_LEADING = Pattern(
    r"(?:(?:But|And|Yet|So|Still|Then|Also|Now)\s|(?:However|Meanwhile|Separately|Nevertheless|Moreover|Instead|Indeed|"
    r"Likewise|By\scontrast|In\saddition|Of\scourse|After\sall|That\ssaid),\s"
    rf"|(?:{_DAY},?\s(?:\d\d?\s\w+,?\s)?)?\d\d?[:.]\d\d\s(?:[–—-]\s)?(?=[^\W\d_a-z])"
    rf"|[^\W\d_a-z][a-z]+\s\d\d?\s(?:\([\w ]+\)\s)?[–—-]\s|{DATELINE.pattern}\s?)\s*(?=\S)"
)
"""Links to what went before, the time of an entry of a live page, a dateline."""

_AGE = Pattern(r",(?<=[^\W\d_],)\s[1-9]\d,(?=\s([a-z]+)\s)")
_KEEPS_COMMA = frozenset(
    """
    who whose whom a an the of from one with in at formerly then now his her its their both
    """.split()  # noqa: SIM905 - a list of words
)
"""Words behind an age that go on describing: "Ilunga, 39, who plays for Orrin, denied it"."""
_LIST = frozenset({"and", "or", "to", "by"})
"""Words behind a number in a list, which is no age."""

_DESCRIBING = Pattern(
    r",\s(who|which|whose|where)\s(?:[^,;:“”\"—]|(?<=\d),(?=\d)){3,90},(?=\s(?:is|are|was|were|has|had|have|will|would|could|"
    rf"may|might|must|does|(says|denie[sd]|claims|thinks|expects|\w+ed|{IRREGULAR}))\b)"
)
"""A clause between a subject and its verb."""
_TELLS = frozenset(
    """
    not no never nobody without declined refused named name names identified identify anonymity
    anonymous publicly privately condition authorised authorized cleared permitted quoted
    """.split()  # noqa: SIM905 - a list of words
)
"""Words of a clause that a reader needs: that somebody has no name or takes no part."""
_FINITE = Pattern(
    rf"\s(?:is|are|was|were|has|had|have|will|would|could|may|might|can|\w+ed|[a-z]+[^s’'\s]s|{IRREGULAR})\b"
)
_NAMELESS = Pattern(r"(?:An?|One|Two|Three|Four|Five|Some|Several|Another)\s")
"""Of whoever has no name a clause may tell why: "a clerk, who worried about her job, said"."""
_ROLE = Pattern(r"(?:\A|\s)(?!(?:the|and|for|von|van|der|den)\s)[a-z][\w-]{2,}\s")
"""Of somebody with a role a clause can go: it is all that tells who a bare name is."""

_UNNEEDED = Pattern(
    # Why somebody is not named, up to the comma behind it; a fear would be a hedge that is gone.
    r"\b(?:anonymity|identified|publicly|named|quoted)(?P<reason>\s(?:because|to\sprotect)\s"
    r"(?:(?!fear)[^,;.:“”\s]+\s?){1,12})(?=,)"
    # Where somebody said it.
    r"|\bsaid(?P<place>\sin\san?\s(?:(?:separate|written|brief|short|later|joint)\s)?"
    r"(?:statement|interview|e-?mail|blog\spost|briefing))(?=[,.]|\sthat\b|\Z)"
    # What links a sentence to another one.
    r"|(?P<aside>,\s(?:however|meanwhile|by\scontrast|in\sturn|moreover|nonetheless|nevertheless|indeed|instead|"
    r"of\scourse|after\sall|for\s(?:its|their|his|her)\spart),)"
    r"|(?<!\bbut)(?P<link>\s(?:also|nonetheless|nevertheless))(?=\s[a-z])"
)
_HINTS = frozenset(
    """
    also nonetheless nevertheless because protect statement interview email e-mail post briefing
    however meanwhile contrast turn moreover indeed instead course all part
    """.split()  # noqa: SIM905 - a list of words
)
"""Words without one of which nothing of this stands in a text."""


_TOLD_US = Pattern(
    r"\b(told|tells?)\s(?:us|me)(?=\s(?:that|he|she|it|they|there|the|an?|no|most|some|all|his|her|its|[^\W\d_a-z])|\s[“\"‘]|\.?\Z)"
)
"""What somebody told whoever wrote the article, who is not the one who sums it up."""
_TOLD = {"told": "said", "tells": "says", "tell": "say"}


def leading(sentence: str, start: int, end: int) -> int:
    """Where the words of a sentence begin that a summary needs."""
    found = _LEADING.match(sentence, start, end)
    return found.end() if found else start


def trimmed(text: str, used: Sequence[DraftClaim]) -> str:
    """Words of a sentence without what a summary can do without.

    Args:
        text: The words.
        used: The claims in them; what is a whole claim stays.
    """
    known = words(text).known
    if not _HINTS.isdisjoint(known):
        for found in reversed([*_UNNEEDED.finditer(text)]):
            group = found.lastgroup or 0
            if not _is_quoted(text, found.start()):
                text = text[: found.start(group)] + text[found.end(group) :]
    if "us" in known or "me" in known:
        text = _TOLD_US.sub(_told, text)
    if text.count(",") > 1:
        text = _without_clauses(_without_ages(text), used)
    return text


def _without_ages(text: str) -> str:
    for found in reversed([*_AGE.finditer(text)]):
        before = text[: found.start()]
        *earlier, clause = before.split(", ")
        # "The ninth, Mirela Costan, 34, has": the last comma closes what the first opened.
        closes = earlier and not _FINITE.search(f" {clause}")
        if found[1] not in _LIST and not closes and not _is_quoted(text, found.start()):
            comma = "," if found[1] in _KEEPS_COMMA else ""
            text = before + comma + text[found.end() :]
    return text


def _without_clauses(text: str, used: Sequence[DraftClaim]) -> str:
    """The text without clauses that only describe, and that are no claim by themselves."""
    if used[0].first == 1:
        # In the first sentence they are news: "the failure, which left 3.4 million unpaid, began".
        return text
    for found in reversed([*_DESCRIBING.finditer(text)]):
        clause = found.group()
        told = any(claim.quote and claim.quote.strip(" ,") in clause for claim in used)
        if not told and _only_describes(found, text):
            text = text[: found.start()] + text[found.end() :]
    return text


def _told(found: re.Match[str]) -> str:
    return found[0] if _is_quoted(found.string, found.start()) else _TOLD[found[1]]


def _only_describes(clause: re.Match[str], text: str) -> bool:
    """Whether a clause can go, and the sentence still tells who did what."""
    before = text[: clause.start()]
    if _is_quoted(text, clause.start()) or not _TELLS.isdisjoint(words(clause.group()).known):
        return False
    if clause[2] and _FINITE.search(before):
        # "It was paid for by the ministry, which had no say, said Dr Haverkamp": a new clause.
        return False
    if not _FINITE.search(clause.group()):
        # "Kilbrannoch, whose festival prize, founded in 1971, has": the clause goes on.
        return False
    return clause[1][:3] != "who" or bool(_ROLE.search(before) and not _NAMELESS.match(before))


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place lies within a quotation."""
    before = text[:at]
    return bool(
        before.count("“") != before.count("”")
        or before.count('"') % 2
        or ("‘" in before and "’" in text[at:])
    )
