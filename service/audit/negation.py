"""Negation: a sentence denies what its passages deny, and nothing else.

Rule: invariant 2 of the design. Each negation of the sentence must answer one in the cited
passages that stands by the same words, and what a passage denies may not be stated plainly. Scope
is taken as the next content words of the same clause, which is where it lies in most sentences of
the *SEM 2012 shared task (Morante and Blanco 2012). Words that deny without a "not" ("denied",
"false", "has yet to", "unaccounted") answer a negation, but do not call for one.

It cannot see opposites ("fell" for "rose", "opposed" for "backed"), double negation that cancels
out, or a negation moved within one clause ("not all" for "all not").
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from schemas import Finding, FindingKind
from service.audit.choice import one_of
from service.audit.clauses import clauses, home, rendered
from service.audit.evidence import Evidence
from service.audit.words import (
    REPORTING_VERBS,
    Word,
    content_stems,
    few,
    fold,
    is_content,
    stem,
    tokens,
    words,
)
from service.lexicon import Lexicon
from service.patterns import Pattern

_IMPLICIT = (
    "yet to",
    "ruled out",
    "free of",
    "instead of",
    "rather than",
    *"""
    abandon abandoned abandons absence absent avoid avoided avoids ban banned bans barely block
    blocked blocks cancel canceled cancelled cancels closed contradict contradicted contradicts
    declined declines declining denial denials denied denies deny denying dismiss dismissed
    dismisses dismissing disputed disputes disputing ended fail failed failing fails failure
    false few halt halted halts hardly impossible lack lacked lacking lacks last little only
    opposed opposes opposing prevent prevented prevents refusal refused refuses refusing reject
    rejected rejecting rejects scrap scrapped scraps shut stop stopped stops unable unaccounted
    unaffected unanswered unavailable unaware unchanged unclear unconfirmed undamaged undecided
    undisclosed unexplained unharmed unheard unhurt unidentified uninjured unknown unlikely
    unpaid unproven unresolved unspecified unsuccessful untouched untrue unverified
    """.split(),  # noqa: SIM905 - a list of words
)
"""Words that deny without a negative particle: implicatives and lexical negatives (Karttunen,
"Implicative verbs", Language 47, 1971; Quirk et al. 1985, 10.59), and the adjectives in "un-" that
news reports deny with."""
_DENIES = Pattern(rf"(?<!\w){one_of(_IMPLICIT)}(?!\w)", re.IGNORECASE)
_UNSURE = frozenset({"unclear", "unknown", "unconfirmed", "unverified", "undecided", "unproven"})
"""Those that deny a whole clause, as "not known" does."""
_SCOPE = 3
"""Content words behind a negation that it is taken to deny; see the module's docstring."""
_BEFORE, _AFTER = 4, 8
"""Words before and behind a "not" of a passage within which it answers one of the sentence: the
subject and the verb phrase of a clause of average length. Never across a comma."""
_IMPLICIT_REACH = 2
"""Words on either side for words that deny without a "not": they deny their next neighbour."""
_LOOK = 30
"""Code points beside a negation in which its neighbour word is read."""
_TWICE = 8
"""Words between two negations of one clause within which they turn each other round."""
_STOP = Pattern(r"[,:]\s|[;—?!”“]|\.\s")


class _Denial(NamedTuple):
    """A negation with the words that it stands by."""

    start: int
    end: int
    explicit: bool
    """True for a particle ("not", "no", "never"), false for "denied", "false", "unable"."""
    scope: tuple[str, ...]
    """Stems of the content words that it denies, nearest first."""
    window: frozenset[str]
    """Stems of the words around it."""


