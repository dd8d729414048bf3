"""Denials of a text: its negations with the words that they stand by.

Scope is taken as the next content words of the same clause, which is where it lies in most
sentences of the *SEM 2012 shared task (Morante and Blanco 2012). Words that deny without a "not"
("denied", "false", "has yet to", "unaccounted") are read too, and marked as such.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from service.audit.choice import one_of
from service.audit.words import REPORTING_VERBS, Word, fold, is_content, stem, words
from service.lexicon import Lexicon
from service.patterns import Pattern

_IMPLICIT = (
    "yet to",
    "ruled out",
    "free of",
    "instead of",
    "rather than",
    *"""
    abandon abandoned abandons absence absent awaiting awaits avoid avoided avoids ban banned bans
    barely block blocked blocks cancel canceled cancelled cancels closed contradict contradicted
    contradicts declined declines declining denial denials denied denies deny denying dismiss
    dismissed dismisses dismissing disputed disputes disputing ended fail failed failing fails
    failure false few halt halted halts hardly impossible incorrectly lack lacked lacking lacks
    last little mistakenly only opposed opposes opposing prevent prevented prevents refusal
    refused refuses refusing reject rejected rejecting rejects scrap scrapped scraps shut stop
    stopped stops unable unaccounted unaffected unanswered unavailable unaware unchanged unclear
    unconfirmed undamaged undecided undisclosed unexplained unharmed unheard unhurt unidentified
    uninjured unknown unlikely unpaid unproven unresolved unspecified unsuccessful untouched
    untrue unverified wrongly
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
_TARGETS = 2
_THINGS = frozenset({"it", "them"})
_IMPLICIT_REACH = 2
"""Words on either side for words that deny without a "not": they deny their next neighbour."""
STOP = Pattern(r"[,:]\s|[;—?!”“]|\.\s")


_DISOWNED = Pattern(
    r"(?<!\w)(?:den(?:y|ied|ies|ying)|(?:reject|dismiss|disput|refut|rebutt?|contest|scotch)\w*"
    r"|laugh\w*\soff|brush\w*\s(?:off|aside)|push\w*\sback\s(?:at|on|against))\s(?:[\w’'-]+\s){0,3}"
    r"(?:talk|rumou?rs?|reports?|claims?|suggestions?|allegations?|accusations?|charges?|speculation"
    r"|stor(?:y|ies)|gossip|theor(?:y|ies)|assertions?|accounts?|idea|notion)(?!\w)",
    re.IGNORECASE,
)
"""A denial with a noun for what is said of somebody: it is said, and not that it is so."""


class Denial(NamedTuple):
    """A negation with the words that it stands by."""

    start: int
    end: int
    explicit: bool
    """True for a particle ("not", "no", "never"), false for "denied", "false", "unable"."""
    scope: tuple[str, ...]
    """Stems of the content words that it denies, nearest first."""
    window: frozenset[str]
    """Stems of the words around it."""
    behind: tuple[Word, ...]
    """The words behind it, up to the next stop."""

    @property
    def targets(self) -> frozenset[str]:
        """Stems of what is denied first: two content words, or what one is "without"."""
        found = [stem(word.text) for word in self.behind if is_content(word.text)][:_TARGETS]
        if self.behind and self.behind[0].folded in _THINGS:
            found.append(self.behind[0].folded)
        return frozenset(found or self.scope)


@lru_cache(maxsize=128)
def denials(text: str, lexicon: Lexicon) -> tuple[Denial, ...]:
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
    stops = [match.start() for match in STOP.finditer(text)]
    return tuple(
        _denial(start, end, all_words, stops, explicit=explicit)
        for (start, end), explicit in sorted(stretches.items())
    )


def _denial(
    start: int, end: int, all_words: tuple[Word, ...], stops: list[int], *, explicit: bool
) -> Denial:
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
    return Denial(start, end, explicit, scope, frozenset(window), tuple(right))


def _content(some: Iterable[Word]) -> tuple[str, ...]:
    """Stems of the content words among some words, verbs of reporting left out."""
    return tuple(
        stem(w.text) for w in some if is_content(w.text) and fold(w.text) not in REPORTING_VERBS
    )


def disowned(text: str) -> re.Match[str] | None:
    """Where a text tells of talk, a claim or a report that somebody denies it."""
    return _DISOWNED.search(text)
