"""A Summary as an event stream, from a provider that drips its answer."""

import json
from typing import Any

import httpx2
import pytest

from service.api import create_app
from tests.api.conftest import serving
from tests.provider import Reply, fails, provider, says

ARTICLE = {
    "text": "The bridge closed on Monday, the council said. It could stay shut until May.",
    "language": "en",
}
ANSWER = json.dumps(
    {
        "c": ["1f|council", "9f", "2s"],
        "t": [{"s": "The bridge closed on Monday, the council said.", "c": [1]}],
    },
    separators=(",", ":"),
)
PATH = "/v1/summaries"
STREAM = {"accept": "text/event-stream"}


def events(client: httpx2.Client, **request: Any) -> list[tuple[str, Any]]:
    body = {"article": ARTICLE, "engine": "llm", **request}
    found: list[tuple[str, Any]] = []
    with client.stream("POST", PATH, json=body, headers=STREAM) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        for block in response.read().decode().split("\n\n"):
            lines = dict(line.split(": ", 1) for line in block.split("\n") if line)
            if "event" in lines:
                found.append((lines["event"], json.loads(lines["data"])))
    return found


def test_claims_come_before_the_summary_and_only_those_that_the_article_has() -> None:
    with (
        provider(says(ANSWER, size=7)) as running,
        serving(create_app(running.settings())) as client,
    ):
        (first, one), (second, two), (last, summary) = events(client)
    assert (first, second, last) == ("claim", "claim", "summary")
    assert (one["id"], two["id"]) == ("d1", "d2")
    assert one["provenance"][0]["text"] == "The bridge closed on Monday, the council said."
    assert two["status"] == "speculation"
    assert [claim["id"] for claim in summary["claims"]] == ["c1", "c2"]


def test_the_first_claim_is_seen_while_the_provider_is_still_silent_about_the_rest() -> None:
    chunks = says(ANSWER, size=16).chunks
    hangs = Reply(chunks=chunks[:2], ends="never")
    with (
        provider(hangs) as running,
        serving(create_app(running.settings())) as client,
        client.stream(
            "POST", PATH, json={"article": ARTICLE, "engine": "llm"}, headers=STREAM
        ) as response,
    ):
        seen = next(response.iter_text())
        assert seen.startswith("event: claim")
        assert running.finished == 0


def test_an_error_after_the_beginning_is_an_event() -> None:
    with (
        provider(fails(401)) as running,
        serving(create_app(running.settings())) as client,
    ):
        ((name, problem),) = events(client)
    assert name == "problem"
    assert (problem["status"], problem["type"]) == (502, "urn:nutgraf:problem:provider-refused")


def test_the_rules_have_one_event(client: httpx2.Client) -> None:
    ((name, summary),) = events(client, engine="rules")
    assert name == "summary"
    assert summary["engine"]["name"] == "rules"


@pytest.mark.parametrize("body", [{}, {"article": {"text": ""}}])
def test_a_wrong_body_is_a_problem_and_no_stream(client: httpx2.Client, body: Any) -> None:
    response = client.post(PATH, json=body, headers=STREAM)
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
