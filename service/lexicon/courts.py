"""Finds what was told in court, and of what somebody stands accused.

Court reports pass on what a side told a body that hears evidence ("…, an inquest has heard"; "the
jury was told that …"), and charges that name no accuser ("is accused of taking bribes"). By the
guideline what a court hears of a crime before its verdict stays unconfirmed, like the charge; an
inquiry into what happened hears accounts.
"""

from collections.abc import Iterator
from typing import NamedTuple

from service.patterns import Pattern

_TOLD = Pattern(
    r"(?P<who>\b(?:(?:[Aa]n?|[Tt]he|[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){0,3}?"
    r"(?P<body>court|jury|trial|inquest|inquiry|tribunal|hearing|court-martial|sheriff|judge|bench)|(?:[Jj]urors|[Mm]agistrates)))\s"
    r"(?P<cue>(?:has\s|have\s|had\s|also\s|then\s|later\s){0,2}heard|(?:was|were|has\sbeen|had\sbeen)\s(?:also\s|then\s|later\s)?told)\b"
)
_CRIMINAL = frozenset(
    {"court", "jury", "trial", "court-martial", "sheriff", "judge", "bench", None}
)
"""Bodies that try crimes; jurors and magistrates are named by no body."""
_ACCUSED = Pattern(
    r"\b(?:is|are|was|were|stands?|stood)\s(?:(?!not\b|never\b)[\w’'-]+\s){0,3}?"
    r"(?P<cue>accused\sof|indicted\s(?:on|for)|charged\s(?:(?!not\b)[\w’'-]+\s){0,4}?with)\b"
)
_CHARGES = Pattern(
    r"(?P<who>\b(?:(?:[Ff]ederal|[Ss]tate|[Mm]ilitary)\s)?(?:[Pp]rosecutors|[Pp]olice|[Dd]etectives|[Gg]ardaí|[Tt]roopers|[Gg]rand\sjury|[Gg]rand\sjurors)(?:\s(?:in|at|from|for)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)?)\s(?:have\s|had\s|also\s)?"
    r"(?P<cue>charged|indicted)\b"
)
_NOTHING = Pattern(
    r"\s(?:to|evidence|from|of\s|about|nothing|applications?|arguments?|testimony|"
    r"(?:the|an?)\s(?:case|appeal|matter|verdict|bid|challenge|application))\b"
)


_VERDICT = Pattern(
    r"\b(?:is|are|was|were|been)\s(?:[a-z]+ly\s|also\s)?(?:convicted|jailed|imprisoned|sentenced|found\sguilty)\b"
    r"|\b(?:court|jury|jurors|judges?|tribunal|magistrates)\s(?:[\w’'-]+\s){0,4}?(?:convicted|jailed|sentenced)\b"
    r"|\bplead(?:ed|s)\sguilty\b|\b(?:spared|avoided)\s(?:jail|prison)\b|\bsent\sto\s(?:jail|prison)\b|,\sjailed\sfor\b"
    r"|\badmit(?:ted|s)\s(?:(?:[\w-]+\s){0,2}?(?:counts?|charges?)\sof|manslaughter|murder|fraud|theft|bribery|perjury|arson)\b"
)

_RULED = ("convict", "jail", "prison", "sentenced", "guilty", "admit")
"""Asked first: one of them stands in every verdict, and they are found fast."""
_STATES_CASE = Pattern(
    r"(?:[Tt]he\s)?(?:[Ss]tate|[Cc]rown|[Cc]ommonwealth)[’']s\s"
    r"(?:version|case|telling|theory|charge|narrative)\b(?!\s(?:was|is|were)\s(?:\w+ed|heard|told)\b|\sof\b)"
)
"""“In the state’s version”: who tries somebody, before a verdict."""
_FOR_THE_CROWN = Pattern(
    r"\b(?:[Pp]rosecuting|(?<!former\s)(?<!one-time\s)(?<!retired\s)prosecutor\b(?!s)|advocate\sdepute|for\sthe\s(?:prosecution|Crown)|(?:Crown|prosecution)[’']s\s(?:case|opening)|[Oo]pening\sthe\scase)\b"
)
PROSECUTION = Pattern(
    r"\b(?:prosecutors?|Prosecutors?|prosecution|indictment|charge\ssheet|charging\sdocuments|police|Police)\b"
)
"""Who brings a charge that names nobody."""
_CROWN = ("rosecut", "Crown", "opening", "depute", "tate’s", "tate's", "wealth’s")
"""Asked first, of the whole article: they are found fast, and most articles have none."""

_SUES = Pattern(
    r"In\s(?:an?|the|his|her|its|their)\s(?:[a-z]+\s){0,2}?(?:lawsuit|suit|complaint|petition|writ|statement\sof\sclaim)\b[^,;]*,\s\Z"
)


class Told(NamedTuple):
    """A cue of a court report."""

    start: int
    """First code point of the cue in the sentence."""
    end: int
    """One past the last."""
    source: tuple[int, int]
    """Bounds of the source's words; empty where the sentence does not name who accuses."""
    opens: bool
    """Whether the content follows it; else it stands around it."""
    charge: bool
    """Whether it stays unproven until a verdict."""


def ruled(opening: str) -> bool:
    """Whether an article opens with a verdict: what its court was told is proven then."""
    return any(part in opening for part in _RULED) and _VERDICT.search(opening) is not None


def may_prosecute(text: str) -> bool:
    """Whether somebody in an article may stand there for the prosecution."""
    return any(part in text for part in _CROWN)


def prosecutes(sentence: str, start: int, aside: str) -> bool:
    """Whether a source speaks for the prosecution: "prosecuting, Ada Orr", "the state’s case".

    Args:
        sentence: The sentence's text.
        start: Where the source's words begin.
        aside: What is said of it between commas.
    """
    crown = _FOR_THE_CROWN.search(sentence[:start] + aside)
    return crown is not None or _STATES_CASE.match(sentence, start) is not None


def sues(sentence: str, start: int) -> bool:
    """Whether a source that begins at `start` speaks in a suit: "in a lawsuit of May, she"."""
    return _SUES.match(sentence, 0, start) is not None


def told(sentence: str) -> Iterator[Told]:
    """Find the cues of a sentence."""
    if "heard" in sentence or " told" in sentence:
        for found in _TOLD.finditer(sentence):
            if not _NOTHING.match(sentence, found.end()):
                opens = not sentence[: found.start()].rstrip().endswith((",", "”"))
                charge = found["body"] in _CRIMINAL
                yield Told(*found.span("cue"), found.span("who"), opens, charge)
    if "accused of" in sentence or "charged" in sentence or "indicted" in sentence:
        for found in _ACCUSED.finditer(sentence):
            start = found.start("cue")
            yield Told(*found.span("cue"), (start, start), opens=False, charge=True)
        for found in _CHARGES.finditer(sentence):
            yield Told(*found.span("cue"), found.span("who"), opens=True, charge=True)
