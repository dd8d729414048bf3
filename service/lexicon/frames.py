"""Reads who says what in an English sentence: source, cue, and on which side the content stands.

The order of work follows the cue: a reporting verb or "according to" is found, then its source
beside it, then the side of the content.
"""

from functools import lru_cache
from itertools import islice

from schemas import CueKind, Status
from service.lexicon.attitudes import attitudes
from service.lexicon.clauses import quotations, within
from service.lexicon.deeming import DEEMS, deems
from service.lexicon.entries import Entry, classes
from service.lexicon.frame import Frame, Place
from service.lexicon.inversion import inverted
from service.lexicon.lexicon import Hit, Lexicon
from service.lexicon.records import COUNTS, counts, is_document
from service.lexicon.reporting import OPEN, TAIL, behind_aside, is_somebody, reports_here, speaks
from service.lexicon.subjects import (
    COORDINATE,
    FINITE,
    UPPER,
    Subject,
    antecedent,
    apposed,
    noun_phrase,
    subject,
)
from service.lexicon.verbless import crowds_view, nominal_frames, passive_frames, unlisted
from service.patterns import Pattern

_ADDRESSEE = Pattern(
    r"\s+(?:us|me|him|them|reporters|journalists)\b"
    r"|\s+(?:(?:the|an?|his|her|its|their|our|local|public|national|state)\s+)?"
    r"(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
    r"(?=\s*(?:[,.;]|\Z|\s(?:on|in|at|that|late|early|during|after|last|this|by|of|as)\b))"
)
_PER = Pattern(rf"\s(?:an?|the|its|{UPPER})")
_HELD = Pattern(
    rf"\s(?:out\s|down\s|at\s)?(?:(?:the|an?|its?|his|her|their|no|nothing|more|most|some|many|all|every|both|one|two|three|four|"
    rf"five|six|seven|eight|nine|ten|about|nearly|almost|over|under|only|just|around|roughly|"
    rf"eleven|twelve|several|few|dozens|hundreds|thousands|how|that|least|most)\b|[a-z]+\s(?:for|of|among)\b|[$€£\d]|{UPPER}|[a-z]+s\b)"
)
"""What a document can hold: figures, names, things."""
_AS = Pattern(r"\sas\s(?:“|an?\s)")
"""“An omission that the member describes as “regrettable”": the content is behind the cue."""
_THAT = Pattern(r"(?:\s(?!and\b|but\b)[\w’'-]+){0,3}\sthat\s(?:the\s|an?\s)?")
_PARTED = Pattern(r"[;:“”]")
_SINCE = Pattern(r"\s(?:since|than|after|before|when|until|as|that)\s")
"""“…, the fewest since the counts began”: the verb is that of a clause within."""
_DETERMINED = Pattern(rf"(?:the|an?|his|her|its|their|one|two|three|some|several)\s|{UPPER}")
_TO_A_HEARER = frozenset(
    {"told", "tells", "tell", "reminded", "assured", "reassured", "informed", "notified"}
)
_CLAIM_OF = Pattern(
    r",\s(?:something|(?:an?|one)\s(?:charge|claim|allegation|accusation|account|assertion|suggestion|version|figure|total|idea|notion|theory))\s"
    r"(?:(?:for\s)?(?:that|which)\s)?"
)
"""“…, a claim the ministry denies”: whoever is named behind it denies it."""
_CLAIM_LETTERS = len(", an accusation for which ")
_CLOSES = Pattern(r"\w{3,}.{20,},\s(?!who|which)[^,]{3,70}\Z")
"""“…, the institute’s bulletin records”: what a document holds stands before it."""
_SAYING = frozenset({"said", "says", "say", "told", "tells"})
"""Verbs that nothing but a source is the subject of, whatever its noun."""
_WHO = Pattern(r",\swho\s(?:has\s|also\s|now\s|\w+ly\s)?\Z")
"""“…, said Ada Orr, who expects”: the one who spoke goes on."""
_INFERS = ("suggest", "hint", "indicat", "impl", "point")
HOLDS = Entry("holds", CueKind.REPORT, None, decisive=False)
"""What “it” tells only where a document is meant, which the sentence does not say."""
_SOMEBODY = Pattern(r"[Aa]n?\s(?:[\w’'-]+\s){1,2}who\s")
_DEEDS = ("g", "offer", "put", "show")
"""Verbs that give things as well as words."""
_WRITTEN = frozenset({"it", "they"})
_PARTICLES = (" on", " in", " out", " back", " off", " away", " aside", " only", " slip")
LONGEST = 1_500
"""Code points: about 250 words. News prose has no such sentence; only text without full stops, on
which the search for sources would take quadratic time."""

