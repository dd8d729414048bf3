"""`POST /v1/summaries` and what surrounds it, over a socket."""

import json
import logging
import re
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from schemas import Summary
from service.api import create_app
from service.settings import Settings
from tests.api.conftest import serving

PATH = "/v1/summaries"
TEXT = (
    "Water in the Tessel reservoir fell to 31.4 percent on Monday, the water authority said. "
    "A hosepipe ban could follow before the end of the month. 😀 “Enough,” said the mayor."
)


def test_an_article_is_answered_with_a_summary_whose_spans_are_in_it(client: httpx2.Client) -> None:
    response = client.post(PATH, json={"article": {"text": TEXT, "language": "en"}})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    summary = Summary.model_validate_json(response.content)
    assert summary.claims
    for claim in summary.claims:
        for span in claim.provenance:
            assert TEXT[span.start : span.end] == span.text


def test_the_rules_answer_where_no_model_is_configured(client: httpx2.Client) -> None:
    answer = client.post(PATH, json={"article": {"text": TEXT}}).json()
    assert answer["engine"]["name"] == "rules"
    assert answer["engine"]["degraded"] is False


def test_a_model_that_is_not_configured_is_a_conflict_and_not_a_fault(
    client: httpx2.Client,
) -> None:
    response = client.post(PATH, json={"article": {"text": TEXT}, "engine": "llm"})
    assert response.status_code == 409
    assert response.json()["type"] == "urn:nutgraf:problem:not-configured"
    assert "NUTGRAF_LLM_MODEL" in response.json()["detail"]


def test_a_byte_order_mark_is_no_reason_to_refuse(client: httpx2.Client) -> None:
    body = b"\xef\xbb\xbf" + json.dumps({"article": {"text": TEXT}}).encode()
    response = client.post(PATH, content=body, headers={"content-type": "application/json"})
    assert response.status_code == 200


def test_escapes_in_json_do_not_eat_into_the_length_of_an_article(client: httpx2.Client) -> None:
    # As long as is accepted, and twelve bytes a character.
    text = "😀" * 1_998 + " A"
    response = client.post(
        PATH,
        content=json.dumps({"article": {"text": text}}).encode(),
        headers={"content-type": "application/json; charset=utf-8"},
    )
    assert response.status_code == 200
    assert response.json()["article"]["length"] == 2_000


def test_an_article_that_is_too_long_is_told_the_limit(client: httpx2.Client) -> None:
    response = client.post(PATH, json={"article": {"text": "a" * 2_001}})
    assert response.status_code == 413
    assert response.json()["type"] == "urn:nutgraf:problem:article-too-long"
    assert "2,000" in response.json()["detail"]


def test_a_long_article_keeps_nobody_else_waiting() -> None:
    text = TEXT * (100_000 // len(TEXT))
    body = {"article": {"text": text, "language": "en"}, "engine": "rules"}
    answered_meanwhile = 0
    with serving(create_app(Settings(_env_file=None))) as client, ThreadPoolExecutor(1) as pool:
        long_one = pool.submit(httpx2.post, client.base_url.join(PATH), json=body, timeout=90)
        while not long_one.done():
            assert client.get("/healthz").status_code == 200
            answered_meanwhile += 1
        assert long_one.result().status_code == 200
    # A service that does one thing at a time answers one before the article and one after it.
    assert answered_meanwhile > 5


def test_healthz_says_ok(client: httpx2.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.head("/healthz").status_code == 200


def test_each_response_has_an_id_of_its_own_and_no_cors_header(client: httpx2.Client) -> None:
    responses = [client.get(path) for path in ("/healthz", "/healthz", "/nowhere", "/docs")]
    ids = {response.headers["x-request-id"] for response in responses}
    assert len(ids) == len(responses)
    for response in responses:
        assert re.fullmatch(r"[0-9a-f]{32}", response.headers["x-request-id"])
        assert not [name for name in response.headers if name.startswith("access-control-")]


def test_an_id_sent_by_the_client_is_not_taken(client: httpx2.Client) -> None:
    sent = {"x-request-id": "chosen"}
    assert client.get("/healthz", headers=sent).headers["x-request-id"] != "chosen"


def test_a_request_is_logged_by_hash_and_length_and_never_by_its_words(
    client: httpx2.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="service.api"):
        response = client.post(
            f"{PATH}?Halverton", json={"article": {"text": "Halverton fell.", "title": "Halverton"}}
        )
        client.get("/Halverton")
    lines = [record.getMessage() for record in caplog.records if record.name == "service.api"]
    sha256 = response.json()["article"]["sha256"]
    assert re.fullmatch(
        rf"id={response.headers['x-request-id']} method=POST route=/v1/summaries status=200 "
        rf"ms=[\d.]+ article={sha256[:12]}/15 error=-",
        lines[0],
    )
    assert re.fullmatch(r"id=\w+ method=GET route=- status=404 ms=[\d.]+ .*", lines[1])
    ours = [record for record in caplog.records if not record.name.startswith("httpx")]
    assert "Halverton" not in " ".join(record.getMessage() for record in ours)
