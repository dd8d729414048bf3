"""Bounds that an engine has to keep: `--fail-under leak=0.05`.

"Under" is meant as a mark is: where higher is better, a figure below its bound misses it; where
lower is better (leak, fact loss, counts of mistakes, tokens, cost, time), one above it does.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from service.errors import ConfigurationError
from service.evaluate.measures import MEASURES, Better
from service.evaluate.report import Report


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound."""

    measure: str
    """Name of the measure."""
    value: float
    """What it has to reach, or may reach."""

    def missed_by(self, value: float | None) -> bool:
        """Whether a figure misses it; one that could not be computed does."""
        if value is None:
            return True
        higher = MEASURES[self.measure].better is Better.HIGHER
        return value < self.value if higher else value > self.value


def parse_bound(words: str) -> Bound:
    """Read `measure=number`.

    Raises:
        ConfigurationError: It does not read so, or there is no such measure.
    """
    name, _, number = words.partition("=")
    gated = [known for known, measure in MEASURES.items() if measure.better is not None]
    if name not in gated:
        message = f"--fail-under: no such measure; accepted: {', '.join(gated)}"
        raise ConfigurationError(message)
    try:
        value = float(number)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        message = f"--fail-under {name}: not a number; accepted: {name}=NUMBER, such as {name}=0.05"
        raise ConfigurationError(message)
    return Bound(name, value)


def check_bounds(report: Report, bounds: Sequence[Bound]) -> tuple[str, ...]:
    """Say which bounds the pooled figures miss, in one line each."""
    missed = []
    for bound in bounds:
        value = report.pooled.figures[bound.measure].value
        if not bound.missed_by(value):
            continue
        if value is None:
            missed.append(f"{bound.measure} could not be computed; the bound is {bound.value:g}")
        else:
            higher = MEASURES[bound.measure].better is Better.HIGHER
            side = "below" if higher else "above"
            missed.append(f"{bound.measure} is {value:.4g}, {side} the bound of {bound.value:g}")
    return tuple(missed)