_APART = Pattern(
    r"\b(?:and|but|while|though|whereas|as|that|which)\s*\Z|,\s(?:and|but|while|though|whereas|as)\s"
)
"""Parts what one says from what another does: “Orr wants it shut, but Lind objected”."""
_WHO_HAS = Pattern(r"\swho\s[^,;:“”]{5,160}(?=,\s)")
"""“According to somebody who has seen it, …”: the clause goes on behind what is said of them."""
_MARKS = (",", ";", ":", ".")
_CLAUSE = 1  # words: no more make no content
_EN = classes("en")
_DOCUMENTARY = _EN["documentary"] - {"states", "lists", "finds", "found"}
"""Verbs that in a relative clause say no more of a body than what it does."""


@lru_cache(maxsize=256)
def frames(lexicon: Lexicon, sentence: str) -> tuple[Frame, ...]:
    """Find the frames of a sentence, in order of their cues.

    Args:
        lexicon: The reading of the language.
        sentence: The sentence's text; one longer than `LONGEST` is not read.
    """
    if len(sentence) > LONGEST:
        return ()
    inside = quotations(sentence)
    found = crowds_view(lexicon, sentence)
    for hit in lexicon.read(sentence).reports:
        # A cue inside a quotation reports what the speaker reports: not the article's frame.
        # One with a capital inside the sentence is a name: "Effie Brand".
        named = hit.start and sentence[hit.start].isupper() and sentence[hit.start - 1] == " "
        if not named and not within(inside, hit.start):
            frame = _of(lexicon, sentence, hit, found[-1] if found else None)
            if frame is not None:
                found.append(frame)
    found += [one for one in nominal_frames(lexicon, sentence, inside) if not _taken(one, found)]
    if len(found) > 1:
        found = _outermost(sentence, sorted(found, key=_cue_start))
    found += [one for one in passive_frames(lexicon, sentence, inside) if not _taken(one, found)]
    if not found:
        return tuple(unlisted(lexicon, sentence) or islice(attitudes(lexicon, sentence, inside), 1))
    return tuple(sorted(found, key=_cue_start) if len(found) > 1 else found)


def _of(lexicon: Lexicon, sentence: str, hit: Hit, last: Frame | None) -> Frame | None:
    """The frame of a cue; `last` is the one before it in its sentence."""
    cue = sentence[hit.start : hit.end].casefold()
    if cue.startswith(("according", "in ", "for ", "to ", "per", "as per")):
        return _phrase(sentence, hit)
    verb = cue.split()[0]
    frame = _relative(lexicon, sentence, hit, verb, last)
    frame = frame or _verb(lexicon, sentence, hit, verb, last)
    return _of_a_claim(sentence, frame) if frame and "," in sentence else frame


def _of_a_claim(sentence: str, frame: Frame) -> Frame:
    """The frame of “…, a claim the ministry denies”, which says that and no more."""
    start = max(0, frame.source_start - _CLAIM_LETTERS)
    found = _CLAIM_OF.search(sentence, start, frame.source_end)
    if found is None or found.end() < frame.source_start or frame.hit.start < frame.source_start:
        return frame
    return frame._replace(start=found.end(), source_start=found.end(), place=Place.WITHIN)


def _outermost(sentence: str, found: list[Frame]) -> list[Frame]:
    """Without what a speaker reports in turn: “the data suggest a leak, said Orr” is Orr's."""
    kept: list[Frame] = []
    for frame in found:
        while kept and frame.place is not Place.AFTER and _within(sentence, kept[-1], frame):
            kept.pop()
        if not (kept and _told_in_turn(sentence, kept[-1], frame)):
            kept.append(frame)
    return kept


def _told_in_turn(sentence: str, outer: Frame, inner: Frame) -> bool:
    """Whether a frame is what another one, before it, tells: “told police that Lind boasted”."""
    if outer.place is not Place.AFTER or inner.place is not Place.AFTER:
        return False
    return _THAT.fullmatch(sentence, outer.hit.end, inner.source_start) is not None


def _within(sentence: str, inner: Frame, outer: Frame) -> bool:
    """Whether a frame stands in what another one, behind it, reports."""
    between = sentence[inner.end : outer.start]
    if inner.place is not Place.AFTER or _PARTED.search(between):
        return False
    closes = outer.place is Place.BEFORE and between.rstrip().endswith(",")
    # "…, a claim the ministry denies" says what somebody thinks of it.
    closes = closes and sentence[outer.hit.start : outer.hit.end].casefold() in _SAYING
    if closes and "," not in between.rstrip(", ") and not FINITE.search(between):
        # "The army has proposed a patrol, two officials said": they report it.
        return True
    guess = inner.hit.entry.status is Status.SPECULATION and "," not in between.rstrip(", ")
    return (
        guess
        or (outer.place is Place.BEFORE and _APART.search(between) is None)
        or is_document(sentence[inner.source_start : inner.source_end])
        or inner.hit.entry.cue.startswith(("put", "gave"))
    )