@lru_cache(maxsize=128)
def _denials(text: str, lexicon: Lexicon) -> tuple[_Denial, ...]:
    """The negations of a text in order.

    The last few texts are kept: cited claims are asked for what they deny beyond the sentence,
    and for what the sentence denies beyond them.
    """
    stretches = {(hit.start, hit.end): True for hit in lexicon.negations(text)}
    explicit_ends = {end for _, end in stretches}
    for match in _DENIES.finditer(text):
        if match.end() not in explicit_ends:
            stretches.setdefault(match.span(), False)
    if not stretches:
        return ()
    all_words = words(text)
    stops = [match.start() for match in _STOP.finditer(text)]
    return tuple(
        _denial(start, end, all_words, stops, explicit=explicit)
        for (start, end), explicit in sorted(stretches.items())
    )


def _denial(
    start: int, end: int, all_words: tuple[Word, ...], stops: list[int], *, explicit: bool
) -> _Denial:
    """Describe one negation by the words around it, up to the next comma or full stop."""
    low = stops[bisect_left(stops, start) - 1] if bisect_left(stops, start) else 0
    after = bisect_left(stops, end)
    high = stops[after] if after < len(stops) else (all_words[-1].end if all_words else 0)
    first = bisect_left(all_words, start, key=lambda word: word.start)
    last = bisect_left(all_words, end, key=lambda word: word.start)
    wide = explicit or (first < len(all_words) and all_words[first].folded in _UNSURE)
    reach = (_BEFORE, _AFTER) if wide else (_IMPLICIT_REACH, _IMPLICIT_REACH)
    left = [w for w in all_words[max(0, first - _BEFORE) : first] if w.start >= low]
    right = [w for w in all_words[last : last + _AFTER] if w.end <= high]
    # "could not be confirmed": the verb of reporting itself is denied where nothing else follows.
    scope = _content(right) or tuple(stem(w.text) for w in right if is_content(w.text))
    scope = (scope or _content(reversed(left)))[:_SCOPE]
    window = _content(left[-reach[0] :]) + _content(right[: reach[1]]) + scope
    return _Denial(start, end, explicit, scope, frozenset(window))


def _content(some: Iterable[Word]) -> tuple[str, ...]:
    """Stems of the content words among some words, verbs of reporting left out."""
    return tuple(
        stem(w.text) for w in some if is_content(w.text) and fold(w.text) not in REPORTING_VERBS
    )


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each negation too many or too few."""
    lexicon = evidence.lexicon
    if lexicon is None:
        return
    yield from _twice(sentence, lexicon, evidence)
    yield from _added(sentence, lexicon, evidence)
    yield from _lost(sentence, lexicon, evidence)


def _twice(sentence: str, lexicon: Lexicon, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding where two negations stand in one clause and in none of the passages."""
    doubled = set(_doubled(sentence, lexicon))
    if not doubled or any(any(_doubled(passage, lexicon)) for passage in evidence.passages):
        return
    # A passage may part the same two: "Without it, the repairs do not happen".
    theirs = (_doubled(passage, lexicon, parted=True) for passage in evidence.passages)
    if not doubled.issubset(chain.from_iterable(theirs)):
        yield evidence.error(
            FindingKind.NEGATION, "two negations in one clause; the passages that it cites have one"
        )


def _doubled(text: str, lexicon: Lexicon, *, parted: bool = False) -> Iterator[tuple[str, str]]:
    """Two negations that stand close to each other, "neither … nor" aside, in lower case.

    Where they may not be `parted`, neither a comma nor a conjunction stands between them.
    """
    hits = [hit for hit in lexicon.negations(text) if fold(text[hit.start : hit.end]) != "nor"]
    for one, two in pairwise(hits):
        between = text[one.end : two.start]
        if len(tokens(between)) <= _TWICE and (
            parted or not (_STOP.search(between) or re.search(r"\s(?:and|or|but)\s", between))
        ):
            yield fold(text[one.start : one.end]), fold(text[two.start : two.end])


