"""Errors as problems: the table, and the accident that is in no table."""

import logging
import re
from collections.abc import Awaitable, Callable, Iterator

import httpx2
import pytest
from starlette.requests import Request
from starlette.responses import Response

from service import errors
from service.api import create_app
from service.api.problems import BY_ERROR
from service.errors import ArticleTooLong, NutgrafError, RecordingMissing
from service.settings import Settings
from tests.api.conftest import serving


def all_errors(base: type[NutgrafError] = NutgrafError) -> Iterator[type[NutgrafError]]:
    for cls in base.__subclasses__():
        if cls.__module__ == errors.__name__:
            yield cls
            yield from all_errors(cls)


def an(error: type[NutgrafError]) -> NutgrafError:
    if error is ArticleTooLong:
        return ArticleTooLong(length=9, limit=5)
    return error() if error is RecordingMissing else error("what to do about it")


def failing_with(error: Exception) -> Callable[[Request], Awaitable[Response]]:
    async def fail(_request: Request) -> Response:
        raise error

    return fail


@pytest.fixture(scope="module")
def failing() -> Iterator[httpx2.Client]:
    """A client of a service in which each path fails in its own way."""
    app = create_app(Settings(_env_file=None))
    for error in all_errors():
        app.add_route(f"/{error.__name__}", failing_with(an(error)))
    app.add_route("/accident", failing_with(RuntimeError("Halverton fell")))
    app.add_route("/group", failing_with(ExceptionGroup("Halverton", [ValueError("fell")])))
    with serving(app) as client:
        yield client


@pytest.mark.parametrize("error", list(all_errors()))
def test_each_of_our_errors_is_a_problem_with_its_message(
    failing: httpx2.Client, error: type[NutgrafError]
) -> None:
    response = failing.get(f"/{error.__name__}")
    kind = BY_ERROR[error]
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json() == {
        "type": f"urn:nutgraf:problem:{kind.name}",
        "title": kind.title,
        "status": kind.status,
        "detail": str(an(error)),
    }
    assert response.status_code == kind.status


def test_each_kind_has_a_name_of_its_own() -> None:
    names = [kind.name for kind in BY_ERROR.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("path", ["/accident", "/group"])
def test_an_accident_tells_the_client_its_id_and_the_log_its_place_and_neither_its_text(
    failing: httpx2.Client, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    with caplog.at_level(logging.INFO):
        response = failing.get(path)
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["type"] == "urn:nutgraf:problem:internal-error"
    assert problem["request_id"] == response.headers["x-request-id"]
    assert "Halverton" not in response.text
    assert "Halverton" not in caplog.text
    (line,) = (one.getMessage() for one in caplog.records if one.levelno == logging.ERROR)
    assert re.fullmatch(
        rf"id={problem['request_id']} error=\w+ at=test_problems\.py:\d+<.*\.py:\d+", line
    )


@pytest.mark.parametrize(
    ("method", "path", "status", "name"),
    [
        ("GET", "/nowhere", 404, "http-not-found"),
        ("GET", "/v1/summaries", 405, "http-method-not-allowed"),
        ("DELETE", "/healthz", 405, "http-method-not-allowed"),
        ("POST", "/v1/summaries/", 404, "http-not-found"),
    ],
)
def test_what_is_not_there_is_a_problem_too(
    client: httpx2.Client, method: str, path: str, status: int, name: str
) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == f"urn:nutgraf:problem:{name}"


def test_a_method_that_is_not_allowed_is_told_which_are(client: httpx2.Client) -> None:
    assert client.get("/v1/summaries").headers["allow"] == "POST"
