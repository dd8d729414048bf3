"""A Summary as plain text, for a terminal or a pipe."""

from io import StringIO

from rich.console import Console
from rich.text import Text

from schemas import Claim, Severity, Summary
from service.formats import words
from service.formats.inert import one_line

WIDTH = 80
"""Columns where nobody says how wide the terminal is."""
_NARROWEST = 24
_INDENT = "  "
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def render(
    summary: Summary, *, width: int = WIDTH, colour: bool = False, replayed: bool = False
) -> str:
    """Render a Summary for reading.

    Args:
        summary: The Summary.
        width: Columns of the terminal; lines are broken at words to fit.
        colour: Whether to style with ANSI escape sequences.
        replayed: Whether the model's answers came from a recording; said in the last line.
    """
    page = _Page(width=max(width, _NARROWEST), colour=colour)
    if summary.article.title:
        page.line(Text(one_line(summary.article.title), "bold"))
    _summary(page, summary)
    for heading, claims in words.claims_by_status(summary):
        page.heading(f"{heading} ({len(claims)})")
        for claim in claims:
            _claim(page, claim)
    _audit(page, summary)
    page.blank()
    page.line(Text(words.uncovered(summary)))
    page.line(Text(one_line(words.engine(summary.engine, replayed=replayed)), "dim"))
    return page.text()


def _summary(page: "_Page", summary: Summary) -> None:
    page.heading("Summary")
    if not summary.summary:
        page.line(Text("No sentence passed the audit."), first=_INDENT)
    for sentence in summary.summary:
        cited = " ".join(f"[{claim}]" for claim in sentence.claims)
        text = Text(one_line(sentence.text)).append(f" {cited}", "cyan")
        page.line(text, first=_INDENT)


def _claim(page: "_Page", claim: Claim) -> None:
    label = Text(_INDENT).append(f"{claim.id:<4}", "cyan")
    page.line(Text(one_line(words.source(claim.attribution)), "italic"), first=label)
    page.line(Text(one_line(claim.text)), first=_INDENT * 3)


def _audit(page: "_Page", summary: Summary) -> None:
    found = words.findings(summary)
    if found:
        page.heading(f"Findings ({len(found)})")
    for finding in found:
        label = Text(_INDENT).append(f"{finding.severity:<8}", _STYLES[finding.severity])
        page.line(Text(f"{finding.where}: {one_line(finding.message)}"), first=label)
    if summary.dropped:
        page.heading(f"Dropped ({len(summary.dropped)})")
    for dropped in summary.dropped:
        page.item(f"{dropped.what}: {dropped.reason}")
    if summary.checks_not_run:
        page.heading(f"Checks not run ({len(summary.checks_not_run)})")
    for check in summary.checks_not_run:
        page.item(f"{check.check}: {check.reason}")
    if summary.loaded:
        page.heading(f"Loaded words in the article ({len(summary.loaded)})")
        page.item(", ".join(loaded.span.text for loaded in summary.loaded))


class _Page:
    """Lines broken to a width. Takes `Text` only: rich never reads markup out of that."""

    def __init__(self, *, width: int, colour: bool) -> None:
        self._out = StringIO()
        self._width = width
        self._console = Console(
            file=self._out,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            highlight=False,
            legacy_windows=False,
        )

    def heading(self, words: str) -> None:
        """A heading, with a blank line above unless it is the first line."""
        if self._out.tell():
            self.blank()
        self.line(Text(words, "bold"))

    def item(self, words: str) -> None:
        """One indented entry of a list."""
        self.line(Text(one_line(words)), first=_INDENT)

    def blank(self) -> None:
        """An empty line."""
        self._out.write("\n")

    def line(self, text: Text, *, first: str | Text = "") -> None:
        """One paragraph; its later lines are indented by the width of `first`."""
        lead = Text(first) if isinstance(first, str) else first
        indent = Text(" " * lead.cell_len)
        for part in text.wrap(self._console, self._width - lead.cell_len):
            part.rstrip()
            self._console.print(lead + part, no_wrap=True, crop=False, soft_wrap=True)
            lead = indent

    def text(self) -> str:
        """All of it."""
        return self._out.getvalue()
