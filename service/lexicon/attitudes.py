"""Finds who thinks so where no verb of speech says it: an attitude is told of whoever has it.

Hopes, fears and expectations have an experiencer, which in English is the subject (Levin 1993,
classes 31.2 and 32.2; PARC 3.0 counts such predicates as cues). So “growers dread a frost” and
“her doctor is optimistic that it holds” are theirs, while “growers may lose” is the article's.
Talk and verdicts say so with a verb of being: “talk in the inn is that it was sold”.
"""

import re
from collections.abc import Iterator

from schemas import CueKind, Status
from service.lexicon.clauses import within
from service.lexicon.entries import Entry, classes
from service.lexicon.frame import Frame, Place
from service.lexicon.lexicon import Hit, Lexicon
from service.lexicon.reporting import speaks
from service.lexicon.subjects import subject
from service.lexicon.words import words
from service.patterns import Pattern

_EN = classes("en")
_ATTITUDE = _EN["attitude"]
_LINK = Pattern(
    r"\s(?:(?P<be>is|are|was|were|am|be|been|being|isn[’']t|aren[’']t|wasn[’']t|weren[’']t)"
    r"|remains?|remained|stays?|stayed|feels?|felt|grows?|grew|sounds?|sounded"
    r"|(?:do|does|did)(?:\snot|n[’']t)|(?:has|have|had|keeps?|kept)\s(?:his|her|its|their|all))"
    r"(?:\s(?:not|also|now|still|less|more|very|quite|fairly|already|\w+ly))*\s\Z"
)
_LINK_LETTERS = 48  # code points: a verb of being and the adverbs behind it
_BE = Pattern(r"\b(?:is|are|was|were|be|been|being)\b")
_OF_OTHERS = Pattern(
    r"\b(?:(?:expect|fear|believ|predict|anticipat|presum|assum|suppos|suspect|rul|hop|doubt)ed|"
    r"tipped|thought|forecast|foreseen)\b"
)
"""Participles that behind a form of “be” are passives: “the road is expected to close”."""
_OWN = Pattern(
    r"(?:(?:is|are|was|were|has|have|had|keeps?|kept|keeping|crossing|pins?|pinned|pinning|not|"
    r"(?!no\b)\w+ly|could|would|did|cautious|remains?|remained|stay(?:s|ed)?|feels?|felt|can|"
    r"cannot|refused|declined)\s(?:\w+\s)*?)?"
    rf"(?:{'|'.join(sorted(_ATTITUDE))})\b"
)
"""A predicate of somebody's: “sparking fears” and “anyone’s guess” are not."""
_IMPERSONAL = Pattern(
    r"(?:it|this|that|there|what|which|how|whether|who|where|when|why|if)\b|few\Z", re.IGNORECASE
)
"""Nobody in particular: “few would put money on it” is the article's."""
_FEELS = Pattern(
    r"\s(?:is|are|was|were|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|remains?|remained)\s"
    r"(?:not\s|\w+ly\s|still\s|also\s|now\s|quite\s|very\s)*"
    r"(?!(?:told|informed|warned|advised|assured|reminded|promised|asked|notified|given|shown|one|"
    r"those|said|so|such|the|an?|it|this|news|word|not)\b)(?P<felt>[a-z]+)\sthat\s"
)
"""“Is proud that”: behind an adjective that takes a clause."""
_TALKS = _EN["talk"]
_TALK = Pattern(
    r"(?:(?:But|And|Yet|Still|Now),?\s)?"
    rf"(?P<who>(?:[A-Z][a-z-]*\s)?(?:[a-z-]+\s)?(?:(?i:{'|'.join(sorted(_TALKS))}))"
    r"(?:\s(?!(?:is|was|has)\b)[^,;:“”]{3,60}?)?)(?:,[^,;:“”]{3,60},)?\s"
    r"(?P<cue>is|was|are|were|has\sit|had\sit|goes|went|runs)"
    r"(?:\sthat\b|,|\s(?:all\s)?of\b|(?=\s(?:the|he|she|they|it|his|her|its|there|[A-Z])))"
)
"""“Talk in the bait shops is that it was sold”."""
_THOSE_WHO = Pattern(
    r"(?:(?:But|And|Yet),?\s)?There\s(?:are|is|were|was)\s(?:also\s|still\s|even\s)?"
    r"(?P<who>(?:those|some|many|plenty|people|others|one|several|a\sfew|no\sshortage\sof\s\w+)"
    r"(?:\s[^,;:“”]{3,40}?)?)\swho\s(?P<cue>(?:still\s|now\s|would\s|will\s)?[a-z]+)\b"
)
"""“There are those on the back benches who foresee a contest”."""
_SAID = _EN["verdict"]
_NOUN = "|".join(sorted(_SAID))
_VERDICT = Pattern(
    rf"\s(?P<cue>(?:is|was|were|are|remains)\s(?:(?:also|still)\s)?(?:the\s(?:[a-z]+\s)?(?:{_NOUN})\s"
    r"(?:of|from|(?:given|told|offered|put\sabout|put\sforward|preferred|made|voiced|raised|levelled)\sby)\s(?P<who>[^,;:“”]{3,70}?)(?=,|\.|\son\s|\sof\sthe\s|\Z)|"
    r"how\s(?P<how>[^,;:“”]{3,50}?)\s(?:puts|put|sums|summed|described|describes|saw|sees)\s|"
    r"(?P<own>(?:(?!\b(?:is|are|was|were|(?:any|every|no)(?:one|body))\b)[^,;:“”]){2,50}?)[’']s?\s(?:[a-z]+\s)?"
    rf"(?:{_NOUN})\b))"
)
"""“Tosh” was the verdict of Ada Orr; “it fell” was Orr’s evidence."""
_CHARGES = Pattern(r"\b(?:accusation|allegation)\b")
"""What nobody has proved, whoever is named for it."""
_POINTING = ("That is ", "That was ", "This is ", "This was ", "Such is ", "Such was ")
"""What is said stands in the sentence before."""
_HEARD = Entry("talk", CueKind.HEARSAY, Status.UNCONFIRMED, decisive=False)
_HELD = Entry("so held", CueKind.REPORT, None, decisive=False)
_CUE = "hopes"
"""A verb that stands for all of them where it is asked whether a subject can have them."""


