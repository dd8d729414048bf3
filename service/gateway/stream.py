"""Reads a provider's event stream, whatever it really sends.

The SDK opens the connection and owns what HTTP says; the events are read here, strictly and with
a bound, because its own reading takes any JSON for an event: garbage then fails deep inside, as
an AttributeError or a RecursionError that says nothing about the provider. A server that ignores
`stream` and sends one JSON object is understood as well.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from service.gateway.flights import Listener

_BYTES_PER_TOKEN = 1_000
"""Of the stream for each token of output at most: an event of its own, with its envelope."""
_LEAST_BYTES = 1_000_000
_TEXT_PER_TOKEN = 16
"""Bytes of text for each token that was asked for, beyond which an answer is cut off here: twice
what the longest English words take. Some servers ignore the limit that they are sent (Ollama 0.32
does not know `max_completion_tokens`), and a model that loops would go on until the deadline."""
_LINE_END = re.compile(rb"\r\n|\n|\r(?!$)")
_DONE = b"[DONE]"


class _Part(BaseModel):
    """What every part of an event has in common: unknown fields are the provider's business."""

    model_config = ConfigDict(hide_input_in_errors=True, strict=True)


class _Function(_Part):
    arguments: str | None = None


class _ToolCall(_Part):
    function: _Function | None = None


class _Delta(_Part):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_ToolCall] | None = None


class _Choice(_Part):
    delta: _Delta | None = Field(default=None, validation_alias=AliasChoices("delta", "message"))
    finish_reason: str | None = None


class _Details(_Part):
    cached_tokens: int | None = Field(default=None, ge=0)


class _Usage(_Part):
    prompt_tokens: int = Field(ge=0)
    completion_tokens: int = Field(ge=0)
    prompt_tokens_details: _Details | None = None


class _Event(_Part):
    choices: list[_Choice] | None = None
    usage: _Usage | None = None
    error: object = None


class Garbled(Exception):
    """The stream is not what a provider of this API sends."""


class TooMuch(Exception):
    """The stream is longer than any answer of the length that was asked for."""


@dataclass(slots=True)
class Heard:
    """What was heard of an answer so far."""

    text: list[str] = field(default_factory=list)
    """Pieces of the answer, or of the arguments of the tool that it calls."""
    finish_reason: str | None = None
    """Why the model stopped; None while it has not."""
    refused: bool = False
    """Whether the model declines."""
    called: bool = False
    """Whether the answer came as the arguments of a tool."""
    counted: tuple[int, int, int] | None = None
    """Tokens sent, those of them that were cached, and tokens answered; None if not said."""
    begun: bool = False
    """Whether any event arrived."""


async def read_stream(
    chunks: AsyncIterator[bytes], heard: Heard, listener: Listener, max_tokens: int
) -> None:
    """Read events to the end of the stream.

    Args:
        chunks: The body as it arrives.
        heard: Takes what is heard; holds it also where the stream breaks off.
        listener: Hears the text piece by piece.
        max_tokens: Of output, as asked for.

    Raises:
        Garbled: An event is not one, or reports an error.
        TooMuch: More arrived than an answer of `max_tokens` can be.
    """
    said = 0
    async for event in _events(chunks, max(_LEAST_BYTES, max_tokens * _BYTES_PER_TOKEN)):
        try:
            said += _take(_Event.model_validate_json(event), heard, listener)
        except ValidationError:
            raise Garbled from None
        if said > max_tokens * _TEXT_PER_TOKEN:
            heard.finish_reason = "length"
            return


def _take(event: _Event, heard: Heard, listener: Listener) -> int:
    """Take an event in; the bytes of text that it brought."""
    if event.error is not None or (event.choices is None and event.usage is None):
        raise Garbled
    heard.begun = True
    if event.usage is not None:
        details = event.usage.prompt_tokens_details
        cached = (details.cached_tokens or 0) if details else 0
        sent = event.usage.prompt_tokens
        heard.counted = (sent, min(cached, sent), event.usage.completion_tokens)
    said = 0
    for choice in (event.choices or ())[:1]:
        heard.finish_reason = choice.finish_reason or heard.finish_reason
        if choice.delta is None:
            continue
        heard.refused = heard.refused or bool(choice.delta.refusal)
        called = choice.delta.tool_calls or ()
        heard.called = heard.called or bool(called)
        for text in (choice.delta.content, *(c.function and c.function.arguments for c in called)):
            if text:
                heard.text.append(text)
                listener.hear(text)
                said += len(text.encode())
    return said


async def _events(chunks: AsyncIterator[bytes], most: int) -> AsyncIterator[bytes]:
    """The data of each server-sent event (WHATWG HTML, section 9.2.6), or the one JSON body."""
    data: list[bytes] = []
    loose: list[bytes] = []
    async for line in _lines(chunks, most):
        field_name, colon, value = line.partition(b":")
        if not line:
            if data and data != [_DONE]:
                yield b"\n".join(data)
            data = []
        elif field_name == b"data" and colon:
            data.append(value.removeprefix(b" "))
        elif not (field_name in {b"", b"event", b"id", b"retry"} and colon):
            loose.append(line)
    if data and data != [_DONE]:
        yield b"\n".join(data)
    if loose:
        yield b"\n".join(loose)


async def _lines(chunks: AsyncIterator[bytes], most: int) -> AsyncIterator[bytes]:
    read, rest = 0, bytearray()
    async for chunk in chunks:
        read += len(chunk)
        if read > most:
            raise TooMuch
        searched = max(0, len(rest) - 1)
        rest += chunk
        start = 0
        for end in _LINE_END.finditer(rest, searched):
            yield bytes(rest[start : end.start()])
            start = end.end()
        del rest[:start]
    if rest:
        yield bytes(rest).rstrip(b"\r")
