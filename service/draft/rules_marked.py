"""What stands in the sentences of an article, before anybody asks who is meant.

All sentences go through one step before any goes through the next: a step's code and data then stay
in the processor's caches, which saves a sixth of the time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from schemas import Sentence
from service.lexicon import Lexicon
from service.lexicon.clauses import Link, Piece, pieces
from service.lexicon.factuality import plain
from service.lexicon.frame import Frame
from service.lexicon.frames import LONGEST, frames
from service.lexicon.lexicon import Marks
from service.lexicon.scope import parted, remarked, scopes, whole
from service.lexicon.typeset import typeset
from service.patterns import Pattern

_DATELINE = Pattern(r"[^\W\d_a-z]{3,}[^a-z]*(?:,\s[\w .]+)?(?:\([\w ]+\)\s*)?\Z")
_APART = Pattern(r";|,\s(?:an?|the)\s[\w-]+\s(?:for\s)?(?:that|which)\s")


@dataclass(slots=True)
class Marked:
    """A sentence with all that its own words tell."""

    sentence: Sentence
    """The sentence."""
    text: str
    """Its words, with one kind of quotation marks."""
    goes_on: bool
    """Whether it begins within a quotation that an earlier sentence opened."""
    unread: bool
    """Whether it is too long to be read."""
    marks: Marks
    """What the lexicon finds in it."""
    frames: tuple[Frame, ...] = ()
    """Its frames."""
    cut: tuple[Piece, ...] = ()
    """Its pieces; none where the article itself states all of it, or it is too long to be read."""
    scopes: tuple[int | None, ...] = ()
    """Of each piece the position of its frame; None in the article's own voice."""


def marked(lexicon: Lexicon, sentences: tuple[Sentence, ...]) -> list[Marked]:
    """Find what stands in the sentences of an article."""
    every = [
        Marked(sentence, text, goes_on, unread, lexicon.read("" if unread else text))
        for sentence, text, goes_on, unread in _typeset(sentences)
    ]
    for one in every:
        one.frames = _frames(lexicon, one.text)
    several = [one for one in every if not one.unread and not _stated(lexicon, one)]
    for one in several:
        one.cut = _cut(one)
    for one in several:
        one.scopes = scopes(one.text, one.cut, one.frames)
    return every


def _typeset(sentences: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, str, bool, bool]]:
    """Each sentence, its words, typeset, whether it begins within a quotation and is too long."""
    paragraph, goes_on = 0, False
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            # A quotation that runs over paragraphs opens again in each.
            paragraph, goes_on = sentence.paragraph, False
        text = typeset(sentence.text, quoted=goes_on)
        unread = len(text) > LONGEST
        yield sentence, text, goes_on, unread
        if not unread:
            goes_on = text.rfind("“") > text.rfind("”") or (goes_on and "”" not in text)


def _frames(lexicon: Lexicon, text: str) -> tuple[Frame, ...]:
    """The frames of a sentence, without those that a rumour reports in turn."""
    found = frames(lexicon, text)
    if found and (heard := lexicon.speakers.hearsay_subject(text)):
        # "Rumours have swept the town that the council intends to close it".
        return tuple(
            one
            for one in found
            if one.source_start <= heard[0] or _APART.search(text, heard[1], one.source_start)
        )
    return found


def _stated(lexicon: Lexicon, one: Marked) -> bool:
    """Whether the article itself states all of a sentence, so that it need not be cut."""
    text = one.text
    dateline = text[:2].isupper()
    quotes = one.goes_on or "“" in text or "”" in text
    if one.frames or dateline or quotes or lexicon.speakers.hears(text):
        return False
    return plain(one.marks, text)


def _cut(one: Marked) -> tuple[Piece, ...]:
    """The pieces of a sentence, each in the scope of one frame at most."""
    text = one.text
    cut = pieces(text, quoted=one.goes_on)
    if len(cut) > 1 and cut[1].link is Link.ASIDE and _DATELINE.match(text[: cut[0].end]):
        cut = cut[1:]
    cut = parted(text, whole(text, cut, one.frames), one.frames)
    return remarked(text, cut, one.marks.evaluations)
