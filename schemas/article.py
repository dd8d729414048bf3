"""The article as it was sent, and the sentences it was cut into."""

import re
from bisect import bisect_left
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Annotated

from pydantic import AfterValidator, Field

from schemas.base import Frozen
from schemas.span import Span

_SURROGATE = re.compile("[\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def _readable(text: str) -> str:
    if _SURROGATE.search(text):
        message = "the text has half of a surrogate pair; send valid Unicode"
        raise ValueError(message)
    if not text.strip():
        message = "the text is empty or only white space; send at least one sentence"
        raise ValueError(message)
    return text


class Article(Frozen):
    """A news article. Its text is never altered: all offsets count into it as it was sent."""

    text: Annotated[str, AfterValidator(_readable)] = Field(
        examples=[
            (
                "The reservoir fell to 31.4 percent on Monday, the authority said. A ban could "
                "follow if no rain falls."
            )
        ]
    )
    """The article's body; paragraphs are separated by blank lines."""
    title: str | None = Field(default=None, examples=["Tessel reservoir falls to 31.4 percent"])
    """The headline; audited against the text, never mixed into it."""
    language: str = Field(
        default="und",
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        examples=["en"],
    )
    """BCP 47 tag; `und` when it is not known."""
    source_id: str | None = Field(default=None, max_length=200, examples=["desk/2026-05-06/17"])
    """The sender's own id of the article."""
    version: str | None = Field(default=None, max_length=200, examples=["2"])
    """The sender's own version of the article."""
    url: str | None = Field(default=None, max_length=2000)
    """Where the article stands; recorded by nobody, fetched by nobody."""
    published_at: datetime | None = None
    """When the article was published."""

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8: the article's name in logs and caches."""
        return sha256(self.text.encode()).hexdigest()

    @cached_property
    def _astral(self) -> tuple[int, ...]:
        """Offsets of the code points that take two UTF-16 units, ascending."""
        return tuple(match.start() for match in _ASTRAL.finditer(self.text))

    def span(self, start: int, end: int) -> Span:
        """Cut the span `[start, end)`, in code points.

        Raises:
            ValueError: The bounds do not lie in order within the text.
        """
        if not 0 <= start <= end <= len(self.text):
            message = f"no span [{start}, {end}) in a text of {len(self.text)} code points"
            raise ValueError(message)
        return Span(
            start=start,
            end=end,
            utf16_start=start + bisect_left(self._astral, start),
            utf16_end=end + bisect_left(self._astral, end),
            text=self.text[start:end],
        )


class Sentence(Frozen):
    """One sentence of the article, without the white space around it."""

    number: int = Field(ge=1)
    """Position in the article; starts at 1."""
    paragraph: int = Field(ge=1)
    """Number of the paragraph it stands in; starts at 1."""
    start: int = Field(ge=0)
    """First code point in `article.text`."""
    end: int = Field(ge=0)
    """One past the last code point."""
    text: str
    """The slice `article.text[start:end]`."""
