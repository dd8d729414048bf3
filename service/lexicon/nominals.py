"""Finds who says what where no verb says it: “in X’s view”, “by her count”, “X’s verdict: …”.

PARC 3.0 (Pareti 2016) and PolNeAR list such cues beside the verbs: nouns of speech and thought with
their owner, and adverbials that name whose account something is.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from schemas import Status
from service.lexicon.entries import classes
from service.lexicon.words import words
from service.patterns import Pattern

_OWNER = r"(?P<who>[^,;:“”\"()]{2,70}?)(?:[’']s?)"
_PRONOUN = r"(?P<it>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
_VIEW = (
    r"(?:view|opinion|words|eyes|mind|judge?ment|account|telling|reckoning|estimation|book|phrase|assessment|version|"
    r"reading|analysis|experience|calculations?|figures|numbers|estimates?|count|tally|sums|model|logic|recollection|"
    r"description|submission|interpretation|hands|arithmetic|maths?|lights|admission|definition|standards|diary|recall|theory|hypothesis|hunch)"
)
_ADVERBIAL = Pattern(
    rf"\b(?:[Ii]n|[Bb]y|[Oo](?P<on>n)|[Tt]o|[Ff]rom|[Uu]nder)\s(?:{_PRONOUN}|{_OWNER})\s(?:own\s|latest\s|best\s)?"
    rf"(?:{_VIEW}|(?(on)(?:case|showing)|(?!)))\b"
)
_BANKED = Pattern(
    r"(?:in|on|to|from|under)\s(?!.*\b(?:crown|prosecution|defen[cs]e|state)[’']s\scase).*\b(?:account|case)\Z",
    re.IGNORECASE,
)
"""“She had £3 in her account” tells of a bank, “in her account, it fell” of a story."""
_OF = Pattern(
    r"\b(?:[Ii]n|[Oo]n|[Bb]y|[Tt]o)\sthe\s(?:\w+\s)?(?:view|opinion|words|eyes|mind|sums|judge?ment|account|telling|reckoning|estimation|"
    r"phrase|assessment|version|reading|analysis|estimate|calculation)\s(?:of|(?:preferred|favou?red|given|told|offered|put\sabout|put\sforward)\sby)\s(?P<who>[^,;:“”\"()]{2,70}?)(?=[,;:.“\"]|\s(?:is|was|it|he|she|they|the)\b|\Z)"
)
_BELIEVED = Pattern(
    r"\b(?:[Ii]f\s(?P<who>[^,;:“”\"()]{2,60}?)\s(?:is|are|was|were)\s(?:to\sbe\sbelieved|any\sguide)"
    r"|[Tt]o\shear\s(?P<teller>[^,;:“”\"()]{2,60}?)\stell\sit)(?=[,;.]|\Z)"
)
_SOME = Pattern(
    r"\b[Bb]y\s(?P<who>(?:one|another|a\srival|other|two|some|several|many|most|all|both|local|witness)\s(?:accounts?|reckonings?|estimates?|versions?|"
    r"tellings?))\b"
)
_AS = Pattern(
    r"(?<![a-z] )\b[Aa]s\s(?P<who>[^,;:“”\"()]{2,60}?)(?:,\s[^,;:“”\"]{3,60},)?\s"
    r"(?P<verb>ha(?:s|ve|d)|tells?|told|sees?|saw|reads?|puts?|remembers?)\sit(?=,|\.\Z)"
)
_DOUBTS = {"se": Status.SPECULATION, "sa": Status.SPECULATION, "re": Status.SPECULATION, "pu": None}
"""What the verb makes of it, by its first letters: who sees or reads it so has not seen it."""
_HOW = Pattern(
    r"\b(?:is|was)\show\s(?P<who>[^,;:“”\"()]{2,60}?)\s(?:puts|put|saw|sees|described|describes|tells|told)\s(?:it|this|that)\b"
)
_AMONG = Pattern(
    r"\b[Tt]he\s(?:[\w-]+\s){0,2}?(?:view|theory|explanation|feeling|fear|hope|belief|suspicion|consensus|reading|talk|worry|"
    r"concern|expectation|hunch|thinking)\s(?:at|of|among|in|from|within|inside)\s(?P<who>[^,;:“”\"()]{2,60}?)\s(?:is|was)\s(?=that\b)"
)
_FOR = Pattern(
    r"(?:For|To)\s(?:(?:the|its|his|her|an?)\s(?:[a-z][\w-]*\s){1,4}?)?(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)(?:\s(?:of|at|from)\s[^,]{2,60}|,\s(?:an?|the|who|whose|which|of|at|from)\s[^,]{2,70})?,\s(?=(?:that|this|it(?!\s(?:has|had)\sbeen)|the|such|all)\b)"
)
_THINKS = Pattern(
    r"\b(?:view|opinion|eyes|mind|judge?ment|reckoning|estimation|book|assessment|reading|analysis|calculations?|estimates?|sums|"
    r"model|logic|interpretation|estimate|explanation|theory|hypothesis|hunch|arithmetic|maths?|feeling|belief|consensus|expectation|thinking)\b"
)
_SPEAKS = (
    r"(?:view|verdict|case|argument|claim|theory|estimate|guess|prediction|forecast|answer|response|reply|advice|"
    r"assessment|diagnosis|conclusion|position|line|message|explanation|defen[cs]e|contention|account|version|reading|"
    r"complaint|charge|objection|point|stance|warning|hope|fear|worry|concern|hunch|suspicion|belief|bet)"
)
_HOPES = Pattern(
    r"\b(?:guess|prediction|forecast|hope|fear|worry|hunch|suspicion|bet|theory|estimate|reading|explanation|belief|diagnosis)\b"
)
_NOUN = Pattern(
    rf"(?:\A|[.;—–:,]\s|\s(?:but|and|while)\s)"
    rf"(?:{_PRONOUN}|{_OWNER}|(?P<the>[Tt]he\s(?!(?:\w+est|only|best|first|real|obvious|usual|official|common|received)\s)"
    r"[\w’' -]{2,50}?)’?s?)\s"
    rf"(?:(?:own|main|only|best|first|preferred|latest|final|central|official|personal|initial)\s)?{_SPEAKS}"
    r"(?:\sto\s[^,:;“”]{2,40})?(?P<joint>:\s|\s(?:is|was|remains)\s(?:that\b|simple:|clear:|[“\"]|the\s|it\b|a\b|an\b)|\s(?:is|was)\s)"
)

_NOUNS = classes("en")["nominal"]
"""One of them stands in every cue that is not “as X has it”, “is how X puts it” or “for X,”."""


_LINKS = frozenset({"is", "was", "remains"})
_OWNERS = frozenset({"his", "her", "its", "their"})


class Nominal(NamedTuple):
    """A cue without a verb of speech."""

    start: int
    """First code point in the sentence."""
    end: int
    """One past the last."""
    source: tuple[int, int]
    """Bounds of the source's words."""
    opens: bool
    """Whether the content follows it; else it stands around it."""
    status: Status | None
    """What it makes of its content."""


