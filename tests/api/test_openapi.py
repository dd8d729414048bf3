"""The interactive docs: what they promise is what the service does."""

import json
import re
from typing import Any

import httpx2
import pytest

from schemas import Summary, SummaryRequest
from service.api.problems import BY_ERROR


@pytest.fixture
def document(client: httpx2.Client) -> dict[str, Any]:
    answer: dict[str, Any] = client.get("/openapi.json").json()
    return answer


@pytest.fixture
def operation(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["paths"]["/v1/summaries"]["post"]
    return found


def test_every_reference_leads_to_a_schema(client: httpx2.Client) -> None:
    text = client.get("/openapi.json").text
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert set(re.findall(r'"#/components/schemas/(\w+)"', text)) <= schemas.keys()
    assert "$defs" not in text


def test_the_request_is_described_though_we_read_it_ourselves(
    document: dict[str, Any], operation: dict[str, Any]
) -> None:
    body = operation["requestBody"]
    assert body["required"] is True
    assert body["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/SummaryRequest"
    }
    described = document["components"]["schemas"]["SummaryRequest"]
    assert described["properties"].keys() == SummaryRequest.model_fields.keys()
    assert described["additionalProperties"] is False


def test_the_example_request_is_answered(client: httpx2.Client, operation: dict[str, Any]) -> None:
    example = operation["requestBody"]["content"]["application/json"]["example"]
    response = client.post("/v1/summaries", json=example)
    assert response.status_code == 200
    assert response.json()["article"]["title"] == example["article"]["title"]


def test_the_example_answer_is_one_that_the_service_gives(operation: dict[str, Any]) -> None:
    sent = operation["requestBody"]["content"]["application/json"]["example"]["article"]["text"]
    example = operation["responses"]["200"]["content"]["application/json"]["example"]
    answer = Summary.model_validate_json(json.dumps(example))
    assert answer.summary
    for claim in answer.claims:
        for span in claim.provenance:
            assert sent[span.start : span.end] == span.text


def test_every_problem_of_the_table_is_described_where_it_can_happen(
    operation: dict[str, Any],
) -> None:
    described = {
        int(status): set(response["content"]["application/problem+json"]["examples"])
        for status, response in operation["responses"].items()
        if status != "200"
    }
    assert {400, 403, 409, 413, 415, 422, 500, 502, 503, 504} == described.keys()
    for kind in BY_ERROR.values():
        assert kind.name in described[kind.status]


def test_the_docs_page_is_served(client: httpx2.Client) -> None:
    response = client.get("/docs")
    assert response.status_code == 200
    assert "/openapi.json" in response.text
