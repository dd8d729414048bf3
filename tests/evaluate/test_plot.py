"""Pictures of reports: drawn where matplotlib is installed."""

from pathlib import Path

import pytest

from schemas import EngineChoice
from service.errors import ConfigurationError
from service.evaluate.plot import plot
from service.evaluate.report import Method
from service.evaluate.run import evaluate
from tests.evaluate.made import MIXED, annotated, summary

ARTICLES = [annotated(id=f"t{number}") for number in range(1, 7)]
REPORT = evaluate(ARTICLES, lambda _: summary(*MIXED), EngineChoice.RULES, Method(resamples=50))
NOTHING = evaluate(ARTICLES[:1], lambda _: summary(), EngineChoice.RULES, Method())


def test_a_picture_is_of_a_kind_that_is_drawn(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"accepted: \.png or \.svg"):
        plot([REPORT], tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("name", "start"), [("a.png", b"\x89PNG\r\n\x1a\n"), ("a.SVG", b"<?xml version=")]
)
def test_one_report_or_several_are_drawn(tmp_path: Path, name: str, start: bytes) -> None:
    pytest.importorskip("matplotlib")
    for reports in ([REPORT], [REPORT, NOTHING]):
        plot(reports, tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)


def test_the_same_report_gives_the_same_picture(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    pictures = [tmp_path / "a.svg", tmp_path / "b.svg"]
    for picture in pictures:
        plot([REPORT], picture)
    assert pictures[0].read_bytes() == pictures[1].read_bytes()
    assert "leak" in pictures[0].read_text("utf-8")
