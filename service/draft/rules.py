"""Sentences → Draft without a model: cue lexicon and patterns.

Works in steps, each over all sentences of the article. First what stands in them
(`rules_marked.py`): a sentence is cut into pieces where a new proposition can begin
(`service/lexicon/clauses.py`), its frames hold who speaks (`frames.py`). Then who is meant
(`rules_sources.py`). Then how firmly each piece is said (`factuality.py`); pieces that turn out
alike are joined again and become claims.
"""

import re
from collections.abc import Iterator
from itertools import chain, groupby, zip_longest
from operator import attrgetter
from typing import NamedTuple

from schemas import Article, Draft, DraftClaim, Sentence, SourceKind, Status
from service.draft.rules_accounts import Read, Reading, carried
from service.draft.rules_contested import contest, may_contest
from service.draft.rules_heard import ARTICLE, Source
from service.draft.rules_marked import Marked, marked
from service.draft.rules_reach import RELATIVE, judged_on, reaches, rumoured
from service.draft.rules_sources import Sources
from service.draft.rules_standing import hearsay
from service.draft.rules_summary import summarise
from service.lexicon import Lexicon, load
from service.lexicon.bygone import came_otherwise, expected
from service.lexicon.clauses import Link, Piece, holds_word
from service.lexicon.courts import ruled
from service.lexicon.deeds import deed
from service.lexicon.factuality import judge, plain
from service.lexicon.frame import Frame, Place
from service.lexicon.verbs import BEGINS, IRREGULAR
from service.lexicon.voices import ARTICLE_VOICE, Clause, Voice, polled
from service.patterns import Pattern

_STOPS = ".,;:—–"
_EDGE = _STOPS + "".join(filter(str.isspace, map(chr, range(0x3001))))
"""What a claim neither begins nor ends with: stops and white space, which ends at U+3000."""
_OPENS_BARE = Pattern(r"(?:But|And|Yet|So|Or)\s+(?=\S)")
_FINITE = Pattern(
    rf"{BEGINS}(?:is|are|was|were|am|be|been|has|have|had|may|might|could|would|will|should|can|must|did|does|do|cannot|"
    rf"\w+ed|\w+n[’']t|{IRREGULAR}|\w+s)\b"
)


_ASKS = Pattern(
    r"[“\"‘']*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|who|what|when|"
    r"where|why|how|which|whose)\b",
    re.IGNORECASE,
)
_ASIDE = Pattern(r",\s(?:which|who)\s[^,:]*")
_WHO = Pattern(r"\s(?:who|that|which)\s\Z")
_ADDS = Pattern(r"(?:which|where|whose)\s")
_REMARKS = frozenset({Link.ASIDE, Link.COMMENT})
# Verbs that cannot be plural nouns, for what stands after a bare "and".
_STRICT = Pattern(
    _FINITE.pattern.replace(
        r"|\w+s)", r"|\w{2,}s(?=\s(?:the|an?|its|his|her|their|no|due|up|out|down|back|more)\b))"
    )
)


def draft(article: Article, sentences: tuple[Sentence, ...], max_sentences: int = 4) -> Draft:
    """Draft claims and a summary from the article's words alone.

    Args:
        article: The article.
        sentences: Its sentences.
        max_sentences: Sentences in the summary at most.

    Returns:
        Claims in article order that never overlap, and extractive summary sentences. Without a
        lexicon for the language every sentence is one claim that nobody has read: `unconfirmed`.
    """
    lexicon = load(article.language, article.text)
    if lexicon is None:
        unread = tuple(_unread(sentence) for sentence in sentences)
        return Draft(
            claims=unread, sentences=summarise(None, article, sentences, unread, max_sentences)
        )
    reads = _Reader(lexicon, article).read(marked(lexicon, sentences))
    verdict = ruled(article.text.partition("\n\n")[0])
    told: list[list[DraftClaim]] = []
    contested = may_contest(article.text, sentences)
    for number, group in groupby(reads, key=attrgetter("sentence.paragraph")):
        told.append([])
        for read in carried(tuple(group), close=number == sentences[-1].paragraph):
            told[-1] += _claims(_proven(read) if verdict else read)
            if read.sentence.number in contested:
                contest(told, read.sentence, read.frames, sentences)
    claims = tuple(chain.from_iterable(told))
    return Draft(
        claims=claims, sentences=summarise(lexicon, article, sentences, claims, max_sentences)
    )


