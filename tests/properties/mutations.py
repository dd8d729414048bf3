"""What a hostile model does to a true quote: one change that a reader might not notice."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from tests.gold import Gold, load_gold

Draw = Callable[..., Any]
"""`data.draw`, or the `draw` of a composite."""
Mutate = Callable[[Draw, str, Gold], str]

# Letters of other scripts that look like Latin ones (Unicode's confusables.txt), and digits of
# another width: to a reader the same, to the article's words not.
_HOMOGLYPHS = dict(zip("aceopxyABEHKMOPTX15", "асеорхуАВЕНКМОРТХ１５", strict=True))
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|may|can)\b")
_NEGATION = re.compile(r"(?:\bnot|\bno|\bnever|\bwithout)\b ?|n[’']t\b")
_HEDGE = re.compile(r"\b(?:may|might|could|would|should)\b")
_NUMBER = re.compile(r"\d+")
NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")


def swap_number(draw: Draw, quote: str, gold: Gold) -> str:
    """A number becomes any other one."""
    del gold
    return _one(draw, _NUMBER, quote, draw(st.integers(0, 10_000).map(str)))


def insert_not(draw: Draw, quote: str, gold: Gold) -> str:
    """An auxiliary is negated."""
    del gold
    return _one(draw, _AUXILIARY, quote, r"\g<0> not")


def drop_not(draw: Draw, quote: str, gold: Gold) -> str:
    """A negation is taken away."""
    del gold
    return _one(draw, _NEGATION, quote, "")


def raise_certainty(draw: Draw, quote: str, gold: Gold) -> str:
    """What may be, will be."""
    del gold
    return _one(draw, _HEDGE, quote, "will")


def change_speaker(draw: Draw, quote: str, gold: Gold) -> str:
    """A name becomes another name of the article."""
    names = sorted(set(NAME.findall(gold.article.text)))
    return _one(draw, NAME, quote, draw(st.sampled_from(names)))


def splice(draw: Draw, quote: str, gold: Gold) -> str:
    """The first words of one passage run on into the last words of another one."""
    other = gold.claims[draw(st.integers(0, len(gold.claims) - 1))].text.split()
    words = quote.split()
    head = draw(st.integers(1, len(words)))
    return " ".join([*words[:head], *other[draw(st.integers(0, len(other) - 1)) :]])


def change_case(draw: Draw, quote: str, gold: Gold) -> str:
    """One letter is written large or small."""
    del gold
    at = draw(st.integers(0, len(quote) - 1))
    return quote[:at] + quote[at].swapcase() + quote[at + 1 :]


def put_homoglyph(draw: Draw, quote: str, gold: Gold) -> str:
    """One letter or digit is replaced by one that looks the same."""
    del gold
    places = [at for at, char in enumerate(quote) if char in _HOMOGLYPHS]
    if not places:
        return quote
    at = draw(st.sampled_from(places))
    return quote[:at] + _HOMOGLYPHS[quote[at]] + quote[at + 1 :]


def drop_word(draw: Draw, quote: str, gold: Gold) -> str:
    """A word is left out."""
    del gold
    words = quote.split()
    at = draw(st.integers(0, len(words) - 1))
    return " ".join(words[:at] + words[at + 1 :])


def swap_words(draw: Draw, quote: str, gold: Gold) -> str:
    """Two neighbouring words change places."""
    del gold
    words = quote.split()
    at = draw(st.integers(0, len(words) - 1))
    return " ".join(words[:at] + words[at : at + 2][::-1] + words[at + 2 :])


def cut_inside(draw: Draw, quote: str, gold: Gold) -> str:
    """Characters at one end are left out, which may cut a word or a number."""
    del gold
    cut = draw(st.integers(1, 3))
    at_end: bool = draw(st.booleans())
    return quote[:-cut] if at_end else quote[cut:]


MUTATIONS: tuple[Mutate, ...] = (
    swap_number,
    insert_not,
    drop_not,
    raise_certainty,
    change_speaker,
    splice,
    change_case,
    put_homoglyph,
    drop_word,
    swap_words,
    cut_inside,
)


def _one(draw: Draw, pattern: re.Pattern[str], text: str, replacement: str) -> str:
    """Replace one of a pattern's matches; the text as it is where there is none."""
    matches = list(pattern.finditer(text))
    if not matches:
        return text
    found: re.Match[str] = draw(st.sampled_from(matches))
    return text[: found.start()] + found.expand(replacement) + text[found.end() :]


@cache
def passages() -> tuple[tuple[str, str], ...]:
    """Annotated claims of the seed articles, each with its article's id."""
    return tuple((gold.id, claim.text) for gold in load_gold() for claim in gold.claims)


@cache
def article_of() -> dict[str, Gold]:
    """The annotated articles by their ids, which draw and compare faster than they do."""
    return {gold.id: gold for gold in load_gold()}
