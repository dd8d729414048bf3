"""Reports as text and as Markdown."""

from schemas import EngineChoice, Summary, SummaryRequest
from service.errors import ProviderUnavailable
from service.evaluate.compare import compare
from service.evaluate.measures import MEASURES
from service.evaluate.render import (
    MARKERS,
    as_markdown,
    as_text,
    mistakes_as_markdown,
    mistakes_as_text,
    put_between_markers,
)
from service.evaluate.report import Method
from service.evaluate.run import evaluate
from service.evaluate.tables import Table, comparison_tables, report_tables, side_by_side
from service.formats.inert import one_line
from service.formats.markdown import escape
from tests.evaluate.made import MIXED, annotated, summary

ARTICLES = [annotated(id=f"t{number}") for number in range(1, 7)]
REPORT = evaluate(
    ARTICLES, lambda _: summary(*MIXED), EngineChoice.RULES, Method(resamples=50), mistakes=True
)
TABLE = Table("T", ("what", "value"), (("a|b", "1.0"), ("c", "–")))


def test_text_columns_stand_under_each_other() -> None:
    assert as_text([TABLE], one_line) == "T\n  what  value\n  a|b     1.0\n  c         –\n"


def test_markdown_cells_cannot_break_the_table() -> None:
    assert as_markdown([TABLE], escape) == (
        "## T\n\n| what | value |\n| --- | ---: |\n| a\\|b | 1.0 |\n| c | – |\n"
    )


def test_every_measure_is_shown_with_its_value_and_interval() -> None:
    text = as_text(report_tables(REPORT), one_line)
    for measure in MEASURES.values():
        assert measure.title in text
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "leak lower 0.500 0.500 to 0.500" in lines
    assert "loaded phrases in summaries lower 0" in lines
    assert "stated fact 12 0 12 0 0" in lines
    assert "engine rules" in lines
    assert any(line.startswith("local 6 0.561 (0.561 to 0.561)") for line in lines)


def test_differences_are_signed() -> None:
    nothing = evaluate(ARTICLES, lambda _: summary(), EngineChoice.RULES, Method())
    text = as_text(comparison_tables(compare(REPORT, nothing, 50, 1)), one_line)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "leak lower 0.500 0.000 -0.500 -0.500 to -0.500 better" in lines
    assert "fact loss lower 0.500 0.000 -0.500 -0.500 to -0.500 better" in lines
    assert any(line.startswith("coverage higher 0.923 0.000 -0.923") for line in lines)


def test_reports_stand_side_by_side_with_what_made_them() -> None:
    picked = REPORT.model_copy(
        update={"method": REPORT.method.model_copy(update={"include": ("t*",)})}
    )
    page = as_markdown(side_by_side([REPORT, picked]), escape)
    assert "| measure | better | rules | rules (t\\*) |" in page
    assert "| leak | lower | 0.500 (0.500 to 0.500) | 0.500 (0.500 to 0.500) |" in page
    assert f"| {REPORT.date} | {REPORT.nutgraf} | 50 | 1 |" in page


def test_mistakes_are_told_article_by_article() -> None:
    text = mistakes_as_text(REPORT, one_line)
    assert "\nt1: macro-F1 0.561, leak 0.500, fact loss 0.500; 7 to look at\n" in text
    assert "\n  leak: speculation → stated_fact\n      It may snow\n" in text
    page = mistakes_as_markdown(REPORT, escape)
    assert "- leak: speculation → stated\\_fact\n  > It may snow\n" in page


def test_an_articles_words_are_made_safe_by_the_callers_escape() -> None:
    seen: list[str] = []

    def note(words: str) -> str:
        seen.append(words)
        return "x"

    assert "may snow" not in mistakes_as_text(REPORT, note) + mistakes_as_markdown(REPORT, note)
    assert "It may snow" in seen


def test_articles_that_failed_are_named() -> None:
    def fails(_: SummaryRequest) -> Summary:
        message = "the provider is away"
        raise ProviderUnavailable(message)

    report = evaluate(ARTICLES[:1], fails, EngineChoice.LLM, Method())
    text = as_text(report_tables(report), one_line)
    assert "failed: t1" in text
    assert "the provider is away" in text
    assert "the provider is away" in mistakes_as_text(report, one_line)


def test_what_stands_between_the_markers_of_a_page_is_replaced() -> None:
    begin, end = MARKERS
    page = f"before\n{begin}\nold\n{end}\nafter\n"
    assert put_between_markers(page, "new\n") == f"before\n{begin}\n\nnew\n\n{end}\nafter\n"
    assert put_between_markers(f"`{begin}` and `{end}`\n{page}", "new")
    for other in ("before", f"{begin}\n", f"{end}\n{begin}\n", page * 2, f"`{begin}`\n`{end}`"):
        assert put_between_markers(other, "new") is None
