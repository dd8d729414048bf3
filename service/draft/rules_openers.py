"""Who opens a sentence: the subject that a pronoun or a quotation behind it can mean.

Centering theory (Grosz, Joshi & Weinstein 1995): what a pronoun means is sought first in the
subject of the sentence before. Only what can speak is kept: names, and nouns for persons, bodies
and crowds; so a pronoun that says something never means a bridge.
"""

import re

from service.draft.rules_naming import NAME, NO_NAME, PAIR
from service.lexicon.entries import classes, nouns
from service.lexicon.subjects import FINITE, UPPER
from service.patterns import Pattern

_EN = classes("en")
PERSONS = (
    _EN["role"]
    | _EN["title"]
    | _EN["female_noun"]
    | _EN["male_noun"]
    | {"teenager", "child", "resident"}
)
"""Nouns for one person."""
_NOUNS = nouns("en")
_SPEAKERS = (
    PERSONS
    | _EN["body"]
    | _NOUNS["unnamed"]
    | _NOUNS["institution"]
    | _NOUNS["team"]
    | _EN["document"]
    | {"pair", "couple", "trio", "duo", "two", "team", "police"}
)
_LEADING = Pattern(
    r"(?:\d\d?[.:]\d\d(?:\s?[ap]\.?m\.?)?:?\s)?[“\"‘'(]?(?:(?:But|And|Yet|So|Still|However|Meanwhile|Then|Now|Even|Instead|Also|Later|Separately|Elsewhere|"
    r"Nearby|Asked\s[^,]{2,60},|(?:In|On|At|After|Before|During|By|For|Since|With|Under|Despite)\s[^,“”]{2,60},),?\s+)*"
)
_DETERMINED = Pattern(
    r"(?:the|an?|his|her|its|their|one|two|three|some|many|most|several|local|other)\s",
    re.IGNORECASE,
)
_PRONOUN = Pattern(r"(?:he|she|they|it)\b(?![’'])", re.IGNORECASE)
_WORD = Pattern(r"[\w’'-]+")
_OFFICE = Pattern(
    rf"{UPPER}[\w-]*\s(?:[a-z][\w-]*\s){{0,3}}?(?P<role>[a-z][\w-]*)\s(?P<name>{UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)+)"
)
"""“Consumer lawyer Anton Reyes”."""
_HELD_OFFICE = Pattern(
    rf"(?:{UPPER}[\w-]*\s)*{UPPER}[\w-]*[’']s\s(?P<name>{UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)+)(?!\w|[’'])"
)
_NOBODY = Pattern(
    r"(?:when|where|as|if|while|because|since|who|which|what|whatever|whoever|how|that|no|not|only|none|in|on|at|for|from|with|by|after|before|since|of|to|under|during|among|nobody|nothing|neither|each|every|such|once|without)\b|(?:he|she|it|they|that|there|what|who)[’']|(?:one|two|three|some|many|most|both|all|few)\sof\b",
    re.IGNORECASE,
)
_APPOSED = Pattern(rf",\s({UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)+),")
_EMPLOYED = Pattern(rf"(?:at|from|for|with)\s(?:the\s)?{NAME.pattern}")
_ONE_OF = Pattern(
    rf"(?:One|Another)\sof\s[^,.;]{{3,60}},\s({UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)+),"
)
"""“One of the rebels, Hew Sinclair, was scathing”."""
_INITIALS = Pattern(rf"(?:{UPPER}\.\s?)+(?={UPPER}[a-z])")
"""“S. Muthulakshmi”."""
_KIN = Pattern(
    rf"(?:(?:His|Her|Their|his|her|their)|(?:{UPPER}[\w-]*\s)?{UPPER}[\w-]*[’']s)\s(?:[a-z-]+\s)?(?P<noun>[a-z]+),\s({UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)*),"
)
"""“Aikman’s daughter, Lorna, listened”."""
_REACH = 6  # words of a noun phrase in which its head is looked for
_LETTERS = 90  # code points: about as many words


