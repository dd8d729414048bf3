"""Reads a source that stands behind its verb: “it closed,” said Orr.

English inverts verbs of speech behind what was said (quotative inversion: Collins & Branigan 1997).
"""

import re

from service.lexicon.entries import classes
from service.lexicon.frame import Frame, Place
from service.lexicon.lexicon import Hit, Lexicon
from service.lexicon.subjects import COMMA, FINITE, FULL_NAME, PREPOSED, UPPER, apposed, noun_phrase
from service.patterns import Pattern

_NOT_A_SOURCE = Pattern(
    r"\s*(?:(?:that|it|he|she|they|there|we|in|on|at|to|by|as|after|before|during|when|for|of|from|"
    r"whether|if|how|no|not|nothing|nobody|this|these|those|last|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"January|February|March|April|June|July|August|September|October|November|December)\b|[,.;“\"$€£\d])",
    re.IGNORECASE,
)
_APPOSED_SPEAKER = Pattern(
    rf",[”\"]\s(?:[\w’'-]+\s){{0,5}}[\w’'-]+,\s(?:[a-z][\w’'-]*\s){{0,4}}{UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)*,\Z"
)
"""“…,” Orr’s lawyer, Ada Mintz, reminded the jurors: who speaks stands before."""
_STOPS = frozenset({"", ".", "!", "?"})
_WHOLE = 4  # spaces: no clause that a source stands behind is shorter
_ADVERBIAL = Pattern(
    r"(?:in|on|at|after|before|during|by|under|for|with|since|from|asked|when|as(?!\s(?:many|much|few|little)\b))\b"
    r"(?!.*\b(?:is|are|was|were|has|have|had|will|would|could|may|might)\b)",
    re.IGNORECASE,
)
_NAME_ENDS = Pattern(r"\s*(?:[.,;:]|\Z)")
_WHO_SPEAKS = Pattern(
    r"(?!.*\b(?:is|are|was|were|has|have|had|will|would|said)\b.*,\swho)[^,;“”\"]{3,90},\swho\s[^;“”\"]*,\Z"
)
"""“A diplomat involved in the talks, who asked not to be named,” speaks: the clause is its own."""
_VERB_BEHIND = Pattern(
    rf",\s(?:{FINITE.pattern}|[a-z]+s\s(?:the|an?|its|his|her|their|no|him|it|them|{UPPER}))"
)
"""“The contract, says its lawyer, lets them leave”: the clause goes on behind who says it."""
_PREDICATES = Pattern(r"\s(?:is|are|was|were|has|had|will|would|could|may|might|can|must)\b")
"""A verb behind a noun phrase makes it the subject of a clause: "…, said the figures were thin"."""
_REDUCED = Pattern(
    r"(?:an?|one|two|three|several)\s(?:[\w’-]+\s){1,3}?[a-z]+ed\s(?:on|by|in|at|to|with)\b"
)
"""“Said a diplomat briefed on the talks”: a participle, and no verb of a clause."""
_ECHO = Pattern(
    r"[“\"]?(?:Not|No|Yes|Yet|Perhaps|Maybe|Hardly|Nonsense|Wrong|True|False|Rubbish|Fine)\b[^,]{0,20},[”\"]?\Z"
)
"""“Not so, said X”: a short answer that stands for its clause."""
_ASSERTS = Pattern(
    r"\A(?!\s*(?:when|as|asked|speaking|sent|after|before|since)\b).*\b(?:will|would|is|are|was|were|has|have|had|\w+n[’']t)\b",
    re.IGNORECASE,
)
"""A clause behind an adverbial: "On present signs they won’t"."""
_GOES_ON = Pattern(r"[“\"]|\A:\s")
_INTERRUPTED = Pattern(r"\b(?:is|are|was|were|has|have|had|will|would),\s[^,]*,\Z")
"""“The regulator has, we hear, demanded it”: the verb has its subject."""
_INVERTIBLE = classes("en")["invertible"]


def inverted(lexicon: Lexicon, sentence: str, hit: Hit, cue: str) -> Frame | None:
    """The frame of a verb that stands before its source, if it does.

    Args:
        lexicon: The reading of the language.
        sentence: The sentence's text.
        hit: The verb.
        cue: Its first word, in lower case.
    """
    if cue in _INVERTIBLE or (
        cue.endswith(("ed", "s")) and _alone(sentence, hit) and _minded(lexicon, sentence, hit)
    ):
        return _inverted(sentence, hit)
    return None


def _inverted(sentence: str, hit: Hit) -> Frame | None:
    """“It closed,” said X."""
    before = sentence[: hit.start].rstrip()
    if not before.endswith((",", "”", '"', "’", "?", "!", "—")):
        return None
    after = sentence[hit.end :]
    start, end = noun_phrase(sentence, hit.end)
    if start == end or _NOT_A_SOURCE.match(after) or _WHO_SPEAKS.match(before):
        return None
    if _INTERRUPTED.search(before) or _APPOSED_SPEAKER.search(before):
        return None
    named = FULL_NAME.match(sentence, start) and _NAME_ENDS.match(sentence, end)
    bare = before.endswith(",") and not (
        named or _content(before) or _ECHO.match(before) or _alone(sentence, hit)
    )
    if bare and not _VERB_BEHIND.match(sentence, apposed(sentence, start, end)[1]):
        return None
    # "Said retired General Ada Orr": what a subject would stand before is no verb.
    finite = FINITE.search(sentence, start + 1, end)
    clause = finite is not None and not _REDUCED.match(sentence, start)
    if clause or _PREDICATES.match(sentence, end):
        # "The suit, filed in May, says the firm knew": a clause stands behind the cue.
        return None
    start, end = apposed(sentence, start, end)
    rest = sentence[end:]
    place = Place.AROUND if bare or _GOES_ON.search(rest) else Place.BEFORE
    return Frame(hit.start, end, start, end, hit, place, rest.strip(' ,.”"'))


def _alone(sentence: str, hit: Hit) -> bool:
    """Whether nothing but one clause stands before a verb, and nothing but somebody behind it.

    So any verb of speech stands before its source: "six have gone, discloses the federation".
    """
    if sentence[hit.start - 2 : hit.start] != ", ":
        return False
    before = sentence[: hit.start].rstrip(" ,")
    if COMMA.search(before):
        return False
    _, end = noun_phrase(sentence, hit.end)
    rest = sentence[end:].lstrip()
    whole = before.count(" ") >= _WHOLE and not _ADVERBIAL.match(before)
    return whole and (rest in _STOPS or rest.startswith("who "))


def _minded(lexicon: Lexicon, sentence: str, hit: Hit) -> bool:
    """Whether the noun phrase behind a verb is somebody."""
    start, end = noun_phrase(sentence, hit.end)
    return lexicon.speakers.minds(sentence[start:end], opens=False)


def _content(before: str) -> bool:
    """Whether a clause stands before the cue, and not only a source with an aside."""
    return any(
        FINITE.search(part)
        and (not PREPOSED.match(part) or _ASSERTS.search(part))
        and not re.match(
            r"\s*(?:who|which|\w+ed\s(?:in|on|by|at|to|from|with|for|last|of))\b", part
        )
        for part in COMMA.split(before)
    )
