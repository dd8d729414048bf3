"""Certainty: a sentence is as sure as its passages, neither more nor less.

Rule: invariant 2 of the design and the statuses of docs/annotation-guideline.md. A clause that
renders a claim of speculation keeps a hedge; where the claim itself has no hedging word (the hedge
stood around it), an attribution does as well. Hearsay in the article's own voice keeps a hedge or
a source. A hedge that no cited claim has is an error, one that another clause's claim has is a
warning. The words are the lexicon's (categories after FactBank, Saurí and Pustejovsky 2009).

It cannot see degrees ("likely" for "possible"), nor hedges that the lexicon does not list.
"""

import re
from collections.abc import Iterator

from schemas import Claim, CueKind, Finding, FindingKind, Severity, SourceKind, Status
from service.audit.clauses import LEAST_SHARED, Clause, clauses, home, introduced, rendered
from service.audit.denials import disowned
from service.audit.evidence import Evidence
from service.audit.places import LOWERS, OPEN, put_in, taken_out
from service.audit.words import content_stems, few, fold, is_subsequence, stem, tokens
from service.lexicon import Lexicon

_WILL = re.compile(
    r"(?<!\w)(?:will|shall)\s(?:not\s)?(?:\w+ly\s|be\s|have\s|well\s|in\sall\s\w+\s){0,2}(?P<verb>\w+)",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"(?<!\w)(?P<modal>may|might|could|can|will|shall|would)(?P<verbs>(?:[\s”\"]{1,2}\w+){1,4})",
    re.IGNORECASE,
)
"""Modals with the words among which their verb is (Quirk et al. 1985, 4.49-4.59)."""
_FUTURE = re.compile(r"(?<!\w)(?:will|shall|won['’]t|would)(?!\w)|['’]ll(?!\w)", re.IGNORECASE)
_TO_COME = re.compile(
    r"(?<!\w)(?:will|shall|won['’]t|would|to\s\w+|due|set|plan\w*|schedul\w+|pledg\w+|promis\w+|next|"
    r"tomorrow|tonight|later|from|by|until|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
    r"|['’]ll(?!\w)",
    re.IGNORECASE,
)
"""Words by which a passage says that something is to come, so that a "will" may render them."""
_POSSIBLE = frozenset({"may", "might", "could", "can"})
"""Modals of possibility and permission; "would" is the "will" of reported speech."""
_UNSURE = re.compile(
    r"(?<!\w)(?:risks?|prospects?|possibilit(?:y|ies)|likelihood|threat(?:s|ens?|ened)?|fears?|hopes?|concerns?|"
    r"doubts?|doubtful|uncertain(?:ty)?|forecasts?|projections?|outlook|predictions?|expectations?|speculation|"
    r"suspicions?|rumou?rs?|theor(?:y|ies)|allegations?|accusations?|claims?|charges|questions?|unclear|possible)(?!\w)",
    re.IGNORECASE,
)
"""Nouns and adjectives that a summary hedges with where the article has a modal ("raises the
prospect that", "amid fears of"): FactBank's nouns of uncertainty (Saurí and Pustejovsky 2009)."""
_FACTIVE = re.compile(
    r"(?<!\w)(?:confirm(?:ed|s|ing)?|admit(?:ted|s|ting)?|acknowledg(?:ed|es|ing)|conced(?:ed|es|ing)|"
    r"prov(?:ed|es|en|ing)|reveal(?:ed|s|ing)?|establish(?:ed|es))(?!\w)",
    re.IGNORECASE,
)
"""Verbs that vouch for what they report (Kiparsky and Kiparsky, "Fact", 1970)."""
_IF = re.compile(r"(?<!\w)(?:if|unless|until|once|whether)\s(?:\w+\s){0,3}$", re.IGNORECASE)
"""Where such a verb is a condition: "if confirmed"."""
_DENIED = 4
"""Words between a "not" or "no" and such a verb: "no cause has yet been [established]"."""


