"""Prompt → Draft by a model: the only user of instructor.

How streaming and the schema re-ask live together: instructor is given, as the function that
creates a completion, one of ours that streams the answer and hands it over whole. instructor so
sees a plain completion, validates it, and where it does not fit sends it back once with the
errors; that second answer is streamed like the first. (Its own streaming modes, `create_partial`
and the like, validate more strictly than its plain mode and never re-ask.)

instructor 1.17 is kept from two habits: it logs validation errors with the input, which may be
article text; and it links the errors of a re-ask to a versioned page, which would change recordings
with every pydantic release. (That it never sends `strict` is mended where all ways of asking for
JSON are known: `service/gateway/dialect.py`.)
"""

import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import instructor
from instructor.core import InstructorRetryException
from instructor.function_calls import openai_schema
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice

from schemas import Draft, DraftSentence, Prompt, WireDraft, WireRepair, WireSummary
from schemas.base import Frozen
from service.draft import wire
from service.draft.partial import Partial
from service.errors import (
    AnswerCutOff,
    AnswerUnusable,
    BudgetExceeded,
    DeadlineExceeded,
    ModelError,
    PromptTooLong,
    ProviderRefused,
    RecordingMissing,
)
from service.gateway.budget import Budget
from service.gateway.client import Gateway
from service.gateway.route import Answer, Route

logging.getLogger("instructor").setLevel(logging.CRITICAL + 1)

_REASKS = 1
_ERROR_LINK = re.compile(r"\n\s*For further information visit \S+")
_Wire = TypeVar("_Wire", bound=Frozen)


# Another model would fail at these as well, or must not be asked: the request itself has to change.
_FINAL = (RecordingMissing, DeadlineExceeded, BudgetExceeded, PromptTooLong, AnswerCutOff)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft, and why it is not whole."""

    draft: Draft
    """As far as the model came."""
    failure: ModelError | None = None
    """What ended the answer before it was whole; None where nothing did."""


@dataclass(slots=True)
class Drafter:
    """Drafts one article by a model; every method is one call, and one more for a re-ask.

    A model that fails gives way to the next one of the gateway; a re-ask goes to the model whose
    answer did not fit.

    Raises:
        ModelError: From every method: every model failed.
    """

    gateway: Gateway
    """The way to the models."""
    budget: Budget
    """Pays for the calls."""
    route: Route | None = None
    """The model that answered last; None before any did."""

    async def draft(
        self, prompt: Prompt, limit: int, on_line: Callable[[int, str], None] | None = None
    ) -> Drafted:
        """Draft claims and at most `limit` summary sentences.

        Args:
            prompt: The drafting prompt.
            limit: Sentences at most.
            on_line: Takes each claim line with its position while the answer streams. A model
                that is asked again begins again at 0.

        Raises:
            ModelError: Nothing of any answer can be used.
        """
        partial = Partial(on_line)
        failure: ModelError
        try:
            answer = await self._ask(prompt, WireDraft, partial)
        except (RecordingMissing, ProviderRefused):
            raise
        except ModelError as error:
            failure = error
        else:
            return Drafted(wire.parse(answer.c, answer.t, limit))
        lines, sentences = partial.salvage()
        if not lines:
            raise failure
        return Drafted(wire.parse(lines, sentences, limit), failure)

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

    async def _ask(
        self, prompt: Prompt, schema: type[_Wire], partial: Partial | None = None
    ) -> _Wire:
        """Ask one model after another."""
        failures: list[ModelError] = []
        for route in self.gateway.routes:
            try:
                answer = await self._ask_one(route, prompt, schema, partial)
            except _FINAL:
                raise
            except ModelError as error:
                failures.append(error)
            else:
                self.route = route
                return answer
        raise failures[0]

    async def _ask_one(
        self, route: Route, prompt: Prompt, schema: type[_Wire], partial: Partial | None
    ) -> _Wire:
        async def create(**request: Any) -> ChatCompletion:
            answer = await route.complete(_on_the_wire(request), self.budget, partial)
            return _completion(answer, route.model)

        ask: Any = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
        failure: ModelError
        try:
            answer: _Wire = await ask(
                response_model=_prepared(schema),
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


@cache
def _prepared(schema: type[Frozen]) -> type[Frozen]:
    """The schema as instructor would prepare it for every call: 3 ms each time."""
    return openai_schema(schema)


def _completion(answer: Answer, model: str) -> ChatCompletion:
    """The answer in the form that instructor reads."""
    message = ChatCompletionMessage(role="assistant", content=answer.text)
    return ChatCompletion(
        id=answer.id,
        created=0,
        model=model,
        object="chat.completion",
        choices=[Choice(index=0, finish_reason="stop", message=message)],
    )


def _on_the_wire(request: dict[str, Any]) -> dict[str, Any]:
    """The request as instructor made it, without links in a re-ask."""
    return {
        "messages": [
            message | {"content": _ERROR_LINK.sub("", message["content"])}
            for message in request["messages"]
        ],
        "response_format": request["response_format"],
    }
