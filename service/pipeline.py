"""The way of an article: the first file to read.

    Article ─ segment ─▶ Sentences ─ prompt ─▶ Prompt ─ draft ─▶ Draft
            ─ ground ─▶ Claims ─ audit ─▶ Findings ─ compose ─▶ Summary

Stages never import each other; this module calls them in order, sends what failed back to the
model once, and decides what stands.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from schemas import (
    Article,
    AuditedSentence,
    Claim,
    Draft,
    DraftClaim,
    Dropped,
    Engine,
    EngineChoice,
    EngineName,
    Finding,
    FindingKind,
    Grounded,
    OnFailure,
    PromptInfo,
    Refusal,
    Run,
    Sentence,
    Severity,
    Summary,
    SummaryRequest,
)
from service import audit, lexicon
from service.compose import Verdict, compose, render_plainly
from service.draft import rules, wire
from service.drafting import Drafting, numbered_claims
from service.errors import (
    AnswerUnusable,
    ArticleTooLong,
    ConfigurationError,
    ModelError,
    RecordingMissing,
)
from service.ground import ground
from service.prompt import render_repair
from service.segment import segment

_MENDED_AT_MOST = 40
"""Refused claims that the repair call is asked to mend at most.

A good draft has one or two; a model that misquotes forty is not taught better by a second try.
"""
_AT_ONCE = 8_000
"""Code points of an article that is grounded and audited where it is: 10 to 25 ms.

A longer one, up to seconds of work, goes to a thread; for a shorter one the change of threads would
cost more than the others' wait.
"""

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from service.draft.llm import Drafter
    from service.gateway.budget import Budget
    from service.gateway.client import Gateway
    from service.settings import Settings


async def summarise(
    request: SummaryRequest,
    settings: Settings,
    gateway: Gateway | None = None,
    on_claim: Callable[[Claim], None] | None = None,
) -> Summary:
    """Summarise an article so that every sentence leads back to it.

    Args:
        request: The article and how to summarise it.
        settings: Limits.
        gateway: The way to the configured models, if there are any.
        on_claim: Takes each claim that is found in the article while the model's answer streams.
            Its id (`d1`, `d2`, …) is not the Summary's, and the Summary need not have it: what
            stands is decided when the answer is whole.

    Raises:
        ArticleTooLong: It has more code points than `settings.max_article_code_points`.
        ConfigurationError: A model was asked for, and none is configured.
        ModelError: The model failed, and the request would rather have an error than the rules.
    """
    _check(request, settings, gateway)
    work = _Work(
        request, settings, audit.Reading(request.article, _lexicon(request.article)), on_claim
    )
    with work.timed("segment"):
        work.sentences = segment(request.article)
    if gateway is None or request.engine is EngineChoice.RULES:
        checked, engine = _by_rules(work), Engine(name=EngineName.RULES)
    else:
        checked, engine = await _by_model(work, gateway)
    with work.timed("decide"):
        verdict = _decide(work, checked)
    return compose(request.article, work.sentences, verdict, engine, work.run())


def _lexicon(article: Article) -> lexicon.Lexicon | None:
    return lexicon.load(article.language, article.text)


def _check(request: SummaryRequest, settings: Settings, gateway: Gateway | None) -> None:
    length, limit = len(request.article.text), settings.max_article_code_points
    if length > limit:
        raise ArticleTooLong(length, limit)
    if request.engine is EngineChoice.LLM and gateway is None:
        message = "engine “llm” was asked for, but no model is configured: set NUTGRAF_LLM_MODEL"
        raise ConfigurationError(message)


@dataclass(slots=True)
class _Work:
    """What one request gathers on its way."""

    request: SummaryRequest
    settings: Settings
    reading: audit.Reading
    on_claim: Callable[[Claim], None] | None = None
    sentences: tuple[Sentence, ...] = ()
    budget: Budget | None = None
    findings: tuple[Finding, ...] = ()
    rewritten: tuple[int, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)
    started: float = field(default_factory=perf_counter)

    @property
    def article(self) -> Article:
        return self.request.article

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time a stage takes, in milliseconds."""
        start = perf_counter()
        yield
        self.timings[stage] = self.timings.get(stage, 0.0) + _since(start)

    def note(self, kind: FindingKind, severity: Severity, where: str, message: str) -> None:
        """Record how the summary came about."""
        self.findings += (Finding(kind=kind, severity=severity, where=where, message=message),)

    def run(self) -> Run:
        """What it took so far."""
        timings = {stage: round(ms, 3) for stage, ms in self.timings.items()}
        if self.budget is None:
            return Run(latency_ms=_since(self.started), timings=timings)
        return self.budget.run(_since(self.started), timings)


