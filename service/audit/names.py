"""Names: every person, place and organisation of a sentence stands in the article.

Rule: invariant 2 of the design (names may come from the whole article: a summary gives the full
name where the cited passage has "he" or a surname). A run of capitalised words must stand in the
article, whole or with words left out ("Governor Doresku" for "Governor Ilyan Doresku"), in order:
"Gareth Linnet" is no mixture of Gareth Ashdown and Bea Linnet. Courtesy titles may be added
(AP Stylebook, "courtesy titles"). An acronym passes where the article has its words, and so do the
other forms of `name_forms`.

It cannot see a right name in the wrong place (`attribution` looks at speakers), needs a script
with capitals, and tells a name from a common word at the head of a sentence only by the verb that
follows a singular: of the 119 true sentences that the checks were made on, none begins so with a
word that its article lacks.
"""

import re
from collections.abc import Iterator, Sequence

from schemas import Finding, FindingKind
from service.audit.capitals import name_runs
from service.audit.evidence import Evidence
from service.audit.name_forms import apart, unknown
from service.audit.words import (
    FUNCTION_WORDS,
    REPORTING_VERBS,
    Word,
    few,
    fold,
    is_subsequence,
    tokens,
)

COURTESY = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady rev".split())  # noqa: SIM905 - a list of words
"""Courtesy titles, which may be added to a name, and tell no two persons apart."""
_NOUN_CAPITALS = frozenset({"de", "lb", "gsw", "nds"})
"""Languages that capitalise every noun: there a single unknown word is a warning only."""
_VERBS = REPORTING_VERBS | frozenset(
    """
    is was has had will would may might could can did does put set won lost left fell rose met made
    took told gave came went began led held kept sold bought ran grew saw got paid wrote chose
    """.split()  # noqa: SIM905 - a list of words
)
"""Verbs that a name at the head of a sentence stands before: auxiliaries and frequent irregular
ones (Quirk et al. 1985, 3.11-3.20); the regular ones end in "-ed"."""
_NO_NAMES = frozenset(
    """
    police staff management parliament government everyone everybody nobody someone somebody anyone
    rain snow wind fire heat traffic trade demand supply work power water crime money evidence help
    news doing being having nothing everything something weather smoke research production
    """.split()  # noqa: SIM905 - a list of words
)
"""Words without a plural or an article that begin sentences of news and name nobody."""
_LOOK = 20
"""Code points behind a word in which the next word is read."""
_SENTENCE_END = re.compile(r"[.!?:]['\"”’»)]*\s+['\"“‘«(]*$")


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each name that the article does not have."""
    runs = name_runs(sentence, joined=False)
    if not runs:
        return
    article_runs = evidence.reading.name_runs
    lower = evidence.reading.small_words
    headline = evidence.whole
    for run in runs:
        parts = _bare(run, sentence, lower)
        if not parts:
            continue
        missing = unknown(parts, evidence.reading)
        shown = few(sentence[parts[0].start : parts[-1].end])
        message = f"“{shown}” is not in the article"
        if missing:
            head = _is_head(missing[0], sentence) and len(missing) == 1
            before_name = head and len(parts) > 1 and _begins(parts[1:], article_runs)
            if before_name:
                continue  # "Singer Coralie Fenn": a common word before a whole name
            alone = head and len(parts) == 1
            if alone and (headline or not _speaks(sentence, missing[0])):
                continue  # a common word: "Unnamed insiders say"
            if headline or capitalises_nouns(evidence.article.language):
                yield evidence.warning(
                    FindingKind.NAME, f"“{few(missing[0].text)}” is not in the article"
                )
            else:
                yield evidence.error(FindingKind.NAME, message)
        elif len(parts) > 1 and not _stands(parts, sentence, evidence):
            if headline:
                yield evidence.warning(FindingKind.NAME, f"{message} as one name")
            else:
                yield evidence.error(FindingKind.NAME, f"{message} as one name")


def capitalises_nouns(language: str) -> bool:
    """Whether every noun has a capital in a language, given as a BCP 47 tag."""
    return language.split("-", maxsplit=1)[0].casefold() in _NOUN_CAPITALS


def _is_head(word: Word, text: str) -> bool:
    """Whether a word opens a sentence or a quotation, where every word has a capital."""
    before = text[: word.start].rstrip()
    return (
        not before
        or before[-1] in '“"‘«(.!?:—'
        or bool(_SENTENCE_END.search(text[: word.start][-4:]))
    )


def _bare(run: list[Word], text: str, lower: frozenset[str]) -> list[Word]:
    """A run without the words at its head that are no names, and without courtesy titles."""
    parts = [w for w in run if fold(w.text) not in COURTESY]
    while parts and _is_head(parts[0], text):
        folded = fold(parts[0].text)
        if folded not in FUNCTION_WORDS and folded not in lower:
            break
        parts = parts[1:]
        if parts and _is_head(parts[0], text):
            continue
        break
    return parts


def _begins(parts: list[Word], article_runs: Sequence[Sequence[str]]) -> bool:
    """Whether a name of the article begins with these words, or stands alone as its last one."""
    folded = tuple(fold(w.text) for w in parts)
    return any(
        tuple(run[i : i + len(folded)]) == folded and (len(folded) > 1 or i == 0)
        for run in article_runs
        for i in range(len(run))
    )


def _stands(parts: list[Word], sentence: str, evidence: Evidence) -> bool:
    """Whether a run is a name of the article, or made of names that may adjoin."""
    article_runs = evidence.reading.name_runs
    if _joined(parts, article_runs, evidence):
        return True
    several = apart(parts, sentence, article_runs)
    return bool(several) and all(_joined(name, article_runs, evidence) for name in several)


def _joined(parts: list[Word], article_runs: Sequence[Sequence[str]], evidence: Evidence) -> bool:
    """Whether the words of a run stand in one run of the article.

    Words that the article also has small ("Council engineer Siân …") divide a run, but the last
    one does not: "Meteorological Union" is no name for there being a union.
    """
    folded = [fold(word.text) for word in parts]
    if " ".join(folded) in evidence.reading.folded_text:
        return True
    groups: list[list[str]] = [[]]
    for word in folded[:-1]:
        if word in evidence.reading.small_words:
            groups.append([])
        else:
            groups[-1].append(word)
    if groups[-1] or folded[-1] not in evidence.reading.small_words:
        groups[-1].append(folded[-1])
    return all(
        len(group) < 2 or any(is_subsequence(group, iter(run)) for run in article_runs)  # noqa: PLR2004 - one word is no mixture
        for group in groups
    )


def _speaks(text: str, word: Word) -> bool:
    """Whether a singular word stands before a verb, as a name would.

    Plurals are common words ("Officials said"); a word before a noun is an adjective.
    """
    following = tokens(text[word.end : word.end + _LOOK])
    if not following or word.folded in _NO_NAMES or word.text.endswith(("s", "ly", "ing", "ed")):
        return False
    verb = fold(following[0])
    return verb in _VERBS or verb.endswith("ed")
