"""Labels: the status that a drafter gave a claim, against the cues in the claim's own words.

Rule: invariant 3 and the order of repair in the design: code corrects a label where the lexicon
marks the cue as decisive, and otherwise says that it disputes it and lets it stand. Only
`stated_fact` is corrected: that is the error that misleads (the guideline's "leak").

It cannot see cues outside the claim, or statuses without cues (opinion mostly has none).
"""

from collections.abc import Sequence

from schemas import Article, Claim, Cue, Finding, FindingKind, Severity, Status
from service.audit.reading import Reading
from service.audit.words import few
from service.lexicon import Hit, Lexicon

_LABELS = {
    Status.STATED_FACT: "a stated fact",
    Status.UNCONFIRMED: "unconfirmed",
    Status.SPECULATION: "speculation",
    Status.OPINION: "opinion",
}


def review_labels(claims: Sequence[Claim], reading: Reading) -> tuple[Claim, ...]:
    """Attach the lexicon's cues to each claim, and correct or dispute its status.

    Args:
        claims: Grounded claims.
        reading: The article they stand in; without a lexicon they are returned as they are.
    """
    if reading.lexicon is None:
        return tuple(claims)
    return tuple(_review(claim, reading.article, reading.lexicon) for claim in claims)


def _review(claim: Claim, article: Article, lexicon: Lexicon) -> Claim:
    """Review one claim."""
    cues: list[Cue] = []
    hits: list[tuple[Hit, str]] = []
    for place in claim.provenance:
        passage = article.text[place.start : place.end]
        for hit in lexicon.cues(passage):
            span = article.span(place.start + hit.start, place.start + hit.end)
            cues.append(Cue(kind=hit.entry.kind, span=span))
            hits.append((hit, span.text))
    status, finding = _judge(claim, hits)
    findings = claim.findings if finding is None else (*claim.findings, finding)
    return claim.model_copy(update={"cues": tuple(cues), "status": status, "findings": findings})


def _judge(claim: Claim, hits: list[tuple[Hit, str]]) -> tuple[Status, Finding | None]:
    """The status that stands, and what to say where the cues point elsewhere."""
    pointing = [(hit, text) for hit, text in hits if hit.entry.status is not None]
    if claim.status is not Status.STATED_FACT or not pointing:
        return claim.status, None
    for hit, text in pointing:
        if hit.entry.decisive and hit.entry.status not in (None, claim.status):
            message = (
                f"“{few(text)}” makes this {_LABELS[hit.entry.status]}; "
                f"it was labelled {_LABELS[claim.status]}"
            )
            return hit.entry.status, Finding(
                kind=FindingKind.LABEL_CORRECTED,
                severity=Severity.WARNING,
                where=claim.id,
                message=message,
            )
    for hit, text in pointing:
        if hit.entry.status is not None and hit.entry.status is not claim.status:
            message = (
                f"“{few(text)}” may make this {_LABELS[hit.entry.status]}; "
                f"it is labelled {_LABELS[claim.status]}"
            )
            return claim.status, Finding(
                kind=FindingKind.LABEL_DISPUTED,
                severity=Severity.INFO,
                where=claim.id,
                message=message,
            )
    return claim.status, None
