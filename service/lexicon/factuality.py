"""Gives a clause its status by its cues: the decided cases of the annotation guideline, in order.

`docs/annotation-guideline.md` defines the four statuses. The order in which cues beat each other:

1. a question, 2. hearsay, 3. a hedge, 4. what the reporting verb makes of its content, 5. a
judgement, 6. an anonymous source, 7. an accuser before a verdict; else the clause is stated.
Rules of law and reports that something is not known are facts whatever hedges stand in them.
"""

import re
from dataclasses import dataclass

from schemas import CueKind, Status
from service.lexicon.entries import classes
from service.lexicon.lexicon import Hit, Lexicon

_COPULA = re.compile(
    r"\b(?:is|was|are|were|be|been|being|am|looks?|looked|feels?|felt|seems?|sounds?|sounded|remains?|remained|"
    r"became|becomes?|makes?|made|comes?|came|what|called|calls|branded|described|dubbed|proved|proves|"
    r"amounts?\s+to|amounted\s+to|find|finds|found)\b|[’'](?:s|re|m)\b"
)
# Words that judge wherever they stand: norms, and degrees that nobody can measure.
_NORM = re.compile(
    r"\b(?:deserve|ought|should|need|have to|has to|too|excuse|simply|quite|lesson|reminder)",
    re.IGNORECASE,
)
_CALLED = classes("en")["calling"]
_NAMING = _CALLED - {"dismissed"}
_DENIES = re.compile(
    r"\b(?:false|untrue|fabricated|fabrication|lies?|baseless|unfounded|groundless|invented|invention|fiction|fake|"
    r"incorrect|inaccurate|hoax|forgery|forged|not\s+true)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\bthe\s+(?:single\s+)?(?:best|worst|finest|greatest|meanest|ugliest|bravest|dumbest|nicest|"
    r"cruellest|saddest|proudest)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"[“\"]([^”\"]{1,90})[”\"]")
_CONDITIONAL = re.compile(r"\b(?:would|could|might)\b")
_SAID_OF = re.compile(
    r"\b(?:is|was|are|were)\s+(?:an?\s|the\s|(?:the\s)?most\s|so\s|very\s|quite\s|simply\s)?\Z"
)
# What a speaker demands of others; in the article's own voice "must" tells of a duty by law.
_DEMAND = re.compile(
    r"\b(?:he|she|they|it|ministers?|government|council|\w+s)\s+must\b", re.IGNORECASE
)
_EXISTS = re.compile(r"\bthere\s+(?:is|are|was|were)\b", re.IGNORECASE)
_REACH = 40
"""Code points that may stand between a copula and a judgement: about seven words."""

_SHORT_JUDGEMENT = 6
"""Words: a quotation this short that holds a judgement is one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a clause, as far as its status depends on it."""

    cue: str = ""
    """The reporting verb or phrase as it stands; empty for the article's own voice."""
    makes: Status | None = None
    """What that cue makes of its content; None where it leaves it open."""
    unnamed: bool = False
    """Whether the source is anonymous."""
    accuser: bool = False
    """Whether the source brings a charge that no court has ruled on."""
    spoken: bool = False
    """Whether the clause is a speaker's own words, in which judgements are meant."""


ARTICLE_VOICE = Voice()


def status(lexicon: Lexicon, clause: str, voice: Voice = ARTICLE_VOICE) -> Status:
    """Judge a clause.

    Args:
        lexicon: The reading of the language.
        clause: The clause's words, the frame's included where it stands in it.
        voice: Who says it.
    """
    hedges = {Status.SPECULATION} if "?" in clause[-3:] else _hedges(lexicon, clause, voice)
    if hedges is None:
        return Status.STATED_FACT
    for decided in (Status.UNCONFIRMED, Status.SPECULATION):
        if decided in hedges or (decided is voice.makes is Status.SPECULATION):
            return decided
    if voice.makes is Status.OPINION or (voice.makes is None and _judges(lexicon, clause, voice)):
        return Status.OPINION
    unproven = voice.accuser and not _CONDITIONAL.search(clause)
    if voice.unnamed or unproven:
        return Status.UNCONFIRMED
    return voice.makes or Status.STATED_FACT


def _hedges(lexicon: Lexicon, clause: str, voice: Voice) -> set[Status] | None:
    """What the hedges of a clause point to; None where it reports that something is not known."""
    cue = voice.cue.casefold()
    hedges = [
        hit
        for hit in lexicon.hedges(clause)
        # The frame's own verb counts once, as what it makes of its content.
        if hit.entry.status is not None and clause[hit.start : hit.end].casefold() != cue
    ]
    if lexicon.rules(clause):
        hedges = [hit for hit in hedges if hit.entry.decisive]
    unknowns = lexicon.unknowns(clause)
    if unknowns:
        hedges = [hit for hit in hedges if hit.end <= unknowns[0][0]]
        if not hedges or all(hit.entry.kind is CueKind.CONDITION for hit in hedges):
            return None
    return {
        hit.entry.status
        for hit in hedges
        if hit.entry.status is not None and _holds(clause, hit, voice)
    }


def _holds(clause: str, hit: Hit, voice: Voice) -> bool:
    """Whether a hedge that depends on its surroundings is one here."""
    words = hit.entry.cue
    if words == "would" and voice.cue and not voice.unnamed:
        # A plan that its owner reports: "said the board would meet on Thursday".
        return bool(re.search(r"\bif\b|\bunless\b", clause))
    if words.startswith("had/were/should"):
        return not clause[: hit.start].strip("“\"‘' ")
    if words == "alleged":
        return not voice.cue
    return words != "?" or hit.end >= len(clause.rstrip("”\"’' "))


def _own_words(clause: str) -> str:
    """What stands before the end of the quotation: the frame behind it judges nothing."""
    end = max(clause.rfind("”"), clause.rfind('"'))
    return clause[:end] if end > 0 else clause


def _judges(lexicon: Lexicon, clause: str, voice: Voice) -> bool:
    """Whether the clause says what something is worth."""
    cue = voice.cue.casefold()
    if cue in _CALLED and _DENIES.search(clause):
        return False
    if voice.spoken and _DEMAND.search(_own_words(clause)):
        return True
    if _SUPERLATIVE.search(clause) or (cue in _NAMING and _FRAGMENT.search(clause)):
        return True
    own = _own_words(clause) if voice.spoken else clause
    return any(
        _meant(own, hit, voice)
        for hit in lexicon.evaluations(own)
        if own[hit.start : hit.end].casefold() != cue
    )


def _meant(clause: str, hit: Hit, voice: Voice) -> bool:
    """Whether a word of judgement is said of something, and does not only colour it."""
    if hit.entry.status is not Status.OPINION and not voice.spoken:
        return bool(_SAID_OF.search(clause, 0, hit.start))
    if _NORM.match(clause, hit.start):
        return True
    if voice.spoken and len(clause.split()) <= _SHORT_JUDGEMENT and not _EXISTS.search(clause):
        return True
    near = clause[max(0, hit.start - _REACH) : hit.start]
    predicate = _COPULA.search(near) and not _EXISTS.search(near)
    return bool(predicate) and "," not in near[-2:]
