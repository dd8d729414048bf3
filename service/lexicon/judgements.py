"""Tells whether a clause judges: what no evidence could settle, said of something.

Martin & White's Appraisal (2005) tells judgement and appreciation from words that only colour;
where a word of judgement stands decides which it is. The words are in `en/evaluations.tsv`.
"""

import re

from schemas import CueKind, Status
from service.lexicon.deeming import DEEMS
from service.lexicon.entries import classes
from service.lexicon.lexicon import Hit
from service.lexicon.maxims import demands_of_all, weighs
from service.lexicon.voices import Clause, Voice
from service.patterns import Pattern

_COPULA = Pattern(
    r"\b(?:is|was|are|were|be|been|being|am|looks?|looked|feels?|felt|seems?|sounds?|sounded|remains?|remained|"
    r"became|becomes?|makes?|made|comes?|came|what|calls?|called|branded|described|dubbed|proved|proves|"
    r"amounts?\s+to|amounted\s+to|find|finds|found)\b|[’'](?:re|m)\b"
    r"|\b(?:it|that|this|he|she|there|here|what|who|where|how|thing|one|body)[’']s\b",
    re.IGNORECASE,
)
# Words that judge wherever they stand: norms, and degrees that nobody can measure.
_NORM = Pattern(
    r"\b(?:deserve|ought|should|need|have to|has to|too|excuse|simply|quite|lesson|reminder)",
    re.IGNORECASE,
)
_WOULD_BE = Pattern(r"\bwould\sbe\s(?:an?\s|the\s|so\s|such\san?\s|to\s)?\Z")
_GENITIVES = ("’s ", "'s ", "s’ ", "s' ")
_DUTY = Pattern(r"(?:have|has) to\b", re.IGNORECASE)
_NEED = Pattern(r"needs? to\s\w", re.IGNORECASE)
_OBLIGES = Pattern(r"\b(?:must|should|ought|needs?|have to|has to)\b", re.IGNORECASE)
"""What a rule of law says of whom it binds: “under the code the council must resign”."""
_IF = Pattern(r"\b(?:if|unless|where|when)\s")
_HELD = Pattern(
    r"\b(?:courts?|judges?|tribunal|jury|panel|justices|magistrates?|arbitrators?|regulator|ombudsman)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:held|ruled|found|decided)\s(?:\w+ly\s)?that\s"
)
"""“The three judges held unanimously that the jury should have been told”."""
CALLED = classes("en")["calling"]
_NAMING = CALLED - {"dismissed"}
DENIES = Pattern(
    r"\b(?=[fulbgiwhnrmp])(?:false|untrue|fabricated|fabrication|lies?|baseless|unfounded|groundless|invented|invention|fiction|fake|"
    r"fantasy|misreading|misrepresentation|incorrect|inaccurate|hoax|forgery|forged|wrong|nonsense|rubbish|garbage|baloney|hogwash|bunkum|bunk|hooey|malarkey|poppycock|not\s+true)\b",
    re.IGNORECASE,
)
"""Words that deny what somebody said: who “called it false” judges nothing."""
_ADVERBIAL = Pattern(
    r"\b(?:in|by|with|on|from|into|under|after|before|because(?!\sof\b)|since|when|while|during|through|giving|using|making|taking|doing|having|facing|seeking|carrying|running|(?:tied|traced|linked|due|owed|attributed|sent|moved|brought)\sto)\s"
)
"""What parts a copula from a word that it does not link: "were digging in the merciless cold"."""
_THAT_IS = Pattern(r"\bthat\s(?:is|was)\s(?:\w+\s)?(?:nonsense|rubbish|garbage|untrue|false)\b")
_ACCOUNTS = Pattern(
    r"\b(?:reports?|claims?|allegations?|accusations?|rumou?rs?|suggestions?|stor(?:y|ies)|posts?|accounts?)\b",
    re.IGNORECASE,
)
_MEASURED = (
    r"(?!(?:larg|bigg|small|high|low|long|short|tall|deep|heavi|old|young|fast|slow|late|earli|near|clos|rich|cheap|busi|"
    r"wett|dri|warm|cold|hott|wid|strong|faint)est)"
)
"""Superlatives that somebody can measure: “the largest sum the bank has lent” is a fact."""
_SUPERLATIVE = Pattern(
    r"\bthe\s+(?:single\s+)?(?!.*\b(?:since\s(?:\w+\s)?\d|on\srecord))(?:best|worst(?!\sof\s(?:the|it|this)\b)|finest|greatest|meanest|ugliest|bravest|dumbest|nicest|"
    r"cruellest|saddest|proudest|loveliest|wickedest|silliest|stupidest|kindest|strangest|oddest|daftest|bleakest)\b(?!-)"
    rf"|\bthe\s(?:most\s[a-z-]+|{_MEASURED}[a-z]{{3,}}est)\s[a-z]+\s(?:(?:that\s)?(?:I|we|you|anyone|anybody)\s(?:ha(?:s|ve|d)|can|could|ever|know)"
    r"|(?:that\s)?(?:this|the|any)\s[a-z]+\sha(?:s|ve|d))\b",
    re.IGNORECASE,
)
_CALLS_IT = Pattern(
    r"\b(?:call|brand|label|dubb|describ)\w*\s(?:it|that|this|him|her|them)\s(?:as\s)?an?\s(?!case\b|matter\b|day\b)"
    r"|\b(?:call|brand|label|dubb)(?:s|ed|led|ing)?\s(?:the|his|its|their|these|those)\s(?:[\w’'-]+\s){1,4}?(?:as\s)?an?\s"
    r"(?!case\b|matter\b|day\b|halt\b|meeting\b|strike\b|vote\b|doctor\b|taxi\b|(?:second|third|day|week|month|year|hour|few)\b)"
    r"|\b(?:call|brand|label|dubb)(?:s|ed|led|ing)?\s(?:it|him|her|them|(?:the|his|its|their|these|those)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+)"
    r"\sthe\s(?:most|least)\s(?!recent\b|common\b|populous\b|northerly\b|southerly\b)[a-z-]+\b"
)
"""“Called it a tax on going to church”, “called the truce the most useful thing”."""
_FRAGMENT = Pattern(r"[“\"]([^”\"\d]{1,90})[”\"]")
_IN_PASSING = Pattern(
    r"\bwhat\s[^,;“”]{2,40}\s(?:calls?|called|describes?|described)\b|\ban?\s[\w’'-]+\scalled\s"
)
_WORDING = ("words", "phrase", "words of", "phrase of")
_DESCRIBED = Pattern(r"\bas\s[“\"](?!(?:under|in|on|at|of)\s)[^”\"\d]{1,90}(?:[”\"]|\Z)")
"""“Describes it as “careful””; what it “describes” else is told, not named."""
_NAMED = Pattern(
    r"(?<!there\s)\b(?:is|was|are|were|be|been|become|became|as|finds?|found|it|that|this|in)\s(?:not\s)?[“\"](?:an?\s)(?:[\w’'-]++[\s,”\"]*){1,12}(?:[”\"]|\Z)|\bfinds?\s(?:it\s|that\s)?[“\"][a-z]"
)
"""What a speaker calls a thing, set in quotation marks: it was “a house built on sand”."""
_SAID_OF = Pattern(
    r"\b(?:is|was|are|were)\s+(?:an?\s|the\s|(?:yet\s)?another\s|(?:the\s)?most\s|so\s|very\s|quite\s|simply\s)?\Z"
)
# What a speaker demands of others; in the article's own voice "must" tells of a duty by law.
_DEMAND = Pattern(
    r"\b(?:he|she|they|it|ministers?|government|council|\w+s)\s+must\b", re.IGNORECASE
)
_APPOSED = Pattern(r"(?:an?|the|by\sfar\sthe)\s(?:[\w’'-]+\s){0,2}\Z")
_DEGREE = Pattern(
    r"\bthe\s(?:most|least)\s\Z|\bsomething\s(?:\w+ly\s|rather\s|so\s)?\Z", re.IGNORECASE
)
"""“The least convincing part”, “there is something faintly obscene about it”."""
_EXISTS = Pattern(r"\bthere\s+(?:is|are|was|were)\b", re.IGNORECASE)
_VIEWED = ("in ", "to ", "by ", "on ", "the ")
"""Begins a cue that names a view: in X’s view, to X’s mind."""
_I_THINK = Pattern(r"(?:I|we|don[’']t)\s(?:think|believe|suppose|reckon|figure)\b", re.IGNORECASE)
_CASES = frozenset({CueKind.CONDITION, CueKind.QUESTION})
"""Kinds of hedges that put a case: "if it is lost"."""
_REACH = 40
"""Code points that may stand between a copula and a judgement: about seven words."""
_SHORT_JUDGEMENT = 6
"""Words: a quotation this short that holds a judgement is one."""


