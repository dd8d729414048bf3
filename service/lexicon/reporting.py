"""Says whether a word that can report does so here, and whether its subject can be a source.

Most verbs of speech have other uses ("the firm reports a loss", "phone calls", "a claim for
damages"); what stands before and behind them tells, by the closed classes of `en/classes.tsv`.
"""

import re
from collections.abc import Callable
from functools import cache

from service.lexicon.entries import classes
from service.lexicon.lexicon import Lexicon
from service.lexicon.records import COUNTS, FIGURE, is_document
from service.lexicon.subjects import UPPER, Subject, can_speak
from service.lexicon.verbs import IRREGULAR
from service.patterns import Pattern

_EN = classes("en")
_Stands = Callable[[str, str], object]
"""Asks of a place what stands before a word and behind it; true where it is one."""
TAIL = Pattern(
    r"\s*(?:[,.;)”\"]|\Z|(?:on|in|at|to|late|early|as|after|when|during|by|this|last|yesterday|today|"
    r"through|from|before|later|over|outside|via|while|but|and|earlier|shortly|afterwards|with|of|"
    r"again|hours|days|weeks|immediately|here|there|aloud|publicly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"that\s+(?:day|week|month|night|morning|evening|afternoon|year|time))\b)"
)
"""What may stand behind a cue whose content stands before it."""
_AUX_BEFORE = Pattern(
    r"\b(?<!-)(?=[\w’']+\s+\Z)(?:not|n[’']t|never|to|is|are|was|were|be|been|being|without|for|"
    r"by|of|from|in|on|at|with|would|could|may|might|should|the|a|an|his|her|its|their|this|that|"
    r"these|no|any|two|three|four|five|several|many|further|repeated|such|’s|'s|will|who|which|getting|got|stands?|stood)\s+\Z",
    re.IGNORECASE,
)
_BY_MEANS = Pattern(
    r"\sby\s(?:(?:satellite|mobile|video|voice)\s)?(?:(?:tele)?phone|e-?mail|text|letter|radio|video|link|message)\b"
)
"""“Said by telephone” is no passive."""
_DOES = Pattern(r"\b(?:is|are|was|were|been)\s(?:\w+ly\s|now\s|already\s|still\s)?\Z")
"""“She was describing it as thin”."""
_ALONE = Pattern(
    r"\b(?:two|three|four|five|several|many|of\s(?:his|hers|theirs))\s\Z", re.IGNORECASE
)
"""Who speaks without a noun: "several told us", "friends of his say"."""
_AUXILIARIES = 24  # code points: more than the longest of them
_PHONE = Pattern(r"\bphone\s\Z")
"""A noun before "call"."""
_REDUCED = Pattern(
    r"\s(?:by|on|in|at|to|from|last|earlier|as)\s(?:(?:the|an?|its)\s)?"
    r"(?:(?!(?:it|he|she|they|there|that|the|its|his|her|their)\b)[\w’'-]+\s){1,4}?(?:was|were|is|are|has|had|have)\b"
)
"""“Two planets announced in May were noise”: the verb follows."""
_OF_A_PARTICIPLE = Pattern(r"\s+(?:by|on|in|at|to|from|last|earlier|as)\b")
_THAT_SOON = Pattern(
    r"\s(?:on|in|at|last|earlier|to)\s(?:[\w’'-]+\s){1,6}?that\s(?!is\b|was\b|has\b|had\b)"
)
_PUT_AT = Pattern(
    r"[^,;.]*\b(?:at\s(?:(?:no\s)?(?:better|more|less|worse|fewer)\sthan\s|[a-z]+\s){0,2}?|as\s(?:high|low|many|few)\sas\s|(?:above|below|over|between)\s)(?:evens?\b|[$€£]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|zero|nil)\b)"
)
_SPEECH = Pattern(
    r"\s*(?:(?:aloud|publicly|openly|online|privately)\s)?"
    r"(?:(?:at|on|in|to|from)\s[\w.:’' -]{1,40}?\s(?=that\s|whether\s))?(?:,\s*)?"
    r"(?:that\s|whether\s|if\s|how\s|why\s|(?:he|she|they|there)\s|[“\"])|\s*(?:[.,;:]|\Z)"
)
_BARE_CLAUSE = Pattern(
    rf"\s(?:(?:the|an?|his|her|its|their|this|these|those|most|some|all|no|not\sone|every|both)\s|(?={UPPER}))"
    r"(?:(?!(?:who|whom|whose|which|that|what|where|when|while|and|or|but|as|after|before|because|if|in|on|at|by|for|from|with|to)\b)[\w’'-]+\s){1,4}"
    r"(?:is|are|was|were|has|have|had|will|would|could|may|might|should|can|did|does|won[’']t|\w+n[’']t)\b"
)
"""“Swears the culprit is a landlord”: a clause without “that”."""
_ASKS = ("ask", "wonder", "quer")
_MEMORY = ("recall", "remember")
_SEEN = Pattern(r"(?:\s[\w’'-]+){1,3}\s\w{2,}ing\s")
"""“Recalled hoods being wiped down”."""
_QUESTION = Pattern(r"\s(?:who|what|when|where|which)\s")
_OBJECT = Pattern(
    r"\s+(?:(?:that|the|an?|its?|his|her|him|their|them|he|she|they|we|I|there|this|these|those|no|"
    r"nothing|nobody|more|most|some|many|all|every|both|losing|on|in|for|to|up|at|[\w-]+ing)\b"
    rf"|[“\"$€£\d]|{UPPER})"
)
_SPEAKER_BEFORE = Pattern(
    rf"(?:\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|we)|\b{UPPER}[\w’'-]+|\b(?:[Aa]n?|[Oo]ne)\s[a-z-]+)\s\Z"
)
"""Who speaks; behind "an" no plural noun stands ("an insider claims")."""
_FINISHED = Pattern(
    r"\b(?=[iawhmc])(?:is|are|was|were|has|have|had|will|would|may|might|could|must|can)\b"
    r"|\s(?=[a-z]+\s(?:the|an?|his|her|its|their|this|that|it|him|them|no)\b)"
    rf"(?:[a-z]+ed|{IRREGULAR})\s"
)
"""A verb that has its subject, by its form or its object: "farmers filled their ponds"."""
_CONDITION = Pattern(
    r"\b(?=[abiouw])(?:(?P<told>when|after|before|because|once|until)|if|unless|whether)\s+\Z",
    re.IGNORECASE,
)
_FREE = Pattern(r"\b(?:what|whatever|whichever|whoever|however) \Z")
"""“Whatever it finds”, “what the firm calls a task”: a part of a clause, and no report."""
_IN_RELATIVE = Pattern(r",\s(?:who|which)\b[^,]*\Z")
_NO_SOURCE = Pattern(
    r"(?:(?:he|she|it|I|we|you|they)\s(?!all\Z|both\Z|and\s)|(?:should|would|could|can|will|is|are|was|were|do|does|did|may|might)\s|(?:[Nn]ot?|[Hh]ardly|[Nn]either|[Nn]one|[Ww]ho|[Ww]hat)\s|(?:I|as|than|if|when|where|unless|and|"
    r"unconfirmed|unverified|initial|early|preliminary|conflicting|recent|earlier|previous|media|news)\Z|(?-i:[a-z]+(?:ed|ing))\s(?!records|data|figures|documents|papers|logs))",
    re.IGNORECASE,
)
_FRIEND_OF = Pattern(
    r"(?:an?|one|another|two|three|some)\s[^,]*\sof\s\S+(?:\s\S+)?[’']s\Z", re.IGNORECASE
)
"""“A former co-worker of Teague’s”: the genitive ends the source, and owns nothing behind it."""
_DENIED = Pattern(r"n[’']t\b|\s(?:and|or|but|than|to|not)\Z")
_RELATIVE = Pattern(
    r"\s(?<!\bwho\s)(?!surveyed\b|polled\b|asked\b|interviewed\b|questioned\b|involved\b|concerned\b|accused\b|injured\b|affected\b)[a-z]+ed\Z|"
    r"\A(?:[Ww]hich|[Ww]ho|[a-z]+ing\Z)"
    r"|\b(?=[twW])(?:(?:who|which|that|whom|what)\Z|(?:[Ww]hat(?:ever)?|[Ww]hoever|[Ww]hichever)\s|than\b.*\s(?:it|he|she|they)\Z)"
)
_PLURAL = Pattern(
    r"(?:(?<!\bit)(?<!\bhi)(?<!\bthi)(?<=[^’'])s|[Tt]hose|people|they|we|I|some|many|few|several|both|all|two|three|four|police|men|women|staff|crew|family|couple|pair|most|data|media)\Z",
    re.IGNORECASE,
)
_WHO = Pattern(r"\bwho\b")
_CONTACT = Pattern(
    r"(?:[\w’-]+\s)?[\w’-]+s\s(?:he|she|they|it|we)\s(?:has\s|have\s|had\s)?[a-z]{3,}ed\Z"
)
"""“Engineers she has consulted put it at ten”: whom a clause without “who” tells of."""
_CONTENT_BEFORE = Pattern(r"[,”\"]\s[^,”\"]{1,80}\Z")
_BROKEN_OFF = Pattern(r"[,”\"’?!]")
_QUOTED = Pattern(r"[,?!][”\"],?\s[^,;:“”\"]{2,60}\Z")
_SHORT_SOURCE = Pattern(r",\s[^,]{3,60}\Z")  # "…, official figures showed on Thursday"
_BROKEN_OFF_BEFORE = Pattern(
    r"(?:[,;:—–”\"(]|\b(?:is|are|was|were|been|and|or|by|not|even|as))\s*\Z"
)
_AS_FORETOLD = Pattern(r"\b(?:as|than|that|what)\s[^,;:]{2,60}\s(?:had|have|has)\s\Z")
_IT_ENDS = Pattern(r"\sit(?:,|\.\Z)")
_AS = Pattern(r"(?<![a-z] )\b[Aa]s\s[^;:“”]{2,120}\Z")
"""“It fell, as Orr sees it”: a comment of his, that a nominal cue reads (`nominals.py`)."""
_ASIDE = Pattern(r",\s(?:who|which|seen|obtained|reviewed|[a-z]{3,}ed)\s[^,;:]+,\s\Z")
"""“Logs, seen by this newspaper, show error rates”: behind an aside stands the verb."""
_CLOSED = Pattern(r"[,”\"?!]")
_IN_THAT = Pattern(r"\b(?:that|which|what|who|whom)\s(?:[\w’'-]+\s){1,4}\Z")
"""“A move that critics say is late”."""
_ENDS = Pattern(r"\s*(?:[,.;:)]|\Z|(?:is|are|was|were|has|have|had|for|from|in|at|to|of)\b)")
_UNDERTAKES = frozenset({"hope", "expect", "promise", "agree", "vow", "pledge"})
"""Base forms that an infinitive follows: "engineers hope to have it cut"."""
_TELLS = frozenset({"told", "tell", "tells"})
_SPEECH_VERBS = frozenset({"said", "say", "says"}) | _TELLS
_DIRECTIVE = Pattern(r"\s(?:[\w’'-]+\s){1,4}?(?:not\s)?to\s[a-z]+")
"""“The agency told parents to stop”: what it did, and no account of anything."""
_GAIN = Pattern(
    r"\s(?:(?:about|up|around|some|another|a\sfurther|nearly|almost)\s)?"
    r"(?:to\s|[$€£]?\d|(?:two|three|four|five|six|seven|eight|nine|ten|half|more|hundreds|thousands)\b)"
)
"""“Adding 300,000 tonnes”: what grew, not what was said."""
_RESULTS = Pattern(r"\s(?:[\w-]+\s){0,3}(?:results|figures|earnings|accounts)\b")
"""“It reports results on Friday”: an event."""
_NAMING = frozenset(
    {"calling", "describing", "branding", "dubbing", "labelling", "labeling", "terming"}
)
_NAMED_SO = Pattern(
    r"\s(?:(?:it|them|him|her|this|that|himself|herself)\s(?:an?\s|the\s|“|[a-z]+\Z|as\s)|(?:[\w’'-]+\s){1,6}?(?:as\s)?(?:“|(?<=\s)an?\s))"
)
"""“Calling the payouts “a raid””, “calling it a disgrace”: a judgement of what is named."""
_GOES = frozenset({"goes", "went", "go", "continued", "continues"})
_DOING = Pattern(
    r"\s(?:on\s)?(?!saying\b|insisting\b|claiming\b|arguing\b|denying\b)[a-z]{2,}ing\b"
)
"""“It goes on giving off gas”: nothing is said."""
_SAYS = frozenset({"said", "say", "says"})
_GIVES = frozenset({"offered", "offers", "gave", "gives", "give"})
_OR_NOT = Pattern(r"\b(?:not|n[’']t|never|without|declin\w+|refus\w+)\b[^;:.]*\sor \Z")
"""“Would not name the expert, or say”."""
_SILENT = Pattern(
    r"\s(?:nothing|little)(?:\s(?:more|else))?(?:\s(?:about|of|on|to|in|since)\b|[.,;]|\Z)"
)
"""“He has said nothing”: no statement."""
_BIDS = ("urge", "demand", "appeal", "lobb", "beg", "prais", "welcom")
_OWN_DEED = Pattern(
    r"\b(?:said|says|say|added|confirmed|recalled|told\s[a-z]+)\s(?:that\s)?(?:he|she|they|it|we)\shad\s(?:also\s|already\s|\w+ly\s)?\Z"
)
"""“Said they had urged her to quit”: a deed that is told, and no demand."""
_SUMMONS = Pattern(
    r"\s(?:off|up|twice|round)\b|\s[\w-]+\stimes\b|\s(?:(?:the|an?|his|her|their|its)\s)?(?:[\w-]+\s)?(?:police|ambulance|brigade|services|doctor|"
    r"coastguard|helpline|mother|father|wife|husband|meeting|election|strike|vote|halt|conference|session|council|cabinet|parliament|"
    r"ballot|referendum|witness(?:es)?)\b(?!\s(?:an?\b|the\b|“))"
)
"""“Called off the tour”, “called the police”, “called a vote”: acts."""
_HAS_DENIED = Pattern(r"\b(?:has|have)\s\Z")
"""“Has pleaded not guilty” answers a charge, “pleaded guilty on Monday” is an event."""
_DECIDES = Pattern(
    r"\s(?:[\w’'-]+\s){0,4}?(?:bill|motion|amendments?|appeal|budget|petition|application)\b"
    r"|[^,;]*\sby\s\d+\s(?:votes|to)\b|[^,;]*\sin\s(?:a|the)\s(?:referendum|vote|ballot)\b"
)
"""“Rejected the bill by 40 votes to 38”: a decision, and no denial."""
_OFFENCES = Pattern(
    r"\s(?:[\w-]+\s){0,3}?(?:violations?|breach(?:es)?|infractions?|deficienc(?:y|ies)|drivers?|motorists)\b"
)
"""“Inspectors cited no violations”: an act."""
_OTHERWISE = Pattern(
    r"\s(?:it|things)\s(?:differently|otherwise)\b|\san?\s(?:[\w-]+\s){0,3}?(?:story|tale)\b(?!:)"
)
"""“Tells it differently”, “told another tale”: what was told stands elsewhere."""
_DETERMINERS = frozenset(
    {"The", "A", "An", "His", "Her", "Its", "Their", "This", "That", "These", "Those"}
)
_FINDS = frozenset({"showed", "show", "shows", "found", "finds"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "He", "She", "It", "They", "We"})
_NOBODY = frozenset({"nobody", "no one", "none", "everyone", "everybody", "anyone", "it all"})
OPEN = (" of", " on", " in", " at", " for", " with", " from", " by")
"""“The quickest deployment on record”: its noun is still to come."""
_SHORT = 4  # words: a source that opens its sentence ("the ministry announced on")


