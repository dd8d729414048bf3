"""Claims: what the article says, how it stands behind it, and who does."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Frozen
from schemas.finding import Finding
from schemas.span import Provenance, Span


class Status(StrEnum):
    """How the article presents a claim; `docs/annotation-guideline.md` defines the four."""

    STATED_FACT = "stated_fact"
    """Presented as so by the article or a named source. It need not be true."""
    UNCONFIRMED = "unconfirmed"
    """Hearsay, allegation or an anonymous assertion, passed on without vouching for it."""
    SPECULATION = "speculation"
    """Possible, probable, conditional, inferred, predicted or asked."""
    OPINION = "opinion"
    """A judgement that no evidence could settle."""


class SourceKind(StrEnum):
    """Who stands behind a claim."""

    ARTICLE = "article"
    """The article's own voice."""
    NAMED = "named"
    """An identifiable person, organisation, document or office."""
    UNNAMED = "unnamed"
    """A source that nobody could look up: "analysts", "two people familiar with it"."""


class CueKind(StrEnum):
    """What a cue does to the words in its scope."""

    POSSIBILITY = "possibility"
    PROBABILITY = "probability"
    CONDITION = "condition"
    QUESTION = "question"
    PREDICTION = "prediction"
    INFERENCE = "inference"
    HEARSAY = "hearsay"
    REPORT = "report"
    EVALUATION = "evaluation"
    NEGATION = "negation"


class Attribution(Frozen):
    """The source of a claim, in the article's words."""

    kind: SourceKind
    """Whether the article, a named or an unnamed source stands behind the claim."""
    source: str | None = Field(default=None, examples=["Norlund Water Authority"])
    """The source's words as the article has them; null for the article's own voice."""
    span: Span | None = None
    """Where those words stand; null exactly where `source` is."""


class Cue(Frozen):
    """Words that hedge or attribute."""

    kind: CueKind
    """What the words do."""
    span: Span
    """Where they stand."""


class Claim(Frozen):
    """One proposition of the article with one status."""

    id: str = Field(pattern=r"^c[1-9][0-9]*$", examples=["c3"])
    """`c1`, `c2`, … in article order."""
    text: str
    """The verbatim slice of the article."""
    status: Status
    """How the article presents it, after corrections."""
    attribution: Attribution
    """Who stands behind it."""
    cues: tuple[Cue, ...] = ()
    """Hedges and attributions found in it by the lexicon."""
    provenance: tuple[Provenance, ...] = Field(min_length=1)
    """Where it stands."""
    findings: tuple[Finding, ...] = ()
    """What the audit says of its label and source."""
