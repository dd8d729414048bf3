"""Sentences → Draft without a model: cue lexicon and patterns.

Works in one pass over the article. A sentence is cut into pieces where a new proposition can
begin (`service/lexicon/clauses.py`), its frames say who speaks (`frames.py`), its cues how firmly
(`factuality.py`); pieces that turn out alike are joined again and become claims.
"""

import re
from dataclasses import dataclass, replace

from schemas import Article, Draft, DraftClaim, Sentence, SourceKind, Status
from service.draft.rules_sources import ARTICLE, Source, Sources
from service.draft.rules_summary import summarise
from service.lexicon import Lexicon, load
from service.lexicon.clauses import Link, Piece, pieces, quotations
from service.lexicon.factuality import status
from service.lexicon.frames import Frame, Place, frames

_DATELINE = re.compile(r"[^\W\d_a-z]{3,}[^a-z]*(?:,\s[\w .]+)?(?:\([\w ]+\)\s*)?\Z")
_OPENS_BARE = re.compile(r"(?:But|And|Yet|So|Or)\s+(?=\S)")
_NO_SUBJECT = re.compile(
    r"(?:\w+ly\s+)?(?:may|might|could|would|will|should|can|must|is|are|was|were|has|have|had|did|does)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|may|might|could|would|will|should|can|must|did|does|do|cannot|"
    r"\w+ed|\w+n[’']t|fell|rose|went|came|took|made|ran|left|lost|won|put|hit|cut|set|began|became|grew|held|met|said|"
    r"says|told|kept|gave|got|saw|knew|found|thought|brought|built|bought|sold|sent|spent|stood|sat|lay|led|fed|"
    r"paid|laid|wrote|drew|drove|broke|spoke|chose|froze|swept|shut|spread|\w+s)\b"
)


