"""A report, or several, as a picture: F1 by status, and leak against fact loss."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from schemas import Status
from service.errors import ConfigurationError
from service.evaluate.report import Figure, Report
from service.evaluate.tables import describe

ENDINGS = (".png", ".svg")
"""Of the files that can be written."""
_WIDTH, _HEIGHT = 11.0, 4.5  # inches
_RESOLUTION = 150  # dots an inch; of a PNG
_BARS = 0.8  # of the room between two groups of bars


def plot(reports: Sequence[Report], path: Path) -> None:
    """Draw reports side by side, with their intervals where they have them.

    Args:
        reports: One or more.
        path: Where to write; its ending, `.png` or `.svg`, says what.

    Raises:
        ConfigurationError: As `check_plot` does.
    """
    check_plot(path)
    # By name: an extra, without which everything else is typed, checked and run.
    matplotlib, figures = import_module("matplotlib"), import_module("matplotlib.figure")
    # The same figures give the same bytes.
    with matplotlib.rc_context({"svg.hashsalt": "nutgraf", "svg.fonttype": "none"}):
        figure = figures.Figure(figsize=(_WIDTH, _HEIGHT), layout="constrained")
        bars, points = figure.subplots(1, 2, width_ratios=(3, 2))
        _draw_f1(bars, reports)
        _draw_losses(points, reports)
        undated = {"Date": None} if path.suffix.lower() == ".svg" else {}
        # Both sides have the same colours in the same order.
        figure.legend(*bars.get_legend_handles_labels(), loc="outside lower center")
        figure.savefig(path, dpi=_RESOLUTION, metadata=undated)


def check_plot(path: Path) -> None:
    """Check that a picture can be drawn, before what it shows is paid for.

    Raises:
        ConfigurationError: Another ending than `.png` or `.svg`, or matplotlib is not installed.
    """
    if path.suffix.lower() not in ENDINGS:
        message = f"--plot: not a kind of picture that is drawn; accepted: {' or '.join(ENDINGS)}"
        raise ConfigurationError(message)
    if find_spec("matplotlib") is None:
        message = "plots need matplotlib: install nutgraf[plot]"
        raise ConfigurationError(message)


def _draw_f1(axes: Any, reports: Sequence[Report]) -> None:
    names = ["macro_f1", *(f"f1_{status}" for status in Status)]
    width = _BARS / len(reports)
    for number, report in enumerate(reports):
        found = [report.pooled.figures[name] for name in names]
        left = [index - _BARS / 2 + width * (number + 0.5) for index in range(len(names))]
        axes.bar(
            left,
            [_value(one) for one in found],
            width,
            yerr=_errors(found),
            capsize=3,
            label=_label(report),
        )
    axes.set_xticks(range(len(names)), ["macro", *(str(s).replace("_", "\n") for s in Status)])
    axes.set_ylim(0, 1)
    axes.set_title("F1 by status, over words (higher is better)")


def _draw_losses(axes: Any, reports: Sequence[Report]) -> None:
    most = 0.1
    for report in reports:
        leak, loss = (report.pooled.figures[name] for name in ("leak", "fact_loss"))
        axes.errorbar(
            [_value(loss)],
            [_value(leak)],
            xerr=_errors([loss]),
            yerr=_errors([leak]),
            marker="o",
            capsize=3,
            linestyle="",
            clip_on=False,
        )
        most = max(most, *(one.high or _value(one) for one in (leak, loss)))
    axes.set_xlim(0, most * 1.05)
    axes.set_ylim(0, most * 1.05)
    axes.set_xlabel("fact loss")
    axes.set_ylabel("leak")
    axes.set_title("Leak against fact loss (lower left is better)")


def _value(figure: Figure) -> float:
    return figure.value or 0.0


def _errors(figures: Sequence[Figure]) -> tuple[list[float], list[float]]:
    """Lengths of the bars below and above each value; 0 where there is no interval."""
    below = [max(_value(one) - (_value(one) if one.low is None else one.low), 0) for one in figures]
    above = [
        max((_value(one) if one.high is None else one.high) - _value(one), 0) for one in figures
    ]
    return below, above


def _label(report: Report) -> str:
    include = " ".join(report.method.include)
    words = f"{describe(report.method)} ({include})" if include else describe(report.method)
    return words.replace("$", r"\$")  # matplotlib would set what stands between two as a formula
