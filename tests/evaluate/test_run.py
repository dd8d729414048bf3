"""An engine runs over every article, and what it fails at is counted and said."""

from pathlib import Path

import pytest

from schemas import EngineChoice, OnFailure, Run, Summary, SummaryRequest
from service.errors import (
    ArticleTooLong,
    ConfigurationError,
    ProviderUnavailable,
    RecordingMissing,
)
from service.evaluate.report import Method, Report, read_report
from service.evaluate.run import evaluate
from tests.evaluate.made import MIXED, TEXT, annotated, summary

ARTICLES = [annotated(), annotated(id="t2", genre="courts")]
RUN = Run(calls=1, output_tokens=50, cost=0.25, latency_ms=7)


def answers(request: SummaryRequest) -> Summary:
    """An engine that gives the mixed answer."""
    assert request.article.text == TEXT
    return summary(*MIXED, run=RUN)


def evaluated(method: Method | None = None, *, mistakes: bool = False) -> Report:
    return evaluate(ARTICLES, answers, EngineChoice.LLM, method or Method(), mistakes=mistakes)


def test_the_request_asks_for_the_engine_and_never_for_the_rules_in_its_place() -> None:
    asked: list[SummaryRequest] = []

    def remember(request: SummaryRequest) -> Summary:
        asked.append(request)
        return answers(request)

    evaluate(ARTICLES, remember, EngineChoice.AUTO, Method(max_sentences=3))
    assert [one.article.source_id for one in asked] == ["t1", "t2"]
    assert {one.on_failure for one in asked} == {OnFailure.ERROR}
    assert {one.engine for one in asked} == {EngineChoice.AUTO}
    assert {one.max_sentences for one in asked} == {3}
    assert not any(one.store for one in asked)


def test_figures_are_pooled_and_by_genre() -> None:
    report = evaluated()
    assert report.pooled.articles == 2
    assert report.pooled.figures["leak"].value == 0.5
    assert report.pooled.figures["cost"].value == 0.5
    assert report.pooled.figures["latency_ms"].value == 7
    assert report.pooled.figures["output_tokens_per_sentence"].value == 10
    assert list(report.genres) == ["courts", "local"]
    assert report.genres["courts"].articles == 1
    assert report.genres["courts"].figures["output_tokens"].value == 50


def test_the_time_of_a_replay_is_nobodys_latency() -> None:
    assert evaluated(Method(replayed=True)).pooled.figures["latency_ms"].value is None


def test_a_model_that_fails_on_an_article_ends_nothing_and_is_counted_as_silent() -> None:
    def fails_once(request: SummaryRequest) -> Summary:
        if request.article.source_id == "t1":
            message = "the provider is away"
            raise ProviderUnavailable(message)
        return answers(request)

    report = evaluate(ARTICLES, fails_once, EngineChoice.LLM, Method())
    assert [(row.id, row.failed) for row in report.failed] == [("t1", "the provider is away")]
    assert report.pooled.figures["coverage"].value == pytest.approx(12 / 26)
    assert report.method.engine is not None


@pytest.mark.parametrize("error", [ArticleTooLong(2, 1), ConfigurationError("no model")])
def test_what_no_other_article_would_mend_ends_the_run(error: Exception) -> None:
    def fails(_: SummaryRequest) -> Summary:
        raise error

    with pytest.raises(type(error)):
        evaluate(ARTICLES, fails, EngineChoice.LLM, Method())


def test_a_missing_recording_ends_the_run_and_names_the_article() -> None:
    def fails(_: SummaryRequest) -> Summary:
        raise RecordingMissing

    with pytest.raises(RecordingMissing, match=r"^t1: no recorded answer"):
        evaluate(ARTICLES, fails, EngineChoice.LLM, Method())


def test_a_report_holds_no_word_of_an_article_unless_mistakes_are_asked_for() -> None:
    quiet, telling = evaluated(), evaluated(mistakes=True)
    for phrase in ("Rain fell", "may snow", "Traders"):
        assert phrase not in quiet.model_dump_json()
        assert phrase in telling.model_dump_json()
    assert quiet.pooled == telling.pooled


def test_a_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(evaluated(mistakes=True).model_dump_json(indent=2))
    assert read_report(path) == evaluated(mistakes=True)
