"""Whatever is sent, the service does not break."""

import json

import httpx2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import Summary

PATH = "/v1/summaries"
JSON = {"content-type": "application/json"}

# Over a socket, so few examples; the fixture is a server without state.
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.fixed_dictionaries(
    {"text": st.text(min_size=1, max_size=200)},
    optional={
        "title": st.text(max_size=50) | VALUES,
        "language": st.sampled_from(["en", "de", "und", "zh"]) | VALUES,
        "published_at": st.datetimes().map(str) | VALUES,
        "url": VALUES,
    },
)
REQUESTS = st.fixed_dictionaries(
    {"article": FIELDS},
    optional={"engine": st.sampled_from(["auto", "rules"]) | VALUES, "max_sentences": VALUES},
)


def is_answer_or_problem(response: httpx2.Response) -> None:
    if response.status_code == 200:
        Summary.model_validate_json(response.content)
        return
    assert 400 <= response.status_code < 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == response.status_code


@FEW
@given(body=st.binary(max_size=200))
def test_any_bytes_are_a_client_error(client: httpx2.Client, body: bytes) -> None:
    is_answer_or_problem(client.post(PATH, content=body, headers=JSON))


@FEW
@given(value=VALUES | REQUESTS)
def test_any_json_is_answered_or_is_a_client_error(client: httpx2.Client, value: object) -> None:
    # Python writes NaN and lone surrogates, which JSON does not have: so much the better.
    is_answer_or_problem(client.post(PATH, content=json.dumps(value).encode(), headers=JSON))
