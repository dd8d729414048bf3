"""Gives a clause its status by its cues: the decided cases of the annotation guideline, in order.

`docs/annotation-guideline.md` defines the four statuses. The order in which cues beat each other:

1. a question, 2. hearsay, 3. a hedge, 4. what the reporting verb makes of its content, 5. a
judgement, 6. an anonymous source, 7. an accuser before a verdict; else the clause is stated.
Rules of law and reports that something is not known are facts whatever hedges stand in them.
"""

import re

from schemas import CueKind, Status
from service.lexicon.bygone import HABIT, standing
from service.lexicon.deeming import DEEMS
from service.lexicon.entries import classes
from service.lexicon.idle import idle
from service.lexicon.judgements import CALLED, DENIES, judges, judges_anyway, superlative
from service.lexicon.lexicon import Hit, Lexicon, Marks
from service.lexicon.settled import permitted, settled
from service.lexicon.subjects import UPPER
from service.lexicon.voices import ARTICLE_VOICE, Clause, Voice
from service.patterns import Pattern

_NOMINAL = Pattern(r"(?:in|on|by|to|from|under)\s", re.IGNORECASE)
"""“By its own account a no would close the plant”: no verb sets “will” back in time there."""
_NOW = Pattern(r"(?:says?|tells?|argues?|warns?|adds|notes|claims?|insists?)\Z", re.IGNORECASE)
_CONDITIONAL = Pattern(r"\b(?:would|could|might)\b")
_CONCEDES = Pattern(r"(?:acknowledg|conced|admit|accept|agree|apolog)", re.IGNORECASE)
"""What an accuser grants tells against the charge, and is none."""
_ASKS = Pattern(r"(?:ask|enquir|inquir)", re.IGNORECASE)
"""Whoever asks asserts nothing."""
_OWN_STEP = Pattern(
    r"\b(?:said|says|say|announced|confirmed)\s(?:that\s)?(?:it|they)\s(?:was|were|is|are|has|have|had|will|would)\s"
    r"(?:not\s|also\s|now\s|since\s)?(?:study|review|open|appeal|seek|drop|decid|examin|consider|interview|request|receiv|"
    r"launch|clos|start|beg[au]n|investigat)"
)
"""“Prosecutors said they had opened a case”: a step of procedure."""
_WARNS = Pattern(r"warn", re.IGNORECASE)
"""Whoever warns says what others will do or what will come, which is no plan of theirs."""
_INVERTED = Pattern(rf"[“\"‘']?Should\s(?:{UPPER}|[a-z]{{3,}}s\s)[^;:?]{{4,120}},\s")
"""“Should Orr lose, it closes”: a case that no “if” puts."""
_CASE_OPENS = ("Should ", "“Should ")
_IF = Pattern(r"\bif\b|\bunless\b|(?:With|Without)\s")
_CONCESSIVE = Pattern(
    r"\s(?:(?:a\slittle|a\sbit|somewhat|slightly|rather|perhaps|not)\s)?(?!(?:true|false|so|not|any|ever|needed|required|possible|"
    r"necessary|confirmed|asked|convicted|elected|approved|proven|correct|found|guilty|successful|available|applicable|only|anything|"
    r"\w+ed)\b)[a-z-]+[.,;:”\"]*\Z"
)
"""“Sound advice, if dull”: one word, which grants something."""
_FILED = Pattern(r"\s(?:filed|published|released|compiled|submitted|by|from|to)\b")
_OWN = Pattern(r"\b(?:he|she|it|they|we)\s\Z")
_SCHEDULED = Pattern(
    r"\b(?:(?:on|from|until|by)\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:on|in|from|by)\s(?:\d{1,2}\s)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)|tomorrow)\b"
)
"""A day or a month: what “would” happen then is a plan set back in time."""
_ON_A_DAY = Pattern(r"\bon\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""“Said tents would leave the port on Monday”: a day that is set."""
_WILL = Pattern(
    r"(?P<who>this\sone|that\sone|[\w’'-]+)\s(?:will|won[’']t)(?:(?=[,.;])|\s(?!be\sheld\b|(?:not|never)\sbe\s(?!missed|forgotten|heard|seen)[a-z]+(?:ed|en|own|ught|ood|old|id)\b))|\b(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Tt]hat|[Tt]here)[’']ll\s"
)
"""“These numbers will move again”."""
_BRINGS = classes("en")["effect"] - {"cover", "end", "give", "allow", "permit", "require"}
_WILL_DO = Pattern(
    r"\b(?:merger|takeover|change|cut|ban|strike|line|tunnel|bridge|tax|levy|package|closure|rise|loss|ruling|law|plan|scheme|project|reform|dam|"
    r"storm|drought|shortage|delay|deal|measure|tariff|subsidy)s?\s(?:(?:of|in)\s[\w’'-]+\s)?will\s(?:also\s|only\s|not\s)?"
    rf"(?:{'|'.join(sorted(_BRINGS))})\b"
)
"""“The merger will create the largest bank”: a thing plans nothing, what it brings is foretold."""
_BY_THEN = (
    r"(?:by\s(?:the\send|noon|spring|summer|autumn|winter|mid|early|late|[A-Z]|\d)|within\s|next\s|tomorrow\b|soon\b|overnight\b|"
    r"in\s(?:\d|[A-Z][a-z]+\b|the\s(?:spring|summer|autumn|winter|next|coming)|(?:a\sfew|two|three|four|five|six|nine|ten|under)\s)|"
    r"this\s(?:week|weekend|month|year|spring|summer|autumn|winter))"
)
_DUE = Pattern(
    rf"(?P<who>[\w’'-]+)\s(?:should|ought\sto)\s(?:now\s|then\s|also\s|be\s)?(?:(?:take|last)\s(?:[\w’'-]+\s){{0,3}}?(?:hours|days|weeks|months|years)\b|"
    rf"(?!have\b|not\b|never\b)[a-z]+\s(?:[\w’'-]+\s){{0,5}}?{_BY_THEN})"
)
"""“The road should reopen in May”."""
_MONTH = Pattern(
    r"\b(?:after|before|by|from|in|of|on|over|since|until)\s(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Christmas|Easter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\Z"
)
"""“What is left after March will pay its way”: no one whose plan it is."""
_HE = Pattern(r"(?:\A|[,;]\s|\s(?:and|but)\s)(?:[Hh]e|[Ss]he|[Tt]hey)\s\Z")
_STEP = Pattern(
    r"would\s(?:also\s|later\s|then\s|not\s|never\s)?(?!(?:be|have|like|love|want|prefer|rather|know|think|need|bet|argue|say|hate|"
    r"do|see|make|not)\b)[a-z]+\b(?!.*\b(?:but\sfor|were|rather)\b)"
)
"""“He would stay in parliament”: an account that goes on without a cue, or what came later."""
_SAID_SO = Pattern(r"\b(?:said|says|told\s[^,;“”]{2,60})\s(?:that\s)?\Z")
_OURS = Pattern(r"\b(?:I|[Ww]e)\s\Z")
"""Before “will”: the speaker's own plan."""
_PLANS = classes("en")["body"] | {"i", "we", "and", "who", "nobody", "one"}
"""Who says of what “will” be what they mean to do, or not to do."""
_GUESSED = Pattern(
    r"(?:might|(?:may|could)\s(?:\w+\s)?have)\b|(?:\w+\s)?(?:expected|likely|feared|fears?|hopes?|hoped|thought|believed|suspects?|suspected)\b",
    re.IGNORECASE,
)
"""What no rule provides for: “under the deal, prices are expected to fall”."""
_LESS = frozenset({Status.UNCONFIRMED, Status.SPECULATION})
_MARKS = " .,;”\"’'"
"""What may close a clause behind its last word."""
_ASKED = ("Whether ", "Why ", "How ", "Who ", "What ", "When ", "Where ")
"""How a question begins, before a report of not knowing: “Why it fell, nobody can say”."""
_BY_OPENING = ("had/were/should", "is/are/remains a/one")
"""Cues that depend on how their clause begins."""
_OPENS = frozenset({CueKind.CONDITION, CueKind.QUESTION})
"""Kinds of hedges that may stand before what is not known: "whether it holds is unclear"."""


def status(lexicon: Lexicon, clause: str, voice: Voice = ARTICLE_VOICE) -> Status:
    """Judge a clause that stands alone.

    Args:
        lexicon: The reading of the language.
        clause: The clause's words, the frame's included where it stands in it.
        voice: Who says it.
    """
    return judge(Clause.of(lexicon.read(clause), clause, 0, len(clause)), voice)


def plain(marks: Marks, text: str) -> bool:
    """Whether nothing in a text makes any of its clauses more or less than a stated fact.

    It is asked of a whole sentence in the article's own voice, before anything is cut.

    Args:
        marks: What the lexicon finds in it.
        text: Its words, without quotations.
    """
    return not (marks.hedges or marks.evaluations or "?" in text or superlative(text))


def judge(clause: Clause, voice: Voice = ARTICLE_VOICE) -> Status:
    """Judge a clause in its sentence.

    Args:
        clause: The clause and what the lexicon finds in it.
        voice: Who says it.
    """
    asks = "?" in clause.text[-3:]
    hedges = {Status.SPECULATION} if asks else _hedged(clause, voice)
    if hedges is None:
        return Status.STATED_FACT
    if not asks and judges_anyway(clause, hedges, voice):
        return Status.OPINION
    if voice.makes is Status.SPECULATION or not hedges.isdisjoint(_LESS):
        return Status.UNCONFIRMED if Status.UNCONFIRMED in hedges else Status.SPECULATION
    # Whoever stays anonymous passes on facts, coloured or not; critics judge.
    tells = (
        voice.unnamed and not (voice.crowd or voice.spoken) and voice.cue.casefold() not in CALLED
    )
    judged = voice.makes is None and not tells and judges(clause, voice)
    if voice.makes is Status.OPINION or judged:
        return Status.OPINION
    unproven = voice.accuser and not (
        _CONDITIONAL.search(clause.text)
        or _CONCEDES.match(voice.cue)
        or _OWN_STEP.search(clause.text)
    )
    if (voice.unnamed or unproven) and not (voice.denies or _ASKS.match(voice.cue)):
        return Status.UNCONFIRMED
    return voice.makes or Status.STATED_FACT


def _hedged(clause: Clause, voice: Voice) -> set[Status] | None:
    """What a clause guesses or hears; None where it reports that something is not known."""
    if clause.unknown is not None and not clause.hedges:
        return None
    found = _pointed(clause, voice) if clause.hedges else set[Status]()
    if found is not None and _guessed_unhedged(clause.text, voice):
        found.add(Status.SPECULATION)
    return found


def _pointed(clause: Clause, voice: Voice) -> set[Status] | None:
    """What the hedges of a clause point to; None where they hedge what is not known or settled."""
    hedges = clause.hedges
    if voice.cue:
        cue = voice.cue.casefold()
        # The frame's own verb counts once, as what it makes of its content.
        own = {cue, f"{cue} that"}
        hedges = [hit for hit in hedges if clause.words(hit).casefold() not in own]
        if cue in DEEMS:
            # "Thinks the cut sensible": the hedge is the verb and what it thinks of.
            hedges = [hit for hit in hedges if not clause.words(hit).casefold().startswith(cue)]
    proven = [hit for hit in hedges if hit.entry.kind is not CueKind.HEARSAY]
    if len(proven) < len(hedges) and (voice.denies or (voice.cue and DENIES.search(clause.text))):
        hedges = proven
    if clause.rule and hedges:
        hedges = [hit for hit in hedges if hit.entry.decisive or _GUESSED.match(clause.words(hit))]
    if clause.unknown is not None:
        hedges = [hit for hit in hedges if hit.end <= clause.unknown]
        if clause.text.startswith(_ASKED) or all(hit.entry.kind in _OPENS for hit in hedges):
            return None
    text = clause.text
    hedges = [hit for hit in hedges if not (permitted(text, hit) or idle(text, hit))]
    hedges = standing(text, hedges)
    if settled(clause, hedges):
        if not (voice.unnamed or voice.accuser):
            return None
        hedges = []
    return {
        hit.entry.status
        for hit in hedges
        if hit.entry.status is not None and _holds(clause.text, hit, voice)
    }


def _guessed_unhedged(clause: str, voice: Voice) -> bool:
    """Whether a clause guesses though no hedge stands in it: it puts a case, warns or foretells."""
    if clause.startswith(_CASE_OPENS) and _INVERTED.match(clause):
        return True
    if " will " in clause and _WARNS.match(voice.cue) and not _SCHEDULED.search(clause):
        return True
    if " will " in clause and _WILL_DO.search(clause) and not _SCHEDULED.search(clause):
        return True
    if ("should " in clause or "ought to " in clause) and _due(clause):
        return True
    return voice.spoken and _foretells(clause)


def _due(clause: str) -> bool:
    """Whether a thing “should” do something by a time, which foretells and asks nothing of it."""
    found = _DUE.search(clause)
    return found is not None and found["who"].casefold() not in _PLANS


def _foretells(clause: str) -> bool:
    """Whether a speaker says what others will do or what will come: no plan of the speaker's."""
    if not ("will" in clause or "won" in clause or "’ll" in clause or "'ll" in clause):
        return False
    if _SCHEDULED.search(clause):
        return False
    for will in _WILL.finditer(clause):
        who = will["who"] or ""
        named = (
            will.start() > 1 and who[:1].isupper() and not _MONTH.search(clause, 0, will.end("who"))
        )
        if not named and who.casefold() not in _PLANS:
            return True
    return False


def _opened(clause: str, hit: Hit) -> bool:
    """Whether its clause opens as the cue asks: “had it rained”, “why it fell is a question”."""
    if hit.entry.cue.startswith("had/"):
        return not clause[: hit.start].strip("“\"‘' ")
    return clause.startswith(_ASKED)


def _holds(clause: str, hit: Hit, voice: Voice) -> bool:
    """Whether a hedge that depends on its surroundings is one here."""
    words = hit.entry.cue
    reported = voice.cue and not (
        voice.unnamed or voice.spoken or _NOW.match(voice.cue) or _NOMINAL.match(voice.cue)
    )
    own = words.endswith("EFFECT") and (
        _OWN.search(clause, 0, hit.start)
        or (reported and words.startswith("would") and _ON_A_DAY.search(clause, hit.end))
    )
    if words == "would" or own:
        # A plan that its owner reports: "said the board would meet on Thursday". In a speaker's own
        # words, or behind "says", it is no "will" set back in time.
        planned = (
            reported
            or HABIT.match(clause)
            or (
                not voice.spoken
                and (
                    _SCHEDULED.search(clause, hit.end)
                    or (
                        not (own or voice.cue)
                        and _STEP.match(clause, hit.start)
                        and _HE.search(clause, 0, hit.start)
                    )
                )
            )
        )
        return not planned or _IF.search(clause) is not None
    if words.startswith(("will ", "it'll/")):
        # What we will do, what “he’ll” do who says so, what is to be on a day that is set: plans.
        own = _OURS.search(clause, 0, hit.start) or (
            bool(reported)
            and clause.startswith(("he", "she", "they"), hit.start)
            and _SAID_SO.search(clause, 0, hit.start)
        )
        return not (own or _SCHEDULED.search(clause, hit.end))
    if words.startswith(_BY_OPENING):
        return _opened(clause, hit)
    if words.startswith("according to ("):
        # "According to reports filed with the board": records, and no hearsay.
        return not _FILED.match(clause, hit.end)
    if words in {"alleged", "if"}:
        # "It was swept once a week, if that": a limit on the number, and no condition; nor is
        # "sound advice, if dull" one.
        limits = clause[hit.end :].strip(_MARKS) == "that" or _CONCESSIVE.match(clause, hit.end)
        return not (limits if words == "if" else voice.cue)
    return words != "?" or not clause[hit.end :].strip("”\"’' ") or clause[hit.end] in '”"'
