"""What went wrong in one article, in its words: for whoever improves an engine or a prompt."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby

from schemas import SourceKind, Status, Summary
from schemas.base import Frozen
from service.evaluate.alignment import Words, match, same_source
from service.evaluate.annotated import Annotated, GoldClaim
from service.evaluate.count import loaded_shown, missed

NOTHING = "nothing"
"""In the place of a status or a source: there is none."""


class MistakeKind(StrEnum):
    """What went wrong; the gravest first."""

    LEAK = "leak"
    """Speculation or something unconfirmed was predicted as a stated fact."""
    FACT_LOST = "fact lost"
    """A stated fact was predicted as something else."""
    STATUS = "status"
    """Any other wrong status."""
    UNCOVERED = "uncovered"
    """Words of a gold claim that no predicted claim covers."""
    OUTSIDE = "outside"
    """Words outside all gold claims that a predicted claim covers."""
    KIND = "kind of source"
    """Another kind of source than the gold claim's."""
    SOURCE = "source"
    """Another source than the gold claim's, of the same kind."""
    KEY_CLAIM = "key claim"
    """A key claim that the summary does not hold."""
    LOADED = "loaded"
    """A loaded phrase in the summary."""
    DROPPED = "dropped"
    """What the service itself refused."""


class Mistake(Frozen):
    """One thing that went wrong."""

    kind: MistakeKind
    """What went wrong."""
    gold: str
    """What the annotation says."""
    predicted: str
    """What the engine said."""
    words: str
    """The words that it is about, the article's or the summary's; of what was dropped, why."""


def find_mistakes(annotated: Annotated, summary: Summary) -> tuple[Mistake, ...]:
    """List what went wrong: statuses in article order, then sources, then the summary."""
    return (
        *_statuses(annotated, summary),
        *_sources(annotated, summary),
        *_summary(annotated, summary),
    )


def _statuses(annotated: Annotated, summary: Summary) -> Iterator[Mistake]:
    """Runs of words with the same wrong status, inside one gold claim or between two."""
    text = annotated.article.text
    words = Words.of(text, annotated.claims, summary.claims)
    claims = iter(sorted(annotated.claims, key=lambda one: one.start))
    claim = next(claims, None)
    places: list[int] = []
    for start, _ in words.bounds:
        while claim is not None and claim.end <= start:
            claim = next(claims, None)
        places.append(-1 if claim is None else claim.start)
    labelled = zip(words.bounds, words.gold, words.predicted, places, strict=True)
    for (gold, predicted, _), run in groupby(labelled, key=lambda one: one[1:]):
        bounds = [one[0] for one in run]
        if gold is not predicted:
            yield Mistake(
                kind=_status_mistake(gold, predicted),
                gold=gold or NOTHING,
                predicted=predicted or NOTHING,
                words=text[bounds[0][0] : bounds[-1][1]],
            )


def _status_mistake(gold: Status | None, predicted: Status | None) -> MistakeKind:
    if gold is None:
        return MistakeKind.OUTSIDE
    if predicted is None:
        return MistakeKind.UNCOVERED
    if gold is Status.STATED_FACT:
        return MistakeKind.FACT_LOST
    leaked = predicted is Status.STATED_FACT and gold is not Status.OPINION
    return MistakeKind.LEAK if leaked else MistakeKind.STATUS


def _sources(annotated: Annotated, summary: Summary) -> Iterator[Mistake]:
    for gold in annotated.claims:
        found = match(gold, summary.claims)
        if found is None:
            continue
        kind = found.attribution.kind
        same = gold.kind is SourceKind.ARTICLE or same_source(gold.source, found.attribution.source)
        if kind is not gold.kind or not same:
            yield Mistake(
                kind=MistakeKind.SOURCE if kind is gold.kind else MistakeKind.KIND,
                gold=_source(gold.kind, gold.source),
                predicted=_source(kind, found.attribution.source),
                words=_text(annotated, gold),
            )


def _summary(annotated: Annotated, summary: Summary) -> Iterator[Mistake]:
    for number in missed(annotated, summary):
        claim = annotated.claims[number]
        yield Mistake(
            kind=MistakeKind.KEY_CLAIM,
            gold=claim.status,
            predicted=NOTHING,
            words=_text(annotated, claim),
        )
    for phrase, sentence in loaded_shown(annotated.loaded, summary):
        yield Mistake(
            kind=MistakeKind.LOADED,
            gold=f"“{phrase}”",
            predicted="in the summary",
            words=sentence,
        )
    for dropped in summary.dropped:
        yield Mistake(
            kind=MistakeKind.DROPPED, gold=NOTHING, predicted=dropped.what, words=dropped.reason
        )


def _source(kind: SourceKind, source: str | None) -> str:
    return f"{kind} “{source}”" if source else str(kind)


def _text(annotated: Annotated, claim: GoldClaim) -> str:
    return annotated.article.text[claim.start : claim.end]