def _unread(sentence: Sentence) -> DraftClaim:
    return DraftClaim(
        first=sentence.number,
        last=sentence.number,
        status=Status.UNCONFIRMED,
        kind=SourceKind.ARTICLE,
    )


class _Heard(NamedTuple):
    """Who speaks in a sentence."""

    sources: list[Source]
    """The sources of its frames."""
    quoted: Source | None
    """The speaker of a quotation that stands without a frame."""
    speaker: Source | None
    """Who spoke last in its paragraph."""
    speaks: bool
    """Whether a frame has a source."""


class _Reader:
    """Reads sentence after sentence and remembers who speaks."""

    def __init__(self, lexicon: Lexicon, article: Article) -> None:
        self._lexicon = lexicon
        self._sources = Sources(lexicon, article.text)
        self._speaker: Source | None = None
        """Who spoke last in this paragraph."""
        self._paragraph = 0

    def read(self, every: list[Marked]) -> list[Read]:
        """Read the sentences of an article, each by itself: first who speaks in all of them."""
        heard = [self._heard(one, following) for one, following in zip_longest(every, every[1:])]
        return [self._read(one, spoken) for one, spoken in zip(every, heard, strict=True)]

    def _heard(self, one: Marked, following: Marked | None) -> _Heard:
        """Find out who speaks in a sentence; `following` is the next one."""
        sentence = one.sentence
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._speaker = sentence.paragraph, None
        said = [self._sources.resolve(frame, one.text, sentence.start) for frame in one.frames]
        sources = [source for source in said if source is not None]
        same = following is not None and following.sentence.paragraph == sentence.paragraph
        quoted = None
        if one.cut and not sources:
            quoted = self._quoted(one, following.sentence if following and same else None)
        if sources:
            self._speaker = sources[-1]
        if not one.unread:
            self._sources.note(one.text, sentence.start)
        return _Heard([source or ARTICLE for source in said], quoted, self._speaker, bool(sources))

    def _read(self, one: Marked, heard: _Heard) -> Read:
        """Read a sentence piece by piece."""
        sentence, text, found, cut = one.sentence, one.text, one.frames, one.cut
        self._marks = one.marks
        if not cut:
            status = Status.UNCONFIRMED if one.unread else Status.STATED_FACT
            stated = Reading(0, len(text), status, ARTICLE)
            return Read(sentence, text, [stated], one.marks, (), heard.speaker)
        sources, speaker, _, speaks = heard
        readings: list[Reading] = []
        asked = _asked(text, cut)
        for place, (piece, number) in enumerate(zip(cut, one.scopes, strict=True)):
            if place in asked:
                source = sources[number] if number is not None else speaker or ARTICLE
                reading = Reading(piece.start, piece.end, Status.SPECULATION, source)
            elif number is not None:
                reading = self._attributed(text, piece, found[number], sources[number])
            else:
                reading = self._unframed(text, piece, speaker)
            last = readings[-1] if readings else None
            if last is not None and self._goes_on(text, piece, found, reading, last):
                reading = Reading(piece.start, piece.end, last.status, last.source)
            if piece.link is Link.MAIN:
                readings[-1] = _in_passing(readings[-1], reading)
            readings.append(reading)
        if not found:
            _announce(text, cut, readings)
        return Read(sentence, text, readings, one.marks, found if speaks else (), heard.speaker)

    def _quoted(self, one: Marked, following: Sentence | None) -> Source | None:
        """The speaker of a quotation that stands without a frame."""
        sentence, text = one.sentence, one.text
        if not one.goes_on and not text.startswith("“"):
            colon = text.find(": “")
            # A colon announces speech, as in "Orr is blunt about it".
            if colon <= 0:
                return self._sources.phrased(text, sentence.start, self._speaker)
            return self._sources.before_colon(text[:colon], sentence.start)
        if self._speaker is None and following and text.endswith("”") and "“" not in following.text:
            # “I saw it coming.” Hana Petrov, 61, was at home.
            introduced = self._sources.introduced(following.text, following.start)
            if introduced:
                return introduced
        if one.goes_on:
            return self._speaker or self._sources.last
        return self._sources.speaker_before(sentence.start) or self._speaker

    def _attributed(self, text: str, piece: Piece, frame: Frame, source: Source) -> Reading:
        """Read a piece in the scope of a frame."""
        remark = piece.link in _REMARKS and not piece.quoted
        # "It asserted, offering no proof, that it closed": the content stands behind the remark.
        remark = remark and ", that " not in text[piece.start : piece.end]
        if remark and frame.place is Place.AFTER and not piece.start <= frame.hit.start < piece.end:
            # A hedged remark on what a source said is the article's own.
            own = self._judge(text, piece)
            # What a guess is hung on is given: "expects a loss, against a profit of 3 million".
            looks_back = frame.hit.entry.status is Status.SPECULATION and (
                piece.link is Link.COMMENT or RELATIVE.match(text, piece.start)
            )
            if own is not Status.STATED_FACT or looks_back:
                return Reading(piece.start, piece.end, own, ARTICLE)
        if deed(text, frame.hit.start, named=source.kind is SourceKind.NAMED):
            return Reading(piece.start, piece.end, self._judge(text, piece), ARTICLE)
        voice = Voice(
            cue=text[frame.hit.start : frame.hit.end],
            makes=None if expected(text, frame.hit.start) else frame.hit.entry.status,
            denies=frame.hit.entry.denies,
            unnamed=source.kind is SourceKind.UNNAMED,
            accuser=source.accuser,
            crowd=source.words is not None and self._lexicon.speakers.partisan(source.words),
            spoken=piece.quoted,
        )
        # What describes the source says nothing of what it says.
        skip = frame.source_start, max(frame.source_start, frame.hit.start)
        if frame.hit.start <= frame.source_start < frame.hit.end:
            skip = frame.hit.start, frame.hit.end
        adverb = hearsay(text, *skip)
        if adverb is not None:
            # "She allegedly wrote": the adverb is about what she wrote.
            skip = skip[0], adverb
        judged = self._judge(text, piece, voice, skip)
        if judged is Status.OPINION and polled(text, frame.source_end):
            judged = Status.STATED_FACT
        return Reading(piece.start, piece.end, judged, source)

    def _unframed(self, text: str, piece: Piece, speaker: Source | None) -> Reading:
        """Read a piece that no frame reaches: the article's voice, or a quotation that goes on."""
        # In words of the article that hold a phrase of the speaker's, or in the speaker's own.
        phrased = "“" in text[piece.start : piece.end] and ": “" not in text
        quoted = speaker is not None and (piece.quoted or phrased)
        source = speaker if speaker is not None and quoted else ARTICLE
        unnamed = source.kind is SourceKind.UNNAMED
        # A sentence without a verb is an exclamation: "Classy", "Not good enough, frankly".
        exclaims = piece.link is Link.START and piece.end >= len(text.rstrip())
        exclaims = exclaims and not _STRICT.search(text, piece.start, piece.end)
        spoken = piece.quoted or exclaims
        voice = ARTICLE_VOICE
        if unnamed or spoken:
            # “He robbed widows,” the prosecutor told jurors. “He did it for a boat.”
            voice = Voice(unnamed=unnamed, accuser=source.accuser, spoken=spoken)
        judged = self._judge(text, piece, voice)
        subject = None if quoted else self._lexicon.speakers.hearsay_subject(text, piece.start)
        if subject is not None:
            source = Source(SourceKind.UNNAMED, text[slice(*subject)])
            if judged is not Status.SPECULATION:
                judged = Status.UNCONFIRMED
        return Reading(piece.start, piece.end, judged, source)

    def _goes_on(
        self, text: str, piece: Piece, found: tuple[Frame, ...], reading: Reading, last: Reading
    ) -> bool:
        """Whether a piece asserts nothing of its own and so shares its neighbour's reading."""
        if judged_on(text, piece, reading, last):
            return True
        if any(piece.start <= frame.hit.start < piece.end for frame in found):
            return False
        clause = text[piece.start : piece.end]
        verb = _STRICT if piece.link is Link.AND and not piece.quoted else _FINITE
        # What a colon brings of a speaker is speech, with a verb or without: “Orr: “Not yet.””
        spoken = piece.link is Link.COLON and piece.quoted
        bare = not (spoken or piece.link is Link.COMMENT or _asserts(clause, verb))
        # What "which" adds to a guess is given: "it may go to the court, which has blocked two".
        given = (last.status is Status.SPECULATION and _ADDS.match(text, piece.start)) or (
            last.status is Status.OPINION and RELATIVE.match(text, piece.start)
        )
        aside = piece.link is Link.ASIDE and reading.source == last.source and not given
        # "Word had gone round that it was sold and that the buyer had signed".
        more = piece.link is Link.AND and (
            text.startswith("that ", piece.start) or rumoured(text, piece, last, self._marks.hedges)
        )
        if last.status is not Status.STATED_FACT:
            more = more or reaches(text, piece, found, last)
        return (bare or aside or more) and self._judge(text, piece) is Status.STATED_FACT

    def _judge(
        self, text: str, piece: Piece, voice: Voice = ARTICLE_VOICE, skip: tuple[int, int] = (0, 0)
    ) -> Status:
        if voice is ARTICLE_VOICE and plain(self._marks, text[piece.start : piece.end]):
            return Status.STATED_FACT
        if piece.link is Link.COMMENT:
            voice = voice._replace(comment=True)
        clause = Clause.of(self._marks, text, piece.start, piece.end, skip)
        if clause.hedges and came_otherwise(text, piece.start, piece.end):
            clause = clause._replace(hedges=[])
        if piece.link is Link.AND and any(end <= piece.start for _, end in self._marks.rules):
            # "Under the act it must be withdrawn and reissued if it is found wanting".
            clause = clause._replace(rule=True)
        return judge(clause, voice)