def _cue_start(frame: Frame) -> int:
    return frame.hit.start


def _taken(frame: Frame, found: list[Frame]) -> bool:
    return any(frame.start < other.end and other.start < frame.end for other in found)


def _goes_on(sentence: str, hit: Hit) -> bool:
    """Whether a later cue of a sentence has the source of the one before it.

    "X put it at six and said", "X told reporters …, adding that".
    """
    before = sentence[: hit.start].rstrip()
    participle = sentence[hit.start : hit.end].casefold().split()[0].endswith("ing")
    return bool(COORDINATE.search(sentence, 0, hit.start) or (participle and before.endswith(",")))


def _phrase(sentence: str, hit: Hit) -> Frame | None:
    """“According to X”, “in the view of X”: the source follows."""
    cue = sentence[hit.start : hit.end].casefold()
    if cue.startswith(("for ", "to ")):
        # "For her critics": the source is a part of the cue.
        if sentence[: hit.start].strip(" ,;—–“”") and not sentence[: hit.start].rstrip().endswith(
            (";", ",", "—", "–", "but", "and")
        ):
            return None
        start = hit.start + cue.index(" ") + 1
        return Frame(hit.start, hit.end, start, hit.end, hit, Place.AFTER, "")
    if cue == "per" and not (
        _PER.match(sentence, hit.end)
        and sentence[: hit.start].rstrip().endswith(("", ",", "”", ";")[hit.start > 0 :])
    ):
        return None
    start, end = noun_phrase(sentence, hit.end)
    if start == end or not cue.endswith((" to", " of", "per")):
        return None
    before = sentence[: hit.start]
    opens = len(before.strip(" ,“”\"'").split()) <= 1 or before.rstrip().endswith((";", "—", "–"))
    whole = apposed(sentence, start, end)
    # "According to the complaint, Mr Gage sent it": a name that a clause begins with is no source.
    if not opens or sentence.startswith(_MARKS, whole[1]):
        start, end = whole
    place = Place.AFTER if opens else Place.BEFORE
    related = None if opens else _WHO_HAS.match(sentence, end)
    behind = related.end() if related else end
    if not opens and sentence.startswith(", ", behind):
        place = Place.AROUND
    return Frame(hit.start, behind, start, end, hit, place, sentence[end:behind])


def _verb(lexicon: Lexicon, sentence: str, hit: Hit, cue: str, last: Frame | None) -> Frame | None:
    """A reporting verb and its source, or None where the word does not report here.

    `last` is the frame before it in its sentence.
    """
    # An entry may take a "that" with it; what follows begins behind the verb.
    before, after = sentence[: hit.start], sentence[hit.start + len(cue) :]
    if sentence[hit.start : hit.end].endswith(_PARTICLES):
        after = sentence[hit.end :]
    frame = inverted(lexicon, sentence, hit, cue)
    if frame and (named := sentence[frame.source_start : frame.source_end]):
        quotes = before.rstrip().endswith(("”", '"'))
        if quotes or _can_speak(lexicon, named, cue):
            return frame
    judges = cue in DEEMS and reports_here(cue, before, after, specific=True)
    deemed = deems(lexicon, sentence, hit, cue) if judges else None
    hit = deemed or hit
    who = _who_spoke(before, cue, last)
    holds = cue in _EN["documentary"] and _HELD.match(after) is not None
    bare = hit.end == hit.start + len(cue)
    hold_only = deemed is None and bare and cue in _EN["holds_only"]
    specific = hit.end > hit.start + len(cue) and cue not in _EN["noun_or_verb"]
    holds = holds or (cue in _EN["documentary"] and behind_aside(before))
    holds = holds or (
        hold_only and _CLOSES.search(before) is not None and TAIL.match(after) is not None
    )
    reports = reports_here(cue, before, after, specific=specific) and (not hold_only or holds)
    reports = reports or who or deemed is not None
    if not before.strip() or not (reports or holds):
        return None
    source = subject(sentence, hit.start)
    spoken = source is not None and speaks(sentence, source, cue)
    within = source is not None and last and source.start < last.hit.end <= source.end
    if last and (who or _goes_on(sentence, hit) or (spoken and within)):
        bounds = last.source_start, last.source_end
        return Frame(hit.start, hit.end, *bounds, hit, Place.AFTER, last.aside)
    # "The two men, police said, had argued": what is said goes on behind who says it.
    inner = source and last and last.place is Place.AROUND and source.start < last.source_start
    closes = source is not None and not inner and _quotative(sentence, source, hit)
    if (
        source is None
        or inner
        or not (spoken or closes)
        or _by_a_thing(lexicon, sentence, source, hit)
    ):
        return None
    written = not reports or hold_only
    named = sentence[source.start : source.end]
    # "Pointed to" infers, "pointed out" tells.
    infers = cue.startswith(_INFERS) and not sentence.endswith(" out", 0, hit.end)
    can = closes or _is_persons(sentence, source, cue)
    if not can and not _can_be(lexicon, named, cue, written=written, infers=infers):
        if not written or named.casefold() not in _WRITTEN:
            return None
        # "It gave the Union 24 per cent": so it does if "it" is a document.
        hit = hit._replace(entry=HOLDS)
    place = Place.BEFORE if closes else _place(sentence[: source.clause], after, cue)
    return Frame(source.start, hit.end, source.start, source.end, hit, place, source.aside)


