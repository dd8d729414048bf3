"""Run an engine over annotated articles, one after another, and count what it made of each."""

from collections.abc import Callable, Iterable

from schemas import Engine, EngineChoice, OnFailure, Summary, SummaryRequest
from service.errors import ModelError, RecordingMissing
from service.evaluate.annotated import Annotated
from service.evaluate.count import count, count_findings, uncorrected
from service.evaluate.mistakes import find_mistakes
from service.evaluate.report import ArticleRow, Method, Report, build_report
from service.segment import segment

Runner = Callable[[SummaryRequest], Summary]
"""Makes the summary of one article. The article's `source_id` is the annotated article's id."""


def evaluate(
    articles: Iterable[Annotated],
    runner: Runner,
    engine: EngineChoice,
    method: Method,
    *,
    mistakes: bool = False,
) -> Report:
    """Run an engine over annotated articles and report on it.

    A request asks for an error where a model fails: an answer of the rules in its place would be
    counted as the model's.

    Args:
        articles: The annotated articles.
        runner: Makes each summary.
        engine: What to ask it for.
        method: How to measure; its `engine` is filled in here.
        mistakes: Whether the report lists what went wrong, in the articles' words.

    Raises:
        RecordingMissing: Answers are replayed and one is missing; the message names the article.
        NutgrafError: As the runner raises it. Any other `ModelError` does not end the run: the
            article is marked as failed.
    """
    rows: list[ArticleRow] = []
    made_by: Engine | None = None
    for annotated in articles:
        request = SummaryRequest(
            article=annotated.article,
            engine=engine,
            max_sentences=method.max_sentences,
            on_failure=OnFailure.ERROR,
            store=False,
        )
        try:
            summary = runner(request)
        except RecordingMissing as error:
            error.args = (f"{annotated.id}: {error}",)
            raise
        except ModelError as error:
            rows.append(_row(annotated, None, method, failed=str(error)))
            continue
        made_by = made_by or summary.engine
        if method.uncorrected:
            summary = uncorrected(summary)
        row = _row(annotated, summary, method)
        if mistakes:
            row = row.model_copy(update={"mistakes": find_mistakes(annotated, summary)})
        rows.append(row)
    return build_report(rows, method.model_copy(update={"engine": made_by}))


def _row(
    annotated: Annotated, summary: Summary | None, method: Method, failed: str | None = None
) -> ArticleRow:
    # The time that a recording takes to be read says nothing about the model.
    timed = summary is not None and not method.replayed
    return ArticleRow(
        id=annotated.id,
        genre=annotated.genre,
        sha256=annotated.sha256,
        failed=failed,
        counts=count(annotated, summary, len(segment(annotated.article))),
        findings=count_findings(summary) if summary else {},
        cost=summary.run.cost if summary else None,
        latency_ms=summary.run.latency_ms if summary and timed else None,
    )
