"""Finds frames in which no reporting verb stands beside its source.

“In her view”, “for the critics”, “accused by traders of …”, “a jury was told”: nouns, adverbials
and passives with whoever they name, as PARC 3.0 (Pareti 2016) lists them beside the verbs.
"""

from collections.abc import Iterator

from schemas import CueKind, Status
from service.lexicon.clauses import within
from service.lexicon.courts import told
from service.lexicon.entries import Entry, classes
from service.lexicon.frame import Frame, Place
from service.lexicon.lexicon import Hit, Lexicon
from service.lexicon.nominals import may_be_nominal, nominals
from service.lexicon.passives import agents, quoted_as_saying
from service.lexicon.reporting import speaks
from service.lexicon.slots import quotative
from service.lexicon.subjects import UPPER, subject
from service.lexicon.tellers import holder, tabled, teller
from service.lexicon.words import words
from service.patterns import Pattern

_FOR_CROWD = Pattern(
    r"(?:[Ff]or|[Tt]o)\s(?P<who>(?:(?:the|many|some|most|her|his|its|their)\s)?(?:[\w’'-]+\s){0,2}?(?P<head>[a-z][\w’'-]+s))"
    r"(?=,|\s(?:who|it|he|she|they|this|that|the|in|of|on)\b)"
)
"""“For the novelists who signed, it was a stain”: a judgement in the crowd's eyes."""
_FOR_MANY = Pattern(
    r"(?:For|To)\s(?P<who>(?:many|some|most|others|plenty)(?:\s(?:of|in|on|at|outside|inside)(?:\s(?:the|its|his|her|their|those))?\s[\w’'-]+){0,2}?)"
    r"(?=(?:,\s(?:[^,;:“”]|,(?=\d)){3,40},|,)?\s(?:it|this|that|the|its|his|her|their|such)\b)"
)
"""“To many in the town the clock is a monstrosity”."""
_SEEMS = Pattern(
    r"(?:,\s(?:[^,;:“”]|,(?=\d)){3,40},|,)?\s(?:it|this|that)\s(?:is|was|looks|looked|seems|seemed)\b"
)
"""“To many … it is”: they judge, whatever the words."""
_FOR = ("For ", "for ", "To ", "to ")
_SINGLE = Pattern(rf"(?:For|To)\s{UPPER}[\w’'-]+(?:,|\s[a-z])")
_TALKS = classes("en")["talk"]
_VIEWS = Entry("in view", CueKind.REPORT, None, decisive=False)
_GUESS = Entry("guess", CueKind.PREDICTION, Status.SPECULATION, decisive=False)
_DOUBTS = Entry("as told", CueKind.HEARSAY, Status.UNCONFIRMED, decisive=False)
_JUDGES = Entry("for", CueKind.EVALUATION, Status.OPINION, decisive=False)
_NOMINAL = {
    None: _VIEWS,
    Status.SPECULATION: _GUESS,
    Status.UNCONFIRMED: _DOUBTS,
    Status.OPINION: _JUDGES,
}
_PASSIVE = frozenset({"by", "quoted", "heard", "told", "accused", "charged", "indicted"})
"""One of them stands in every cue of `passive_frames`."""


def crowds_view(lexicon: Lexicon, sentence: str) -> list[Frame]:
    """“For the novelists who signed, it was a stain”."""
    if not sentence.startswith(_FOR):
        return []
    crowd = _FOR_CROWD.match(sentence)
    if crowd is None or not lexicon.speakers.partisan(crowd["head"]):
        crowd = _FOR_MANY.match(sentence)
        if crowd is None:
            return []
        seems = sentence.startswith("To ") and _SEEMS.match(sentence, crowd.end())
        if not seems and not lexicon.read(sentence).evaluations:
            return []
    hit = Hit(0, crowd.end(), _JUDGES)
    return [Frame(0, crowd.end(), crowd.start("who"), crowd.end(), hit, Place.AFTER, "")]


def nominal_frames(
    lexicon: Lexicon, sentence: str, inside: tuple[tuple[int, int], ...]
) -> Iterator[Frame]:
    """“In her view”, “the union’s verdict: …”."""
    for one in nominals(sentence) if may_be_nominal(sentence) else ():
        if within(inside, one.start):
            continue
        if not lexicon.speakers.speak(sentence[slice(*one.source)]):
            # "The likeliest answer is the dullest".
            continue
        if _SINGLE.match(sentence, one.start) and not lexicon.read(sentence).evaluations:
            # "For Aldry, the line closes in May" judges nothing, whoever or whatever that is.
            continue
        hit = Hit(one.start, one.end, _NOMINAL[one.status])
        place = Place.AFTER if one.opens else Place.WITHIN
        yield Frame(one.start, one.end, *one.source, hit, place, "")


def passive_frames(
    lexicon: Lexicon, sentence: str, inside: tuple[tuple[int, int], ...]
) -> Iterator[Frame]:
    """“Accused by traders of …”; “was quoted as saying …”; “…, a jury was told”."""
    if _PASSIVE.isdisjoint(words(sentence).known):
        return
    for verb, start, end in agents(sentence):
        if within(inside, verb):
            continue
        reports = [hit for hit in lexicon.read(sentence).reports if hit.start == verb]
        hit = reports[0] if reports else Hit(verb, sentence.index(" ", verb), _VIEWS)
        yield Frame(hit.start, end, start, end, hit, Place.WITHIN, "")
    quoted = quoted_as_saying(sentence)
    source = subject(sentence, quoted[0]) if quoted else None
    if quoted and source and speaks(sentence, source, "said"):
        hit = Hit(*quoted, _VIEWS)
        yield Frame(source.start, hit.end, source.start, source.end, hit, Place.AFTER, "")
    for one in told(sentence):
        if not within(inside, one.start):
            hit = Hit(one.start, one.end, _DOUBTS if one.charge else _VIEWS)
            place = Place.AFTER if one.opens else Place.BEFORE
            yield Frame(min(one.start, one.source[0]), one.end, *one.source, hit, place, "")


def unlisted(lexicon: Lexicon, sentence: str) -> list[Frame]:
    """“…,” deadpanned Orr: the place tells what the verb does."""
    slot = quotative(sentence)
    if slot is None:
        return _told(sentence)
    if lexicon.speakers.speak(sentence[slice(*slot.cue)]):
        # "It has three members, brothers Al and Bo Orr": no verb.
        return []
    start, end = min(slot.cue[0], slot.source[0]), max(slot.cue[1], slot.source[1])
    # "Crews, the story goes, have known it": talk tells what nobody vouches for.
    teller = sentence[slice(*slot.source)].rpartition(" ")[2]
    entry = _DOUBTS if teller in _TALKS else _VIEWS
    return [Frame(start, end, *slot.source, Hit(*slot.cue, entry), Place.BEFORE, "")]


def _told(sentence: str) -> list[Frame]:
    """“The memo has him leaving”; “two medics, neither permitted to speak, counted 14”."""
    held = holder(sentence)
    found = held or teller(sentence) or tabled(sentence)
    if found is None:
        return []
    hit = Hit(*found.cue, _DOUBTS if held else _VIEWS)
    begins, ends = found.source
    return [Frame(begins, hit.end, begins, ends, hit, Place.AFTER, found.aside)]
