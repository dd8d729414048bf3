"""Sentences → Draft by a model, however long the article and however early the answer ends.

    sentences ─ parts ─▶ drafted at once ─▶ (a part that was cut off goes on) ─▶ merged
              ─▶ one call that composes the summary, where there was more than one part

An article that fits the model is one part, and its draft has its summary already. A part is halved
where the model says that it is too long, and an answer that is cut off goes on with the sentences
that it did not reach. Any other end of an answer leaves what it said till then.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from schemas import Claim, Draft, DraftSentence, Grounded, Sentence
from service.compose import render_plainly
from service.draft import wire
from service.errors import AnswerCutOff, ModelError, PromptTooLong, RecordingMissing
from service.ground import ground
from service.prompt import render_compose, render_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from schemas import Article, DraftClaim
    from service.draft.llm import Drafter

_ENOUGH = 0.5
"""Share of a part's sentences that an answer must have reached to be worth keeping.

Of less, the rules make a better draft: they cover the whole.
"""
_COMPOSED = 2
"""How much longer than a part the claims may be that one summary is composed from.

The answer is short then: what a part's answer takes of the model's window is free for the prompt.
"""


@dataclass(slots=True)
class Drafting:
    """Drafts one article by a model."""

    article: Article
    """The article."""
    sentences: Sequence[Sentence]
    """Its sentences."""
    drafter: Drafter
    """The model."""
    max_sentences: int
    """Sentences of the summary at most."""
    part_code_points: int
    """Length that a part may have."""
    on_claim: Callable[[DraftClaim], None] | None = None
    """Takes each claim while the answer streams; it may come again, or not come back."""
    losses: list[str] = field(default_factory=list)
    """What kept an answer from being whole, in words for a desk editor."""

    async def draft(self) -> Draft:
        """Draft the claims and the summary.

        Raises:
            ModelError: The model failed.
        """
        parts = _parts(self.sentences, self.part_code_points)
        limit = self.max_sentences if len(parts) == 1 else 0
        drafts = await self._together(parts, limit)
        if len(drafts) == 1 and (drafts[0].sentences or not self.losses):
            return drafts[0]
        draft = wire.merge(drafts)
        grounded = ground(self.article, self.sentences, draft)
        return draft.model_copy(update={"sentences": await self._summarised(grounded)})

    async def _together(self, parts: Sequence[Sequence[Sentence]], limit: int) -> list[Draft]:
        drafted = await _all([self._part(part, limit) for part in parts])
        return [draft for drafts in drafted for draft in drafts]

    async def _part(self, part: Sequence[Sentence], limit: int) -> list[Draft]:
        """Draft one part: as one Draft if all goes well."""
        try:
            drafted = await self.drafter.draft(
                render_draft(self.article, part, limit), limit, self._listen()
            )
        except (PromptTooLong, AnswerCutOff):
            if len(part) == 1:
                raise
        else:
            if drafted.failure is None:
                return [drafted.draft]
            if isinstance(drafted.failure, AnswerCutOff):
                return await self._continued(part, drafted.draft, drafted.failure)
            return [self._kept(part, drafted.draft, drafted.failure)]
        middle = len(part) // 2
        return await self._together([part[:middle], part[middle:]], 0)

    async def _continued(
        self, part: Sequence[Sentence], draft: Draft, failure: ModelError
    ) -> list[Draft]:
        """Go on where an answer was cut off: with the last sentence that it had come to."""
        reached = _reached(draft)
        rest = [sentence for sentence in part if sentence.number >= reached]
        if not rest or len(rest) == len(part):
            return [self._kept(part, draft, failure)]
        before = tuple(c for c in draft.claims if c is not None and c.last < reached)
        kept = draft.model_copy(update={"claims": before, "sentences": ()})
        return [kept, *await self._part(rest, 0)]

    def _kept(self, part: Sequence[Sentence], draft: Draft, failure: ModelError) -> Draft:
        """What an answer said before it ended, if that is enough.

        Raises:
            ModelError: It is not: `failure`.
        """
        reached = sum(sentence.number <= _reached(draft) for sentence in part)
        if reached < _ENOUGH * len(part):
            raise failure
        self.losses.append(f"the claims drafted until then were kept, because {failure}")
        return draft

    async def _summarised(self, grounded: Grounded) -> tuple[DraftSentence, ...]:
        """The summary of claims that are grounded; their own words where the model fails at it."""
        most = _COMPOSED * self.part_code_points
        numbered = _shortened(numbered_claims(grounded), self.sentences, most)
        prompt = render_compose(self.article, numbered, self.max_sentences)
        try:
            return await self.drafter.summarise(prompt, self.max_sentences)
        except RecordingMissing:
            raise
        except ModelError as error:
            if not numbered:
                raise
            self.losses.append(f"the summary is the first claims in their own words: {error}")
        return tuple(
            DraftSentence(text=render_plainly(claim), claims=(number - 1,))
            for number, claim in numbered[: self.max_sentences]
        )

    def _listen(self) -> Callable[[int, str], None] | None:
        """A listener that reads claim lines as they come; None where nobody waits for them."""
        on_claim = self.on_claim
        if on_claim is None:
            return None
        before: list[DraftClaim | None] = []

        def on_line(position: int, line: str) -> None:
            del before[position:]
            claim = wire.parse_claim(line, before[-1] if before else None)
            before.append(claim)
            if claim is not None:
                on_claim(claim)

        return on_line


def numbered_claims(grounded: Grounded) -> list[tuple[int, Claim]]:
    """Every grounded claim under the first number by which the model cites it."""
    numbers: dict[str, int] = {}
    for position, ids in enumerate(grounded.ids):
        for claim_id in ids:
            numbers.setdefault(claim_id, position + 1)
    claims = {claim.id: claim for claim in grounded.claims}
    return [(number, claims[claim_id]) for claim_id, number in numbers.items()]


def _parts(sentences: Sequence[Sentence], limit: int) -> list[Sequence[Sentence]]:
    """Runs of sentences of at most `limit` code points; a longer sentence is a part alone."""
    parts: list[list[Sentence]] = [[]]
    for sentence in sentences:
        if parts[-1] and sentence.end - parts[-1][0].start > limit:
            parts.append([])
        parts[-1].append(sentence)
    return [*parts]


def _reached(draft: Draft) -> int:
    """Number of the last sentence that a draft cites; 0 where it cites none."""
    return max((claim.last for claim in draft.claims if claim is not None), default=0)


def _shortened(
    numbered: list[tuple[int, Claim]], sentences: Sequence[Sentence], limit: int
) -> list[tuple[int, Claim]]:
    """Claims of at most `limit` code points in all, in article order.

    A paragraph of news carries its point in its first sentence, and an article its own in its
    first paragraphs: the first claims of all paragraphs go before the second ones.
    """
    if sum(len(claim.text) for _, claim in numbered) <= limit:
        return numbered
    starts = [next(group).start for _, group in groupby(sentences, lambda s: s.paragraph)]
    rank: dict[int, int] = {}
    ranks: list[tuple[int, int]] = []
    for position, (_, claim) in enumerate(numbered):
        paragraph = sum(start <= claim.provenance[0].start for start in starts)
        rank[paragraph] = rank.get(paragraph, 0) + 1
        ranks.append((rank[paragraph], position))
    chosen: list[int] = []
    for _, position in sorted(ranks):
        limit -= len(numbered[position][1].text)
        if limit < 0:
            break
        chosen.append(position)
    return [numbered[position] for position in sorted(chosen)]


async def _all(drafting: Sequence[Coroutine[None, None, list[Draft]]]) -> list[list[Draft]]:
    """Await all; the first failure cancels the others and is raised as itself."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(part) for part in drafting]
    except BaseExceptionGroup as failures:
        failure = failures.exceptions[0]
    else:
        return [task.result() for task in tasks]
    raise failure
