"""Why a field was refused, in our words: the place and what would be accepted, never the value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from service.formats.strict_json import plain_name

MAX_REFUSALS = 20
"""More are not listed: a thousand unknown fields need no thousand lines."""


@dataclass(frozen=True)
class Refusal:
    """One field that was refused."""

    location: tuple[str, ...]
    """Path of the field; empty for the whole input."""
    message: str
    """What is wrong with it."""
    accepted: str | None
    """What would be taken; None where the message says it."""

    def __str__(self) -> str:
        where = ".".join(self.location) or "the input"
        what = f"{where}: {self.message}"
        return f"{what}; accepted: {self.accepted}" if self.accepted else what


# What pydantic's error types mean to the sender. `{…}` is filled from the error's context, which
# for these types holds bounds from the schema and nothing of the input.
_WORDS: dict[str, tuple[str, str | None]] = {
    "bool_type": ("not a boolean", "true or false"),
    "datetime_type": ("not a date and time", "RFC 3339, such as 2026-05-06T10:00:00Z"),
    "datetime_parsing": ("not a date and time", "RFC 3339, such as 2026-05-06T10:00:00Z"),
    "datetime_from_date_parsing": (
        "not a date and time",
        "RFC 3339, such as 2026-05-06T10:00:00Z",
    ),
    "enum": ("not one of the choices", "{expected}"),
    "greater_than_equal": ("too small", "at least {ge}"),
    "int_type": ("not a whole number", "a whole number"),
    "less_than_equal": ("too large", "at most {le}"),
    "missing": ("required, but missing", None),
    "model_type": ("not an object", "a JSON object"),
    "string_pattern_mismatch": ("not in the expected form", "text that matches {pattern}"),
    "string_too_long": ("too long", "at most {max_length} characters"),
    "string_type": ("not a string", "a string"),
}


def refusals(error: ValidationError, model: type[BaseModel]) -> tuple[Refusal, ...]:
    """Put a validation error of `model` into words, at most `MAX_REFUSALS` of them."""
    details = error.errors(include_url=False, include_input=False)
    return tuple(
        _refusal(detail["type"], detail["loc"], detail.get("ctx", {}), model)
        for detail in details[:MAX_REFUSALS]
    )


def _refusal(
    kind: str, loc: Sequence[int | str], context: dict[str, Any], model: type[BaseModel]
) -> Refusal:
    location = tuple(plain_name(str(part)) for part in loc)
    if kind == "extra_forbidden":
        return Refusal(location, "unknown field", _fields(model, loc[:-1]))
    if kind == "value_error":
        # Raised by our own validators, whose messages say what would be accepted.
        return Refusal(location, str(context["error"]), None)
    message, accepted = _WORDS.get(kind, (f"not accepted ({kind})", None))
    return Refusal(location, message, accepted.format(**context) if accepted else None)


def _fields(model: type[BaseModel], path: Sequence[int | str]) -> str | None:
    """Names of the fields that the object at `path` may have."""
    for part in path:
        field = model.model_fields.get(str(part))
        if field is None or not isinstance(field.annotation, type):
            return None
        if not issubclass(field.annotation, BaseModel):
            return None
        model = field.annotation
    return ", ".join(model.model_fields)
