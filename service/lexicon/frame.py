"""A frame: who says something, by what words, and on which side of them it stands.

Source, cue and content are the terms of the PARC and PolNeAR corpora.
"""

from enum import StrEnum
from typing import NamedTuple

from service.lexicon.lexicon import Hit


class Place(StrEnum):
    """Where the content stands, seen from the cue."""

    BEFORE = "before"
    """“It closed,” she said. It reaches back to the beginning of the sentence."""
    AFTER = "after"
    """She said it closed. It reaches on until another voice sets in."""
    AROUND = "around"
    """It closed, she said, for good."""
    WITHIN = "within"
    """It closed, by her account, in May. It reaches no further than its own clause."""


class Frame(NamedTuple):
    """A source and its cue."""

    start: int
    """First code point of the frame in the sentence."""
    end: int
    """One past the last."""
    source_start: int
    """First code point of the source's words."""
    source_end: int
    """One past the last; equal to `source_start` where the sentence does not name the source."""
    hit: Hit
    """The cue."""
    place: Place
    """Where the content stands."""
    aside: str
    """What the sentence says of the source between commas; may be empty."""
