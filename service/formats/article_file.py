"""Articles in files: plain text, or JSON with the documented keys of an article."""

import json
from dataclasses import dataclass

from pydantic import ValidationError

from schemas import Article
from service.errors import UnreadableInput
from service.formats.refusal import refusals
from service.formats.strict_json import decode_utf8, parse_json, plain_name

MAX_NAMED = 10
"""Ignored keys that are named; more are counted."""


@dataclass(frozen=True)
class ArticleFile:
    """An article as a file has it."""

    article: Article
    """The article."""
    ignored: tuple[str, ...]
    """Keys of the JSON that no article has, as they may be shown."""


def read_article(data: bytes, *, is_json: bool | None, language: str | None) -> ArticleFile:
    """Read the bytes of a file.

    Args:
        data: The file. UTF-8; a byte order mark is dropped, no newline is translated.
        is_json: Whether it is JSON; None to take what starts with `{` for JSON.
        language: BCP 47 tag that overrides the file's; None to keep that.

    Raises:
        UnreadableInput: Not UTF-8, not JSON, or a field that no article takes.
    """
    text = decode_utf8(data)
    if is_json is None:
        is_json = text.lstrip().startswith("{")
    if not is_json:
        return ArticleFile(_article({"text": text}, language), ())
    fields = parse_json(text)
    if not isinstance(fields, dict):
        message = "the JSON is not an object; accepted: an object with at least text"
        raise UnreadableInput(message)
    known = {key: value for key, value in fields.items() if key in Article.model_fields}
    ignored = tuple(plain_name(key) for key in fields if key not in known)
    return ArticleFile(_article(known, language), ignored)


def _article(fields: dict[str, object], language: str | None) -> Article:
    if language is not None:
        fields = fields | {"language": language}
    try:
        # Through JSON, so that strict validation still takes a time written as a string.
        return Article.model_validate_json(json.dumps(fields), strict=True)
    except ValidationError as error:
        message = "; ".join(str(refusal) for refusal in refusals(error, Article))
        raise UnreadableInput(message) from None


def ignored_notice(ignored: tuple[str, ...]) -> str:
    """One line that names the keys that were ignored."""
    named = ", ".join(ignored[:MAX_NAMED])
    more = len(ignored) - MAX_NAMED
    return f"ignored keys: {named}" + (f" and {more} more" if more > 0 else "")
