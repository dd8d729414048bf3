"""One call to the provider: streamed, retried on transport failures, its errors made ours.

tenacity owns the retries of transport failures and the SDK's own are off; a schema that an answer
does not fit is `service/draft/llm.py`'s business. Nothing raised here holds a prompt, an answer or
a key, nor a reference to an exception that does: errors are classified inside the handler and
raised after it, so that they carry no context.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import httpx2
import openai
from openai.types import CompletionUsage
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice
from tenacity import (
    AsyncRetrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_random_exponential,
)

from service.errors import (
    AnswerUnusable,
    ModelError,
    ProviderRefused,
    ProviderUnavailable,
    RecordingMissing,
)
from service.gateway.replay import ReplayTransport
from service.gateway.usage import Usage
from service.settings import Settings

# The SDK logs request bodies at DEBUG; they hold the article.
logging.getLogger("openai").setLevel(logging.INFO)

# Failures that the next attempt may not meet (RFC 9110: 408, 425; RFC 6585: 429; any 5xx; 409 is
# what OpenAI's API answers to a lock conflict).
_TRANSIENT_STATUS = frozenset({408, 409, 425, 429})
_SERVER_ERROR = 500
_REFUSALS = {
    400: "it does not accept the request as this model needs it",
    401: "it does not accept the key (NUTGRAF_LLM_API_KEY)",
    403: "the key may not use this model (NUTGRAF_LLM_API_KEY, NUTGRAF_LLM_MODEL)",
    404: "it knows no such model or path (NUTGRAF_LLM_MODEL, NUTGRAF_LLM_BASE_URL)",
}
# What the SDK, the transport beneath it and its reading of the event stream raise.
_FAILURES = (
    openai.OpenAIError,
    httpx2.HTTPError,
    httpx2.StreamError,
    json.JSONDecodeError,
    UnicodeDecodeError,
)


class Gateway:
    """A connection to one model of one provider."""

    def __init__(
        self, client: openai.AsyncOpenAI, settings: Settings, *, replaying: bool = False
    ) -> None:
        self._client = client
        self._settings = settings
        self.model = settings.llm_model or ""
        """Model id as configured."""
        host = urlsplit(settings.llm_base_url).netloc.rpartition("@")[2]
        self.provider = None if replaying else host
        """Host, and port where one is given, of the provider; None where nobody is asked."""

    @classmethod
    def from_settings(cls, settings: Settings, replay: Path | None = None) -> Self:
        """Build the SDK's client; `replay` is a cassette to answer from instead of the network."""
        timeout = httpx2.Timeout(settings.llm_timeout)
        transport = ReplayTransport.from_file(replay) if replay else None
        return cls(
            openai.AsyncOpenAI(
                # Local servers want no key, but the SDK wants a string.
                api_key=settings.llm_api_key.get_secret_value() if settings.llm_api_key else "none",
                base_url=settings.llm_base_url,
                max_retries=0,
                timeout=timeout,
                http_client=httpx2.AsyncClient(timeout=timeout, transport=transport),
            ),
            settings,
            replaying=replay is not None,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def probe(self) -> None:
        """Ask the provider for its models, once.

        Raises:
            ModelError: It does not answer, or not with success.
        """
        failure: ModelError | None = None
        try:
            await self._client.models.list()
        except _FAILURES as error:
            failure = self._classify(error)
        if failure:
            raise failure

    async def complete(self, request: Mapping[str, Any], usage: Usage) -> ChatCompletion:
        """Send one chat completion, streamed, and put its answer together.

        Args:
            request: The body: `messages`, `response_format` and the like; the model and how it
                is called are added here.
            usage: Counts every attempt.

        Raises:
            ProviderUnavailable: No attempt gave an answer.
            ProviderRefused: The provider or the model declines this request.
            AnswerUnusable: The answer was cut off at `llm_max_output_tokens`.
            RecordingMissing: Replaying, and no recording fits.
        """
        body: dict[str, Any] = {
            **request,
            "model": self.model,
            "max_completion_tokens": self._settings.llm_max_output_tokens,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        if self._settings.llm_temperature is not None:
            body["temperature"] = self._settings.llm_temperature
        retrying = AsyncRetrying(
            stop=stop_after_attempt(self._settings.llm_attempts),
            wait=wait_random_exponential(multiplier=0.5, max=self._settings.llm_retry_wait),
            retry=retry_if_exception_type(ProviderUnavailable),
            reraise=True,
        )
        return await retrying(self._attempt, body, usage)

    async def _attempt(self, body: dict[str, Any], usage: Usage) -> ChatCompletion:
        usage.calls += 1
        failure: ModelError | None = None
        try:
            return await self._stream(body, usage)
        except _FAILURES as error:
            failure = self._classify(error)
        raise failure

    async def _stream(self, body: dict[str, Any], usage: Usage) -> ChatCompletion:
        content: list[str] = []
        finish_reason = None
        answer_id, created, model = "", 0, self.model
        counted: CompletionUsage | None = None
        stream = await self._client.chat.completions.create(**body)
        async for chunk in stream:
            answer_id, created, model = chunk.id, chunk.created, chunk.model
            counted = chunk.usage or counted
            for choice in chunk.choices:
                if choice.delta.refusal:
                    message = "the model declined to answer"
                    raise ProviderRefused(message)
                content.append(choice.delta.content or "")
                finish_reason = choice.finish_reason or finish_reason
        if counted:
            details = counted.prompt_tokens_details
            usage.input_tokens += counted.prompt_tokens
            usage.cached_tokens += (details.cached_tokens or 0) if details else 0
            usage.output_tokens += counted.completion_tokens
        if finish_reason is None:
            message = f"the provider {self.provider} broke off its answer"
            raise ProviderUnavailable(message)
        if finish_reason == "content_filter":
            message = "the provider's content filter stopped the answer"
            raise ProviderRefused(message)
        if finish_reason == "length":
            limit = self._settings.llm_max_output_tokens
            message = f"the answer was cut off at {limit:,} tokens (NUTGRAF_LLM_MAX_OUTPUT_TOKENS)"
            raise AnswerUnusable(message)
        return ChatCompletion(
            id=answer_id,
            created=created,
            model=model,
            object="chat.completion",
            choices=[
                Choice(
                    index=0,
                    finish_reason="stop",
                    message=ChatCompletionMessage(role="assistant", content="".join(content)),
                )
            ],
            usage=counted,
        )

    def _classify(self, error: Exception) -> ModelError:
        """Our error for one of the SDK's, made of its type and status alone."""
        for cause in _causes(error):
            if isinstance(cause, RecordingMissing):
                return cause
            if type(cause).__module__ == "vcr.errors":
                return RecordingMissing()
        if isinstance(error, openai.APIStatusError):
            return self._refused(error.status_code)
        if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
            reason = f"sent nothing for {self._settings.llm_timeout:g} s"
        elif isinstance(error, openai.APIConnectionError | httpx2.HTTPError | httpx2.StreamError):
            reason = "cannot be reached"
        elif isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
            reason = "sent a stream that is not JSON"
        else:
            reason = f"failed ({type(error).__name__})"
        return ProviderUnavailable(f"the provider {self.provider} {reason}")

    def _refused(self, status: int) -> ModelError:
        """Our error for an HTTP status that is not success."""
        if status in _TRANSIENT_STATUS or status >= _SERVER_ERROR:
            return ProviderUnavailable(f"the provider {self.provider} answered {status}")
        reason = _REFUSALS.get(status, "it declines the request")
        return ProviderRefused(f"the provider {self.provider} answered {status}: {reason}")


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