def hedged(text: str, lexicon: Lexicon) -> bool:
    """Whether a text hedges: by a hedge, a question, or a verb of guessing ("expects", "fear")."""
    if lexicon.hedges(text) or _UNSURE.search(text) or text.rstrip(" ”\"'").endswith("?"):
        return True
    return any(hit.entry.status is Status.SPECULATION for hit in lexicon.reports(text))


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each hedge too few or too many."""
    if evidence.lexicon is None:
        return
    raised = list(_promised(sentence, evidence))
    raised += _raised(sentence, evidence, evidence.lexicon)
    lowered = list(_lowered(sentence, evidence, evidence.lexicon))
    yield from raised
    yield from lowered
    if all(finding.severity is not Severity.ERROR for finding in raised):
        for hedge, without in taken_out(sentence, evidence, evidence.lexicon):
            message = f"“{few(hedge)}” is left out of “{few(without)}”"
            yield evidence.error(FindingKind.CERTAINTY_RAISED, message)
    if all(finding.severity is not Severity.ERROR for finding in lowered):
        for hedge in put_in(sentence, evidence, evidence.lexicon):
            message = f"“{few(hedge)}” is put into the words of the passage that it cites"
            yield evidence.error(FindingKind.CERTAINTY_LOWERED, message)


def _raised(sentence: str, evidence: Evidence, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for each clause that states a hedged claim as certain."""
    parts = clauses(sentence)
    homes = [
        (claim, index)
        for claim in evidence.cited
        if claim.status in (Status.SPECULATION, Status.UNCONFIRMED)
        and (index := home(claim, parts, evidence.cited)) is not None
    ]
    taken = {index for _, index in homes}
    # A hedge in a clause that renders no such claim may belong to one that shares fewer words
    # with it than with another clause: the pairing is by words, and paraphrases have few.
    spare = any(hedged(part.text, lexicon) for i, part in enumerate(parts) if i not in taken)
    for claim, index in homes:
        clause = parts[index]
        if _confirmed(clause, evidence):
            yield evidence.error(
                FindingKind.CERTAINTY_RAISED,
                f"“{few(clause.text)}” confirms what the passages that it cites do not",
            )
        elif _WILL.search(clause.text) and _only_possible(claim, lexicon):
            yield evidence.error(
                FindingKind.CERTAINTY_RAISED,
                f"“will” in “{few(clause.text)}” is only possible in the passage that it cites",
            )
        elif _halved(clause, claim, lexicon):
            yield evidence.error(
                FindingKind.CERTAINTY_RAISED,
                f"“{few(clause.text)}” leaves out how likely the passage that it cites makes it",
            )
        elif not (
            hedged(clause.text, lexicon)
            or OPEN.search(clause.text)
            or _vouched(claim, parts, index, lexicon)
            or (claim.status is Status.UNCONFIRMED and disowned(clause.text) is not None)
        ):
            message = (
                f"“{few(clause.text)}” is stated as certain; the passage that it cites hedges it"
            )
            if hedged(claim.text, lexicon) and not spare:
                yield evidence.error(FindingKind.CERTAINTY_RAISED, message)
            elif not is_subsequence(_folded(claim.text), iter(_folded(sentence))):
                # The lexicon does not know the claim's hedge, so it may stand here unknown too.
                yield evidence.warning(FindingKind.CERTAINTY_RAISED, message)


def _only_possible(claim: Claim, lexicon: Lexicon) -> bool:
    """Whether a claim is hedged by possibility, and promises nothing beside."""
    return not _FUTURE.search(claim.text) and any(
        hit.entry.kind is CueKind.POSSIBILITY for hit in lexicon.hedges(claim.text)
    )


def _halved(clause: Clause, claim: Claim, lexicon: Lexicon) -> bool:
    """Whether of "was likely meant to" only "was meant to" is left."""
    kept = lexicon.hedges(clause.text)
    theirs = lexicon.hedges(claim.text)
    if not kept or any(hit.entry.kind is not CueKind.PREDICTION for hit in kept):
        return False
    own = set(_folded(claim.text))
    repeated = all(own.issuperset(_folded(clause.text[hit.start : hit.end])) for hit in kept)
    return repeated and any(hit.entry.kind in LOWERS for hit in theirs)