def may_be_nominal(sentence: str) -> bool:
    """Whether a sentence has a word that every nominal cue has: few do."""
    known = words(sentence).known
    return (
        not _NOUNS.isdisjoint(known)
        or "how" in known
        or "it," in sentence
        or sentence.endswith(" it.")
        or sentence.startswith(("For", "To"))
    )


def nominals(sentence: str) -> Iterator[Nominal]:
    """Find the nominal cues of a sentence."""
    known = words(sentence).known
    nouns = not _NOUNS.isdisjoint(known)
    if nouns:
        yield from _views(sentence, known)
    if "it," in sentence or sentence.endswith(" it."):
        for found in _AS.finditer(sentence):
            doubts = _DOUBTS.get(found["verb"][:2], Status.UNCONFIRMED)
            yield Nominal(*found.span(), found.span("who"), not found.start(), doubts)
    if "how" in known:
        for found in _HOW.finditer(sentence):
            yield Nominal(*found.span(), found.span("who"), opens=False, status=None)
    links = not _LINKS.isdisjoint(known)
    if nouns and links and "that" in known:
        for found in _AMONG.finditer(sentence):
            yield Nominal(*found.span(), found.span("who"), opens=True, status=Status.SPECULATION)
    seen = _FOR.match(sentence)
    if seen:
        yield Nominal(*seen.span(), seen.span("who"), opens=True, status=Status.OPINION)
    noun = _NOUN.search(sentence) if nouns and (links or ":" in sentence) else None
    if noun:
        name = next(one for one in ("who", "it", "the") if noun[one])
        hopes = Status.SPECULATION if _HOPES.search(noun.group()) else None
        yield Nominal(*noun.span(), noun.span(name), opens=True, status=hopes)


def _views(sentence: str, known: frozenset[str]) -> Iterator[Nominal]:
    """“In her view”, “by one account”, “if the mayor is to be believed”."""
    owned = "’" in sentence or "'" in sentence or not _OWNERS.isdisjoint(known)
    asked = ((_ADVERBIAL, owned), (_OF, not known.isdisjoint(("of", "by"))), (_SOME, "by" in known))
    for pattern in [pattern for pattern, may in asked if may]:
        for found in pattern.finditer(sentence):
            if _BANKED.match(found.group()) and not sentence.startswith(",", found.end()):
                continue
            name = "who" if found["who"] else "it"
            opens = not sentence[: found.start()].strip(" ,“”\"'")
            by_some = pattern is _SOME and "both" not in found["who"]
            told = Status.UNCONFIRMED if by_some else None
            thinks = Status.SPECULATION if _THINKS.search(found.group()) else told
            yield Nominal(*found.span(), found.span(name), opens, thinks)
    for found in _BELIEVED.finditer(sentence) if "if" in known or "hear" in known else ():
        name = "who" if found["who"] else "teller"
        yield Nominal(*found.span(), found.span(name), not found.start(), Status.UNCONFIRMED)