def _by_a_thing(lexicon: Lexicon, sentence: str, source: Subject, hit: Hit) -> bool:
    """Whether a thing shows what only somebody tells: “sensors recorded two”."""
    cue, named = sentence[hit.start : hit.end], sentence[source.start : source.end]
    if cue in COUNTS:
        return not counts(named)
    points = cue.startswith("point") and cue.endswith(" to")
    return points and not lexicon.speakers.minds(named, opens=source.start == 0)


def _is_persons(sentence: str, source: Subject, cue: str) -> bool:
    """Whether a noun that no list has is a person's: “a ghillie who was there maintained it”."""
    return (
        source.aside.startswith(" who ")
        and not cue.startswith(_DEEDS)
        and _SOMEBODY.match(sentence, source.start) is not None
    )


def _quotative(sentence: str, source: Subject, hit: Hit) -> bool:
    """Whether a source and its verb close the sentence behind a comma.

    Nothing but who says it stands there, whatever its noun is: "it leans, the tally-sheets show".
    """
    return (
        sentence[hit.end :].strip(' .”"') == ""
        and sentence.endswith((", ", ",” "), 0, source.start)
        and _DETERMINED.match(sentence, source.start) is not None
        and not sentence.endswith(OPEN, source.start, source.end)
        and FINITE.search(sentence, 0, source.start) is not None
        and FINITE.search(sentence, source.start, source.end) is None
        and _SINCE.search(sentence, source.start, source.end) is None
    )


def _who_spoke(before: str, cue: str, last: Frame | None) -> bool:
    """Whether the one who spoke goes on in a relative clause."""
    return bool(
        last and last.place is Place.BEFORE and not cue.startswith("ask") and _WHO.search(before)
    )


def _relative(
    lexicon: Lexicon, sentence: str, hit: Hit, cue: str, last: Frame | None
) -> Frame | None:
    """“A call from the ministry, which denied it”: whom the clause tells of says that alone."""
    who = antecedent(sentence, hit.start)
    if who is None or cue in _DOCUMENTARY or _who_spoke(sentence[: hit.start], cue, last):
        return None
    if not lexicon.speakers.speak(sentence[slice(*who)]):
        return None
    before, after = f"{sentence[: who[1]]} ", sentence[hit.start + len(cue) :]
    # Behind "which" no noun stands.
    specific = hit.end > hit.start + len(cue) or cue in _EN["noun_or_verb"]
    if not reports_here(cue, before, after, specific=specific):
        return None
    return Frame(who[1], hit.end, *who, hit, Place.WITHIN, "")


def _can_be(lexicon: Lexicon, named: str, cue: str, *, written: bool, infers: bool) -> bool:
    """Whether words can be the source of a cue.

    `written` asks for a document; what a thing suggests (`infers`), the article infers.
    """
    if is_document(named):
        return True
    if written or not _can_speak(lexicon, named, cue):
        return False
    # "Replays suggested he was right".
    return not infers or is_somebody(lexicon, named)


def _can_speak(lexicon: Lexicon, source: str, cue: str) -> bool:
    return cue in _SAYING or lexicon.speakers.speak(source)


def _place(before: str, after: str, cue: str) -> Place:
    """Where the content stands, by what is left on either side."""
    if cue in _TO_A_HEARER:
        addressee = _ADDRESSEE.match(after)
        after = after[addressee.end() :] if addressee else after
    if _AS.match(after):
        return Place.AFTER
    content = before.rstrip().endswith((",", "”", '"')) and len(before.split()) > _CLAUSE
    if not content or not TAIL.match(after):
        return Place.AFTER
    return Place.AROUND if after.startswith(", ") else Place.BEFORE
