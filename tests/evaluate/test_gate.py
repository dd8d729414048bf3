"""Bounds: which way a measure misses one, and what is said then."""

import pytest

from schemas import EngineChoice
from service.errors import ConfigurationError
from service.evaluate.gate import Bound, check_bounds, parse_bound
from service.evaluate.measures import MEASURES
from service.evaluate.report import Method
from service.evaluate.run import evaluate
from tests.evaluate.made import MIXED, annotated, summary

REPORT = evaluate([annotated()], lambda _: summary(*MIXED), EngineChoice.RULES, Method())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("leak=0.5", ()),
        ("leak=0.49", ("leak is 0.5, above the bound of 0.49",)),
        ("coverage=0.92", ()),  # 12/13
        ("coverage=0.93", ("coverage is 0.9231, below the bound of 0.93",)),
        ("loaded=0", ()),
        ("cost=1", ("cost could not be computed; the bound is 1",)),
    ],
)
def test_the_side_that_misses_a_bound_is_the_worse_one(words: str, said: tuple[str, ...]) -> None:
    assert check_bounds(REPORT, [parse_bound(words)]) == said


def test_every_missed_bound_is_said() -> None:
    assert len(check_bounds(REPORT, [Bound("leak", 0), Bound("macro_f1", 1)])) == 2


def test_every_measure_that_has_a_better_side_can_be_bounded() -> None:
    for name, measure in MEASURES.items():
        if measure.better is not None:
            assert parse_bound(f"{name}=1.5") == Bound(name, 1.5)


@pytest.mark.parametrize(
    "words", ["leek=1", "leak", "leak=", "leak=low", "leak=nan", "leak=inf", "cached_tokens=1", ""]
)
def test_what_is_no_bound_is_refused_with_what_would_be(words: str) -> None:
    with pytest.raises(ConfigurationError, match=r"--fail-under.* accepted: "):
        parse_bound(words)
