"""The article's own title, audited against its text like a summary sentence.

Numbers, dates, names, quotations and comparisons are looked for in the whole article; hedges and
attributions are compared with the claims that share the title's words.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from schemas import Claim, Finding
from service.audit import attribution, certainty, comparison, dates, names, numbers, quotations
from service.audit.evidence import Evidence
from service.audit.reading import Reading
from service.audit.words import content_stems

_WHOLE = (numbers.check, dates.check, names.check, quotations.check, comparison.check)
_BY_CLAIM = (certainty.check, attribution.check)
_CLAIMS = 3
"""Claims that a title is compared with at most: one for each clause a headline has room for."""


def audit_title(claims: Sequence[Claim], reading: Reading) -> tuple[Finding, ...]:
    """Find where the title says more than the story; nothing where there is no title.

    Loaded and new words are no findings on a title: it is the newsroom's own.
    """
    title = reading.article.title
    if not title or not title.strip():
        return ()
    whole = Evidence(reading, tuple(claims), "title", whole=True)
    findings = [f for check in _WHOLE for f in check(title, whole)]
    backing = tuple(islice(_backing(title, claims), _CLAIMS))
    if backing:
        evidence = Evidence.of(reading, backing, "title")
        findings += [f for check in _BY_CLAIM for f in check(title, evidence)]
    return tuple(findings)


def _backing(title: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Claims that cover the title's content words, the one that covers most first."""
    left = content_stems(title)
    stems = {claim.id: content_stems(claim.text) for claim in claims}
    while left and claims:
        best = max(claims, key=lambda claim: len(stems[claim.id] & left))
        if len(stems[best.id] & left) < 2:  # noqa: PLR2004 - one shared word is chance
            return
        yield best
        left -= stems[best.id]
