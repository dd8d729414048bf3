"""Printable parts → summary sentences: two short ones go together, as wire editors write them."""

from collections.abc import Sequence
from typing import NamedTuple

from schemas import DraftSentence
from service.lexicon.entries import classes
from service.patterns import Pattern

_LONGEST_PAIR = 50  # words
_APART = 12  # sentences: what stands further apart is another matter
_ABBREVIATED = Pattern(r"(?:\.\w|\b(?:Inc|Ltd|Co|Corp|Jr|Sr))\.\Z")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = Pattern(rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTHS})\b")
_NAME_GOES_ON = Pattern(rf"(?:[’']s)?\s(?!{_DATE.pattern})[^\W\d_a-z](?![^\W\d_a-z])")
_FIRST_WORD = Pattern(r"[^\W\d_]+(?=[\s,]|[’']s?\s|-[a-z])")
_INFLECTED = ("s", "ed", "ing", "ly")  # endings of words that are seldom names
_EN = classes("en")


class Part(NamedTuple):
    """Words of one sentence of the article that could be printed."""

    order: int
    """Position of the sentence in the article, from 0."""
    claims: tuple[int, ...]
    """Positions in the draft's claims."""
    text: str
    """What would be printed."""
    doubtful: bool
    """Whether it carries something unconfirmed or speculative."""
    sources: frozenset[str]
    """Who speaks in it."""
    words: frozenset[str]
    """Its content words."""
    hangs: bool
    """Whether it says "it" or "they" of what the sentence before it names."""
    ends: bool = False
    """Whether it goes on to the end of its sentence."""
    news: float = 0.0
    """How likely it is that any fair summary holds it, from 0 to 1."""

    @property
    def length(self) -> int:
        """Its words, those between spaces."""
        return self.text.count(" ") + 1


class Joint:
    """Whether and how two parts are made one sentence."""

    def __init__(self, text: str) -> None:
        """Keep the article's text: it tells names from other words."""
        self._text = text

    def joins(self, one: Part, other: Part) -> bool:
        """Whether two parts make one sentence that can still be read."""
        if other.hangs and not (one.ends and other.order == one.order + 1):
            return False
        return (
            one.length + other.length <= _LONGEST_PAIR
            and other.order - one.order <= _APART
            and self._joinable(one.text)
            and one.text.endswith(".")
            and self._joinable(other.text)
            and self._common(other.text) is not None
        )

    def joined(self, group: Sequence[Part]) -> DraftSentence:
        """One summary sentence: "The army blamed the front; the front denied it."."""
        claims = tuple(at for part in group for at in part.claims)
        first, *rest = group
        text = first.text
        for part in rest:
            # Behind "and" a speaker of one part could be taken for the other's.
            parted = first.sources or part.sources or " and " in f"{first.text} {part.text}"
            added = self._shortened(self._lowered(part.text), first)
            text = text.rstrip(".") + ("; " if parted else ", and ") + added
        return DraftSentence(text=text, claims=claims)

    def _shortened(self, text: str, first: Part) -> str:
        """A part with the surname of who was named in full before, if the article has it alone."""
        for source in first.sources:
            surname = source.rpartition(" ")[2]
            alone = self._text.count(surname) > self._text.count(source)
            if surname[0].isupper() and alone and source in first.text:
                text = text.replace(source, surname)
        return text

    def _joinable(self, text: str) -> bool:
        return not (
            any(mark in text for mark in (";", ": ", "?", "!", "\n"))
            or text.startswith(("“", '"'))
            or _ABBREVIATED.search(text, max(0, len(text) - 6))
        )

    def _lowered(self, text: str) -> str:
        """A part as it stands behind a semicolon: a name keeps its capital."""
        return text[0].lower() + text[1:] if self._common(text) else text

    def _common(self, text: str) -> bool | None:
        """Whether the first word of a sentence is no name; None where that cannot be told.

        It is none where the article has it small, or where it is a function word or a role; it is
        one where the article has it with a capital in mid-sentence, or a name goes on.
        """
        word = _FIRST_WORD.match(text)
        if word is None or _DATE.match(text):
            return False
        folded = word.group().lower()
        known = folded in _EN["no_name"] or folded in _EN["role"]
        if not known and _NAME_GOES_ON.match(text, word.end()):
            return False
        if f" {folded} " in self._text:
            return True
        if self._within(word.group()):
            return False
        return True if known or folded.endswith(_INFLECTED) else None

    def _within(self, word: str) -> bool:
        """Whether the article has a word with its capital in mid-sentence."""
        at = self._text.find(f" {word}")
        while at > 0:
            before, after = self._text[at - 1], self._text[at + len(word) + 1 : at + len(word) + 2]
            if (before.islower() or before == ",") and not after.isalpha():
                return True
            at = self._text.find(f" {word}", at + 1)
        return False
