"""Differences between two reports, and when they are more than chance."""

from pathlib import Path

import pytest

from schemas import EngineChoice, Status
from service.errors import UnreadableInput
from service.evaluate.compare import Verdict, compare
from service.evaluate.report import Method, Report, read_report
from service.evaluate.run import evaluate
from tests.evaluate.made import SPECULATION, annotated, claim, summary

FACT = Status.STATED_FACT


def report(*ids: str, snow: Status | None = FACT, title: str = "Rain") -> Report:
    """A report of an engine that gives the snow this status, or does not see it."""
    answer = summary(claim("It may snow", status=snow)) if snow else summary()
    articles = [annotated(id=one, title=title) for one in ids]
    return evaluate(articles, lambda _: answer, EngineChoice.RULES, Method(resamples=10))


FIVE = ("t1", "t2", "t3", "t4", "t5")


def test_less_leak_is_better_and_more_of_it_worse() -> None:
    leaky, tight = report(*FIVE), report(*FIVE, snow=SPECULATION)
    leak = compare(leaky, tight, 100, 1).differences["leak"]
    assert (leak.before, leak.after, leak.difference.value) == (0.5, 0, -0.5)
    assert (leak.difference.low, leak.difference.high) == (-0.5, -0.5)
    assert leak.verdict is Verdict.BETTER
    assert compare(tight, leaky, 100, 1).differences["leak"].verdict is Verdict.WORSE


def test_where_higher_is_better_a_rise_is() -> None:
    f1 = compare(report(*FIVE), report(*FIVE, snow=SPECULATION), 100, 1).differences
    assert f1["f1_speculation"].verdict is Verdict.BETTER
    assert f1["coverage"].verdict is Verdict.OPEN  # the same in both
    assert f1["output_tokens"].verdict is Verdict.NO_INTERVAL


def test_only_articles_that_both_have_are_compared() -> None:
    made = compare(report("t1", "t2"), report("t2", "t3"), 100, 1)
    assert made.articles == ("t2",)
    assert made.left_out == ("t1", "t3")
    assert made.differences["leak"].verdict is Verdict.NO_INTERVAL


def test_reports_without_a_common_article_or_on_other_annotations_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="no article in common"):
        compare(report("t1"), report("t2"), 100, 1)
    with pytest.raises(UnreadableInput, match="annotations differ: t2"):
        compare(report("t1", "t2"), report("t2", title="Snow"), 100, 1)


def test_a_figure_that_one_report_lacks_has_no_difference() -> None:
    found = compare(report("t1"), report("t1", snow=None), 100, 1).differences
    assert found["attribution_kind"].before == 1
    assert found["attribution_kind"].after is None
    assert found["attribution_kind"].difference.value is None


@pytest.mark.parametrize("text", ["", "{}", '{"nutgraf": "Zembrint"}', "[]"])
def test_a_file_that_is_no_report_is_refused_without_its_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(UnreadableInput, match=r"a\.json: not a report") as refused:
        read_report(path)
    assert "Zembrint" not in str(refused.value)


def test_a_report_with_other_counts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(report("t1").model_dump_json().replace('"key_claims"', '"keys"'))
    with pytest.raises(UnreadableInput, match="not a report of this version"):
        read_report(path)


def test_a_report_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="No such file"):
        read_report(tmp_path / "a.json")
