"""Printable parts → summary sentences: two short ones go together, as wire editors write them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schemas import DraftSentence
from service.draft.rules_naming import TITLES
from service.lexicon.entries import classes
from service.patterns import Pattern

_LONGEST_PAIR = 52  # words
_APART = 8  # sentences: what stands further apart is another matter; 4 to 12 do alike
_ABBREVIATED = Pattern(r"(?:\.\w|\b(?:Inc|Ltd|Co|Corp|Jr|Sr))\.\Z")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = Pattern(rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTHS})\b")
_NAME_GOES_ON = Pattern(rf"(?:[’']s)?\s(?!{_DATE.pattern})[^\W\d_a-z](?![^\W\d_a-z])")
_FIRST_WORD = Pattern(r"[^\W\d_]+(?=[\s,]|[’']s?\s|-[a-z])")
_INFLECTED = ("s", "ed", "ing", "ly")  # endings of words that are seldom names
_EN = classes("en")
_GIVEN = _EN["female_name"] | _EN["male_name"]
_NO_GIVEN = TITLES | _EN["no_name"]
_RANKS = frozenset({"professor", "judge", "president", "premier", "governor", "justice", "father"})
"""Titles that keep their capital before a name wherever they stand."""
_COURTESY = frozenset({"Mr", "Mrs", "Ms", "Miss"})
_PARTICLES = frozenset("van von de da di del der den la le al bin mac ap of".split())  # noqa: SIM905 - a list of words
"""Small words that a surname may begin with."""
_NEAR = 40  # code points: the word before a name, and a role behind it


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


def joined(group: Sequence[Part], article: str, said: str = "") -> DraftSentence:
    """One summary sentence: "The army blamed the front; the front denied it.".

    Args:
        group: What goes into it.
        article: The article's text.
        said: The summary before it, where somebody may have been named.
    """
    claims = tuple(at for part in group for at in part.claims)
    first, *rest = group
    text = _named(first, said, article)
    for part in rest:
        # Behind "and" a speaker of one part could be taken for the other's.
        parted = first.sources or part.sources or " and " in f"{first.text} {part.text}"
        added = _lowered(_named(part, f"{said} {text}", article), article)
        text = text.rstrip(".") + ("; " if parted else ", and ") + added
    return DraftSentence(text=text, claims=claims)


def _named(part: Part, said: str, article: str) -> str:
    """The text of a part that names who speaks in full at first, and by surname from then on."""
    text = part.text
    for source in part.sources:
        _, space, surname = source.rpartition(" ")
        if not space or surname not in text or not all(w[0].isupper() for w in source.split()):
            continue
        if source in text:
            if source in said and _has_surname(source, surname, article):
                text = text.replace(source, surname)
        elif surname not in said and _has_surname(source, surname, article):
            text = _in_full(text, source, surname)
    return text


def _has_surname(source: str, surname: str, article: str) -> bool:
    """Whether the last word of a name is enough to tell whose it is.

    It is where the article goes by it, and for persons: "Tegan Blackwood", but not "Red Fife".
    Where two have it, "Matthias Oberlin" and "Jutta Oberlin", it is not.
    """
    given, *between, _ = source.split()
    if between and (len(between) > 1 or between[-1].lower() in _PARTICLES):
        return False
    if any(
        word[:1].isupper() and word.lower() not in _NO_GIVEN and word not in source
        for word, _ in _around(surname, article)
    ):
        return False
    return (
        given.lower() in _GIVEN
        or article.count(surname) > article.count(source)
        or any(
            before.lower() in TITLES or (comma and (after[:1] == ["who"] or TITLES & {*after}))
            for before, (comma, *after) in _around(source, article)
        )
    )


def _around(name: str, article: str) -> Iterator[tuple[str, list[str]]]:
    """The word before each mention of a name, and the comma and three words behind it, if any."""
    at = article.find(name)
    while at >= 0:
        end = at + len(name)
        before = article[max(0, at - _NEAR) : at]
        word = before.rsplit(maxsplit=1)[-1].strip(".") if before[-1:] == " " else ""
        word = word if word[-1:].isalpha() else ""
        after = article[end : end + _NEAR]
        behind = [one.strip(",.") for one in after[2:].split()[:3]] if after[:2] == ", " else []
        yield word, [after[:1].strip(" .;:)"), *behind]
        at = article.find(name, end)


def _in_full(text: str, source: str, surname: str) -> str:
    """A text with the full name of who speaks in the place of the surname, unless it is quoted."""
    start = text.find(surname)
    end = start + len(surname)
    before = text[:start]
    if (
        "“" in before
        or '"' in before
        or text[end : end + 1].isalpha()
        or text[end : end + 1] == "-"
    ):
        return text
    *others, last = ("", *before.split())
    if last.strip(".") in _COURTESY:
        before = before[: before.rindex(last)]
        last = others[-1]
    if before[-1:] not in ("", " ") or last[:1].isupper():
        return text
    return before + source + text[end:]


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
    if folded in _RANKS and _NAME_GOES_ON.match(text, word.end()):
        return False
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
