"""A simulated provider: the network's edge is the only thing that is not real.

The transport under the SDK's HTTP client answers in-process with an event stream, so that a
property can be tried thousands of times. The SDK, instructor, the gateway and all stages are the
service's own.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx2
import openai

from schemas import Article, EngineChoice, OnFailure, Summary, SummaryRequest
from service.gateway.client import Gateway
from service.gateway.route import Route
from service.pipeline import summarise
from service.settings import Settings

Answer = Callable[[dict[str, Any]], bytes]
"""Takes the body of a request and gives the bytes of the model's answer."""

SETTINGS = Settings(
    _env_file=None,
    llm_model="simulated",
    llm_base_url="http://provider.invalid/v1",
    llm_retry_wait=0.0,
    llm_attempts=1,
)


class _Stream(httpx2.AsyncByteStream):
    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body


@dataclass
class Simulation(httpx2.AsyncBaseTransport):
    """A provider that gives the answers of a function; one for every call of the service."""

    answer: Answer
    """What the model says."""
    raw: bool = False
    """Whether the answer is the whole stream, not the content of a well-formed one."""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    """The request bodies received, in order."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer a chat completion."""
        body = json.loads(await request.aread())
        self.bodies.append(body)
        said = self.answer(body)
        return httpx2.Response(
            200,
            headers={"content-type": "text/event-stream"},
            stream=_Stream(said if self.raw else _events(said)),
            request=request,
        )


def _events(content: bytes) -> bytes:
    """An answer as an event stream; what is not UTF-8 reaches the SDK as it is."""
    head = b'data: {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m", '
    quoted = json.dumps(content.decode("utf-8", "surrogateescape"), ensure_ascii=False)
    return b"".join(
        (
            head,
            b'"choices": [{"index": 0, "finish_reason": null, "delta": {"content": ',
            quoted.encode("utf-8", "surrogateescape"),
            b"}}]}\n\n",
            head,
            b'"choices": [{"index": 0, "finish_reason": "stop", "delta": {}}]}\n\n',
            b"data: [DONE]\n\n",
        )
    )


def summarised(
    article: Article,
    simulation: Simulation,
    *,
    on_failure: OnFailure = OnFailure.ERROR,
    max_sentences: int = 4,
) -> Summary:
    """Summarise an article with a simulated model.

    Raises:
        NutgrafError: As `service.pipeline.summarise`.
    """
    request = SummaryRequest(
        article=article,
        engine=EngineChoice.LLM,
        on_failure=on_failure,
        max_sentences=max_sentences,
    )

    async def call() -> Summary:
        async with openai.AsyncOpenAI(
            api_key="none",
            base_url=SETTINGS.llm_base_url,
            max_retries=0,
            http_client=httpx2.AsyncClient(transport=simulation),
        ) as client:
            route = Route(client, SETTINGS.llm_model or "", "simulated", None, SETTINGS)
            return await summarise(request, SETTINGS, Gateway((route,)))

    return asyncio.run(call())


def says(*answers: object) -> Simulation:
    """A model that gives answers in order, as JSON; the last one again and again."""
    return sends(*(json.dumps(answer, ensure_ascii=False).encode() for answer in answers))


def sends(*answers: bytes) -> Simulation:
    """A model whose answers are any bytes, in order; the last one again and again."""
    left = list(answers)
    return Simulation(lambda _: left.pop(0) if len(left) > 1 else left[0])


def streams(stream: bytes) -> Simulation:
    """A provider whose response has any bytes in the place of its event stream."""
    return Simulation(lambda _: stream, raw=True)
