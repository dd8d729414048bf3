"""What stands in the sentences of an article, before anybody asks who is meant.

All sentences go through one step before any goes through the next: a step's code and data then stay
in the processor's caches, which makes a tenth of the time.
"""

from collections.abc import Iterator
from typing import NamedTuple

from schemas import Sentence
from service.lexicon import Lexicon
from service.lexicon.clauses import Piece, pieces
from service.lexicon.factuality import plain
from service.lexicon.frames import LONGEST, Frame, frames
from service.lexicon.lexicon import Marks
from service.lexicon.typeset import typeset


class Marked(NamedTuple):
    """A sentence with all that its own words tell."""

    sentence: Sentence
    """The sentence."""
    text: str
    """Its words, with one kind of quotation marks."""
    goes_on: bool
    """Whether it begins within a quotation that an earlier sentence opened."""
    marks: Marks
    """What the lexicon finds in it."""
    frames: tuple[Frame, ...]
    """Its frames."""
    cut: tuple[Piece, ...]
    """Its pieces; none where the article itself states all of it, or it is too long to be read."""

    @property
    def unread(self) -> bool:
        """Whether it is too long to be read."""
        return len(self.text) > LONGEST


def marked(lexicon: Lexicon, sentences: tuple[Sentence, ...]) -> list[Marked]:
    """Find what stands in the sentences of an article."""
    typed = list(_typeset(sentences))
    texts = [text if len(text) <= LONGEST else "" for text, _ in typed]
    marks = [lexicon.read(text) for text in texts]
    found = [frames(lexicon, text) for text in texts]
    stated = [
        not one and _stated(lexicon, text, mark, goes_on=goes_on)
        for one, mark, (text, goes_on) in zip(found, marks, typed, strict=True)
    ]
    cut = [
        () if whole or not text else pieces(text, quoted=goes_on)
        for text, (_, goes_on), whole in zip(texts, typed, stated, strict=True)
    ]
    return [
        Marked(sentence, text, goes_on, *rest)
        for sentence, (text, goes_on), rest in zip(
            sentences, typed, zip(marks, found, cut, strict=True), strict=True
        )
    ]


def _typeset(sentences: tuple[Sentence, ...]) -> Iterator[tuple[str, bool]]:
    """Each sentence's words, typeset, and whether it begins within a quotation."""
    paragraph, goes_on = 0, False
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            # A quotation that runs over paragraphs opens again in each.
            paragraph, goes_on = sentence.paragraph, False
        text = typeset(sentence.text, quoted=goes_on)
        yield text, goes_on
        if len(text) <= LONGEST:
            goes_on = text.rfind("“") > text.rfind("”") or (goes_on and "”" not in text)


def _stated(lexicon: Lexicon, text: str, marks: Marks, *, goes_on: bool) -> bool:
    """Whether the article itself states all of a sentence without a frame: nothing is cut."""
    dateline = text[:2].isupper()
    quotes = goes_on or "“" in text or "”" in text
    return not (dateline or quotes or lexicon.speakers.hears(text)) and plain(marks, text)
