"""What grounding makes of a Draft: claims with proven spans, and what was refused."""

from pydantic import Field

from schemas.base import Frozen
from schemas.claim import Claim
from schemas.draft import Dropped
from schemas.finding import Finding, Severity
from schemas.summary import Support


class GroundedSentence(Frozen):
    """A drafted summary sentence and the grounded claims that it cites."""

    text: str
    """The sentence."""
    claims: tuple[str, ...]
    """Ids of the claims; empty where none of those it cited could be grounded."""


class AuditedSentence(GroundedSentence):
    """A grounded sentence and what the audit says of it."""

    findings: tuple[Finding, ...]
    """Of all checks."""
    support: Support
    """How far it is made of the article's own words."""

    @property
    def failed(self) -> bool:
        """Whether it may not be shown."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


class Refusal(Frozen):
    """A drafted claim whose quote is not in the article as it was given."""

    position: int = Field(ge=0)
    """Position in `Draft.claims`; starts at 0."""
    dropped: Dropped
    """What it was and why it was refused."""


class Grounded(Frozen):
    """A Draft after grounding."""

    claims: tuple[Claim, ...]
    """In article order; no two have the same span."""
    sentences: tuple[GroundedSentence, ...]
    """In reading order, one for each sentence of the Draft."""
    ids: tuple[tuple[str, ...], ...] = ()
    """For each position in `Draft.claims` the ids of the claims made of it; none if refused."""
    refused: tuple[Refusal, ...] = ()
    """In the Draft's order."""