def judges_anyway(clause: Clause, hedges: set[Status], voice: Voice) -> bool:
    """Whether a judgement goes before what makes a guess of other clauses.

    "It would be an insult": conditional is the case, not the judgement. "In her view a disgrace":
    taste is no matter of evidence.
    """
    guesses = voice.makes is Status.SPECULATION
    if guesses and not voice.spoken and _names(clause.text):
        # “Thought it “a shocker””.
        return hedges <= {Status.SPECULATION}
    if hedges:
        # Each of the three asks for a word of judgement beside the hedge.
        return (
            bool(clause.hedges and clause.evaluations)
            and hedges == {Status.SPECULATION}
            and (_would_be(clause) or _demands(clause, voice) or _think_so(clause, voice))
        )
    viewed = guesses and (voice.cue.casefold().startswith(_VIEWED) or voice.cue.casefold() in DEEMS)
    return viewed and judges(clause, voice._replace(cue=""))


def _would_be(clause: Clause) -> bool:
    """Whether the only hedge before a judgement is its "would"; what it judges may be one."""
    for judged in clause.evaluations:
        before = [hit for hit in clause.hedges if hit.start < judged.start]
        if (
            judged.entry.status is Status.OPINION
            and _WOULD_BE.search(clause.text, 0, judged.start)
            and all(clause.words(hit).casefold().startswith("would") for hit in before)
        ):
            return True
    # “You’d be a fool”: the judgement holds the hedge within it.
    return all(
        any(
            one.entry.anywhere and one.start <= hit.start and hit.end <= one.end
            for one in clause.evaluations
        )
        for hit in clause.hedges
    )


