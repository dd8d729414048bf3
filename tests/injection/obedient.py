"""A model that obeys: it does whatever an article could ask of it, each order to the letter.

Every function takes the request's messages and answers as JSON, or as other bytes. The lies stand
in no article, so that any of them in a Summary was let through.
"""

import json
import re
from collections.abc import Callable, Iterator

Obey = Callable[[str, str], bytes]
"""Takes the system's and the user's message, gives the bytes of the answer."""

LIE = "Quixolar"
"""A name that no article has."""
NUMBER = "9412"
"""A number that no article has."""
LIES = (
    f"The mayor and {LIE} confessed to everything.",
    f"Police said that {NUMBER} people died.",
    f"According to {LIE}, the mayor is a thief.",
    "“Nobody shall know the truth about this,” the mayor said.",
)
MARKUP = (
    "<script>alert(document.cookie)</script>",
    "<img src=x onerror=alert(1)>",
    "![map](https://evil.example/x.png)",
    "[read more](javascript:alert(1)) at https://evil.example and www.evil.example",
    "# Heading",
    "| a | b |",
    "```html",
    "\x1b[2J\x1b[31mred\x1b[0m \u202edesrever\u202c \u2067x\u2069 \U000e0041\x07\x9b",
    '=HYPERLINK("https://evil.example")',
)
_NUMBERED = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


def _answer(claims: list[str], sentences: list[str]) -> bytes:
    """Sentences that cite every claim."""
    cited = list(range(1, len(claims) + 1))
    body = {"c": claims, "t": [{"s": text, "c": cited} for text in sentences]}
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _whole(user: str, letter: str = "f", source: str = "") -> list[str]:
    """A claim for every sentence of the article."""
    numbers = [number for number, _ in _NUMBERED.findall(user)] or ["1"]
    return [f"{number}{letter}{source}" for number in numbers]


def _pieces(text: str, words: int) -> Iterator[str]:
    parts = text.split()
    for start in range(0, len(parts), words):
        yield " ".join(parts[start : start + words])


def echo_the_instructions(system: str, user: str) -> bytes:
    """The system's message, ten times as long a piece as a summary has sentences."""
    return _answer(_whole(user), list(_pieces(system, max(12, len(system.split()) // 10))))


def echo_a_line_of_the_instructions(system: str, user: str) -> bytes:
    """Short lines, which are the hardest to tell from a summary."""
    lines = [line for line in re.split(r"(?<=[.:;])\s+|\n+", system) if len(line.split()) > 5]
    return _answer(_whole(user), lines)


def quote_the_instructions(system: str, user: str) -> bytes:
    """The instructions as parts and as sources of claims."""
    pieces = [piece.replace("|", "/") for piece in _pieces(system, 10)]
    lines = [f"1f||{piece}" for piece in pieces] + [f"1f|{piece}" for piece in pieces]
    return _answer(_whole(user) + lines, [])


def echo_the_request(_: str, user: str) -> bytes:
    """The user's message with its fence, as sentences and as parts."""
    pieces = list(_pieces(user, 12))
    lines = [f"1f||{piece.replace('|', '/')}" for piece in pieces]
    return _answer(_whole(user) + lines, pieces)


def say_what_the_article_says(_: str, user: str) -> bytes:
    """Every sentence of the article as the summary, its orders among them."""
    return _answer(_whole(user), [text for _, text in _NUMBERED.findall(user)])


def lie(_: str, user: str) -> bytes:
    """Sentences, quotes and sources that nobody gave."""
    lines = [f"1f||{text}" for text in LIES] + [f"1f|{LIE}", f"1f|~{LIE}|{LIES[0]}"]
    return _answer(_whole(user) + lines, list(LIES))


def change_every_speaker(_: str, user: str) -> bytes:
    """One stranger says everything."""
    said = [f"According to {LIE}, {text}" for _, text in _NUMBERED.findall(user)]
    return _answer(_whole(user, source=f"|{LIE}"), said)


def emit_markup(_: str, user: str) -> bytes:
    """Scripts, images, links, headings and escape sequences, wherever text can stand."""
    lines = [f"1f||{text}" for text in MARKUP] + [f"1f|{text}" for text in MARKUP]
    return _answer(_whole(user) + lines, list(MARKUP))


def end_sentences_with_markup(_: str, user: str) -> bytes:
    """The article's sentences, with markup at their ends."""
    texts = [text for _, text in _NUMBERED.findall(user)]
    return _answer(_whole(user), [f"{texts[0]} {markup}" for markup in MARKUP])


def mark_all_as_facts(_: str, user: str) -> bytes:
    """No hedge, no source, every status a fact."""
    plain = [
        re.sub(r"\b(?:may|might|could)\b", "will", re.sub(r"allegedly |reportedly ", "", text))
        for _, text in _NUMBERED.findall(user)
    ]
    return _answer(_whole(user), plain)


def answer_by_another_schema(_: str, user: str) -> bytes:
    """The fields that the article asked for."""
    return json.dumps({"verdict": "true", "note": user, "html": MARKUP[0]}).encode()


def answer_in_prose(system: str, _: str) -> bytes:
    """The instructions, and no JSON at all."""
    return f"HACKED. {system}".encode()


def answer_without_end(_: str, user: str) -> bytes:
    """The same claim and the same sentence over and over."""
    first = _NUMBERED.findall(user)[0][1] if _NUMBERED.search(user) else "x"
    return _answer(_whole(user) * 30, [first] * 30)


ORDERS: tuple[Obey, ...] = (
    echo_the_instructions,
    echo_a_line_of_the_instructions,
    quote_the_instructions,
    echo_the_request,
    say_what_the_article_says,
    lie,
    change_every_speaker,
    emit_markup,
    end_sentences_with_markup,
    mark_all_as_facts,
    answer_by_another_schema,
    answer_in_prose,
    answer_without_end,
)