@dataclass(frozen=True, slots=True)
class _Checked:
    """A draft after grounding and audit."""

    draft: Draft
    grounded: Grounded
    claims: tuple[Claim, ...]
    """Grounded claims with their labels reviewed."""
    sentences: tuple[AuditedSentence, ...]

    @property
    def failed(self) -> tuple[int, ...]:
        """Positions of the sentences that may not be shown as they are."""
        return tuple(i for i, sentence in enumerate(self.sentences) if sentence.failed)


def _by_rules(work: _Work) -> _Checked:
    with work.timed("draft"):
        draft = rules.draft(work.article, work.sentences, work.request.max_sentences)
    return _ground_and_audit(work, draft)


async def _by_model(work: _Work, gateway: Gateway) -> tuple[_Checked, Engine]:
    """Draft by the model, let it mend once what failed, and fall back on the rules."""
    try:
        return await _drafted_and_mended(work, gateway)
    except RecordingMissing:
        raise
    except ModelError as error:
        if work.request.failure_policy is OnFailure.ERROR:
            raise
        message = f"the rules drafted this summary, because {error}"
        work.note(FindingKind.MODEL_FAILED, Severity.WARNING, "article", message)
        return _by_rules(work), Engine(name=EngineName.RULES, degraded=True)


async def _drafted_and_mended(work: _Work, gateway: Gateway) -> tuple[_Checked, Engine]:
    # The rules never pay for the SDK.
    from service.draft.llm import Drafter  # noqa: PLC0415
    from service.gateway.budget import Budget  # noqa: PLC0415

    work.budget = Budget.start(work.settings)
    drafter = Drafter(gateway, work.budget)
    drafting = Drafting(
        article=work.article,
        sentences=work.sentences,
        drafter=drafter,
        max_sentences=work.request.max_sentences,
        part_code_points=work.settings.llm_part_code_points,
        on_claim=_streamed(work),
    )
    with work.timed("draft"):
        draft = await drafting.draft()
    for loss in drafting.losses:
        work.note(FindingKind.MODEL_FAILED, Severity.WARNING, "article", loss)
    engine = _engine(drafting, gateway)
    checked = await _proved(work, draft)
    if checked.failed or checked.grounded.refused:
        with work.timed("repair"):
            draft = await _mended(work, drafter, checked)
        checked = await _proved(work, draft)
    if not checked.claims:
        message = "none of the claims that the model drafted is in the article"
        raise AnswerUnusable(message)
    return checked, engine


def _engine(drafting: Drafting, gateway: Gateway) -> Engine:
    """What drafted: the model that answered last, in the order in which they are asked."""
    route = drafting.drafter.route or gateway.routes[0]
    prompt = drafting.prompt()
    return Engine(
        name=EngineName.LLM,
        model=route.model,
        provider=route.provider,
        prompt=PromptInfo(name=prompt.name, sha256=prompt.sha256),
    )


def _streamed(work: _Work) -> Callable[[DraftClaim], None] | None:
    """Grounds each claim as it comes, and hands it on if the article has it."""
    on_claim = work.on_claim
    if on_claim is None:
        return None
    count = 0

    def take(claim: DraftClaim) -> None:
        nonlocal count
        grounded = ground(work.article, work.sentences, Draft(claims=(claim,), sentences=()))
        for found in audit.review_labels(grounded.claims, work.reading):
            count += 1
            on_claim(found.model_copy(update={"id": f"d{count}"}))

    return take


