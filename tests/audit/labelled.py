"""The labelled set: true sentences with what they cite, and falsehoods made out of them.

The articles are the seeds, as `d*` some that the rules were made on as well, and as `g*` ten that
nothing was made on.
True are the reference summaries, paired with claims by the greedy cover, and the articles' own
sentences, which cite the claims annotated in them. A falsehood is found where it raises an error
that its true sentence does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sentencex

from schemas import Claim, Finding, FindingKind, Severity, SourceKind, Status
from service.audit import Reading, audit_sentence
from service.audit.words import content_stems
from tests.audit.build import LEXICON
from tests.audit.cover import cover
from tests.audit.mutations import MUTATIONS
from tests.gold import SEEDS, Gold, load_gold

FOLDERS = dict.fromkeys(("d*", "g*"), Path(__file__).resolve().parent.parent / "draft" / "articles")
"""Where articles stand that are no seeds, by pattern."""
_CERTAINTY = {FindingKind.CERTAINTY_RAISED, FindingKind.CERTAINTY_LOWERED}
_ATTRIBUTION = {FindingKind.ATTRIBUTION_CHANGED, FindingKind.ATTRIBUTION_DROPPED}
CHECKS = {
    "numbers": (("numbers", "scales"), {FindingKind.NUMBER, FindingKind.NUMBER_HEDGE}),
    "dates": (("dates",), {FindingKind.DATE}),
    "names": (("names", "mixed_names"), {FindingKind.NAME}),
    "negation": (("negations_added", "negations_removed"), {FindingKind.NEGATION}),
    "certainty": (("hedges", "hedges_added"), _CERTAINTY),
    "certainty, harder": (("frames",), _CERTAINTY),
    "attribution": (("speakers", "attributions"), _ATTRIBUTION),
    "attribution, harder": (("offices", "sources"), _ATTRIBUTION),
    "quotations": (("quotations",), {FindingKind.QUOTATION}),
}
"""Each check with the kinds of falsehood that it is for, and the kinds of finding that are its.

Harder are changes of whole frames ("expects it to fall" becomes "says it will fall"), and of
sources that have no name.
"""


@dataclass(frozen=True)
class Sentence:
    """A true sentence of the labelled set."""

    gold: Gold
    """The article it is about."""
    text: str
    """The sentence."""
    cited: tuple[Claim, ...]
    """What it rests on."""

    def errors(self, text: str | None = None) -> list[Finding]:
        """Errors that the audit finds in it, or in a falsehood made of it."""
        reading = Reading(self.gold.article, LEXICON)
        found = audit_sentence(text or self.text, self.cited, reading, "s1")
        return [finding for finding in found if finding.severity is Severity.ERROR]


@dataclass(frozen=True)
class Rates:
    """How one check does on the labelled set."""

    falsehoods: int
    """Falsehoods of its kinds."""
    found: int
    """Of them, those that raise a new error of any kind: they do not get through."""
    own: int
    """Of them, those that this check itself finds."""
    true: int
    """True sentences."""
    alarms: int
    """True sentences in which this check finds an error."""

    @property
    def recall(self) -> float:
        """Share of its falsehoods that do not get through."""
        return self.found / self.falsehoods

    @property
    def precision(self) -> float:
        """Of the sentences in which the check finds an error, the share that is false."""
        return self.own / (self.own + self.alarms)


def articles(pattern: str) -> tuple[Gold, ...]:
    """The annotated articles that fit a glob pattern."""
    return load_gold(pattern, FOLDERS.get(pattern, SEEDS))


@cache
def true_sentences(pattern: str) -> tuple[Sentence, ...]:
    """References and article sentences of the articles that fit a glob pattern."""
    return tuple(_references(pattern)) + tuple(_own(pattern))


@cache
def rates(check: str, pattern: str) -> Rates:
    """Measure one check on the articles that fit a glob pattern."""
    kinds, own_kinds = CHECKS[check]
    falsehoods = found = own = alarms = 0
    golds = articles(pattern)
    for sentence in true_sentences(pattern):
        before = {finding.message for finding in sentence.errors()}
        alarms += any(finding.kind in own_kinds for finding in sentence.errors())
        made = (
            MUTATIONS[kind](sentence.text, sentence.gold, sentence.cited, golds) for kind in kinds
        )
        # Two kinds may make the same falsehood.
        for false in dict.fromkeys(false for kind in made for false in kind):
            new = [f for f in sentence.errors(false) if f.message not in before]
            falsehoods += 1
            found += bool(new)
            own += any(finding.kind in own_kinds for finding in new)
    return Rates(falsehoods, found, own, len(true_sentences(pattern)), alarms)


def _references(pattern: str) -> Iterator[Sentence]:
    for gold in articles(pattern):
        for text in gold.reference_summary:
            yield Sentence(gold, text, cover(text, gold))


def _own(pattern: str) -> Iterator[Sentence]:
    """Article sentences, from their first claim to their last.

    A sentence with an opinion of the article's own is left out, and so is what a source says whom
    only another sentence names: a summary may not say it so.
    """
    for gold in articles(pattern):
        for found in sentencex.get_sentence_boundaries("en", gold.article.text):
            start, end = found["start_index"], found["end_index"]
            cited = tuple(c for c in gold.claims if start <= c.provenance[0].start < end)
            if cited and not any(_own_opinion(claim) for claim in cited):
                first, last = cited[0].provenance[0].start, cited[-1].provenance[-1].end
                text = gold.article.text[first:last] + "."
                if not any(_orphaned(claim, text) for claim in cited):
                    yield Sentence(gold, text, cited)


def _own_opinion(claim: Claim) -> bool:
    return claim.status is Status.OPINION and claim.attribution.kind is SourceKind.ARTICLE


def _orphaned(claim: Claim, text: str) -> bool:
    """Whether a sentence has hearsay or an opinion, and neither a word of its source nor a verb."""
    assert LEXICON is not None
    reports, holder = LEXICON.reports, content_stems(claim.attribution.source or "")
    doubtful = claim.status in (Status.OPINION, Status.UNCONFIRMED)
    return doubtful and not holder & content_stems(text) and not reports(text)


def report() -> str:
    """The table that `make audit-report` prints."""
    lines = ["check                set    falsehoods  found  recall  alarms  precision"]
    for pattern in ("a*", "d*", "b*", "g*"):
        for check in CHECKS:
            rate = rates(check, pattern)
            lines.append(
                f"{check:<20} {pattern:<6} {rate.falsehoods:>10} {rate.found:>6} "
                f"{rate.recall:>7.3f} {rate.alarms:>7} {rate.precision:>10.3f}"
            )
        lines.append(f"{len(true_sentences(pattern))} true sentences of {pattern}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())  # noqa: T201 - the report is for a person
