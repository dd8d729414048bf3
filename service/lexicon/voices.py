"""What is said and who says it: a clause with its cues, and the voice it stands in."""

from typing import NamedTuple, Self

from schemas import Status
from service.lexicon.lexicon import Hit, Marks
from service.patterns import Pattern

_POLLED = Pattern(
    r"(?:\b(?:per\scent|percent|respondents)\b|\d%|\b(?i:one|two|three|four|six|seven|eight|nine|\d+)\s(?:in|out\sof)\s"
    r"(?:\d+|three|four|five|ten)\b|\b(?i:half|thirds?|quarters?|majority)\sof\s(?:those|voters|respondents|adults|people|"
    r"readers|members|households|residents|parents|workers|staff|teachers|nurses|doctors)\b)(?:\s[a-z-]+){0,4}?\Z"
    r"|\b(?:per\scent|percent|respondents)\s(?:said|answered|replied|told\s[a-z]+)\s(?:that\s)?they\Z"
)
"""A share of those who were asked: “58 per cent”, “44 per cent answered that they”."""


def polled(sentence: str, end: int) -> bool:
    """Whether a source that ends there is a share of those asked: how many think so is a fact."""
    return _POLLED.search(sentence, 0, end) is not None


class Voice(NamedTuple):
    """Who says a clause, as far as its status depends on it."""

    cue: str = ""
    """The reporting verb or phrase as it stands; empty for the article's own voice."""
    makes: Status | None = None
    """What that cue makes of its content; None where it leaves it open."""
    denies: bool = False
    """Whether that cue reports a denial."""
    unnamed: bool = False
    """Whether the source is anonymous."""
    crowd: bool = False
    """Whether the source is a crowd known by what it thinks: critics, supporters."""
    accuser: bool = False
    """Whether the source brings a charge that no court has ruled on."""
    spoken: bool = False
    """Whether the clause is a speaker's own words, in which judgements are meant."""
    comment: bool = False
    """Whether it is said of what stands before it: "…, a costly blunder"."""


ARTICLE_VOICE = Voice()


class Clause(NamedTuple):
    """A stretch of a sentence with what the lexicon finds in it; offsets count into the stretch."""

    text: str
    """Its words."""
    hedges: list[Hit]
    """Hedges that point to a status."""
    evaluations: list[Hit]
    """Words of judgement."""
    rule: bool
    """Whether it refers to a rule of law or procedure."""
    unknown: int | None
    """Where a report that something is not known begins."""

    @classmethod
    def of(
        cls, marks: Marks, text: str, start: int, end: int, skip: tuple[int, int] = (0, 0)
    ) -> Self:
        """Take what was found between two offsets of the text that was read.

        What lies in `skip` is left out: words that describe the source, and not what it says.
        """
        hedges, unknown = _between(marks.hedges, start, end, skip), None
        for first, last in marks.unknowns:
            if start <= first and last <= end and not skip[0] <= first < skip[1]:
                unknown = first - start
                break
        return cls(
            text[start:end],
            [hit for hit in hedges if hit.entry.status is not None] if hedges else hedges,
            _between(marks.evaluations, start, end, skip),
            bool(marks.rules)
            and any(start <= first and last <= end for first, last in marks.rules),
            unknown,
        )

    def words(self, hit: Hit) -> str:
        """The words of a hit."""
        return self.text[hit.start : hit.end]


def _between(
    hits: tuple[Hit, ...], start: int, end: int, skip: tuple[int, int] = (0, 0)
) -> list[Hit]:
    """The hits of a stretch, moved to count from its beginning."""
    if not hits:
        return []
    return [
        hit if start == 0 else Hit(hit.start - start, hit.end - start, hit.entry)
        for hit in hits
        if start <= hit.start and hit.end <= end and not skip[0] <= hit.start < skip[1]
    ]
