"""The request and the Summary: the contract with those who call the service."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from schemas.article import Article
from schemas.base import Frozen
from schemas.claim import Claim
from schemas.draft import Dropped
from schemas.finding import Finding
from schemas.run import Run
from schemas.span import Span

SCHEMA_VERSION = "1"
"""Raised when a field is removed or changes its meaning; additions leave it."""


class EngineChoice(StrEnum):
    """Which drafter to use."""

    AUTO = "auto"
    """A model if one is configured (`NUTGRAF_LLM_MODEL`), else the rules."""
    LLM = "llm"
    """The configured model."""
    RULES = "rules"
    """The embedded rules; no model, no network."""


class OnFailure(StrEnum):
    """What to do when the model gives no usable answer."""

    RULES = "rules"
    """Draft with the rules and mark the summary `degraded`."""
    ERROR = "error"
    """Answer with a problem."""


class SummaryRequest(Frozen):
    """What to summarise, and how."""

    article: Article
    """The article."""
    engine: EngineChoice = EngineChoice.AUTO
    """Which drafter to use."""
    max_sentences: int = Field(default=4, ge=1, le=10)
    """Sentences in the summary at most."""
    on_failure: OnFailure | None = None
    """What to do when the model fails; default: `auto` degrades to the rules, `llm` errors."""
    store: bool = True
    """Whether the service may keep the article and its summary."""

    @property
    def failure_policy(self) -> OnFailure:
        """`on_failure` with its default resolved."""
        if self.on_failure is not None:
            return self.on_failure
        return OnFailure.ERROR if self.engine is EngineChoice.LLM else OnFailure.RULES


class Support(StrEnum):
    """How far a summary sentence is made of the article's own words."""

    EXTRACTIVE = "extractive"
    """The article's words: trimmed, with function words and reporting frames only added."""
    PARAPHRASE = "paraphrase"
    """Other words; the checks passed, but they cannot see everything (docs/guarantees.md)."""


class ArticleInfo(Frozen):
    """Which article was summarised."""

    sha256: str
    """Hex digest of the text in UTF-8."""
    length: int
    """In code points."""
    language: str
    """BCP 47 tag as sent; `und` when it was not."""
    title: str | None
    """The headline as sent."""
    source_id: str | None
    """The sender's own id."""
    version: str | None
    """The sender's own version."""


class SummarySentence(Frozen):
    """One sentence of the summary and what it rests on."""

    text: str
    """The sentence."""
    claims: tuple[str, ...] = Field(min_length=1)
    """Ids of the claims that it cites."""
    provenance: tuple[Span, ...] = Field(min_length=1)
    """The spans of those claims, in article order."""
    support: Support
    """How far it is made of the article's own words."""


class Headline(Frozen):
    """The article's own title, audited against its text like a summary sentence."""

    findings: tuple[Finding, ...] = ()
    """Where the headline says more than the story."""


class Separation(Frozen):
    """Claim ids by status, in article order."""

    stated_facts: tuple[str, ...] = ()
    """Presented as so by the article or a named source."""
    unconfirmed: tuple[str, ...] = ()
    """Hearsay, allegations and anonymous assertions."""
    speculation: tuple[str, ...] = ()
    """Possible, probable, predicted or asked."""
    opinion: tuple[str, ...] = ()
    """Judgements."""


class Loaded(Frozen):
    """Evaluative or emotive words of the article."""

    span: Span
    """Where they stand."""
    term: str
    """The lexicon's entry."""


class CheckNotRun(Frozen):
    """A check that could not run, and so was not passed."""

    check: str = Field(examples=["certainty"])
    """Name of the check."""
    reason: str = Field(examples=["no lexicon for language “de”"])
    """Why it could not run."""


class EngineName(StrEnum):
    """The drafter that made a summary."""

    LLM = "llm"
    RULES = "rules"


class PromptInfo(Frozen):
    """The prompt template that was used."""

    name: str
    """File of `prompts/` without its ending."""
    sha256: str
    """Hex digest of the template."""


class Engine(Frozen):
    """What made the summary."""

    name: EngineName
    """The drafter."""
    model: str | None = None
    """Model id as configured; null for the rules."""
    provider: str | None = None
    """Host of the provider; null for the rules, and where a recording answered."""
    prompt: PromptInfo | None = None
    """The drafting prompt; null for the rules."""
    degraded: bool = False
    """True when a model was asked for and the rules answered."""


class ReviewState(StrEnum):
    """How far a person has looked at it."""

    DRAFT = "draft"
    """Nobody has."""


class Review(Frozen):
    """The editorial state of a summary."""

    state: ReviewState = ReviewState.DRAFT
    """How far a person has looked at it."""


class Summary(Frozen):
    """A summary that can be checked: every sentence leads to claims, every claim to spans."""

    id: str = Field(examples=["sum_01f3c9d2a7b84e6f"])
    """Unique."""
    created_at: datetime
    """In UTC."""
    schema_version: str = SCHEMA_VERSION
    """Version of this schema."""
    article: ArticleInfo
    """Which article was summarised."""
    summary: tuple[SummarySentence, ...]
    """The sentences that passed the audit, in reading order."""
    headline: Headline
    """The article's title, audited."""
    claims: tuple[Claim, ...]
    """In article order."""
    separation: Separation
    """Claim ids by status."""
    loaded: tuple[Loaded, ...]
    """Evaluative or emotive words of the article."""
    uncovered: tuple[Span, ...]
    """Article sentences that no claim covers."""
    dropped: tuple[Dropped, ...]
    """What did not make it, and why."""
    findings: tuple[Finding, ...]
    """What the audit noticed in the summary's sentences and the way they came about."""
    checks_not_run: tuple[CheckNotRun, ...]
    """Checks that could not run."""
    engine: Engine
    """What made the summary."""
    review: Review = Review()
    """The editorial state."""
    digital_source_type: str
    """IPTC digital source type of the summary: a URI."""
    run: Run
    """What it took."""
