"""Findings: what an audit noticed, in words that a desk editor understands."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Frozen


class Severity(StrEnum):
    """What a finding costs."""

    ERROR = "error"
    """The sentence is repaired, replaced by a plain rendering, or dropped."""
    WARNING = "warning"
    """It stands; an editor should look."""
    INFO = "info"
    """It stands; worth knowing."""


class FindingKind(StrEnum):
    """What was noticed; one check may report several kinds."""

    # In summary sentences and in the headline
    NUMBER = "number"
    """A number, amount or unit that the cited passages do not have."""
    NUMBER_HEDGE = "number_hedge"
    """"About 200" became "200", or the reverse."""
    DATE = "date"
    """A date or time that the cited passages do not have."""
    NAME = "name"
    """A person, place or organisation that the article does not have."""
    NEGATION = "negation"
    """A "not" too many or too few."""
    CERTAINTY_RAISED = "certainty_raised"
    """A hedge of the article is gone."""
    CERTAINTY_LOWERED = "certainty_lowered"
    """A hedge that the article does not have."""
    ATTRIBUTION_DROPPED = "attribution_dropped"
    """The speaker of a claim is gone."""
    ATTRIBUTION_CHANGED = "attribution_changed"
    """The words are given to another speaker."""
    QUOTATION = "quotation"
    """Words in quotation marks that nobody said."""
    LOADED_WORD = "loaded_word"
    """An evaluative or emotive word outside quotation marks."""
    COMPARISON = "comparison"
    """A comparative or superlative that the cited passages do not have."""
    NEW_WORDS = "new_words"
    """Content words that the article does not have."""
    UNRELATED = "unrelated"
    """A summary sentence that shares hardly a word with what it cites."""
    ECHO = "echo"
    """Words of the instructions to the model."""
    MARKUP = "markup"
    """A tag, link or character reference that the article does not have."""
    UNCITED = "uncited"
    """A summary sentence that cites no grounded claim."""
    # In claims
    LABEL_CORRECTED = "label_corrected"
    """The status was corrected: a decisive cue stands in the claim."""
    LABEL_DISPUTED = "label_disputed"
    """The cues in the claim point to another status; the label stands."""
    SOURCE_NOT_FOUND = "source_not_found"
    """The source named for a claim is not in the article."""
    # In how the summary came about
    SENTENCE_REPAIRED = "sentence_repaired"
    """The sentence was written again in the repair call."""
    SENTENCE_RENDERED = "sentence_rendered"
    """The sentence was replaced by a plain rendering of its claim."""
    MODEL_FAILED = "model_failed"
    """The model gave no usable answer; what was done instead."""


class Finding(Frozen):
    """One thing that a check noticed."""

    kind: FindingKind
    """What was noticed."""
    severity: Severity
    """What it costs."""
    where: str = Field(examples=["s2", "c3", "title", "article"])
    """`s1`, `s2`, … a summary sentence; `c1`, … a claim; `title`; `article`."""
    message: str = Field(examples=["“9.7 percent” is not in the passages that it cites"])
    """What was noticed, for a desk editor; repeats at most a few words."""