async def _mended(work: _Work, drafter: Drafter, checked: _Checked) -> Draft:
    """The draft after the one repair call; as it was where the model fails at that."""
    draft, grounded = checked.draft, checked.grounded
    # A model that loops drafts the same line a thousand times over; it is asked for once.
    first: dict[DraftClaim, Refusal] = {}
    for refusal in grounded.refused:
        if (claim := draft.claims[refusal.position]) is not None:
            first.setdefault(claim, refusal)
    lines = [(refusal.position, claim, refusal.dropped.reason) for claim, refusal in first.items()][
        :_MENDED_AT_MOST
    ]
    cited = {
        number
        for _, claim, _ in lines
        for number in range(claim.first, min(claim.last, len(work.sentences)) + 1)
    }
    prompt = render_repair(
        work.article,
        [sentence for sentence in work.sentences if sentence.number in cited],
        [(position + 1, wire.format_claim(claim), reason) for position, claim, reason in lines],
        numbered_claims(grounded) if checked.failed else (),
        [
            (
                checked.sentences[position].text,
                [number + 1 for number in draft.sentences[position].claims],
                [f for f in checked.sentences[position].findings if f.severity is Severity.ERROR],
            )
            for position in checked.failed
        ],
    )
    try:
        mended = await drafter.repair(
            prompt, draft, [position for position, _, _ in lines], checked.failed
        )
    except RecordingMissing:
        raise
    except ModelError as error:
        message = f"nothing was mended, because {error}"
        work.note(FindingKind.MODEL_FAILED, Severity.WARNING, "article", message)
        return draft
    work.rewritten = tuple(
        position
        for position in checked.failed
        if mended.sentences[position] != draft.sentences[position]
    )
    return mended


async def _proved(work: _Work, draft: Draft) -> _Checked:
    """Ground and audit, without keeping a service from answering others."""
    if len(work.article.text) <= _AT_ONCE:
        return _ground_and_audit(work, draft)
    return await asyncio.to_thread(_ground_and_audit, work, draft)


def _ground_and_audit(work: _Work, draft: Draft) -> _Checked:
    with work.timed("ground"):
        grounded = ground(work.article, work.sentences, draft)
    with work.timed("audit"):
        claims = audit.review_labels(grounded.claims, work.reading)
        known = {claim.id: claim for claim in claims}
        sentences = tuple(
            _audited(work, sentence.text, [known[i] for i in sentence.claims], f"s{number}")
            for number, sentence in enumerate(grounded.sentences, start=1)
        )
    return _Checked(draft, grounded, claims, sentences)


def _audited(work: _Work, text: str, cited: Sequence[Claim], where: str) -> AuditedSentence:
    return AuditedSentence(
        text=text,
        claims=tuple(claim.id for claim in cited),
        findings=audit.audit_sentence(text, cited, work.reading, where),
        support=audit.support_of(text, cited, work.reading),
    )


def _decide(work: _Work, checked: _Checked) -> Verdict:
    """Let stand what passed, render plainly what failed, drop the rest, and say so."""
    claims = {claim.id: claim for claim in checked.claims}
    standing: list[AuditedSentence] = []
    dropped: list[Dropped] = []
    for position, sentence in enumerate(checked.sentences):
        where = f"s{len(standing) + 1}"
        what = f"drafted sentence {position + 1}"
        if sentence.text in {shown.text for shown in standing}:
            dropped.append(Dropped(what=what, reason="it repeats a sentence before it"))
            continue
        if not sentence.failed:
            found = [f.model_copy(update={"where": where}) for f in sentence.findings]
            standing.append(sentence.model_copy(update={"findings": tuple(found)}))
            if position in work.rewritten:
                message = "the model wrote this sentence again: the audit refused its first"
                work.note(FindingKind.SENTENCE_REPAIRED, Severity.INFO, where, message)
            continue
        errors = "; ".join(f.message for f in sentence.findings if f.severity is Severity.ERROR)
        dropped.append(Dropped(what=what, reason=errors))
        for claim_id in sentence.claims[:1]:
            claim = claims[claim_id]
            plain = _audited(work, render_plainly(claim), [claim], where)
            if not plain.failed and plain.text not in {shown.text for shown in standing}:
                standing.append(plain)
                message = f"claim {claim_id} stands here in place of {what}"
                work.note(FindingKind.SENTENCE_RENDERED, Severity.INFO, where, message)
    return Verdict(
        sentences=tuple(standing),
        claims=checked.claims,
        headline=audit.audit_title(checked.claims, work.reading),
        loaded=audit.loaded_terms(work.reading),
        dropped=checked.draft.dropped
        + tuple(refusal.dropped for refusal in checked.grounded.refused)
        + tuple(dropped),
        findings=work.findings,
        checks_not_run=audit.checks_not_run(work.reading),
    )


def _since(start: float) -> float:
    """Milliseconds since `start`."""
    return (perf_counter() - start) * 1000
