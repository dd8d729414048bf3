"""docs/evaluation.md names every measure, and its figures are the command's."""

import re
from itertools import product

from service.evaluate.measures import MEASURES
from service.evaluate.render import put_between_markers
from service.formats.markdown import escape
from tests.project.checkout import ROOT

PAGE = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| .+? \| (\w*) ?\|$", re.MULTILINE)


def test_every_measure_is_documented_with_the_side_that_is_better() -> None:
    assert ROW.findall(PAGE) == [(name, one.better or "") for name, one in MEASURES.items()]


def test_the_page_can_take_the_figures_between_its_markers() -> None:
    assert put_between_markers(PAGE, "figures") is not None


def test_the_page_shows_every_measure_of_every_run() -> None:
    titles = [escape(one.title) for one in MEASURES.values()]
    shown = re.findall(r"^\| (.+?) \| (?:higher|lower|) \|(?: [^|]+ \|)+$", PAGE, re.MULTILINE)
    assert [title for title in shown if title in titles] == titles
    for engine, articles in (*product(("rules", "bridge"), "abkl"), ("rules", "p")):
        assert f"{engine} ({articles}\\*)" in PAGE
