"""What making a summary took: every attempt at a provider, with its tokens, money and time."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Frozen


class Outcome(StrEnum):
    """How an attempt at a provider ended."""

    ANSWERED = "answered"
    """With a whole answer."""
    CUT_OFF = "cut_off"
    """With an answer that ends where the limit of tokens fell."""
    FAILED = "failed"
    """With no answer, for a reason that may pass."""
    REFUSED = "refused"
    """With no: the provider or the model declines the request."""
    GIVEN_UP = "given_up"
    """Not at all: the client left, or the time was up."""


class Attempt(Frozen):
    """One request sent to a provider."""

    provider: str | None
    """Host of the provider; null where a recording answered."""
    model: str
    """Model id as configured."""
    outcome: Outcome
    """How it ended."""
    input_tokens: int = Field(default=0, ge=0)
    """As the provider counts them."""
    cached_tokens: int = Field(default=0, ge=0)
    """Those of `input_tokens` that the provider had cached."""
    output_tokens: int = Field(default=0, ge=0)
    """As the provider counts them."""
    estimated: bool = False
    """True where it answered, in whole or in part, and sent no count: then tokens are estimated."""
    cost: float | None = None
    """In US dollars; null where no price is known."""
    latency_ms: float = Field(default=0.0, ge=0)
    """From sending to the end of the answer, in milliseconds."""


class Run(Frozen):
    """What making the summary took; the only part besides ids and times that may differ."""

    calls: int = Field(default=0, ge=0)
    """Requests sent to providers, failed ones included."""
    input_tokens: int = Field(default=0, ge=0)
    """As the providers count them, over all attempts."""
    cached_tokens: int = Field(default=0, ge=0)
    """Those of `input_tokens` that the providers had cached."""
    output_tokens: int = Field(default=0, ge=0)
    """As the providers count them, over all attempts."""
    cost: float | None = None
    """In US dollars, over all attempts; null where a price is not known."""
    shared: int = Field(default=0, ge=0)
    """Answers that an identical request at the same time asked and paid for."""
    attempts: tuple[Attempt, ...] = ()
    """Each of the calls, in the order in which they ended."""
    latency_ms: float = Field(default=0.0, ge=0)
    """From the request to the summary, in milliseconds."""
    timings: dict[str, float] = Field(default_factory=dict)
    """Milliseconds by stage."""
