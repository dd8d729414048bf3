"""Articles in files."""

import json

import pytest

from service.errors import UnreadableInput
from service.formats.article_file import MAX_NAMED, ignored_notice, read_article


def test_plain_text_is_taken_to_the_last_byte() -> None:
    found = read_article(b"\xef\xbb\xbf A.\r\n\r\nB.\n", is_json=None, language=None)
    assert found.article.text == " A.\r\n\r\nB.\n"
    assert found.article.language == "und"
    assert found.ignored == ()


def test_text_that_starts_with_a_brace_is_json_unless_said_otherwise() -> None:
    data = b' {"text": "A."}'
    assert read_article(data, is_json=None, language=None).article.text == "A."
    assert read_article(data, is_json=False, language=None).article.text == data.decode()


def test_all_documented_keys_of_json_are_taken() -> None:
    fields = {
        "text": "A.",
        "title": "T",
        "language": "de-AT",
        "source_id": "7",
        "version": "2",
        "url": "https://example.org/7",
        "published_at": "2026-05-06T10:00:00Z",
    }
    found = read_article(json.dumps(fields).encode(), is_json=True, language=None)
    assert json.loads(found.article.model_dump_json()) == fields
    assert found.ignored == ()


def test_keys_that_no_article_has_are_named_and_ignored() -> None:
    found = read_article(b'{"text": "A.", "genre": 1, "a b": 2}', is_json=True, language=None)
    assert found.ignored == ("genre", "(not a plain name)")
    assert ignored_notice(found.ignored) == "ignored keys: genre, (not a plain name)"


def test_a_long_list_of_ignored_keys_is_counted() -> None:
    notice = ignored_notice(tuple(f"k{number}" for number in range(MAX_NAMED + 5)))
    assert notice.endswith("k9 and 5 more")


def test_the_language_given_wins_over_that_of_the_file() -> None:
    found = read_article(b'{"text": "A.", "language": "de"}', is_json=True, language="fr")
    assert found.article.language == "fr"


REFUSED = {
    "empty": (b"", "text: the text is empty"),
    "white space": (b" \n\t", "text: the text is empty"),
    "no text": (b'{"title": "Halverton"}', "text: required"),
    "text of another type": (b'{"text": ["Halverton"]}', "text: not a string; accepted: a string"),
    "an array": (b'["Halverton"]', "not an object"),
    "a language that is no tag": (b'{"text": "a", "language": "Halverton!"}', "language: not in"),
    "an id too long": (
        json.dumps({"text": "a", "source_id": "Halverton" * 30}).encode(),
        "source_id: too long; accepted: at most 200 characters",
    ),
    "a time that is none": (
        b'{"text": "a", "published_at": "Halverton"}',
        "published_at: not a date and time; accepted: RFC 3339",
    ),
    "a time as a number": (b'{"text": "a", "published_at": 12}', "published_at: not a date"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refusal_names_the_field_and_never_the_value(data: bytes, message: str) -> None:
    is_json = data.startswith((b"{", b"["))
    with pytest.raises(UnreadableInput) as refusal:
        read_article(data, is_json=is_json, language=None)
    assert message in str(refusal.value)
    assert "Halverton" not in str(refusal.value)
