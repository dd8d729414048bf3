"""A Summary as Markdown (CommonMark), in which the article's words stay words.

Whatever an article says, nothing of it becomes a heading, a link, an image, HTML or mathematics:
characters with a meaning are escaped, and addresses that renderers link by themselves are broken
by a word joiner, which nobody sees. Copy verbatim quotes from the JSON, not from here.
"""

import re

from schemas import Claim, Summary
from service.formats import words
from service.formats.inert import one_line

_JOINER = "\N{WORD JOINER}"
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$^@]")
# At the start of a block: bullets, numbers of a list, setext underlines, a table's colon.
_BLOCK = re.compile(r"^(?:[-+=:]|\d{1,9}(?=[.)]))")
# GitHub and others link these even where they are escaped: "www.", "://", "@".
_WWW = re.compile(r"www(?=\.)", re.IGNORECASE)


def escape(text: str) -> str:
    """Article words on one line, with nothing that Markdown or HTML would act on."""
    line = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    line = _BLOCK.sub(_escape_block, line)
    line = line.replace("://", f":{_JOINER}//").replace("@", f"@{_JOINER}")
    return _WWW.sub(rf"\g<0>{_JOINER}", line)


def _escape_block(found: re.Match[str]) -> str:
    start = found.group()
    # "12." starts a list, and only the full stop can be escaped.
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def render(summary: Summary, *, replayed: bool = False) -> str:
    """Render a Summary as Markdown.

    Args:
        summary: The Summary.
        replayed: Whether the model's answers came from a recording; said in the last line.
    """
    blocks = [f"# {escape(summary.article.title)}"] if summary.article.title else []
    blocks += ["## Summary", _sentences(summary)]
    for heading, claims in words.claims_by_status(summary):
        blocks.append(f"## {heading} ({len(claims)})")
        if claims:
            blocks.append("\n".join(_claim(claim) for claim in claims))
    blocks += _audit(summary)
    blocks += [words.uncovered(summary), escape(words.engine(summary.engine, replayed=replayed))]
    return "\n\n".join(blocks) + "\n"


def _sentences(summary: Summary) -> str:
    if not summary.summary:
        return "No sentence passed the audit."
    return " ".join(
        f"{escape(sentence.text)} " + " ".join(f"\\[{claim}\\]" for claim in sentence.claims)
        for sentence in summary.summary
    )


def _claim(claim: Claim) -> str:
    return f"- **{claim.id}** {escape(words.source(claim.attribution))}\n  > {escape(claim.text)}"


def _audit(summary: Summary) -> list[str]:
    sections = {
        "Findings": [
            f"- {finding.severity}, {escape(finding.where)}: {escape(finding.message)}"
            for finding in words.findings(summary)
        ],
        "Dropped": [f"- {escape(one.what)}: {escape(one.reason)}" for one in summary.dropped],
        "Checks not run": [
            f"- {escape(one.check)}: {escape(one.reason)}" for one in summary.checks_not_run
        ],
        "Loaded words in the article": [f"- {escape(one.span.text)}" for one in summary.loaded],
    }
    return [
        block
        for heading, lines in sections.items()
        if lines
        for block in (f"## {heading} ({len(lines)})", "\n".join(lines))
    ]
