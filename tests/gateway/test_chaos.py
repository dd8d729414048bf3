"""A thousand requests to a service whose provider fails three times in ten, in mixed ways."""

import asyncio
import json
import random
import re
from collections import Counter
from typing import Any

import httpx2
from prometheus_client.parser import text_string_to_metric_families

from service.api import create_app
from service.gateway import connect
from tests.clock import at_once
from tests.provider import Provider, Reply, fails, refuses, says, serving

REQUESTS = 1_000
APART = 0.05
SECONDS = 90.0
FAILURES = (
    fails(429, headers={"retry-after": "1"}),
    fails(500, "internal"),
    fails(503),
    fails(400, "odd"),
    Reply(ends="reset"),
    Reply(ends="closed"),
    Reply(raw=b"data: {garbage\n\n"),
    Reply(raw=b"<html>Bad gateway</html>"),
    says("no JSON at all"),
    says('{"c": ["1f"', finish="length"),
    says('{"c": ["1f", "2f"', finish=None).but(raw=b"", ends="closed"),
    says("x").but(delay=200.0),
    says("x" * 400, size=4).but(drip=9.0),
    refuses("no"),
    fails(401),
)
_NAME = re.compile(r"Halverton (\d+)")


def text(number: int) -> str:
    return (
        f"The council closed the bridge at Halverton {number} on Monday. "
        f"It may reopen in May, an engineer said."
    )


def answer(body: dict[str, Any]) -> str:
    found = _NAME.search(body["messages"][1]["content"])
    number = found[1] if found else ""
    sentence = f"The council closed the bridge at Halverton {number} on Monday."
    if "<claims-" in body["messages"][1]["content"]:
        return json.dumps({"t": [{"s": sentence, "c": [1]}]})
    return json.dumps({"c": ["1f", "2s|~an engineer"], "t": [{"s": sentence, "c": [1]}]})


async def storm() -> tuple[Provider, list[tuple[httpx2.Response, float]], str]:
    dice = random.Random(7)  # noqa: S311 - the same storm every time

    def by(body: dict[str, Any]) -> Reply:
        if dice.random() < 0.3:
            return dice.choice(FAILURES)
        return says(answer(body)).but(delay=dice.uniform(0.1, 3.0))

    async with serving(by=by) as running:
        settings = running.settings(
            llm_budget_seconds=SECONDS, llm_retry_wait=8.0, llm_timeout=30.0, llm_queue=REQUESTS
        )
        gateway = connect(settings)
        assert gateway is not None
        app = create_app(settings, gateway)
        clock = asyncio.get_running_loop().time

        async def post(client: httpx2.AsyncClient, number: int) -> tuple[httpx2.Response, float]:
            article = {"text": text(number), "language": "en"}
            body = {"article": article, "engine": "llm" if number % 2 else "auto"}
            await asyncio.sleep(number * APART)
            started = clock()
            return await client.post("/v1/summaries", json=body), clock() - started

        async with (
            app.router.lifespan_context(app),
            httpx2.AsyncClient(
                transport=httpx2.ASGITransport(app), base_url="http://127.0.0.1", timeout=None
            ) as client,
        ):
            answers = await asyncio.gather(*(post(client, n) for n in range(REQUESTS)))
            metrics = (await client.get("/metrics")).text
        await gateway.aclose()
        return running, answers, metrics


def counted(metrics: str, name: str, provider: str) -> Counter[str]:
    """A counter of one provider, by what it tells apart."""
    found: Counter[str] = Counter()
    for family in text_string_to_metric_families(metrics):
        for sample in family.samples:
            if sample.name == name and sample.labels.get("provider") == provider:
                found[sample.labels.get("outcome") or sample.labels["kind"]] += int(sample.value)
    return found


def test_each_request_ends_in_a_summary_or_a_typed_problem_and_each_call_is_counted_once() -> None:
    running, answers, metrics = at_once(storm())

    assert len(answers) == REQUESTS
    statuses = Counter(response.status_code for response, _ in answers)
    assert set(statuses) <= {200, 502, 503, 504}
    assert statuses[200] > 0.85 * REQUESTS
    # The loop's clock also runs while a thousand requests are computed on one core.
    assert max(took for _, took in answers) < SECONDS + 60

    known = 0
    for number, (response, _) in enumerate(answers):
        body = response.json()
        if response.status_code != 200:
            assert response.headers["content-type"] == "application/problem+json"
            assert body["type"].startswith("urn:nutgraf:problem:")
            assert "Halverton" not in response.text
            assert number % 2, "auto degrades and never fails"
            continue
        known += body["run"]["calls"]
        for claim in body["claims"]:
            (span,) = claim["provenance"]
            assert text(number)[span["start"] : span["end"]] == span["text"]

    host = running.url.removeprefix("http://").removesuffix("/v1")
    outcomes = counted(metrics, "nutgraf_provider_attempts_total", host)
    # What is given up while it still connects was attempted, and never came to the provider.
    unheard = outcomes.total() - len(running.bodies)
    assert 0 <= unheard <= outcomes["given_up"]
    assert set(outcomes) == {"answered", "cut_off", "failed", "refused", "given_up"} & set(outcomes)
    assert known <= len(running.bodies)
