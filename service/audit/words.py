"""Words as the checks compare them: tokens, stems, function words.

Stems are the first five letters of a word without its plural or possessive `s`: truncation works
in every alphabetic language without a word list, and loses little against a stemmer in retrieval
(McNamee and Mayfield, "Character n-gram tokenization for European language text retrieval",
Information Retrieval 7, 2004, which finds lengths four and five best). It cannot see that "fell"
and "fall" are one word, and takes "intern" and "interest" for one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

STEM_LENGTH = 5
"""Letters kept of a word; see the module's docstring."""

WORD = re.compile(r"\w+(?:['’ʼ]\w+)*")
"""One word, inner apostrophes included."""
_POSSESSIVE = re.compile(r"['’ʼ][sS]?$")
APOSTROPHES = str.maketrans("’ʼ‘", "'''")
"""Makes apostrophes straight."""

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those of in on at by for with from to into onto over under
    about against between through during before after above below up down out off as than
    and or but nor so yet if while whereas although though because since until when where
    which who whom whose what how why whether there here it its he his him she her hers they
    their them we our us you your i my me itself himself herself themselves one ones other
    others another some any each every both all such same own be is are was were been being
    am has have had having do does did doing done will would shall should can could may
    might must also then now just only even still too very more most less least many much
    few not no n't
    """.split()  # noqa: SIM905 - a list of words
)
"""Closed-class words of English, which carry no content of their own: articles, prepositions,
conjunctions, pronouns, auxiliaries, quantifiers (Quirk et al., A Comprehensive Grammar of the
English Language, 1985, 2.34-2.45: the closed classes). Harmless in other languages."""

REPORTING_VERBS = frozenset(
    """
    say says said saying tell tells told telling report reports reported write writes wrote
    add adds added state states stated announce announces announced note notes noted argue
    argues argued claim claims claimed confirm confirms confirmed according
    """.split()  # noqa: SIM905 - a list of words
)
"""Verbs that a reporting frame is made of, without a judgement of their own: the most frequent
cue words of attribution in English news (PolNeAR; Newell, Margolin and Ruths, LREC 2018)."""


class Word(NamedTuple):
    """One word of a text."""

    text: str
    """The word as it stands, with inner apostrophes."""
    start: int
    """First code point in the text."""
    end: int
    """One past the last code point."""

    @property
    def folded(self) -> str:
        """The word as compared: case folded, apostrophes straight, possessive dropped."""
        return fold(self.text)


@lru_cache(maxsize=8_192)
def fold(word: str) -> str:
    """Fold a word's case and apostrophes, and drop a possessive ending."""
    if word.isalnum():
        return word.casefold()
    return _POSSESSIVE.sub("", word.casefold().translate(APOSTROPHES))


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    r"""The words of a text in order: `\w+` runs, joined over apostrophes.

    The last few hundred texts are kept: the checks ask of the same sentences and passages.
    """
    return tuple([Word(m[0], m.start(), m.end()) for m in WORD.finditer(text)])


def tokens(text: str) -> list[str]:
    """The words of a text without where they stand."""
    found: list[str] = WORD.findall(text)
    return found


@lru_cache(maxsize=8_192)
def stem(word: str) -> str:
    """Cut a folded word to its stem."""
    folded = fold(word)
    if len(folded) > 3 and folded.endswith("s") and not folded.endswith("ss"):  # noqa: PLR2004 - shorter words are no plurals
        folded = folded[:-1]
    return folded[:STEM_LENGTH]


@lru_cache(maxsize=8_192)
def is_content(word: str) -> bool:
    """Whether a word carries content: no function word, no lone letter."""
    folded = fold(word)
    if folded.isdigit():
        return True
    return len(folded) > 1 and folded not in FUNCTION_WORDS and not folded.endswith("n't")


@lru_cache(maxsize=8_192)
def content_stem(word: str) -> str:
    """The stem of a content word; empty for any other."""
    return stem(word) if is_content(word) else ""


def stems(some: Iterable[str]) -> frozenset[str]:
    """Stems of the content words among some words."""
    return frozenset(filter(None, map(content_stem, some)))


@lru_cache(maxsize=512)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the content words of a text."""
    return stems(tokens(text))


def few(text: str, limit: int = 40) -> str:
    """At most `limit` characters of a text, cut at a word where one ends, for a message."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"


def is_subsequence(inner: Sequence[str], outer: Iterator[str]) -> bool:
    """Whether all of `inner` stands in `outer`, in that order."""
    return all(any(item == other for other in outer) for item in inner)
