"""The way of an article: the first file to read.

    Article ─ segment ─▶ Sentences ─ prompt ─▶ Prompt ─ draft ─▶ Draft
            ─ ground ─▶ Claims ─ audit ─▶ Findings ─ compose ─▶ Summary

Stages never import each other; this module calls them in order, sends what failed back to the
model once, and decides what stands.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from schemas import (
    Article,
    Claim,
    Draft,
    DraftClaim,
    Engine,
    EngineChoice,
    EngineName,
    Finding,
    FindingKind,
    OnFailure,
    Refusal,
    Run,
    Sentence,
    Severity,
    Summary,
    SummaryRequest,
)
from service.audit import review_labels
from service.compose import Verdict, compose
from service.draft import rules
from service.errors import (
    AnswerUnusable,
    ArticleTooLong,
    ConfigurationError,
    ModelError,
    RecordingMissing,
)
from service.ground import ground
from service.proof import Audited, Proof, prove, read, timed
from service.segment import segment

_MENDED_AT_MOST = 40
"""Refused claims that the repair call is asked to mend at most.

A good draft has one or two; a model that misquotes forty is not taught better by a second try.
"""
_AT_ONCE = 8_000
"""Code points of an article that is proved where it is, where there are no workers: 10 to 25 ms.

A longer one, up to seconds of work, goes to a thread; for a shorter one the change of threads would
cost more than the others' wait.
"""

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from service.draft.llm import Drafter
    from service.gateway.budget import Budget
    from service.gateway.client import Gateway
    from service.settings import Settings
    from service.workers import Workers


async def summarise(
    request: SummaryRequest,
    settings: Settings,
    gateway: Gateway | None = None,
    on_claim: Callable[[Claim], None] | None = None,
    workers: Workers | None = None,
) -> Summary:
    """Summarise an article so that every sentence leads back to it.

    Args:
        request: The article and how to summarise it.
        settings: Limits.
        gateway: The way to the configured models, if there are any.
        on_claim: Takes each claim that is found in the article while the model's answer streams.
            Its id (`d1`, `d2`, …) is not the Summary's, and the Summary need not have it: what
            stands is decided when the answer is whole.
        workers: Processes that ground and audit, so that this one can serve others.

    Raises:
        ArticleTooLong: It has more code points than `settings.max_article_code_points`.
        ConfigurationError: A model was asked for, and none is configured.
        ModelError: The model failed, and the request would rather have an error than the rules.
    """
    _check(request, settings, gateway)
    work = _Work(request, settings, on_claim, workers)
    with work.timed("segment"):
        work.sentences = segment(request.article)
    if gateway is None or request.engine is EngineChoice.RULES:
        verdict, engine = await _by_rules(work), Engine(name=EngineName.RULES)
    else:
        verdict, engine = await _by_model(work, gateway)
    verdict = replace(verdict, findings=work.findings + verdict.findings)
    return compose(request.article, work.sentences, verdict, engine, work.run())


def summarise_by_rules(request: SummaryRequest, settings: Settings) -> Summary:
    """Summarise without a model: all computation, for a thread or a worker."""
    return asyncio.run(summarise(request, settings))


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
    on_claim: Callable[[Claim], None] | None = None
    workers: Workers | None = None
    sentences: tuple[Sentence, ...] = ()
    budget: Budget | None = None
    findings: tuple[Finding, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)
    started: float = field(default_factory=perf_counter)

    @property
    def article(self) -> Article:
        return self.request.article

    def timed(self, stage: str) -> AbstractContextManager[None]:
        """Add the time a stage takes, in milliseconds."""
        return timed(self.timings, stage)

    async def proved(
        self, draft: Draft, rewritten: Sequence[int] = (), *, final: bool = False
    ) -> Proof:
        """Prove a draft, without keeping a service from answering others."""
        call = partial(prove, self.article, self.sentences, draft, rewritten, final=final)
        if self.workers is not None:
            proof = await self.workers.run(call)
        elif len(self.article.text) <= _AT_ONCE:
            proof = call()
        else:
            proof = await asyncio.to_thread(call)
        for stage, milliseconds in proof.timings.items():
            self.timings[stage] = self.timings.get(stage, 0.0) + milliseconds
        return proof

    def note(self, kind: FindingKind, severity: Severity, where: str, message: str) -> None:
        """Record how the summary came about."""
        self.findings += (Finding(kind=kind, severity=severity, where=where, message=message),)

    def run(self) -> Run:
        """What it took so far."""
        timings = {stage: round(ms, 3) for stage, ms in self.timings.items()}
        if self.budget is None:
            return Run(latency_ms=_since(self.started), timings=timings)
        return self.budget.run(_since(self.started), timings)


async def _by_rules(work: _Work) -> Verdict:
    with work.timed("draft"):
        draft = rules.draft(work.article, work.sentences, work.request.max_sentences)
    proof = await work.proved(draft, final=True)
    assert proof.verdict is not None  # noqa: S101 - a final one has it
    return proof.verdict


async def _by_model(work: _Work, gateway: Gateway) -> tuple[Verdict, Engine]:
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
    return await _by_rules(work), Engine(name=EngineName.RULES, degraded=True)


async def _drafted_and_mended(work: _Work, gateway: Gateway) -> tuple[Verdict, Engine]:
    # The rules never pay for the SDK, nor for what else only a model needs.
    from service.draft.llm import Drafter  # noqa: PLC0415
    from service.drafting import Drafting  # noqa: PLC0415
    from service.gateway.budget import Budget  # noqa: PLC0415
    from service.prompt import draft_template  # noqa: PLC0415

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
    route = drafter.route or gateway.routes[0]
    engine = Engine(
        name=EngineName.LLM,
        model=route.model,
        provider=route.provider,
        prompt=draft_template(),
    )
    proof = await work.proved(draft)
    if proof.unmended is not None:
        with work.timed("repair"):
            draft, rewritten = await _mended(work, drafter, proof.unmended)
        proof = await work.proved(draft, rewritten, final=True)
    if proof.verdict is None or not proof.verdict.claims:
        message = "none of the claims that the model drafted is in the article"
        raise AnswerUnusable(message)
    return proof.verdict, engine


def _streamed(work: _Work) -> Callable[[DraftClaim], None] | None:
    """Grounds each claim as it comes, and hands it on if the article has it."""
    on_claim = work.on_claim
    if on_claim is None:
        return None
    reading = read(work.article)
    count = 0

    def take(claim: DraftClaim) -> None:
        nonlocal count
        grounded = ground(work.article, work.sentences, Draft(claims=(claim,), sentences=()))
        for found in review_labels(grounded.claims, reading):
            count += 1
            on_claim(found.model_copy(update={"id": f"d{count}"}))

    return take


async def _mended(work: _Work, drafter: Drafter, audited: Audited) -> tuple[Draft, tuple[int, ...]]:
    """The draft after the one repair call, and which sentences the model wrote again.

    It is as it was where the model fails at that.
    """
    from service.draft import wire  # noqa: PLC0415
    from service.drafting import numbered_claims  # noqa: PLC0415
    from service.prompt import render_repair  # noqa: PLC0415

    draft, grounded = audited.draft, audited.grounded
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
        numbered_claims(grounded) if audited.failed else (),
        [
            (
                audited.sentences[position].text,
                [number + 1 for number in draft.sentences[position].claims],
                [f for f in audited.sentences[position].findings if f.severity is Severity.ERROR],
            )
            for position in audited.failed
        ],
    )
    try:
        mended = await drafter.repair(
            prompt, draft, [position for position, _, _ in lines], audited.failed
        )
    except RecordingMissing:
        raise
    except ModelError as error:
        message = f"nothing was mended, because {error}"
        work.note(FindingKind.MODEL_FAILED, Severity.WARNING, "article", message)
        return draft, ()
    rewritten = tuple(
        position
        for position in audited.failed
        if mended.sentences[position] != draft.sentences[position]
    )
    return mended, rewritten


def _since(start: float) -> float:
    """Milliseconds since `start`."""
    return (perf_counter() - start) * 1000
