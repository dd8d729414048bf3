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


class Fit(NamedTuple):
    """How a text fits beside another."""

    length: int
    """Its words, those between spaces."""
    leads: bool
    """Whether another can follow it in the same sentence."""
    follows: bool
    """Whether it can follow another."""


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
    hangs: bool
    """Whether it says "it" or "they" of what the sentence before it names."""
    ends: bool
    """Whether it goes on to the end of its sentence."""
    news: float
    """How likely it is that any fair summary holds it, from 0 to 1."""
    fit: Fit
    """How it fits beside another."""


def fit(text: str, article: str) -> Fit:
    """Whether a text can stand before and behind another one, and how long it is."""
    joinable = not (
        (text[0] in '“"' or ";" in text or "?" in text or "!" in text or ": " in text)
        or _ABBREVIATED.search(text, max(0, len(text) - 6))
    )
    return Fit(
        length=text.count(" ") + 1,
        leads=joinable and text.endswith("."),
        follows=joinable and _is_common(text, article) is not None,
    )


def bears(one: Part, other: Part) -> bool:
    """Whether what hangs can stand right behind a part: it comes next in the article too."""
    return one.ends and other.order == one.order + 1


def joins(one: Part, other: Part) -> bool:
    """Whether two parts make one sentence that can still be read."""
    return (
        (not other.hangs or bears(one, other))
        and one.fit.leads
        and other.fit.follows
        and one.fit.length + other.fit.length <= _LONGEST_PAIR
        and other.order - one.order <= _APART
    )


def joined(group: Sequence[Part], article: str) -> DraftSentence:
    """One summary sentence: "The army blamed the front; the front denied it."."""
    claims = tuple(at for part in group for at in part.claims)
    first, *rest = group
    text = first.text
    for part in rest:
        # Behind "and" a speaker of one part could be taken for the other's.
        parted = first.sources or part.sources or " and " in f"{first.text} {part.text}"
        added = _shortened(_lowered(part.text, article), first, article)
        text = text.rstrip(".") + ("; " if parted else ", and ") + added
    return DraftSentence(text=text, claims=claims)


def _shortened(text: str, first: Part, article: str) -> str:
    """A part with the surname of who was named in full before, if the article has it alone."""
    for source in first.sources:
        surname = source.rpartition(" ")[2]
        alone = article.count(surname) > article.count(source)
        if surname[0].isupper() and alone and source in first.text:
            text = text.replace(source, surname)
    return text


def _lowered(text: str, article: str) -> str:
    """A part as it stands behind another: a name keeps its capital."""
    return text[0].lower() + text[1:] if _is_common(text, article) else text


def _is_common(text: str, article: str) -> bool | None:
    """Whether the first word of a sentence is no name; None where that cannot be told.

    It is none where the article has it small, or where it is a function word or a role; it is one
    where the article has it with a capital in mid-sentence, or a name goes on.
    """
    word = _FIRST_WORD.match(text)
    if word is None or _DATE.match(text):
        return False
    folded = word.group().lower()
    known = folded in _EN["no_name"] or folded in _EN["role"]
    if not known and _NAME_GOES_ON.match(text, word.end()):
        return False
    if f" {folded} " in article:
        return True
    if _stands_capital(word.group(), article):
        return False
    return True if known or folded.endswith(_INFLECTED) else None


def _stands_capital(word: str, article: str) -> bool:
    """Whether an article has a word with its capital in mid-sentence."""
    at = article.find(f" {word}")
    while at > 0:
        before, after = article[at - 1], article[at + len(word) + 1 : at + len(word) + 2]
        if (before.islower() or before == ",") and not after.isalpha():
            return True
        at = article.find(f" {word}", at + 1)
    return False