def attitudes(
    lexicon: Lexicon, sentence: str, inside: tuple[tuple[int, int], ...]
) -> Iterator[Frame]:
    """Find the attitudes that a sentence tells of somebody.

    Args:
        lexicon: The reading of the language.
        sentence: The sentence's text.
        inside: Bounds of its quotations, in which the article tells none.
    """
    for frame in _every(lexicon, sentence):
        if not within(inside, frame.hit.start):
            yield frame


def _every(lexicon: Lexicon, sentence: str) -> Iterator[Frame]:
    known = words(sentence).known
    if not _ATTITUDE.isdisjoint(known):
        for hit in lexicon.read(sentence).hedges:
            if hit.entry.status is not Status.SPECULATION:
                continue
            own, first = hit, sentence[hit.start : hit.end].partition(" ")[0]
            if lexicon.speakers.crowd(first.casefold()):
                # "Investigators lean towards": the cue has its subject with it.
                own = hit._replace(start=hit.start + len(first) + 1)
            if _OWN.match(sentence, own.start, own.end):
                yield from _held(lexicon, sentence, own)
    felt = _FEELS.search(sentence) if "that" in known else None
    if felt and all(hit.start != felt.start("felt") for hit in lexicon.read(sentence).reports):
        hit = Hit(felt.start() + 1, felt.end("felt"), _HELD)
        yield from _of_subject(lexicon, sentence, hit, hit.start)
    yield from _nouns(lexicon, sentence, known)


def _held(lexicon: Lexicon, sentence: str, hit: Hit) -> Iterator[Frame]:
    """The frame of a hedge that is somebody's attitude."""
    link = _LINK.search(sentence, max(0, hit.start - _LINK_LETTERS), hit.start)
    passive = (link and link["be"]) or _BE.search(sentence, hit.start, hit.end)
    if not (passive and _OF_OTHERS.search(sentence, hit.start, hit.end)):
        verb = link.start() + 1 if link else hit.start
        yield from _of_subject(lexicon, sentence, hit, verb)


def _of_subject(lexicon: Lexicon, sentence: str, hit: Hit, verb: int) -> Iterator[Frame]:
    """The frame of a predicate that begins at `verb`, if its subject is somebody."""
    source = subject(sentence, verb)
    if source is None:
        return
    named = sentence[source.start : source.end]
    if _IMPERSONAL.match(named) or not speaks(sentence, source, _CUE):
        return
    if lexicon.speakers.minds(named, opens=source.start == 0):
        yield Frame(source.start, hit.end, source.start, source.end, hit, Place.AFTER, source.aside)


def _nouns(lexicon: Lexicon, sentence: str, known: frozenset[str]) -> Iterator[Frame]:
    """“Talk is that it fell”; “there are those who foresee it”; “it fell” was Orr's verdict."""
    talk = None if _TALKS.isdisjoint(known) else _TALK.match(sentence)
    if talk:
        yield Frame(
            0, talk.end(), *talk.span("who"), Hit(*talk.span("cue"), _HEARD), Place.AFTER, ""
        )
    those = _THOSE_WHO.match(sentence) if "there" in known and "who" in known else None
    if those:
        hit = Hit(*those.span("cue"), _HELD)
        yield Frame(0, hit.end, *those.span("who"), hit, Place.AFTER, "")
    verdict = _VERDICT.search(sentence) if "how" in known or not _SAID.isdisjoint(known) else None
    who = verdict and next(name for name in ("who", "how", "own") if verdict[name])
    if verdict and who and lexicon.speakers.speak(verdict[who]):
        charge = _CHARGES.search(sentence, *verdict.span("cue")) is not None
        hit = Hit(*verdict.span("cue"), _HEARD if charge else _HELD)
        place = Place.AROUND if sentence.startswith(_POINTING) else Place.BEFORE
        yield Frame(hit.start, hit.end, *verdict.span(who), hit, place, "")
