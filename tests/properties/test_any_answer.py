"""Any article, any answer of the model: the invariants hold, and nothing raises but our errors."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Article, OnFailure, Summary
from service.errors import ModelError, NutgrafError, UnreadableInput
from service.formats.article_file import read_article
from tests.properties.invariants import assert_proven, lasting
from tests.properties.simulation import says, sends, streams, summarised
from tests.properties.strategies import ANSWERS, ARTICLES, WORDY, wire_drafts

SECONDS = 5.0
"""Far more than an article of a few hundred code points takes; what hangs takes longer."""


@contextmanager
def bounded() -> Iterator[None]:
    """Fail where the work inside takes the processor longer than `SECONDS`."""
    start = process_time()
    yield
    assert process_time() - start < SECONDS


@given(ARTICLES, st.data(), st.integers(1, 10))
def test_any_draft_becomes_a_proven_summary_or_one_of_our_errors(
    article: Article, data: st.DataObject, limit: int
) -> None:
    drafts = data.draw(st.lists(wire_drafts(article.text), min_size=1, max_size=2))
    with bounded():
        try:
            summary = summarised(article, says(*drafts), max_sentences=limit)
        except ModelError:
            return
    assert_proven(summary, article)
    assert len(summary.summary) <= limit
    assert summary.run.calls <= 2 + 1
    _assert_accounted(summary, drafts[0])


def _assert_accounted(summary: Summary, draft: dict[str, Any]) -> None:
    """Every drafted claim and sentence stands in the summary or among what was dropped."""
    dropped = [dropped.what for dropped in summary.dropped]
    for number, _ in enumerate(draft["c"], start=1):
        is_dropped = any(what.split(" (")[0] == f"drafted claim {number}" for what in dropped)
        assert is_dropped or summary.claims
    sentences = [what for what in dropped if what.startswith("drafted sentence")]
    assert len(sentences) + len(summary.summary) >= len(draft["t"])


@given(ARTICLES, st.lists(ANSWERS, min_size=1, max_size=3))
def test_any_bytes_as_the_answer_become_a_summary_or_one_of_our_errors(
    article: Article, answers: list[bytes]
) -> None:
    with bounded():
        try:
            summary = summarised(article, sends(*answers))
        except ModelError:
            return
    assert_proven(summary, article)


STREAMS = st.binary(max_size=300) | st.text(max_size=100).map(str.encode)


@given(ARTICLES, STREAMS | STREAMS.map(lambda stream: b"data: " + stream + b"\n\n"))
def test_any_bytes_as_the_stream_become_one_of_our_errors_and_then_the_rules(
    article: Article, sent: bytes
) -> None:
    with bounded(), pytest.raises(NutgrafError):
        summarised(article, streams(sent))
    summary = summarised(article, streams(sent), on_failure=OnFailure.RULES)
    assert summary.engine.degraded
    assert_proven(summary, article)


@given(ARTICLES, st.data())
def test_the_same_answers_give_the_same_summary(article: Article, data: st.DataObject) -> None:
    drafts = data.draw(st.lists(wire_drafts(article.text), min_size=1, max_size=2))
    outcomes = []
    for _ in range(2):
        try:
            outcomes.append(json.dumps(lasting(summarised(article, says(*drafts)))))
        except ModelError as error:
            outcomes.append(str(error))
    assert outcomes[0] == outcomes[1]


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


MARK = "Quixolarzembrint"
"""Stands in no code, no prompt and no dictionary."""


@given(WORDY, st.data(), ANSWERS)
def test_no_answer_brings_a_word_of_the_article_into_a_log_or_an_error(
    words: str, data: st.DataObject, answer: bytes
) -> None:
    article = Article(text=f"{words} {MARK} {words}", title=MARK, language="en")
    drafted = json.dumps(data.draw(wire_drafts(article.text)), ensure_ascii=False).encode()
    for said in (drafted, answer + MARK.encode(), MARK.encode() + drafted):
        with logged() as lines:
            error = failure(article, said)
        assert error is None or (error.__cause__ is error.__context__ is None)
        assert [line for line in [*lines, str(error)] if MARK in line] == []


@contextmanager
def logged() -> Iterator[list[str]]:
    """What every logger logs inside, at every level."""
    records, root = _Records(), logging.getLogger()
    level = root.level
    root.addHandler(records)
    root.setLevel(logging.DEBUG)
    try:
        yield records.lines
    finally:
        root.removeHandler(records)
        root.setLevel(level)


def failure(article: Article, said: bytes) -> NutgrafError | None:
    """The error that an answer of the model ends in, if it does."""
    try:
        summarised(article, sends(said))
    except NutgrafError as error:
        return error
    return None


@given(
    st.sampled_from(["text", "title", "source_id", "version", "url"]),
    st.text(max_size=20),
    st.integers(0xD800, 0xDFFF),
)
def test_a_lone_surrogate_in_an_article_is_refused_at_the_edge(
    field: str, words: str, surrogate: int
) -> None:
    article = {"text": "The dam held."} | {field: words + chr(surrogate) + "."}
    raw = json.dumps(article, ensure_ascii=False).encode("utf-8", "surrogatepass")
    for data in (json.dumps(article).encode(), raw):
        with pytest.raises(UnreadableInput) as refused:
            read_article(data, is_json=True, language=None)
        assert refused.value.__cause__ is None