def is_somebody(lexicon: Lexicon, words: str) -> bool:
    """Whether a source can speak: a name, an office, a crowd, a pronoun."""
    parts = words.split()
    return (
        can_speak(parts)
        and not (
            len(parts) > 1
            and parts[0] in _DETERMINERS
            and parts[-1].islower()
            and not can_speak(parts[1:])
        )
    ) or any(lexicon.speakers.crowd(part.casefold()) for part in parts)


def behind_aside(before: str) -> bool:
    """Whether a verb stands behind what is said of its subject between commas."""
    return before.endswith(", ") and _ASIDE.search(before) is not None


def reports_here(  # noqa: PLR0911 - rules in order, each returns
    cue: str, before: str, after: str, *, specific: bool
) -> bool:
    """Whether a word that can report does, by what stands around it.

    Args:
        cue: The word, in lower case.
        before: What stands before it in its sentence.
        after: What stands behind it.
        specific: Whether the entry names more than the word: "guessed ten" is no other use of it.
    """
    if cue in _EN["complains"] and after.startswith((" of ", " about ")):
        return True
    if _another_use(cue, before, after):
        return False
    if after.startswith(" by ") and not _BY_MEANS.match(after):
        return False
    near = max(0, len(before) - _AUXILIARIES)
    # The last word only: the pattern asks for no more.
    if _AUX_BEFORE.search(before, max(near, before.rstrip().rfind(" "))) and not (
        ((cue in _SPEECH_VERBS or after.startswith(" that ")) and _ALONE.search(before, near))
        or (cue.endswith("ing") and _DOES.search(before, near))
    ):
        return False
    if specific:
        return True
    if cue in _EN["speech_only"]:
        return _before_speech(cue, before, after)
    if cue in _EN["noun_or_verb"]:
        ends = "," in before and (not after.strip(' .”"') or after.lstrip().startswith((",", ";")))
        return bool(ends or _OBJECT.match(after) or _SPEAKER_BEFORE.search(before))
    if cue in {"put", "puts"}:
        return _PUT_AT.match(after) is not None
    if cue in _EN["participle"] and _OF_A_PARTICIPLE.match(after) and not _BY_MEANS.match(after):
        # The source has content before it, or opens the sentence.
        content = _CONTENT_BEFORE.search(before)
        opens = len(before.split()) <= _SHORT and not _REDUCED.match(after)
        # "The regional water board announced on Monday that": no verb of its own follows.
        return content is not None or opens or _THAT_SOON.match(after) is not None
    return True


