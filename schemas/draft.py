"""What a drafter hands over: the model's wire format, and the Draft that code makes of it.

The wire format is short because output tokens are what a summary costs: one string per claim,
`sentence-range status | source | part`. `service/draft/wire.py` parses it.
"""

from pydantic import Field

from schemas.base import Frozen
from schemas.claim import SourceKind, Status


class WireSentence(Frozen):
    """One summary sentence as the model writes it."""

    s: str
    """The sentence."""
    c: tuple[int, ...]
    """Positions in the list of claims; starts at 1."""


class WireDraft(Frozen):
    """The model's answer to the drafting prompt."""

    c: tuple[str, ...]
    """One line per claim."""
    t: tuple[WireSentence, ...]
    """The summary sentences."""


class WireCiting(WireSentence):
    """One summary sentence over claims that the prompt lists."""

    c: tuple[int, ...]
    """Numbers of claims, as the prompt lists them."""


class WireSummary(Frozen):
    """The model's answer to the composing prompt: a summary of claims that others drafted."""

    t: tuple[WireCiting, ...]
    """The summary sentences."""


class WireRepair(Frozen):
    """The model's answer to the repair prompt, item by item in the order asked."""

    c: tuple[str, ...]
    """A claim line for each refused claim; empty to give it up."""
    t: tuple[WireCiting, ...]
    """A sentence for each failed sentence; an empty `s` to give it up."""


class DraftClaim(Frozen):
    """A claim as drafted: where it should stand, not yet proven to."""

    first: int = Field(ge=1)
    """Number of the first cited sentence; starts at 1."""
    last: int = Field(ge=1)
    """Number of the last cited sentence."""
    status: Status
    """The status that the drafter gives it."""
    kind: SourceKind
    """Who stands behind it."""
    source: str | None = None
    """The source's words, as the drafter gives them; null for the article's own voice."""
    quote: str | None = None
    """The part of the cited sentences; null for the whole of them. "head … tail" elides."""


class DraftSentence(Frozen):
    """A summary sentence as drafted."""

    text: str
    """The sentence."""
    claims: tuple[int, ...]
    """Positions in `Draft.claims`; starts at 0."""


class Dropped(Frozen):
    """Something that did not make it into the summary."""

    what: str = Field(examples=["summary sentence 2", "claim 7 (sentence 12)"])
    """What it was; never its words, which nothing vouches for."""
    reason: str = Field(examples=["the quote is not in the article"])
    """Why it was dropped, for a desk editor."""


class Draft(Frozen):
    """Claims and summary sentences as a drafter proposes them."""

    claims: tuple[DraftClaim | None, ...]
    """In the drafter's order; null where a line could not be read, so that positions hold."""
    sentences: tuple[DraftSentence, ...]
    """In reading order."""
    dropped: tuple[Dropped, ...] = ()
    """What could not be read."""


class Message(Frozen):
    """One chat message."""

    role: str
    """`system` or `user`."""
    content: str
    """The text."""


class Prompt(Frozen):
    """A rendered prompt and the template it came from."""

    name: str = Field(examples=["draft"])
    """Name of the template: a file of `prompts/`."""
    sha256: str
    """Hex digest of the template's bytes, so that a summary says which prompt made it."""
    messages: tuple[Message, ...]
    """In order; the static part comes first so that providers can cache it."""
