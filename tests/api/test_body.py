"""Bodies that are not a request: always a 4xx problem, which never repeats them."""

import json
from collections.abc import Iterator

import httpx2
import pytest

PATH = "/v1/summaries"
JSON = {"content-type": "application/json"}
CONTENT = "Halverton"


def request(**fields: object) -> bytes:
    """A body whose article is fine; `fields` are added or replaced."""
    return json.dumps({"article": {"text": CONTENT}} | fields).encode()


def article(**fields: object) -> bytes:
    """A body with an article; `fields` are added or replaced."""
    return request(article={"text": CONTENT} | fields)


UNREADABLE = {
    "nothing": b"",
    "cut off": b'{"article": {"text": "Halverton',
    "not json": b"Halverton",
    "form": b"text=Halverton",
    "utf-16": '{"article": {"text": "Halverton"}}'.encode("utf-16"),
    "not utf-8": b'{"article": {"text": "Halverton \xff"}}',
    "nan": b'{"article": {"text": "Halverton"}, "max_sentences": NaN}',
    "infinity": b'{"article": {"text": "Halverton"}, "max_sentences": -Infinity}',
    "float out of range": b'{"article": {"text": "Halverton"}, "max_sentences": 1e999}',
    "endless integer": b'{"article": {"text": "Halverton"}, "max_sentences": ' + b"9" * 5000 + b"}",
    "lone surrogate": b'{"article": {"text": "Halverton \\ud800"}}',
    "lone surrogate in a key": b'{"article": {"text": "Halverton", "\\udc00": 1}}',
    "duplicate key": b'{"article": {"text": "Halverton"}, "article": {"text": "Halverton"}}',
    "deep array": b'{"article": ' + b"[" * 40_000,
    "deep object": b'{"article": ' * 5_000 + b"1" + b"}" * 5_000,
}

INVALID = {
    "array": b'["Halverton"]',
    "string": b'"Halverton"',
    "null": b"null",
    "no article": b"{}",
    "article null": request(article=None),
    "article a string": request(article=CONTENT),
    "no text": b'{"article": {"title": "Halverton"}}',
    "empty text": article(text=""),
    "blank text": article(text=" \u2003\n"),
    "text a number": article(text=5),
    "text an array": article(text=[CONTENT]),
    "text null": article(text=None),
    "language no tag": article(language="Halverton dialect"),
    "language null": article(language=None),
    "source id too long": article(source_id=CONTENT * 30),
    "url too long": article(url=CONTENT * 300),
    "time no time": article(published_at=CONTENT),
    "time a number": article(published_at=1_700_000_000),
    "unknown field": request(**{CONTENT + " fell": 1}),
    "unknown field of the article": article(**{CONTENT + " fell": 1}),
    "engine unknown": request(engine=CONTENT),
    "engine null": request(engine=None),
    "sentences none": request(max_sentences=0),
    "sentences too many": request(max_sentences=11),
    "sentences huge": request(max_sentences=10**90),
    "sentences a string": request(max_sentences="4"),
    "sentences a truth value": request(max_sentences=True),
    "sentences a fraction": request(max_sentences=2.5),
    "failure unknown": request(on_failure=CONTENT),
    "store a number": request(store=1),
}


def problem_of(response: httpx2.Response) -> dict[str, object]:
    """The problem in a response, after checking that it is one, and repeats nothing."""
    assert response.headers["content-type"] == "application/problem+json"
    assert CONTENT not in response.text
    problem: dict[str, object] = response.json()
    assert problem["status"] == response.status_code
    assert {"type", "title", "status", "detail"} <= problem.keys()
    return problem


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_is_not_json_is_a_400(client: httpx2.Client, body: bytes) -> None:
    response = client.post(PATH, content=body, headers=JSON)
    assert response.status_code == 400
    assert problem_of(response)["type"] == "urn:nutgraf:problem:unreadable-input"


@pytest.mark.parametrize("body", INVALID.values(), ids=INVALID.keys())
def test_fields_that_are_not_accepted_are_a_422_that_places_them(
    client: httpx2.Client, body: bytes
) -> None:
    response = client.post(PATH, content=body, headers=JSON)
    assert response.status_code == 422
    problem = problem_of(response)
    assert problem["type"] == "urn:nutgraf:problem:invalid-fields"
    errors = problem["errors"]
    assert isinstance(errors, list)
    assert errors
    for error in errors:
        assert isinstance(error["location"], list)
        assert error["message"]


def test_all_refused_fields_are_told_at_once(client: httpx2.Client) -> None:
    body = {"article": {"text": "", "titel": "x"}, "engine": "gpt", "max_sentences": 99}
    errors = client.post(PATH, json=body).json()["errors"]
    assert [error["location"] for error in errors] == [
        ["article", "text"],
        ["article", "titel"],
        ["engine"],
        ["max_sentences"],
    ]
    assert errors[2]["accepted"] == "'auto', 'llm' or 'rules'"
    assert errors[3]["accepted"] == "at most 10"
    assert "title" in errors[1]["accepted"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "application/json; charset=latin-1"},
        {"content-type": "application/jsonp"},
        JSON | {"content-encoding": "gzip"},
    ],
    ids=["none", "text", "form", "latin-1", "jsonp", "gzip"],
)
def test_only_json_in_utf8_is_read(client: httpx2.Client, headers: dict[str, str]) -> None:
    response = client.post(PATH, content=request(), headers=headers)
    assert response.status_code == 415
    assert problem_of(response)["type"] == "urn:nutgraf:problem:unsupported-media-type"


def test_a_body_of_unknown_length_is_counted_as_it_comes(client: httpx2.Client) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(100):
            yield b" " * 1_000

    response = client.post(PATH, content=endless(), headers=JSON)
    assert response.status_code == 413
    assert problem_of(response)["type"] == "urn:nutgraf:problem:body-too-large"
