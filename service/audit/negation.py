"""Negation: a sentence denies what its passages deny, and nothing else.

Rule: invariant 2 of the design. Each negation of the sentence must answer one in the cited
passages that stands by the same words, and what a passage denies may not be stated plainly. Words
that deny without a "not" ("denied", "has yet to") answer a negation, but do not call for one. So
do opposites that deny what is negated, where the passage does not state it, and one way of giving
no answer answers another of the same speaker.

    passage                            sentence                              finding
    Three are missing                  Three have not been found             none: opposites
    The mayor declined to comment      The mayor has not said whether …      none: no answer
    said one clerk                     a clerk who was not named said        none: no name
    A bad seal, not a bad man, did it  A bad seal did it                     none: a contrast
    Drake denied any earlier leak      an earlier leak, which Drake denied   none: "which"
    Three were found; two are missing  Three have not been found             added

It cannot see opposites in place of each other ("fell" for "rose"), double negation that cancels
out, or a negation moved within one clause ("not all" for "all not").
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from schemas import Claim, Finding, FindingKind, SourceKind, Status
from service.audit.clauses import Clause, clauses, home, rendered, source_stems
from service.audit.denials import STOP, Denial, denials
from service.audit.evidence import Evidence
from service.audit.opposites import opposed
from service.audit.words import content_stems, few, fold, stem, tokens
from service.lexicon import Lexicon
from service.patterns import Pattern

_LOOK = 30
"""Code points beside a negation in which its neighbour word is read."""
_TWICE = 8
"""Words between two negations of one clause within which they turn each other round."""
_NAMED = frozenset(map(stem, ("named", "name", "names", "identified", "identify", "identity")))
"""What is denied of a source that has no name."""
_CONFIRMED = frozenset(map(stem, ("confirmed", "verified", "corroborated")))
"""What is denied of hearsay, which nobody vouches for."""
_UNTRUE = frozenset({"true"})
"""What is denied by whoever calls a report "fiction" or "nonsense"."""
_SILENT = Pattern(
    r"\s(?:(?:yet|so\sfar|publicly|immediately|to|been|be)\s){0,3}(?:"
    r"(?:say|said|explain\w*|disclos\w+|reveal\w*|specif\w+|confirm\w*)\s(?:\w+\s)?"
    r"(?:whether|if|how|who|what|when|where|why|which)"
    r"|comment\w*|respon\w+|repl(?:y|ied)|answer\w*|discuss\w*|elaborat\w+|questions|(?<=be\s)reached"
    r"|return\w*\s(?:\w+\s){0,4}(?:calls?|messages?|e-?mails?|requests?|questions?))(?!\w)",
    re.IGNORECASE,
)
"""What stands behind a negation where somebody gives no answer. To have "not said that" denies
what may well have been said; to have "not said whether" does not."""
_CONTRAST = Pattern(r"[,—–]\s(?:and\s)?$")
_WHICH = Pattern(r",\s(?:which|that|something|a\s\w+\sthat)\s$", re.IGNORECASE)


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
            parted or not (STOP.search(between) or re.search(r"\s(?:and|or|but)\s", between))
        ):
            yield fold(text[one.start : one.end]), fold(text[two.start : two.end])


def _added(sentence: str, lexicon: Lexicon, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each negation of the sentence that the passages do not have."""
    own = [denial for denial in denials(sentence, lexicon) if denial.explicit]
    if not own:
        return
    repeated = f" {' '.join(map(fold, tokens(sentence)))} "
    denied: dict[str, set[str]] = {}
    stated: set[str] = set()
    for claim in evidence.cited:
        windows = [
            denial.window
            for denial in denials(claim.text, lexicon)
            # "closed" of the passage does not deny what the sentence says of "closed"
            if denial.explicit or f" {fold(claim.text[denial.start : denial.end])} " not in repeated
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
        if fold(sentence[denial.start : denial.end]).startswith("den") and any(
            denials(claim.text, lexicon) or _UNTRUE & opposed(claim.text).stems
            for claim in evidence.cited
        ):
            continue  # a denial is reported, of which the passages give the words
        # Other words for what is denied: nothing to hold against it, unless the clause renders
        # claims that deny nothing.
        clause = next(part for part in parts if denial.start < part.end or part is parts[-1])
        answering = any(denied[claim.id] for claim in rendered(clause, evidence.cited))
        told = len(stated & scope)
        if everything and told < (min(2, len(scope)) if answering else 1):
            continue
        if _otherwise_said(sentence, denial, clause, lexicon, evidence):
            continue
        yield evidence.error(
            FindingKind.NEGATION,
            f"“{few(sentence[denial.start :])}” denies what the passages that it cites do not",
        )


def _otherwise_said(
    sentence: str, denial: Denial, clause: Clause, lexicon: Lexicon, evidence: Evidence
) -> bool:
    """Whether a cited claim says in quite other words what a negation says."""
    silent = _SILENT.match(sentence, denial.end)
    speaker = content_stems(sentence[: denial.start].rpartition(";")[2]) if silent else frozenset()
    unnamed = denial.targets & _NAMED
    # "The road is not closed": the opposite is repeated, and denied.
    repeated = opposed(sentence[denial.end : clause.end]).stems
    for claim in evidence.cited:
        if unnamed and claim.attribution.kind is SourceKind.UNNAMED:
            return True
        if denial.targets & _CONFIRMED and claim.status is Status.UNCONFIRMED:
            return True
        own = content_stems(claim.text)
        if (
            silent
            and speaker & (own | source_stems(claim))
            and any(
                d.explicit and _SILENT.match(claim.text, d.end)
                for d in denials(claim.text, lexicon)
            )
        ):
            return True
        turned, beside = (stems & denial.targets for stems in opposed(claim.text))
        turned = ((turned - own) | beside) - repeated
        if (
            turned
            and own & clause.stems - turned
            and not any(
                turned & content_stems(other.text)
                for other in rendered(clause, evidence.cited)
                if other is not claim
            )
        ):
            return True
    return False


def _verbatim(sentence: str, denial: Denial, evidence: Evidence) -> bool:
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
        for denial in denials(claim.text, lexicon)
        if denial.explicit and denial.scope
    ]
    if not lost:
        return
    parts = clauses(sentence)
    said: dict[Clause, list[tuple[str, Denial]]] = {}
    for claim, denial in lost:
        scope, at = _denied_alone(claim, denial), home(claim, parts, evidence.cited)
        if not scope:
            continue
        first = next(s for s in denial.scope if s in scope)
        elsewhere = {
            s for other in evidence.cited if other is not claim for s in content_stems(other.text)
        }
        stating = [
            part
            for i, part in enumerate(parts)
            if len(scope & part.stems) > 1
            or (first in part.stems and (i == at or first not in elsewhere))
        ]
        if not stating:
            continue
        said = said or {
            part: _with_what_follows(i, parts, sentence, lexicon) for i, part in enumerate(parts)
        }
        if not _kept(claim, denial, stating, said, evidence):
            yield evidence.error(
                FindingKind.NEGATION,
                f"“{few(claim.text[denial.start :])}” is denied in the passages that it cites, "
                "and not here",
            )
            return