def _asserts(clause: str, verb: Pattern) -> bool:
    """Whether a clause has a verb other than that of a relative clause at its end.

    “The missing are thought to be a couple and | a man who worked there”.
    """
    found = verb.search(clause)
    if found is None:
        return False
    relative = _WHO.search(clause, 0, found.start())
    return relative is None or verb.search(clause, found.end()) is not None


def _announce(text: str, cut: tuple[Piece, ...], readings: list[Reading]) -> None:
    """Give what announces a quotation its reading: “Orr, on the radio: “It moves””."""
    if len(cut) > 1 and cut[1].link is Link.COLON and cut[1].quoted:
        before = _ASIDE.sub("", text[cut[0].start : cut[0].end])
        if not _STRICT.search(before):
            readings[0] = readings[0]._replace(status=readings[1].status, source=readings[1].source)


def _in_passing(relative: Reading, main: Reading) -> Reading:
    """What is said of a subject in passing is no claim apart, unless it is less than a fact."""
    if relative.status is not Status.STATED_FACT:
        return relative
    return relative._replace(status=main.status, source=main.source)


def _asked(text: str, cut: tuple[Piece, ...]) -> set[int]:
    """Positions of pieces that belong to a question which ends in a later piece."""
    asked: set[int] = set()
    if "?" not in text:
        return asked
    for place in range(len(cut) - 1, 0, -1):
        ends = text[cut[place].start : cut[place].end].rstrip("”’) ").endswith("?")
        if (ends or place in asked) and cut[place].link is not Link.SENTENCE:
            first = text[cut[place - 1].start : cut[place - 1].end]
            if _ASKS.match(first) or place in asked:
                asked.add(place - 1)
    return asked


