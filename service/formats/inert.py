"""Article words made safe to show: one line, no control character, nothing invisible that acts.

A terminal obeys escape sequences, and bidirectional overrides make text read as what it is not
(CVE-2021-42574). The offsets in a Summary are not touched: this is for display only.
"""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for each character that was taken out, so that one sees that something was."""

# Runs of what breaks or fills a line. No-break and thin spaces stay: they belong to the typography.
_BREAKS = re.compile("[\t-\r\x1c-\x20\x85\u2028\u2029]+")
# C0 but white space, DEL, C1; embeddings and overrides, isolates; surrogates; tag characters,
# which show nothing and can carry a hidden text.
_ACTIVE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def one_line(text: str) -> str:
    """Show `text` on one line: white space collapsed, active characters replaced."""
    return _ACTIVE.sub(REPLACEMENT, _BREAKS.sub(" ", text).strip(" "))