def _added(sentence: str, lexicon: Lexicon, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each negation of the sentence that the passages do not have."""
    own = [denial for denial in _denials(sentence, lexicon) if denial.explicit]
    if not own:
        return
    repeated = set(map(fold, tokens(sentence)))
    denied: dict[str, set[str]] = {}
    stated: set[str] = set()
    for claim in evidence.cited:
        windows = [
            denial.window
            for denial in _denials(claim.text, lexicon)
            # "closed" of the passage does not deny what the sentence says of "closed"
            if denial.explicit or fold(claim.text[denial.start : denial.end]) not in repeated
        ]
        denied[claim.id] = set().union(*windows)
        stated.update(map(stem, tokens(claim.text)))
    everything = set().union(*denied.values())
    stated -= everything
    parts = clauses(sentence)
    for denial in own:
        scope = set(denial.scope)
        if everything & scope or _verbatim(sentence, denial, evidence):
            continue
        if everything and fold(sentence[denial.start : denial.end]).startswith("den"):
            continue  # a denial is reported, of which the passages give the words
        # Other words for what is denied: nothing to hold against it, unless the clause renders
        # claims that deny nothing.
        clause = next(part for part in parts if denial.start < part.end or part is parts[-1])
        answering = any(denied[claim.id] for claim in rendered(clause, evidence.cited))
        told = len(stated & scope)
        if everything and told < (min(2, len(scope)) if answering else 1):
            continue
        yield evidence.error(
            FindingKind.NEGATION,
            f"“{few(sentence[denial.start :])}” denies what the passages that it cites do not",
        )


def _verbatim(sentence: str, denial: _Denial, evidence: Evidence) -> bool:
    """Whether a passage has the negation with the same word behind it, or before it at the end."""
    word = fold(sentence[denial.start : denial.end])
    ends = sentence.startswith((";", "."), denial.end)
    behind = () if ends else tokens(sentence[denial.end : denial.end + _LOOK])
    if behind:
        return f" {word} {fold(behind[0])} " in evidence.cited_folded
    before = tokens(sentence[max(0, denial.start - _LOOK) : denial.start])
    return bool(before) and f" {fold(before[-1])} {word} " in evidence.cited_folded


def _lost(sentence: str, lexicon: Lexicon, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for the first negation of the passages whose words the sentence states."""
    lost = [
        (claim, denial)
        for claim in evidence.cited
        for denial in _denials(claim.text, lexicon)
        if denial.explicit and denial.scope
    ]
    if not lost:
        return
    parts = clauses(sentence)
    denials = [_denials(part.text, lexicon) for part in parts]
    own = evidence.cited_words
    for claim, denial in lost:
        scope, at = set(denial.scope), home(claim, parts, evidence.cited)
        elsewhere = {
            s for other in evidence.cited if other is not claim for s in content_stems(other.text)
        }
        stating = [
            i
            for i, part in enumerate(parts)
            if len(scope & part.stems) > 1
            or (denial.scope[0] in part.stems and (i == at or denial.scope[0] not in elsewhere))
        ]
        word = fold(claim.text[denial.start : denial.end])
        kept = any(d.explicit and set(d.scope) & scope for found in denials for d in found) or any(
            _answers(fold(parts[i].text[d.start : d.end]), d, word, own, scope)
            for i in stating
            for d in denials[i]
        )
        if stating and not kept:
            yield evidence.error(
                FindingKind.NEGATION,
                f"“{few(claim.text[denial.start :])}” is denied in the passages that it cites, "
                "and not here",
            )
            return


def _answers(word: str, denial: _Denial, lost: str, own: frozenset[str], scope: set[str]) -> bool:
    """Whether a negation of the sentence stands for one of the passages.

    Particles stand for one another. A word that denies by itself must stand by what is denied,
    and must not be one that the passage has beside its "not": "rejects" does not stand for it.
    """
    if denial.explicit and (word == lost or word in _PARTICLES or word.endswith("n't")):
        return True
    return word not in own and (denial.explicit or bool(denial.window & scope))


_PARTICLES = frozenset(
    """
    not no no one never none nobody nothing nowhere neither nor cannot without
    """.split()  # noqa: SIM905 - a list of words
)
"""Particles that answer for one another ("no", "not any")."""
