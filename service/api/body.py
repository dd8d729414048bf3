"""Reading a request's body: at most so many bytes, JSON in UTF-8, only documented fields.

FastAPI's own reading is not used: it answers `NaN`, lone surrogates and deep nesting with a 500
and repeats the input in its problems.
"""

from pydantic import ValidationError
from starlette.requests import Request

from schemas import SummaryRequest
from service.api.problems import BODY_TOO_LARGE, UNSUPPORTED_TYPE, of_refusals
from service.formats.refusal import refusals
from service.formats.strict_json import decode_utf8, parse_json

BYTES_PER_CODE_POINT = 12
"""The most that JSON takes for one: an escaped surrogate pair."""
BYTES_BESIDES_TEXT = 65_536
"""Room for the other fields of a request."""


async def read_request(request: Request, max_code_points: int) -> SummaryRequest:
    """Read the body of a request for a summary.

    Args:
        request: The request; its body is consumed.
        max_code_points: Length of the longest article that is accepted.

    Raises:
        Problem: Not JSON, too large, or fields that are not accepted.
        UnreadableInput: Not UTF-8, or not JSON.
    """
    _check_type(request)
    limit = max_code_points * BYTES_PER_CODE_POINT + BYTES_BESIDES_TEXT
    text = decode_utf8(await _read(request, limit))
    parse_json(text)
    try:
        # Read again, from JSON: strict, and still taking a time written as a string.
        return SummaryRequest.model_validate_json(text, strict=True)
    except ValidationError as error:
        raise of_refusals(refusals(error, SummaryRequest)) from None


def _check_type(request: Request) -> None:
    media, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    charset = parameters.strip().removeprefix("charset=").strip('"')
    coded = request.headers.get("content-encoding", "identity").lower() != "identity"
    if media.strip() != "application/json" or charset not in {"", "utf-8"} or coded:
        detail = "Send Content-Type: application/json, in UTF-8, without Content-Encoding."
        raise UNSUPPORTED_TYPE.problem(detail)


async def _read(request: Request, limit: int) -> bytes:
    """Read at most `limit` bytes, counting what arrives: Content-Length is only a claim."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            detail = f"At most {limit:,} bytes are accepted."
            raise BODY_TOO_LARGE.problem(detail)
    return bytes(body)
