"""Spans: where in the article something stands, and how a quote was found there."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Frozen


class Match(StrEnum):
    """How a quote was found in the article; there is no fuzzy match."""

    EXACT = "exact"
    """Character for character, in the sentence that was cited."""
    NORMALIZED = "normalized"
    """In the cited sentence, up to quotation marks, dashes, white space and NFC."""
    RELOCATED = "relocated"
    """Character for character, in another sentence than the one that was cited."""


class Span(Frozen):
    """A half-open stretch of `article.text`; `article.text[start:end] == text` always holds."""

    start: int = Field(ge=0, examples=[14])
    """First code point, counted from 0."""
    end: int = Field(ge=0, examples=[43])
    """One past the last code point."""
    utf16_start: int = Field(ge=0, examples=[14])
    """`start` in UTF-16 code units, for JavaScript's `String.prototype.slice`."""
    utf16_end: int = Field(ge=0, examples=[43])
    """`end` in UTF-16 code units."""
    text: str = Field(examples=["Water in the Tessel reservoir"])
    """The slice itself."""


class Provenance(Span):
    """A span that backs a claim, and how its quote was found."""

    match: Match
    """How the quote was found."""
