"""Prompt → Draft by a model: the only user of instructor.

How streaming and the schema re-ask live together: instructor is given, as the function that
creates a completion, one of ours that streams the answer and hands it over whole. instructor so
sees a plain completion, validates it, and where it does not fit sends it back once with the
errors; that second answer is streamed like the first. (Its own streaming modes, `create_partial`
and the like, validate more strictly than its plain mode and never re-ask.)

instructor 1.17 is kept from three habits: it logs validation errors with the input, which may be
article text; it links the errors of a re-ask to a versioned page, which would change recordings
with every pydantic release; and it never sends `strict`, without which providers take the schema
for a suggestion.
"""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import instructor
from instructor.core import InstructorRetryException
from openai.types.chat import ChatCompletion

from schemas import Draft, DraftSentence, Prompt, WireDraft, WireRepair, WireSummary
from schemas.base import Frozen
from service.draft import wire
from service.errors import AnswerUnusable, ModelError
from service.gateway.client import Gateway
from service.gateway.usage import Usage

logging.getLogger("instructor").setLevel(logging.CRITICAL + 1)

_REASKS = 1
_ERROR_LINK = re.compile(r"\n\s*For further information visit \S+")
_Wire = TypeVar("_Wire", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Drafter:
    """Drafts one article by a model; every method is one call, and one more for a re-ask.

    Raises:
        ModelError: From every method: the provider failed, or neither answer fitted the schema.
    """

    gateway: Gateway
    """The way to the model."""
    usage: Usage
    """Counts the calls and their tokens."""

    async def draft(self, prompt: Prompt, limit: int) -> Draft:
        """Draft claims and at most `limit` summary sentences."""
        answer = await self._ask(prompt, WireDraft)
        return wire.parse(answer.c, answer.t, limit)

    async def summarise(self, prompt: Prompt, limit: int) -> tuple[DraftSentence, ...]:
        """Draft at most `limit` summary sentences from claims that were drafted in parts."""
        answer = await self._ask(prompt, WireSummary)
        return wire.parse((), answer.t, limit).sentences

    async def repair(
        self, prompt: Prompt, drafted: Draft, claims: Sequence[int], sentences: Sequence[int]
    ) -> Draft:
        """Mend the claims and sentences that failed, given by their positions in the Draft."""
        answer = await self._ask(prompt, WireRepair)
        return wire.apply_repair(drafted, answer, claims, sentences)

    async def _ask(self, prompt: Prompt, schema: type[_Wire]) -> _Wire:
        async def create(**request: Any) -> ChatCompletion:
            return await self.gateway.complete(_on_the_wire(request), self.usage)

        ask: Any = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
        failure: ModelError
        try:
            answer: _Wire = await ask(
                response_model=schema,
                max_retries=_REASKS,
                messages=[message.model_dump() for message in prompt.messages],
            )
        except InstructorRetryException as error:
            # Its message and attributes hold the completion; only our own errors get out.
            cause = error.__cause__
            failure = (
                cause
                if isinstance(cause, ModelError)
                else AnswerUnusable("the model's answer did not fit the schema, nor did its second")
            )
        else:
            return answer
        raise failure


def _on_the_wire(request: dict[str, Any]) -> dict[str, Any]:
    """The request as instructor made it, with `strict` and without links in a re-ask."""
    schema = request["response_format"]["json_schema"]
    return {
        "messages": [
            message | {"content": _ERROR_LINK.sub("", message["content"])}
            for message in request["messages"]
        ],
        "response_format": {"type": "json_schema", "json_schema": {**schema, "strict": True}},
    }