def _think_so(clause: Clause, voice: Voice) -> bool:
    """Whether a speaker thinks something of worth, which makes no guess: “I think it’s lovely”."""
    thinks = all(_I_THINK.match(clause.words(hit)) for hit in clause.hedges)
    after = any(one.start > clause.hedges[-1].start for one in clause.evaluations)
    return thinks and after and judges(clause, voice)


def _demands(clause: Clause, voice: Voice) -> bool:
    """Whether a speaker says what is to be done: in a case, or before what makes a guess.

    “If it is lost, she has to go”; “A museum should not live off doubt”.
    """
    first = clause.hedges[0].start
    cases = all(hit.entry.kind in _CASES for hit in clause.hedges)
    return voice.spoken and any(
        # "Should Orr lose" puts a case.
        _NORM.match(clause.text, hit.start)
        and not clause.text.startswith("Should ", hit.start)
        and (cases or hit.start < first)
        for hit in clause.evaluations
    )


def superlative(clause: str) -> bool:
    """Whether a clause calls something the best or the worst of its kind."""
    folded = clause.casefold()
    may = "est" in folded or "worst" in folded or "most" in folded
    return may and _SUPERLATIVE.search(clause) is not None


def _own_words(clause: str) -> str:
    """What stands before the end of the quotation: the frame behind it judges nothing."""
    end = max(clause.rfind("”"), clause.rfind('"'))
    return clause[:end] if end > 0 else clause