# Verbs that cannot be plural nouns, for what stands after a bare "and".
_STRICT = re.compile(_FINITE.pattern.replace(r"|\w+s)", ")"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A piece of a sentence and what was made of it."""

    start: int
    """First code point in the sentence."""
    end: int
    """One past the last."""
    status: Status
    """How it is presented."""
    source: Source
    """Who stands behind it."""


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
        return Draft(claims=unread, sentences=summarise(None, article, sentences, unread, max_sentences))
    reader = _Reader(lexicon, article)
    claims = [claim for sentence in sentences for claim in reader.claims(sentence)]
    return Draft(
        claims=tuple(claims),
        sentences=summarise(lexicon, article, sentences, tuple(claims), max_sentences),
    )


def _unread(sentence: Sentence) -> DraftClaim:
    return DraftClaim(
        first=sentence.number,
        last=sentence.number,
        status=Status.UNCONFIRMED,
        kind=SourceKind.ARTICLE,
    )


class _Reader:
    """Reads sentence after sentence and remembers who speaks."""

    def __init__(self, lexicon: Lexicon, article: Article) -> None:
        self._lexicon = lexicon
        self._sources = Sources(lexicon, article.text)
        self._paragraph = 0
        self._speaker: Source | None = None
        """Who spoke last in this paragraph."""
        self._open = False
        """Whether a quotation runs on from the sentence before."""

    def claims(self, sentence: Sentence) -> list[DraftClaim]:
        """Claims of one sentence, in order."""
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            self._speaker = None
            # A quotation that runs over paragraphs opens again in each.
            self._open = False
        readings = self._read(sentence)
        text = sentence.text
        self._open = text.rfind("“") > text.rfind("”") or (self._open and "”" not in text)
        made: list[DraftClaim] = []
        for reading in _joined(readings):
            claim = _claim(sentence, reading, alone=len(readings) == 1)
            if claim is not None:
                made.append(claim)
        return made

    def _read(self, sentence: Sentence) -> list[Reading]:
        text = sentence.text
        cut = list(pieces(text, quoted=self._open))
        if len(cut) > 1 and cut[1].link is Link.ASIDE and _DATELINE.match(text[cut[0].start : cut[0].end]):
            cut = cut[1:]
        found = frames(self._lexicon, text)
        sources = [self._sources.resolve(frame, text, sentence.start) for frame in found]
        voices = _voices(text, cut, found)
        speaker = self._quoted(sentence) if not found else None
        readings: list[Reading] = []
        for piece, voice in zip(cut, voices, strict=True):
            frame = found[voice] if voice is not None else None
            source = sources[voice] if voice is not None else ARTICLE
            if frame is None and speaker is not None and piece.quoted:
                source = speaker
            readings.append(self._judge(text, piece, frame, source, readings))
        if sources:
            self._speaker = sources[-1]
        return readings

    def _quoted(self, sentence: Sentence) -> Source | None:
        """The speaker of a quotation that stands without a frame."""
        text = sentence.text
        if not self._open and not text.startswith(("“", '"')):
            return None
        return self._speaker or self._sources.person_before(sentence.start) or self._sources.last

    def _judge(
        self, text: str, piece: Piece, frame: Frame | None, source: Source, before: list[Reading]
    ) -> Reading:
        clause = text[piece.start : piece.end]
        cue = text[frame.hit.start : frame.hit.end] if frame is not None else ""
        unnamed = source.kind is SourceKind.UNNAMED
        judged = status(
            self._lexicon,
            clause,
            frame=frame,
            cue=cue,
            unnamed=unnamed,
            accuser=source.accuser,
            spoken=piece.quoted,
        )
        own = status(self._lexicon, clause, spoken=piece.quoted)
        if piece.link in {Link.ASIDE, Link.COMMENT} and frame is not None and not piece.quoted:
            inside = piece.start <= frame.hit.start < piece.end
            if not inside and own is not Status.STATED_FACT and frame.place is Place.AFTER:
                source, judged = ARTICLE, own
        if frame is None and source.kind is SourceKind.ARTICLE:
            subject = self._lexicon.hearsay_subject(clause)
            if subject is not None:
                source = Source(SourceKind.UNNAMED, clause[slice(*subject)])
                judged = Status.SPECULATION if judged is Status.SPECULATION else Status.UNCONFIRMED
        fragment = not _FINITE.search(clause)
        if piece.link is Link.AND and not piece.quoted:
            fragment = fragment or not _STRICT.search(clause)
        if before and fragment and own is Status.STATED_FACT and piece.link is not Link.COMMENT:
            # A stretch without a verb asserts nothing of its own.
            return Reading(piece.start, piece.end, before[-1].status, before[-1].source)
        if (
            before
            and piece.link is Link.ASIDE
            and own is Status.STATED_FACT
            and source == before[-1].source
        ):
            return Reading(piece.start, piece.end, before[-1].status, source)
        return Reading(piece.start, piece.end, judged, source)


def _voices(text: str, cut: list[Piece], found: tuple[Frame, ...]) -> list[int | None]:
    """Which frame each piece stands in the scope of: positions in `found`, None for the article."""
    voices: list[int | None] = [None] * len(cut)
    home = [_home(cut, frame) for frame in found]
    marks = quotations(text)
    for number, frame in enumerate(found):
        position = home[number]
        if cut[position].link is Link.COMMENT and frame.place is Place.AFTER and number and not _content_clause(text, frame):
            continue
        if frame.place in {Place.BEFORE, Place.AROUND}:
            back = position
            while back >= 0 and voices[back] is None:
                voices[back] = number
                if back == position and cut[back].link is Link.SENTENCE and not cut[back].quoted:
                    break
                if cut[back].link is Link.SENTENCE and not cut[back].quoted:
                    break
                back -= 1
        if frame.place in {Place.AFTER, Place.AROUND}:
            voices[position] = number
            for ahead in range(position + 1, len(cut)):
                piece = cut[ahead]
                same = any(s <= cut[ahead - 1].start < e and s <= piece.start < e for s, e in marks)
                if ahead in home or (not piece.quoted and _breaks(text, piece, frame)):
                    break
                if piece.quoted and piece.link is Link.SENTENCE and not same and frame.place is Place.AFTER:
                    break
                voices[ahead] = number
    return voices


def _content_clause(text: str, frame: Frame) -> bool:
    return frame.hit.end < len(text)


def _home(cut: list[Piece], frame: Frame) -> int:
    for position, piece in enumerate(cut):
        if frame.hit.start < piece.end:
            return position
    return len(cut) - 1


def _breaks(text: str, piece: Piece, frame: Frame) -> bool:
    """Whether another voice sets in: the article's, as a rule."""
    if piece.link is Link.COMMENT:
        return frame.place is not Place.AROUND
    if piece.link is Link.SENTENCE:
        return True
    if piece.link is Link.CONTRAST:
        return not re.match(r"that\b", text[piece.start : piece.end])
    goes_on = _NO_SUBJECT.match(text, piece.start)
    return piece.link is Link.AND and frame.place is Place.AROUND and not goes_on


def _joined(readings: list[Reading]) -> list[Reading]:
    """Join neighbours with the same status and source."""
    joined: list[Reading] = []
    for reading in readings:
        last = joined[-1] if joined else None
        if last is not None and last.status is reading.status and last.source == reading.source:
            joined[-1] = replace(last, end=reading.end)
        else:
            joined.append(reading)
    return joined


def _claim(sentence: Sentence, reading: Reading, *, alone: bool) -> DraftClaim | None:
    """The claim of a reading; None where nothing but punctuation would be left."""
    text = sentence.text
    start, end = reading.start, reading.end
    bare = _OPENS_BARE.match(text, start, end)
    if bare and start == 0:
        start = bare.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:—–"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ".,;:—–"):
        start += 1
    quote: str | None = text[start:end]
    if not quote or not any(char.isalnum() for char in quote):
        return None
    if start == 0 and end >= len(text.rstrip(".")) or (alone and not bare):
        quote = None
    elif text.find(quote) != start:
        return None
    return DraftClaim(
        first=sentence.number,
        last=sentence.number,
        status=reading.status,
        kind=reading.source.kind,
        source=reading.source.words,
        quote=quote,
    )
