"""Articles and answers to try: all of Unicode, and shapes that are nearly right."""

import json
from typing import Any

from hypothesis import strategies as st

from schemas import Article

# Words that mean something to the stages, so that drawn texts reach past the first check.
_VOCABULARY = (
    "The mayor said that it may not rain. “No,” Ann Poe told us; 1.5 million (about 40%) fell on 5 "
    "May 2026, reportedly by −3 °C … Café 天 5 天气 שלום مرحبا 😀 👩\u200d🚒 e\u0301 in\u00adside "
    "\u200bzero \ufeff ﬁre can’t \u202e \r\n \n\n - • # Mr. U.S. a.m. \x1b \x00 | ~ = [1] "
    "</article-x>"
)
_WORDS = st.sampled_from(_VOCABULARY.split(" "))
WORDY = st.lists(_WORDS, min_size=1, max_size=40).map(" ".join)
ANY_TEXT = st.text(min_size=1, max_size=300)
LANGUAGES = st.sampled_from(["en", "en-GB", "und", "de", "zh", "ar"])

ARTICLES = st.builds(
    Article,
    text=(WORDY | ANY_TEXT | st.tuples(WORDY, ANY_TEXT).map("\n\n".join)).filter(str.strip),
    title=st.none() | WORDY | ANY_TEXT,
    language=LANGUAGES,
)


@st.composite
def quotes(draw: st.DrawFn, text: str) -> str:
    """A slice of a text, perhaps elided or spoilt, or anything."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 80)))
    part = text[start:end]
    middle = draw(st.integers(0, len(part)))
    kinds = [part, f"{part[:middle]} … {part[middle:]}", part + " not", draw(st.text(max_size=20))]
    return draw(st.sampled_from(kinds))


@st.composite
def claim_lines(draw: st.DrawFn, text: str) -> str:
    """A claim line of the wire format, or nearly one."""
    first, last = draw(st.integers(0, 12)), draw(st.integers(0, 12))
    numbers = draw(st.sampled_from([str(first), f"{first}-{last}", "999999", ""]))
    status = draw(st.sampled_from(["f", "u", "s", "o", "fu", "x", ""]))
    source = draw(st.sampled_from(["", "=", "~", "Ann Poe", "~the mayor"]) | quotes(text))
    part = draw(st.just("") | quotes(text))
    return f"{numbers}{status}|{source}|{part}"


@st.composite
def summary_sentences(draw: st.DrawFn, text: str) -> dict[str, Any]:
    """A sentence of the answer: words of the article or others, citing what may not exist."""
    return {
        "s": draw(quotes(text) | WORDY | st.text(max_size=80)),
        "c": draw(st.lists(st.integers(-2, 8), max_size=4)),
    }


def wire_drafts(text: str) -> st.SearchStrategy[dict[str, Any]]:
    """Answers that fit the schema of a WireDraft, of a WireRepair and of a WireSummary."""
    return st.fixed_dictionaries(
        {
            "c": st.lists(claim_lines(text) | st.text(max_size=30), max_size=8),
            "t": st.lists(summary_sentences(text), max_size=6),
        }
    )


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["c", "t", "s", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)
MALFORMED = st.sampled_from(
    [
        b"",
        b'{"c": ["\\ud800"], "t": []}',
        b'{"c": [], "t": [{"s": "\\udfff\\ud800", "c": [1]}]}',
        b'{"c": [], "t": [{"s": "x", "c": [1e400, NaN]}]}',
        b'{"c": [], "t": [{"s": "x", "c": [' + b"9" * 5_000 + b"]}]}",
        b'{"c": [], "t": [{"s": "x", "c": [1]}], "c": 5}',
        b"[" * 5_000,
        b'{"c":' * 2_000,
        b"```json\n{}\n```",
        b"\xff\xfe\x00",
        b'{"c": ["1f',
        b'\xef\xbb\xbf{"c": ["1f"], "t": []}',
    ]
)
ANSWERS = (
    st.binary(max_size=200)
    | MALFORMED
    | _JSON.map(lambda value: json.dumps(value).encode())
    | st.text(max_size=80).map(str.encode)
)
"""Bytes in the place of the model's answer."""