def _joined(readings: list[Reading]) -> list[Reading]:
    """Join neighbours with the same status and source."""
    joined: list[Reading] = []
    for reading in readings:
        last = joined[-1] if joined else None
        if last is not None and last.status is reading.status and last.source == reading.source:
            joined[-1] = last._replace(end=reading.end)
        else:
            joined.append(reading)
    return joined


def _proven(read: Read) -> Read:
    """What somebody who can be named told a court that has ruled since."""
    return read._replace(
        readings=[
            reading._replace(status=Status.STATED_FACT)
            if reading.status is Status.UNCONFIRMED and reading.source.kind is SourceKind.NAMED
            else reading
            for reading in read.readings
        ]
    )


def _claims(read: Read) -> Iterator[DraftClaim]:
    """The claims of a sentence, in order."""
    for reading in _joined(read.readings):
        claim = _claim(read.sentence, reading)
        if claim is not None:
            yield claim


def _claim(sentence: Sentence, reading: Reading) -> DraftClaim | None:
    """The claim of a reading; None where nothing but punctuation would be left."""
    text = sentence.text
    start, end = reading.start, reading.end
    if start == 0 and (bare := _OPENS_BARE.match(text, 0, end)):
        start = bare.end()
    words = text[start:end].rstrip(_EDGE)
    end = start + len(words)
    words = words.lstrip(_EDGE)
    start = end - len(words)
    if not holds_word(words):
        return None
    quote: str | None = words
    if start == 0 and end >= len(text.rstrip(_STOPS)):
        quote = None
    elif text.find(words) != start:
        # The words stand earlier in the sentence too, so they would not lead back to this place.
        return None
    return DraftClaim(
        first=sentence.number,
        last=sentence.number,
        status=reading.status,
        kind=reading.source.kind,
        source=reading.source.words,
        quote=quote,
    )
