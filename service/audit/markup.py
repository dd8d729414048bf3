"""Markup: a sentence has no tag, link or entity that the article does not have.

Rule: invariants 2 and 4 of the design. Tags ("<img src=…"), comments, character references
("&lt;"), Markdown links and images, and addresses with a scheme are no prose of a news summary; one
passes only where the article has it too, up to the shape of quotation marks. Our own renderings
escape all of them: this keeps them out of the texts of the JSON, which others render.

    article                    sentence                            finding
    It cost 5 < 6.             It cost 5 < 6.                      none
    He typed <b>.              He typed <b>.                       none: the article has it
    The dam held.              The dam held <img src=x onerror=…   error
    The dam held.              The dam held (https://evil.test).   error

It cannot see a bare domain name, nor markup of other kinds (TeX, BBCode).
"""

import re
from collections.abc import Iterator

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.quoting import normal
from service.audit.words import few

_MARKUP = re.compile(
    r"<[a-z/!?][^<>]{0,200}>?"
    r"|&(?:[a-z][a-z0-9]{1,30}|\#\d{1,7}|\#x[0-9a-f]{1,6});"
    r"|\]\([^()\s]{1,200}"
    r"|(?<![a-z])(?:https?|ftp|file|data|javascript|vbscript|mailto):[^\s)\]]{1,200}",
    re.IGNORECASE,
)
"""What HTML (13.1 and 13.5 of its standard) and CommonMark (6.3, 6.5) do not take as text."""


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each piece of markup that the article does not have."""
    for match in _MARKUP.finditer(sentence):
        found = match.group().rstrip(".,;:!?'’”\"")
        if normal(found) not in evidence.reading.normal:
            message = f"“{few(found)}” is markup that the article does not have"
            yield evidence.error(FindingKind.MARKUP, message)