def _another_use(cue: str, before: str, after: str) -> bool:
    """Whether a word stands in a place in which it is no report, whatever it is elsewhere."""
    for stands in _other_uses(cue):  # noqa: SIM110 - asked of every cue; a generator takes twice as long
        if stands(before, after):
            return True
    return False


@cache
def _other_uses(cue: str) -> tuple[_Stands, ...]:
    """The places in which a word is no report: most words have none. The lexicon has few cues."""
    return tuple(stands for uses, stands in _OTHER_USES if uses(cue))


def _of(*stems: str) -> Callable[[str], bool]:
    """The words that begin so."""
    return lambda cue: cue.startswith(stems)


def _participle(cue: str) -> bool:
    return cue.endswith("ing") and cue != "sing"


def _as_noun(before: str, after: str) -> bool:
    """“The logs show one call, on 9 June”."""
    return (
        _ENDS.match(after) is not None
        and not _CLOSED.search(before)
        and not _IN_THAT.search(before)
    )


def _as_participle(before: str, after: str) -> bool:
    """“The plan, announced in May, fell”."""
    return (
        before.rstrip().endswith(",")
        and _OF_A_PARTICIPLE.match(after) is not None
        and not _BY_MEANS.match(after)
    )


_OTHER_USES: tuple[tuple[Callable[[str], bool], _Stands], ...] = (
    (
        _of("see", "saw", "read", "tell", "told", "remember", "put"),
        lambda before, after: _IT_ENDS.match(after) and _AS.search(before),
    ),
    (_of("believ"), lambda _, after: after.startswith(" in ")),
    (_EN["foretells"].__contains__, lambda before, _: _AS_FORETOLD.search(before)),
    (_of("call"), lambda before, after: _PHONE.search(before) or _SUMMONS.match(after)),
    (_participle, lambda before, _: not _BROKEN_OFF_BEFORE.search(before)),
    ((_EN["base_form"] - _UNDERTAKES).__contains__, _as_noun),
    (
        (_EN["base_form"] & _UNDERTAKES).__contains__,
        lambda before, after: not after.startswith(" to ") and _as_noun(before, after),
    ),
    (_of("plead"), lambda before, after: "guilty" in after and not _HAS_DENIED.search(before)),
    (_TELLS.__contains__, lambda _, after: _DIRECTIVE.match(after)),
    (_of("report"), lambda _, after: _RESULTS.match(after)),
    (_SAYS.__contains__, lambda _, after: _SILENT.match(after)),
    (_SAYS.__contains__, lambda before, _: before.endswith("or ") and _OR_NOT.search(before)),
    (_GIVES.__contains__, lambda _, after: after.startswith(" no ")),
    (_EN["participle"].__contains__, _as_participle),
    (_of("reject", "dismiss"), lambda _, after: _DECIDES.match(after)),
    (_of("see", "saw", "tell", "told"), lambda _, after: _OTHERWISE.match(after)),
    (_of("cite"), lambda _, after: _OFFENCES.match(after)),
    (_of("add"), lambda _, after: _GAIN.match(after)),
    (_GOES.__contains__, lambda _, after: _DOING.match(after)),
    (_of(*_BIDS), lambda before, _: _OWN_DEED.search(before)),
)
"""Words that have another use, and the place, by what is before and behind, where they have it."""