def _kept(
    claim: Claim,
    denial: Denial,
    stating: list[Clause],
    said: dict[Clause, list[tuple[str, Denial]]],
    evidence: Evidence,
) -> bool:
    """Whether a sentence denies what clauses of it seem to state, as a claim does."""
    word = fold(claim.text[denial.start : denial.end])
    scope = _denied_alone(claim, denial)
    return (
        any(d.explicit and scope.intersection(d.scope) for found in said.values() for _, d in found)
        or any(
            _answers(shown, d, word, evidence.cited_words, scope)
            for part in stating
            for shown, d in said[part]
        )
        or any(opposed(part.text).stems & denial.targets - part.stems for part in stating)
    )


def _denied_alone(claim: Claim, denial: Denial) -> set[str]:
    """Stems that a claim denies; of a contrast ("a seal, not a bad man") without the asserted."""
    scope = set(denial.scope)
    before = claim.text[: denial.start]
    return scope - content_stems(before) if _CONTRAST.search(before) else scope


def _with_what_follows(
    at: int, parts: tuple[Clause, ...], sentence: str, lexicon: Lexicon
) -> list[tuple[str, Denial]]:
    """The denials of a clause with their words, and that of "…, which Drake denied" behind it."""
    clause = parts[at]
    found = [(fold(clause.text[d.start : d.end]), d) for d in denials(clause.text, lexicon)]
    if at + 1 < len(parts) and _WHICH.search(sentence, clause.end, parts[at + 1].start):
        after = parts[at + 1].text
        found += [
            (fold(after[d.start : d.end]), d._replace(window=d.window | clause.stems))
            for d in denials(after, lexicon)
            if not tokens(after[d.end :])
        ]
    return found


def _answers(word: str, denial: Denial, lost: str, own: frozenset[str], scope: set[str]) -> bool:
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
