"""How to speak to one model: which of the API's ways to ask for JSON, and which parameters.

OpenAI-compatible servers differ in what they accept. The strictest way is tried first; where a
server says no to it, the next one is taken and remembered for as long as the process lives:

1. `json_schema`, strict: the server holds the model to the schema (structured outputs).
2. `tools`: the schema is the signature of a function that the model must call.
3. `json_object`: any JSON; the schema stands in the prompt.
4. `markdown`: plain text; the JSON is taken from the answer, fenced or not.

The drafter knows nothing of this: it asks with a JSON schema and gets JSON.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

_FENCED = re.compile(r"```(?:json)?\s*(\{.*?)\s*(?:```|\Z)", re.DOTALL)


class Mode(StrEnum):
    """A way to ask for JSON, from the strictest."""

    JSON_SCHEMA = "json_schema"
    TOOLS = "tools"
    JSON_OBJECT = "json_object"
    MARKDOWN = "markdown"


_MODES = tuple(Mode)
_SERVER_ERROR = 500
_HALVED_AT_MOST = 4  # to 500 tokens of 8,000: enough for a part of an article
# What a server's "no" names when it is about the way to ask for JSON.
_ABOUT_MODE = (
    "response_format",
    "json_schema",
    "json_object",
    "structured output",
    "strict",
    "schema",
    "tool",
    "function",
    "grammar",
)
_ABOUT_LENGTH = (
    "context_length",
    "context length",
    "context size",
    "context window",
    "maximum context",
    "too many tokens",
    "prompt is too long",
    "exceeds the available context",
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a server said no to: its words are looked at, and never passed on."""

    status: int
    """HTTP status."""
    param: str
    """Parameter that it names, or nothing."""
    words: str
    """Its message and error code, in lower case."""

    @property
    def is_about_length(self) -> bool:
        """Whether the prompt is too long for the model."""
        about = any(words in self.words for words in _ABOUT_LENGTH)
        return about and not self.is_about_limit

    @property
    def is_about_limit(self) -> bool:
        """Whether the limit of output tokens is larger than the model allows."""
        return "too large" in self.words and ("max_tokens" in self.words or "max_c" in self.words)

    def names(self, parameter: str) -> bool:
        """Whether it is about `parameter`: the one it names, or the first in its words."""
        if self.param:
            return self.param == parameter
        return parameter in self.words


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a model accepts, as far as is known."""

    mode: Mode = Mode.JSON_SCHEMA
    """How it is asked for JSON."""
    limit: str = "max_completion_tokens"
    """Name of the limit of output tokens; older servers know `max_tokens`."""
    temperature: bool = True
    """Whether it lets a temperature be set; reasoning models do not."""
    counts: bool = True
    """Whether it knows `stream_options`, by which it counts tokens in a stream."""
    halved: int = 0
    """How often the limit of output tokens is halved: some servers refuse one that does not fit
    beside the prompt, instead of ending the answer where there is no more room."""

    def body(
        self, request: Mapping[str, Any], model: str, max_tokens: int, temperature: float | None
    ) -> dict[str, Any]:
        """The body to send.

        Args:
            request: `messages`, and `response_format` with a JSON schema, or without one.
            model: Model id.
            max_tokens: Output tokens at most.
            temperature: Sampling temperature, or None for the model's own.
        """
        most = max_tokens >> self.halved
        body = {**request, **self._asking(request), "model": model, self.limit: most}
        if self.mode not in (Mode.JSON_SCHEMA, Mode.JSON_OBJECT):
            body.pop("response_format", None)
        body["stream"] = True
        if self.counts:
            body["stream_options"] = {"include_usage": True}
        if self.temperature and temperature is not None:
            body["temperature"] = temperature
        return body

    def _asking(self, request: Mapping[str, Any]) -> dict[str, Any]:
        if "response_format" not in request:
            return {}
        described = request["response_format"]["json_schema"]
        name, schema = described["name"], described["schema"]
        if self.mode is Mode.TOOLS:
            function = {"name": name, "parameters": schema, "strict": True}
            return {
                "tools": [{"type": "function", "function": function}],
                "tool_choice": {"type": "function", "function": {"name": name}},
            }
        if self.mode is Mode.JSON_SCHEMA:
            format_ = {"type": "json_schema", "json_schema": {**described, "strict": True}}
            return {"response_format": format_}
        first, *rest = request["messages"]
        wanted = "Answer with one JSON object of this JSON schema and nothing else: " + json.dumps(
            schema, ensure_ascii=False, separators=(",", ":")
        )
        asking = {"messages": [{**first, "content": f"{first['content']}\n\n{wanted}"}, *rest]}
        if self.mode is Mode.JSON_OBJECT:
            return {**asking, "response_format": {"type": "json_object"}}
        return asking

    def content(self, text: str) -> str:
        """The JSON of an answer."""
        if self.mode is Mode.MARKDOWN and (fenced := _FENCED.search(text)):
            return fenced[1]
        return text

    def after(self, refusal: Refusal, *, proven: bool) -> "Dialect | None":
        """What to try when a server said no to this; None if there is nothing.

        Args:
            refusal: What it said.
            proven: Whether it has accepted this mode before: then an unclear no is about the
                request and not about the mode.
        """
        if refusal.names("temperature") and self.temperature:
            return replace(self, temperature=False)
        if refusal.names("stream_options") and self.counts:
            return replace(self, counts=False)
        if refusal.is_about_limit and self.halved < _HALVED_AT_MOST:
            return replace(self, halved=self.halved + 1)
        if refusal.names(self.limit) and self.limit == "max_completion_tokens":
            return replace(self, limit="max_tokens")
        about_mode = any(words in refusal.words or words in refusal.param for words in _ABOUT_MODE)
        # A server that fails (5xx) says nothing about a mode unless it names it.
        unclear = not proven and refusal.status < _SERVER_ERROR
        if self.mode is not Mode.MARKDOWN and (about_mode or unclear):
            return replace(self, mode=_MODES[_MODES.index(self.mode) + 1])
        return None

    def __str__(self) -> str:
        """For a log line."""
        without = [] if self.temperature else ["no temperature"]
        without += [] if self.counts else ["no stream_options"]
        without += [f"limit halved {self.halved} times"] if self.halved else []
        return ", ".join([self.mode, self.limit, *without])