def _before_speech(cue: str, before: str, after: str) -> bool:
    """Whether a verb of many meanings stands before a quotation or a clause, or at the end."""
    closing = cue in _FINDS and _SHORT_SOURCE.search(before) and TAIL.match(after)
    if cue.startswith(_ASKS) and _QUESTION.match(after):
        return True
    if cue.startswith(_MEMORY) and _SEEN.match(after):
        return True
    if _QUOTED.search(before) and TAIL.match(after):
        # “It is late,” Orr writes in the programme.
        return True
    if _BARE_CLAUSE.match(after) or (cue in _EN["content_object"] and _OBJECT.match(after)):
        return True
    if (cue in _NAMING and _NAMED_SO.match(after)) or (cue in COUNTS and FIGURE.match(after)):
        return True
    speech = _SPEECH.match(after)
    # Alone at the end it reports only where something stands before it to report.
    ends = speech is not None and speech.group().strip() in {"", ".", ",", ";"}
    return bool(closing or (speech and (not ends or _BROKEN_OFF.search(before))))


def speaks(sentence: str, source: Subject, cue: str) -> bool:
    """Whether a subject can be the source of a reporting verb."""
    words = sentence[source.start : source.end]
    # A pronoun by itself is none of what is looked for, but for its number.
    if (words not in _PRONOUNS or cue in _EN["base_form"]) and (
        _NO_SOURCE.match(words)
        or (words.endswith(("’s", "'s")) and not _FRIEND_OF.match(words))
        or (
            cue in _EN["base_form"]
            and " and " not in words
            and not any(map(_PLURAL.search, words.split()))
        )
        or (
            (_FINISHED.search(words) or _DENIED.search(words))
            and not (_WHO.search(words) or _CONTACT.match(words))
        )
        or words.casefold() in _NOBODY
        or words.endswith(OPEN)
        # "A study published on Monday suggests": the participle is the document's.
        or (_RELATIVE.search(words) and not (is_document(words) or _CONTACT.match(words)))
    ):
        return False
    if source.start == 0:
        return True
    if sentence.endswith(("what ", "ever "), 0, source.start) and _FREE.search(
        sentence, 0, source.start
    ):
        return False
    condition = _CONDITION.search(sentence, max(0, source.start - _AUXILIARIES), source.start)
    if condition is None:
        return True
    # "Shares fell after the firm warned" tells what was said; "when an aide complained" does not.
    before = sentence[: condition.start()]
    told = condition["told"] and before.strip() and not _IN_RELATIVE.search(before)
    return bool(told and can_speak(words.split()))