def judges(found: Clause, voice: Voice) -> bool:
    """Whether the clause says what something is worth."""
    clause = found.text
    cue = voice.cue.casefold()
    own = _own_words(clause) if voice.spoken else clause
    judges = (
        (voice.spoken and _DEMAND.search(own))
        or (voice.spoken and weighs(own))
        or demands_of_all(own)
        or (voice.cue and not voice.spoken and _phrased(clause, cue))
        or (found.evaluations and voice.cue and not voice.spoken and _worded(found))
        or (cue in _NAMING and _named(clause, voice))
        or superlative(clause)
        or (
            found.evaluations
            and any(
                _meant(own, hit, voice)
                for hit in found.evaluations
                if hit.end <= len(own)
                and found.words(hit).casefold() != cue
                and (voice.spoken or not _provided(found, hit))
            )
        )
    )
    if not judges:
        return False
    # "She called it false", "reports that it had closed were wrong": a denial is stated.
    denies = cue in CALLED or _ACCOUNTS.search(clause) or _THAT_IS.search(clause)
    return not (denies and DENIES.search(clause))


def _provided(found: Clause, hit: Hit) -> bool:
    """Whether a rule or a court asks for something, which is no judgement of the article's."""
    obliges = _OBLIGES.search(found.words(hit)) is not None
    if found.rule:
        # "A buyer must hand it over if the title proves bad".
        return obliges or _IF.search(found.text, 0, hit.start) is not None
    return obliges and _HELD.search(found.text, 0, hit.start) is not None


def _names(clause: str) -> bool:
    """Whether a clause calls something by a phrase in quotation marks."""
    return ("“" in clause or '"' in clause) and _NAMED.search(clause) is not None


def _phrased(clause: str, cue: str) -> bool:
    """Whether a phrase in quotation marks is there for being the speaker's own word for it."""
    words = cue.startswith("in ") and cue.endswith(_WORDING) and _FRAGMENT.search(clause)
    return bool((words or _names(clause)) and not DENIES.search(clause))


def _worded(found: Clause) -> bool:
    """Whether a word of judgement stands in quotation marks, as the speaker's own."""
    quoted = [one.span(1) for one in _FRAGMENT.finditer(found.text)]
    return any(
        start <= hit.start and hit.end <= end and hit.entry.status is Status.OPINION
        for hit in found.evaluations
        for start, end in quoted
    )


def _named(clause: str, voice: Voice) -> bool:
    """Whether a verb that gives a name gives a judgement: a crowd's, or one in quotation marks."""
    phrase = _DESCRIBED if voice.cue.casefold().startswith("describ") else _FRAGMENT
    named = phrase.search(clause) or _CALLS_IT.search(clause)
    # "During what it calls “a routine task”": a name in passing.
    return voice.crowd or (named is not None and not _IN_PASSING.search(clause))


def _meant(clause: str, hit: Hit, voice: Voice) -> bool:
    """Whether a word of judgement is said of something, and does not only colour it."""
    if hit.entry.status is not Status.OPINION and not voice.spoken:
        return bool(_SAID_OF.search(clause, 0, hit.start))
    amount = clause.startswith("worth", hit.start) and clause.endswith(_GENITIVES, 0, hit.start)
    if amount or (not voice.spoken and _DUTY.match(clause, hit.start)):
        # "Drivers will have to pay": in the article's own words a duty is no demand, and
        # "a month's worth" is an amount.
        return False
    if not voice.cue and not voice.spoken and _NEED.match(clause, hit.start):
        # "The firm needs to raise 4 million": nobody asks that of it.
        return False
    short = len(clause.split()) <= _SHORT_JUDGEMENT and not _EXISTS.search(clause)
    if (
        hit.entry.anywhere
        or _NORM.match(clause, hit.start)
        or (voice.spoken and short)
        or (voice.comment and _APPOSED.match(clause, 0, hit.start))
        or _DEGREE.search(clause, 0, hit.start)
    ):
        return True
    near = clause[max(0, hit.start - _REACH) : hit.start]
    copula = None
    for found in _COPULA.finditer(near):
        copula = found
    if copula is None or _EXISTS.search(near) or "," in near[-2:]:
        return False
    return not _ADVERBIAL.search(near, copula.end())
