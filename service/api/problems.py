"""Problems (RFC 9457): the one table from our errors to HTTP, and the words of each.

A problem says what was wrong with a request and what would be accepted. It never repeats what was
sent, and never an exception's text that is not ours.
"""

from dataclasses import asdict, dataclass
from http import HTTPStatus
from math import ceil
from typing import Any

from fastapi import FastAPI
from fastapi_problem.error import Problem
from fastapi_problem.handler import ExceptionHandler, new_exception_handler
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from service.api.record import record_of
from service.errors import (
    AnswerCutOff,
    AnswerUnusable,
    ArticleTooLong,
    BudgetExceeded,
    ConfigurationError,
    DeadlineExceeded,
    InputError,
    ModelError,
    NutgrafError,
    Overloaded,
    PromptTooLong,
    ProviderRefused,
    ProviderUnavailable,
    RecordingMissing,
    UnreadableInput,
)
from service.formats.refusal import Refusal

MEDIA_TYPE = "application/problem+json"
TYPE_TEMPLATE = "urn:nutgraf:problem:{type}"
"""`type` of a problem: a name to compare, not a page to fetch."""


@dataclass(frozen=True)
class Kind:
    """A kind of problem."""

    name: str
    """Last part of its `type`."""
    status: int
    """Status of the response."""
    title: str
    """The same for every problem of this kind."""

    def problem(self, detail: str, **members: Any) -> Problem:
        """A problem of this kind; `members` are added to the five standard ones."""
        return Problem(self.title, self.name, detail, self.status, **members)


BY_ERROR: dict[type[NutgrafError], Kind] = {
    InputError: Kind("invalid-input", 400, "The input cannot be summarised"),
    ArticleTooLong: Kind("article-too-long", 413, "The article is too long"),
    UnreadableInput: Kind("unreadable-input", 400, "The body cannot be read"),
    # The service works, and the same request with engine=rules would be answered: 409, not 503.
    ConfigurationError: Kind(
        "not-configured", 409, "The service is not configured for this request"
    ),
    ModelError: Kind("model-failed", 502, "The model gave no usable answer"),
    ProviderUnavailable: Kind(
        "provider-unavailable",
        503,
        "The model's provider does not answer",
    ),
    ProviderRefused: Kind(
        "provider-refused",
        502,
        "The model's provider refuses the request",
    ),
    PromptTooLong: Kind("prompt-too-long", 502, "A sentence is too long for the model"),
    AnswerCutOff: Kind("answer-cut-off", 502, "The model's answer was cut off"),
    AnswerUnusable: Kind("answer-unusable", 502, "The model's answer cannot be used"),
    Overloaded: Kind("overloaded", 503, "Too many requests wait for the model"),
    DeadlineExceeded: Kind("deadline-exceeded", 504, "The model took too long"),
    # As above: the rules would answer, and so would a larger budget.
    BudgetExceeded: Kind("budget-exceeded", 409, "The request would cost more than it may"),
    RecordingMissing: Kind("recording-missing", 502, "No recorded answer fits the request"),
}
"""Each of our errors; one that is not listed takes the row of its nearest ancestor."""

INVALID_FIELDS = Kind("invalid-fields", 422, "Fields of the request are not accepted")
BODY_TOO_LARGE = Kind("body-too-large", 413, "The body is too large")
UNSUPPORTED_TYPE = Kind("unsupported-media-type", 415, "The body is not JSON in UTF-8")
UNKNOWN_HOST = Kind("unknown-host", 400, "The host is not served here")
FOREIGN_ORIGIN = Kind("foreign-origin", 403, "Web pages of other origins may not do this")
INTERNAL = Kind("internal-error", 500, "Something went wrong in the service")


class FieldProblem(BaseModel):
    """One field that was not accepted."""

    location: list[str] = Field(examples=[["article", "text"]])
    message: str = Field(examples=["required, but missing"])
    accepted: str | None = None


class ProblemBody(BaseModel):
    """A problem as RFC 9457 has it; `errors` only where fields were not accepted."""

    type: str = Field(examples=["urn:nutgraf:problem:invalid-fields"])
    title: str = Field(examples=[INVALID_FIELDS.title])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["article.text: required, but missing"])
    errors: list[FieldProblem] | None = None


def of_error(error: NutgrafError) -> Problem:
    """The problem that stands for one of our errors."""
    kind = next(BY_ERROR[cls] for cls in type(error).__mro__ if cls in BY_ERROR)
    if isinstance(error, ModelError) and error.retry_after is not None:
        return kind.problem(str(error), headers={"Retry-After": str(ceil(error.retry_after))})
    return kind.problem(str(error))


def of_refusals(refused: tuple[Refusal, ...]) -> Problem:
    """The problem of fields that were not accepted."""
    detail = str(refused[0]) if len(refused) == 1 else f"{len(refused)} fields; see errors"
    return INVALID_FIELDS.problem(detail, errors=[_stated(one) for one in refused])


def _stated(refused: Refusal) -> dict[str, Any]:
    return {name: value for name, value in asdict(refused).items() if value is not None}


def of_accident(request_id: str) -> Problem:
    """The problem of an exception that nobody foresaw: says where to look, and nothing else."""
    return INTERNAL.problem(
        "The service's log has the cause under this request id.", request_id=request_id
    )


def respond(problem: Problem) -> Response:
    """The response of a problem, for ASGI code outside the exception handlers."""
    return JSONResponse(
        problem.marshal(uri=TYPE_TEMPLATE),
        status_code=problem.status,
        headers=dict(problem.headers or {}),
        media_type=MEDIA_TYPE,
    )


def documented(*kinds: Kind) -> dict[int | str, dict[str, Any]]:
    """OpenAPI responses of `kinds`, by status."""
    responses: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        response = responses.setdefault(
            kind.status,
            {
                "description": HTTPStatus(kind.status).phrase,
                "content": {
                    MEDIA_TYPE: {
                        "schema": {"$ref": "#/components/schemas/ProblemBody"},
                        "examples": {},
                    }
                },
            },
        )
        example = kind.problem("What was wrong, and what would be accepted.")
        response["content"][MEDIA_TYPE]["examples"][kind.name] = {
            "summary": kind.title,
            "value": example.marshal(uri=TYPE_TEMPLATE),
        }
    return responses


def handle_problems(app: FastAPI) -> None:
    """Answer our errors, 404 and 405 with problems.

    Not `Exception`: fastapi-problem would answer with its text, and Starlette raise it again for
    the server to log. `RequestLog` ends those.
    """
    handler = new_exception_handler(
        handlers={NutgrafError: _of_error},
        documentation_uri_template=TYPE_TEMPLATE,
    )
    for exception in (NutgrafError, Problem, HTTPException):
        app.add_exception_handler(exception, handler)


def _of_error(_handler: ExceptionHandler, request: Request, error: NutgrafError) -> Problem:
    record_of(request.scope).note_error(error)
    return of_error(error)
