"""What stands beside the words for a source, or in them, that tells for whom they speak.

“Speaking on condition of anonymity, she said” hides a name that the article may give elsewhere;
“three deputies, led by Ada Orr,” gives one; staff speak for the organisation that they are of.
"""

import re

from schemas import SourceKind
from service.draft.rules_heard import Source
from service.lexicon.frame import Frame
from service.lexicon.subjects import UPPER
from service.lexicon.tellers import ANONYMITY
from service.patterns import Pattern

OWNED = Pattern(rf"(?:[Tt]he\s)?(?:{UPPER}[\w-]*\s)*(?:{UPPER}[\w-]*|[a-z-]+)(?:[’']s|s[’'])\s")
STAFF = Pattern(
    r"(?:members|deputies|lawmakers|councillors|mps|senators|lawyers|executives|directors|managers|authors|editors|"
    r"doctors|scientists|engineers|officials|officers|inspectors|auditors|developers|owners|makers|founders|organi[sz]ers|designers|creators|operators|backers|trustees)\Z"
)
"""Who speaks for an organisation that is named with them ("the Greens’ five members")."""
_VISITING = (
    r"(?:[A-Za-z-]+\s)?(?i:regulars|drinkers|diners|customers|shoppers|patrons|guests|visitors|fans|patients|"
    r"passengers|residents|neighbours|worshippers|punters|locals|onlookers|witnesses)\b"
)
"""Who is at a place without being of it: "regulars at the Lucky Spoon"."""
AT_ORGANISATION = Pattern(
    rf"\A(?!{_VISITING})(?:[A-Za-z][\w-]*\s){{0,2}}[A-Za-z][\w-]*s\s(?:at|with|for)\s(?:the\s)?(?:{UPPER}|[a-z]+\s(?:commission|ministry|agency|council|institute))"
)
_OFFICIALS = Pattern(
    r"(?:The\s|the\s)?(?:[A-Za-z-]+\s)?officials\b(?!\s(?:who|familiar|close|briefed|with)\b)",
    re.IGNORECASE,
)
_OFFICIALLY = ("confirm", "announc")
_LED_BY = Pattern(rf",\sled\sby\s({UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)+)\Z")
_AND_OTHERS = Pattern(r"([Hh]e|[Ss]he)\sand\s(?:(?:his|her|the)\s)?[\w-]+(?:\s[a-z-]+)*\s?[a-z]+s")
_HEARSAY = Pattern(
    r"\b(?:allegedly|reportedly|supposedly|purportedly|probably|perhaps|possibly|presumably|apparently|"
    r"arguably|(?:almost|quite)\scertainly)\s\Z"
)
_SPEAKING = Pattern(
    r"(?:Speaking|Talking|Granted|On\scondition|Asking|Insisting|Requesting)\b[^,]*,\s\Z"
)


def meant(words: str, frame: Frame) -> str:
    """Whom the words for a group mean, if somebody in it is told.

    "Three deputies, led by Ada Orr, said"; "she and 11 colleagues report".
    """
    led = _LED_BY.match(frame.aside) if frame.aside else None
    with_others = _AND_OTHERS.fullmatch(words) if "and" in words else None
    return led[1] if led else with_others[1] if with_others else words


def stood(source: Source, words: str, frame: Frame, sentence: str) -> Source:
    """The source with its kind as the frame has it, whoever the words mean elsewhere."""
    before = 0, frame.source_start
    if _SPEAKING.match(sentence, *before) and ANONYMITY.search(sentence, *before):
        return source._replace(kind=SourceKind.UNNAMED)
    if frame.hit.entry.cue.startswith(_OFFICIALLY) and _OFFICIALS.match(words):
        # "Health officials confirmed 38 cases": the office speaks.
        return source._replace(kind=SourceKind.NAMED)
    return source


def hearsay(sentence: str, start: int, end: int) -> int | None:
    """Where the adverb begins that stands between a source and its cue: “she allegedly wrote”."""
    found = (
        _HEARSAY.search(sentence, start, end) if sentence.endswith("edly", start, end - 1) else None
    )
    return found.start() if found else None
