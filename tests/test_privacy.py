"""No word of an article reaches a log, an exception or a problem, whatever fails on the way."""

import asyncio
import json
import logging
import traceback

import httpx2
import pytest

from schemas import Article, EngineChoice, SummaryRequest
from service.api.app import create_app
from service.errors import NutgrafError
from service.gateway import connect
from service.pipeline import summarise
from service.settings import Settings
from tests.provider import Reply, provider, refuses, says

# Words that stand in no code, no prompt and no dictionary.
MARKS = ("Quixolar", "zembrint", "Vostrelka")
TEXT = f"The {MARKS[0]} fund lost 4.2 million, {MARKS[2]} said. It may {MARKS[1]} by May."
CLAIM = json.dumps({"c": [f"1f|{MARKS[2]}", f"2s||{MARKS[1]}"], "t": []})
WRONG = json.dumps(
    {"c": [f"1f|{MARKS[2]}", f"1f||{MARKS[0]} lied"], "t": [{"s": f"{MARKS[0]} 9.", "c": [1]}]}
)
FAILURES = {
    "good": [says(CLAIM)],
    "refused claims and sentences": [says(WRONG)],
    "not JSON": [says(f"{MARKS[0]} is not JSON")],
    "another schema": [says(json.dumps({"c": [{"x": MARKS[0]}], "t": MARKS[1]}))],
    "lone surrogate": [says('{"c": ["\\ud800"], "t": []}')],
    "nothing": [says("")],
    "cut off": [says(CLAIM[:-9], finish=None)],
    "too long": [says(CLAIM, finish="length")],
    "filtered": [says(CLAIM, finish="content_filter")],
    "declined": [refuses(f"I cannot speak of {MARKS[0]}")],
    "garbage": [Reply(raw=f"data: {MARKS[0]}\n\n".encode())],
    "error event": [Reply(raw=f'data: {{"error": {{"message": "{MARKS[0]}"}}}}\n\n'.encode())],
    "400": [Reply(status=400, raw=f'{{"error": {{"message": "{MARKS[0]}"}}}}'.encode())],
    "503": [Reply(status=503, raw=MARKS[1].encode())],
}


def assert_silent(words: str) -> None:
    for mark in MARKS:
        assert mark.casefold() not in words.casefold()


def logged(caplog: pytest.LogCaptureFixture) -> str:
    formatter = logging.Formatter("%(name)s %(message)s")
    return "\n".join(formatter.format(record) for record in caplog.records)


@pytest.mark.parametrize("failure", FAILURES)
def test_the_pipeline_is_silent(failure: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def call() -> NutgrafError | None:
        settings = running.settings(llm_attempts=2)
        gateway = connect(settings)
        request = SummaryRequest(
            article=Article(text=TEXT, title=MARKS[0], language="en"), engine=EngineChoice.LLM
        )
        try:
            await summarise(request, settings, gateway)
        except NutgrafError as error:
            return error
        finally:
            if gateway:
                await gateway.aclose()
        return None

    with provider(*FAILURES[failure]) as running:
        raised = asyncio.run(call())
    if raised:
        assert_silent("".join(traceback.format_exception(raised)))
        assert raised.__context__ is None
    assert_silent(logged(caplog))


@pytest.mark.parametrize("failure", FAILURES)
def test_the_service_is_silent(failure: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def call() -> tuple[httpx2.Response, httpx2.Response]:
        app = create_app(running.settings(llm_attempts=2))
        async with (
            app.router.lifespan_context(app),
            httpx2.AsyncClient(
                transport=httpx2.ASGITransport(app), base_url="http://127.0.0.1"
            ) as client,
        ):
            article = {"text": TEXT, "title": MARKS[0], "language": "en"}
            body = {"article": article, "engine": "llm"}
            return await client.post("/v1/summaries", json=body), await client.get("/metrics")

    with provider(*FAILURES[failure]) as running:
        response, metrics = asyncio.run(call())
    assert running.url.removeprefix("http://").removesuffix("/v1") in metrics.text
    assert_silent(metrics.text)
    if response.status_code != httpx2.codes.OK:
        assert response.headers["content-type"] == "application/problem+json"
        assert response.status_code in {502, 503}
        assert_silent(response.text)
    assert_silent(logged(caplog))


@pytest.mark.parametrize(
    "body",
    [
        {"article": {"text": TEXT, "body": MARKS[0]}},
        {"article": {"text": TEXT, "language": MARKS[0] + "!"}},
        {"article": {"text": [MARKS[0]]}},
        {"article": {"text": TEXT}, "engine": MARKS[1]},
        {"article": {"text": TEXT}, "max_sentences": MARKS[1]},
    ],
)
def test_problems_do_not_echo_values(
    body: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def call() -> httpx2.Response:
        app = create_app(Settings(_env_file=None))
        async with httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app), base_url="http://127.0.0.1"
        ) as client:
            return await client.post("/v1/summaries", json=body)

    response = asyncio.run(call())
    assert response.status_code == httpx2.codes.UNPROCESSABLE_CONTENT
    assert_silent(response.text)
    assert_silent(logged(caplog))
