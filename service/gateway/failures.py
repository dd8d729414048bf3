"""What went wrong in an attempt: the SDK's and the transport's errors made ours.

Nothing here holds a prompt, an answer or a key, nor a reference to an exception that does: an
error is read inside the handler and ours is raised after it, so that it carries no context.
"""

import email.utils
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import httpx2
import openai

from schemas import Outcome
from service.errors import (
    ModelError,
    PromptTooLong,
    ProviderRefused,
    ProviderUnavailable,
    RecordingMissing,
)
from service.gateway.dialect import Refusal
from service.gateway.stream import Garbled, TooMuch

FAILURES = (openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError, Garbled, TooMuch)
"""What the SDK, the transport beneath it and our reading of the stream raise."""

# Failures that the next attempt may not meet (RFC 9110: 408; RFC 8470: 425; RFC 6585: 429; any
# 5xx; 409 is what OpenAI's API answers to a lock conflict).
_TRANSIENT = frozenset({408, 409, 425, 429})
_THROTTLED = 429
_SERVER_ERROR = 500
# These are about the request as such, so another way to ask may do.
_NEGOTIABLE = frozenset({400, 415, 422, 500, 501})
_REFUSALS = {
    400: "it does not accept the request as this model needs it",
    401: "it does not accept the key (NUTGRAF_LLM_API_KEY)",
    402: "the account has no credit left",
    403: "the key may not use this model (NUTGRAF_LLM_API_KEY, NUTGRAF_LLM_MODEL)",
    404: "it knows no such model or path (NUTGRAF_LLM_MODEL, NUTGRAF_LLM_BASE_URL)",
    413: "the request is too large for it (NUTGRAF_LLM_PART_CODE_POINTS)",
}
_QUOTA = ("insufficient_quota", "billing_hard_limit")
_FILTERED = ("content_filter", "content_policy", "responsibleai")
# OpenAI's x-ratelimit-reset-*: "1s", "6m0s", "20ms", "1h2m3.5s".
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|h|m|s)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}


class AttemptFailed(Exception):
    """One attempt ended without an answer. Never leaves the gateway."""

    def __init__(
        self,
        error: ModelError,
        *,
        transient: bool = False,
        throttled: bool = False,
        retry_after: float | None = None,
        refusal: Refusal | None = None,
    ) -> None:
        super().__init__()
        self.error = error
        """What to raise where nothing more is tried."""
        self.transient = transient
        """Whether the same request may be answered later."""
        self.throttled = throttled
        """Whether the provider asks for fewer calls."""
        self.retry_after = retry_after
        """When the provider wants to be asked again. In seconds; None where it does not say."""
        self.refusal = refusal
        """What it said no to, where another way of asking may be accepted."""

    @property
    def outcome(self) -> Outcome:
        """How the attempt is reported."""
        return Outcome.FAILED if self.transient else Outcome.REFUSED


def classify(error: Exception, provider: str, timeout: float) -> AttemptFailed:
    """What an attempt failed of.

    Args:
        error: One of `FAILURES`.
        provider: Host, for the message.
        timeout: After which silence is a failure. In seconds.
    """
    for cause in _causes(error):
        if isinstance(cause, RecordingMissing):
            return AttemptFailed(cause)
        if type(cause).__module__ == "vcr.errors":
            return AttemptFailed(RecordingMissing())
    if isinstance(error, openai.APIStatusError):
        return _refused(error, provider)
    if isinstance(error, TooMuch):
        message = f"the provider {provider} sent more than any answer can be"
        return AttemptFailed(ProviderRefused(message))
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException):
        reason = f"sent nothing for {timeout:g} s"
    elif isinstance(error, Garbled):
        reason = "sent a stream that is none of this API"
    elif isinstance(error, openai.APIConnectionError | httpx2.HTTPError | httpx2.StreamError):
        reason = "cannot be reached, or broke off"
    else:
        reason = f"failed ({type(error).__name__})"
    return AttemptFailed(ProviderUnavailable(f"the provider {provider} {reason}"), transient=True)


def _refused(error: openai.APIStatusError, provider: str) -> AttemptFailed:
    """The failure that an HTTP status other than success stands for."""
    status, said = error.status_code, _said(error)
    answered = f"the provider {provider} answered {status}"
    if status == _THROTTLED and any(words in said.words for words in _QUOTA):
        return AttemptFailed(ProviderRefused(f"{answered}: the account's quota is used up"))
    if said.is_about_length and status != _THROTTLED:
        message = f"{answered}: the prompt is too long for this model"
        return AttemptFailed(PromptTooLong(message))
    if any(words in said.words for words in _FILTERED):
        return AttemptFailed(ProviderRefused(f"{answered}: its content filter stops the request"))
    retry_after = wanted_pause(error.response.headers)
    if may_pass(status):
        return AttemptFailed(
            ProviderUnavailable(answered, retry_after),
            transient=True,
            throttled=status == _THROTTLED,
            retry_after=retry_after,
            refusal=said if status in _NEGOTIABLE and (said.param or said.words) else None,
        )
    reason = _REFUSALS.get(status, "it declines the request")
    return AttemptFailed(
        ProviderRefused(f"{answered}: {reason}"), refusal=said if status in _NEGOTIABLE else None
    )


def may_pass(status: int) -> bool:
    """Whether the same request may be answered otherwise later."""
    return status in _TRANSIENT or status >= _SERVER_ERROR


def _said(error: openai.APIStatusError) -> Refusal:
    """What the body of an error says, in whatever form it came."""
    body = error.body if isinstance(error.body, Mapping) else {}
    inner = body.get("error")
    body = inner if isinstance(inner, Mapping) else body
    words = " ".join(
        str(body[key]) for key in ("code", "type", "message", "detail") if body.get(key)
    )
    return Refusal(error.status_code, str(body.get("param") or "").lower(), words.lower())


def wanted_pause(headers: Mapping[str, str]) -> float | None:
    """Seconds for which the provider wants no call, by its headers; None where it does not say.

    `Retry-After` (RFC 9110, section 10.2.3: seconds or a date), `retry-after-ms` before it; else
    the reset of whichever `x-ratelimit-remaining-*` is used up.
    """
    if (milliseconds := _number(headers.get("retry-after-ms"))) is not None:
        return milliseconds / 1000
    if after := headers.get("retry-after"):
        seconds = _number(after)
        return seconds if seconds is not None else _until(after)
    pauses = [
        pause
        for kind in ("requests", "tokens")
        if _number(headers.get(f"x-ratelimit-remaining-{kind}")) == 0
        and (pause := _duration(headers.get(f"x-ratelimit-reset-{kind}", ""))) is not None
    ]
    return max(pauses, default=None)


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _until(date: str) -> float | None:
    try:
        then = email.utils.parsedate_to_datetime(date)
    except ValueError:
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())


def _duration(value: str) -> float | None:
    found = _DURATION.findall(value)
    if found:
        return sum(float(number) * _SECONDS[unit] for number, unit in found)
    return _number(value)


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
