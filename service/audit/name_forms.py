"""Forms of a name: what a summary may call somebody or a place that the article has otherwise.

What the checks of names hold for one and the same:

    article                                sentence                       why
    the World Grain Office                 WGO                            its initials
    HOLLIS FORK, Neb.                      Hollis Fork, Nebraska          news style shortens it
    a Liberal                              the Liberals                   a plural
    The First Minister …; Rhoswen Vane     First Minister Rhoswen Vane    an office without a name
    Dagny Quist of the Liberals            the Liberals' Dagny Quist      a plural that owns a name
    First Minister Bea Linnet; R. Vane     First Minister Rhoswen Vane    none: the office is taken
"""

import re
from collections.abc import Sequence
from functools import cache

from service.audit.reading import Reading
from service.audit.words import FUNCTION_WORDS, Word, fold
from service.lexicon.entries import classes, lines

_OWNS = re.compile(r"s['’]\s")
"""The end of a plural that owns what follows."""


def unknown(parts: Sequence[Word], reading: Reading) -> list[Word]:
    """The words of a run of capitalised words that the article has in no form."""
    missing = [word for word in parts if word.folded not in reading.words]
    missing = [word for word in missing if not _acronym(word.text, reading.name_runs)]
    if not missing:
        return missing
    if len(parts) == 1 and _is_plural(missing[0], reading):
        return []
    text = reading.article.text
    return [w for w in missing if not (_is_shortened(w, text) or _is_short(w, reading))]


def apart(
    parts: list[Word], sentence: str, article_runs: Sequence[Sequence[str]]
) -> tuple[list[Word], ...]:
    """The names that a run is made of: what an article has as two may adjoin here.

    An office that nobody has by name in the article, before a name; and a plural before what it
    owns, where the article has no longer name that begins so.
    """
    folded = [word.folded for word in parts]
    titles = classes("en")["title"]
    last = max((at for at, word in enumerate(folded[:-1]) if word in titles), default=-1)
    if last >= 0 and _stands_alone(folded[: last + 1], article_runs):
        return (parts[last + 1 :],)
    for at in range(len(parts) - 1):
        owner, owned = parts[at], parts[at + 1]
        if _OWNS.fullmatch(sentence, owner.end - 1, owned.start) and _stands_alone(
            [owner.folded], article_runs
        ):
            return (parts[: at + 1], parts[at + 1 :])
    return ()


def _stands_alone(words: list[str], article_runs: Sequence[Sequence[str]]) -> bool:
    """Whether some words end every name of the article that has them: none goes on behind them."""
    behind = [
        run[at + len(words) :]
        for run in article_runs
        for at in range(len(run))
        if list(run[at : at + len(words)]) == words
    ]
    return bool(behind) and not any(behind)


def _is_plural(word: Word, reading: Reading) -> bool:
    """Whether a word is the plural of a name of the article."""
    single = word.folded.removesuffix("s")
    return single != word.folded and any(single in run for run in reading.name_runs)


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """Names and how news style shortens them."""
    return tuple((name, short) for _, (name, short) in lines("en", "abbreviations"))


@cache
def _abbreviations() -> dict[str, tuple[re.Pattern[str], ...]]:
    """For each word of a name, how the name stands in an article in short."""
    found: dict[str, tuple[re.Pattern[str], ...]] = {}
    for name, short in _pairs():
        pattern = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")
        for word in map(fold, name.split()):
            found[word] = (*found.get(word, ()), pattern)
    return found


@cache
def _shortened() -> dict[str, tuple[str, ...]]:
    """For each short form without full stops, the names in full, folded."""
    found: dict[str, tuple[str, ...]] = {}
    for name, short in _pairs():
        if short.isalpha():
            found[short] = (*found.get(short, ()), " ".join(map(fold, name.split())))
    return found


def _is_shortened(word: Word, text: str) -> bool:
    """Whether a text has a name with a word in short: "Nebraska" as "Neb."."""
    return any(short.search(text) for short in _abbreviations().get(word.folded, ()))


def _is_short(word: Word, reading: Reading) -> bool:
    """Whether the article has the name in full that a word is short for: "UK"."""
    names = _shortened().get(word.text, ())
    return any(name in reading.folded_text for name in names)


def _acronym(word: str, article_runs: Sequence[Sequence[str]]) -> bool:
    """Whether a word in capitals abbreviates a name of the article."""
    letters = fold(word)
    if not word.isupper() or not 2 <= len(letters) <= 6:  # noqa: PLR2004 - EU, UNESCO
        return False
    return any(
        letters == "".join(part[0] for part in run if part not in FUNCTION_WORDS)
        for run in article_runs
    )