def opener(sentence: str) -> tuple[int, int] | None:
    """Bounds of the words that open a sentence, if they are someone's; None if they are not."""
    leading = _LEADING.match(sentence)
    start = leading.end() if leading else 0
    pronoun = _PRONOUN.match(sentence, start)
    if pronoun:
        return pronoun.span()
    office = _OFFICE.match(sentence, start)
    if office and office["role"] in _SPEAKERS:
        return office.span("name")
    apposed = _ONE_OF.match(sentence, start) or _KIN.match(sentence, start)
    if apposed and (apposed.re.groups == 1 or apposed["noun"] in PERSONS):
        return apposed.span(apposed.re.groups)
    initials = _INITIALS.match(sentence, start)
    begins = initials.end() if initials else start
    name = PAIR.match(sentence, begins) or NAME.match(sentence, begins)
    owned = _HELD_OFFICE.match(sentence, start)
    if owned:
        # "Norlund's Finance Minister Ada Orr", "Assistant State's Attorney Ada Orr".
        return owned.span("name")
    if name and name.group().split()[0].casefold() not in NO_NAME and not _common(sentence, name):
        return start, name.end()
    return None if _NOBODY.match(sentence, start) else _noun_phrase(sentence, start)


def _common(sentence: str, name: re.Match[str]) -> bool:
    """Whether a capital only opens the sentence: "Scientists at", "old hands", "Norgas filings"."""
    following = _WORD.match(sentence, name.end() + 1)
    return " " not in name.group() and (
        name.group().casefold() in _SPEAKERS
        or (following is not None and following.group() in _SPEAKERS)
    )


def _noun_phrase(sentence: str, start: int) -> tuple[int, int] | None:
    """Bounds of a noun phrase that begins at `start` and whose head can speak."""
    determined = _DETERMINED.match(sentence, start)
    end = None
    for number, word in enumerate(_WORD.finditer(sentence, start, start + _LETTERS)):
        folded = word.group().casefold()
        if (
            number > _REACH
            or (FINITE.match(folded) and (end or not folded.endswith("ed")))
            or (folded in _EN["source_tail"] and number)
        ):
            apposed = (
                _APPOSED.search(sentence, word.start(), word.start() + _LETTERS) if end else None
            )
            if apposed:
                # "A lawyer for Mr Deng, Paula Frey, declined".
                return apposed.span(1)
            employed = _EMPLOYED.match(sentence, word.start()) if end else None
            if employed:
                # "Scientists at the Polar Institute".
                end = employed.end()
            break
        owner = folded.removesuffix("’s").removesuffix("'s")
        if folded in _SPEAKERS:
            end = word.end()
        elif end is not None and owner == folded:
            named = NAME.match(sentence, word.start())
            # "The goalkeeper Emil Ndiaye-Lund", "her brother Tomas".
            return (start, named.end()) if named else (start, end)
        if sentence.startswith((",", ";", ":"), word.end()):
            apposed = _APPOSED.match(sentence, word.end()) if end == word.end() else None
            if apposed:
                # "His lawyer, Paula Frey, spoke for an hour".
                return apposed.span(1)
            break
    if end is None or not (determined or sentence[start : start + 1].isupper()):
        return None
    return start, end


def plural(words: str) -> bool:
    """Whether words stand for more than one: “two officials”, “police”, “Haddad and her team”."""
    if " and " in words:
        return True
    head, before = "", ""
    for word in words.split():
        if word.casefold() in _EN["source_tail"] or word == "who":
            break
        head, before = word, head
    if head[:1].isupper() and before:
        # "Anton Reyes".
        return False
    head = head.casefold()
    return head in _MANY or (
        head.endswith("s") and not head.endswith(("ss", "us", "is", "’s", "'s"))
    )


_MANY = frozenset(
    {
        "police",
        "people",
        "men",
        "women",
        "children",
        "pair",
        "couple",
        "two",
        "three",
        "both",
        "staff",
        "some",
        "many",
        "few",
        "several",
        "most",
        "others",
        "crew",
        "family",
        "crowd",
        "audience",
        "mps",
    }
)
