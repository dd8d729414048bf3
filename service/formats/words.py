"""The words that the text and the Markdown rendering of a Summary share."""

from collections.abc import Iterator

from schemas import (
    Attribution,
    Claim,
    Engine,
    EngineName,
    Finding,
    Severity,
    SourceKind,
    Status,
    Summary,
)

HEADINGS: dict[Status, str] = {
    Status.STATED_FACT: "Stated facts",
    Status.UNCONFIRMED: "Unconfirmed",
    Status.SPECULATION: "Speculation",
    Status.OPINION: "Opinion",
}
"""In the order in which they are shown."""

_GRAVEST_FIRST = list(Severity)


def claims_by_status(summary: Summary) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Each heading with its claims, in article order; empty ones too."""
    for status, heading in HEADINGS.items():
        yield heading, tuple(claim for claim in summary.claims if claim.status is status)


def source(attribution: Attribution) -> str:
    """Who stands behind a claim."""
    if attribution.source is None:
        return "the article" if attribution.kind is SourceKind.ARTICLE else "an unnamed source"
    if attribution.kind is SourceKind.UNNAMED:
        return f"{attribution.source} (unnamed)"
    return attribution.source


def findings(summary: Summary) -> tuple[Finding, ...]:
    """All findings, wherever the Summary keeps them, the gravest first."""
    everywhere = [
        *summary.findings,
        *summary.headline.findings,
        *(finding for claim in summary.claims for finding in claim.findings),
    ]
    return tuple(
        sorted(dict.fromkeys(everywhere), key=lambda one: _GRAVEST_FIRST.index(one.severity))
    )


def uncovered(summary: Summary) -> str:
    """How much of the article no claim covers."""
    count = len(summary.uncovered)
    if not count:
        return "Every sentence of the article is covered by a claim."
    sentences = "1 sentence" if count == 1 else f"{count} sentences"
    return f"{sentences} of the article not covered by any claim."


def engine(made_by: Engine, *, replayed: bool) -> str:
    """What made the summary."""
    if made_by.name is EngineName.RULES:
        words = "rules"
        if made_by.degraded:
            words += ", because the model gave no usable answer (degraded)"
    else:
        words = made_by.model or "a model"
        if made_by.provider:
            words += f" at {made_by.provider}"
        if made_by.prompt:
            words += f", prompt {made_by.prompt.name} {made_by.prompt.sha256[:8]}"
    return f"Engine: {words}" + (" (replayed from a recording)" if replayed else "")
