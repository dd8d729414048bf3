"""Draft → Proof: what of a draft the article has, and which of its sentences may be shown.

    Draft ─ ground ─▶ Claims ─ audit ─▶ Findings ─ decide ─▶ Verdict

All computation and no waiting, with data for arguments and a result of data: it may run in another
process (`service/workers.py`).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from schemas import (
    Article,
    AuditedSentence,
    Claim,
    Draft,
    Dropped,
    Finding,
    FindingKind,
    Grounded,
    Sentence,
    Severity,
)
from service import audit, lexicon
from service.compose import Verdict, render_plainly
from service.ground import ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Audited:
    """A draft after grounding and audit."""

    draft: Draft
    """What was proved."""
    grounded: Grounded
    """What of it stands in the article."""
    claims: tuple[Claim, ...]
    """Those claims with their labels reviewed."""
    sentences: tuple[AuditedSentence, ...]
    """Its summary sentences, with what the audit says of each."""

    @property
    def failed(self) -> tuple[int, ...]:
        """Positions of the sentences that may not be shown as they are."""
        return tuple(i for i, sentence in enumerate(self.sentences) if sentence.failed)


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proven of a draft: what may be shown, or what failed and may still be mended."""

    verdict: Verdict | None
    """What may be shown."""
    unmended: Audited | None
    """In its place, where something failed and the draft is not the final one."""
    timings: dict[str, float]
    """Milliseconds by stage."""


def read(article: Article) -> audit.Reading:
    """The article as the audit reads it."""
    return audit.Reading(article, lexicon.load(article.language, article.text))


def prove(
    article: Article,
    sentences: Sequence[Sentence],
    draft: Draft,
    rewritten: Sequence[int] = (),
    *,
    final: bool = False,
) -> Proof:
    """Ground and audit a draft, and decide what may be shown.

    Args:
        article: The article.
        sentences: Its sentences.
        draft: What a drafter made of it.
        rewritten: Positions of the draft's sentences that the model has written again.
        final: Whether nothing is mended any more; if not, a draft with failures gets no verdict.
    """
    timings: dict[str, float] = {}
    with timed(timings, "ground"):
        grounded = ground(article, sentences, draft)
    with timed(timings, "audit"):
        reading = read(article)
        claims = audit.review_labels(grounded.claims, reading)
        known = {claim.id: claim for claim in claims}
        checked = tuple(
            _audited(reading, sentence.text, [known[i] for i in sentence.claims], f"s{number}")
            for number, sentence in enumerate(grounded.sentences, start=1)
        )
    result = Audited(draft, grounded, claims, checked)
    if not final and (grounded.refused or result.failed):
        return Proof(None, result, timings)
    with timed(timings, "decide"):
        verdict = _decide(result, reading, rewritten)
    return Proof(verdict, None, timings)


def _audited(
    reading: audit.Reading, text: str, cited: Sequence[Claim], where: str
) -> AuditedSentence:
    return AuditedSentence(
        text=text,
        claims=tuple(claim.id for claim in cited),
        findings=audit.audit_sentence(text, cited, reading, where),
        support=audit.support_of(text, cited, reading),
    )


def _decide(audited: Audited, reading: audit.Reading, rewritten: Sequence[int]) -> Verdict:
    """Let stand what passed, render plainly what failed, drop the rest, and say so."""
    known = {claim.id: claim for claim in audited.claims}
    standing: list[AuditedSentence] = []
    dropped: list[Dropped] = []
    notes: list[Finding] = []

    def note(kind: FindingKind, message: str) -> None:
        notes.append(
            Finding(kind=kind, severity=Severity.INFO, where=f"s{len(standing)}", message=message)
        )

    for position, sentence in enumerate(audited.sentences):
        where = f"s{len(standing) + 1}"
        what = f"drafted sentence {position + 1}"
        if sentence.text in {shown.text for shown in standing}:
            dropped.append(Dropped(what=what, reason="it repeats a sentence before it"))
            continue
        if not sentence.failed:
            found = [f.model_copy(update={"where": where}) for f in sentence.findings]
            standing.append(sentence.model_copy(update={"findings": tuple(found)}))
            if position in rewritten:
                message = "the model wrote this sentence again: the audit refused its first"
                note(FindingKind.SENTENCE_REPAIRED, message)
            continue
        errors = "; ".join(f.message for f in sentence.findings if f.severity is Severity.ERROR)
        dropped.append(Dropped(what=what, reason=errors))
        for claim_id in sentence.claims[:1]:
            claim = known[claim_id]
            plain = _audited(reading, render_plainly(claim), [claim], where)
            if not plain.failed and plain.text not in {shown.text for shown in standing}:
                standing.append(plain)
                message = f"claim {claim_id} stands here in place of {what}"
                note(FindingKind.SENTENCE_RENDERED, message)
    return Verdict(
        sentences=tuple(standing),
        claims=audited.claims,
        headline=audit.audit_title(audited.claims, reading),
        loaded=audit.loaded_terms(reading),
        dropped=audited.draft.dropped
        + tuple(refusal.dropped for refusal in audited.grounded.refused)
        + tuple(dropped),
        findings=tuple(notes),
        checks_not_run=audit.checks_not_run(reading),
    )


@contextmanager
def timed(timings: dict[str, float], stage: str) -> Iterator[None]:
    """Add the time that a stage takes, in milliseconds."""
    start = perf_counter()
    yield
    timings[stage] = timings.get(stage, 0.0) + (perf_counter() - start) * 1000
