"""Tables and mistakes as plain text and as Markdown.

Words of articles are in mistakes only. Whoever renders says how they are made safe to show.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from service.evaluate.report import Report
from service.evaluate.tables import MISSING, Table, sum_up

Escape = Callable[[str], str]
"""Makes foreign words safe to show."""

MARKERS = ("<!-- nutgraf evaluate -->", "<!-- /nutgraf evaluate -->")
"""In a page, what stands between the lines that hold them is replaced."""
_INDENT = "  "
_FIGURE = re.compile(r"[-+–\d., ()to]*")
_FIGURES = ("+", "-", MISSING, *"0123456789")


def as_text(tables: Iterable[Table], escape: Escape) -> str:
    """Render tables with columns padded by spaces."""
    return "\n".join(_text_table(table, escape) for table in tables if table.rows)


def _text_table(table: Table, escape: Escape) -> str:
    lines = [tuple(escape(cell) for cell in row) for row in (table.head, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    # Words to the left, figures to the right.
    padded = [
        _INDENT
        + "  ".join(
            cell.ljust(width) if _is_words(table, column) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in (lines if any(table.head) else lines[1:])
    ]
    return "\n".join([table.title, *padded, ""])


def _is_words(table: Table, column: int) -> bool:
    """Whether a column holds words: the first one, all without a head, any without a figure."""
    if column == 0 or not table.head[column]:
        return True
    return not any(row[column].startswith(_FIGURES) for row in table.rows)


def as_markdown(tables: Iterable[Table], escape: Escape, *, level: int = 2) -> str:
    """Render tables as Markdown, each under a heading of the level given."""
    blocks = []
    for table in tables:
        if not table.rows:
            continue
        head = table.head if any(table.head) else ("what", "value")
        aligned = ["---" if _is_words(table, column) else "---:" for column in range(len(head))]
        lines = [[_cell(cell, escape) for cell in row] for row in (head, *table.rows)]
        lines.insert(1, aligned)
        blocks += [
            f"{'#' * level} {table.title}",
            "\n".join(f"| {' | '.join(line)} |" for line in lines),
        ]
    return "\n\n".join(blocks) + "\n"


def _cell(cell: str, escape: Escape) -> str:
    """A cell; figures are ours, and are read more easily as they are."""
    return cell if _FIGURE.fullmatch(cell) else escape(cell)


def mistakes_as_text(report: Report, escape: Escape) -> str:
    """Render what went wrong, article by article."""
    lines: list[str] = []
    for heading, entries in _mistakes(report, escape):
        lines += ["", heading]
        for what, words in entries:
            lines += [_INDENT + what, _INDENT * 3 + words]
    return "\n".join(["Errors by article", *lines]) + "\n"


def mistakes_as_markdown(report: Report, escape: Escape, *, level: int = 2) -> str:
    """Render what went wrong as Markdown, article by article."""
    blocks = [f"{'#' * level} Errors by article"]
    for heading, entries in _mistakes(report, escape):
        blocks.append(f"{'#' * (level + 1)} {heading}")
        blocks.append("\n".join(f"- {what}\n  > {words}" for what, words in entries))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _mistakes(report: Report, escape: Escape) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for row in report.articles:
        yield (
            escape(sum_up(row)),
            [
                (f"{one.kind}: {escape(one.gold)} → {escape(one.predicted)}", escape(one.words))
                for one in row.mistakes
            ],
        )


def put_between_markers(page: str, made: str) -> str | None:
    """The page with what was made in the place of what stands between its markers.

    Returns:
        The page, or None where it does not hold both markers, each once on a line of its own.
    """
    lines = page.splitlines()
    begin, end = MARKERS
    if lines.count(begin) != 1 or lines.count(end) != 1 or lines.index(begin) > lines.index(end):
        return None
    before, after = lines[: lines.index(begin) + 1], lines[lines.index(end) :]
    return "\n".join([*before, "", made, *after]) + "\n"