def _vouched(claim: Claim, parts: tuple[Clause, ...], index: int, lexicon: Lexicon) -> bool:
    """Whether an attribution stands in for the hedge.

    It does for a claim without a hedge of its own, and for hearsay with a source, which
    `attribution` holds to that source.
    """
    if claim.status is Status.UNCONFIRMED and claim.attribution.kind is not SourceKind.ARTICLE:
        return True
    return not hedged(claim.text, lexicon) and bool(lexicon.reports(introduced(parts, index)))


def _folded(text: str) -> list[str]:
    return [fold(token) for token in tokens(text)]


def _promised(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each "will" whose verb the passages have with "may" only."""
    promises = list(_WILL.finditer(sentence))
    if not promises:
        return
    modals_of: dict[str, set[str]] = {}
    for found in _MODAL.finditer(evidence.text):
        for verb in tokens(found["verbs"]):
            modals_of.setdefault(stem(verb), set()).add(found["modal"].casefold())
    for match in promises:
        modals = modals_of.get(stem(match["verb"]), set())
        if (modals and modals <= _POSSIBLE) or (not modals and _nowhere_promised(match, evidence)):
            yield evidence.error(
                FindingKind.CERTAINTY_RAISED,
                f"“{few(match.group())}” is only possible in the passages that it cites",
            )


def _nowhere_promised(promise: re.Match[str], evidence: Evidence) -> bool:
    """Whether a "will" has other words in the passages, which call nothing certain to come."""
    if evidence.lexicon is None or _TO_COME.search(evidence.text):
        return False
    clause = next(c for c in clauses(promise.string) if promise.start() < c.end)
    return any(
        _only_possible(claim, evidence.lexicon)
        and len(clause.stems & content_stems(claim.text)) >= LEAST_SHARED
        for claim in evidence.cited
        if claim.status is Status.SPECULATION
    )


def _confirmed(clause: Clause, evidence: Evidence) -> bool:
    """Whether a clause has a factive verb of saying and the passages have none.

    "Not established", "could not be confirmed" and "if confirmed" confirm nothing.
    """
    found = _FACTIVE.search(clause.text)
    if found is None or _FACTIVE.search(evidence.text):
        return False
    if _IF.search(clause.text[: found.start()]):
        return False
    return evidence.lexicon is None or not any(
        hit.end <= found.start() and len(tokens(clause.text[hit.end : found.start()])) <= _DENIED
        for hit in evidence.lexicon.negations(clause.text)
    )


def _lowered(sentence: str, evidence: Evidence, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for each hedge that the cited claims do not have."""
    uncertain = [
        claim
        for claim in evidence.cited
        if claim.status in (Status.UNCONFIRMED, Status.SPECULATION) or hedged(claim.text, lexicon)
    ]
    for clause in clauses(sentence):
        hits = [hit for hit in lexicon.hedges(clause.text) if hit.entry.kind in LOWERS]
        if not hits or any(claim in uncertain for claim in rendered(clause, evidence.cited)):
            continue
        for hit in hits:
            hedge = clause.text[hit.start : hit.end]
            if any(_has_hedge(claim, hedge, clause) for claim in uncertain):
                continue
            quoted = few(hedge)
            if uncertain:
                yield evidence.warning(
                    FindingKind.CERTAINTY_LOWERED,
                    f"“{quoted}” hedges what the passages that it cites seem to state",
                )
            else:
                yield evidence.error(
                    FindingKind.CERTAINTY_LOWERED,
                    f"“{quoted}” hedges what the passages that it cites state",
                )


def _has_hedge(claim: Claim, hedge: str, clause: Clause) -> bool:
    """Whether a clause took a hedge from a claim, together with other words of it."""
    return (
        hedge.casefold() in claim.text.casefold()
        and len(clause.stems & content_stems(claim.text)) >= LEAST_SHARED
    )
