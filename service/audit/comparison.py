"""Comparison: a superlative or comparative of the sentence has its like in the passages cited.

Rule: invariant 2 of the design. A superlative is an error where the cited passages have none at
all, and a warning where they have another one ("biggest" for "largest"). A comparison with "than"
is a warning where the passages compare nothing: "6.8 against 5.1" is a comparison in other words,
and nobody could list them all.

It cannot see a comparison turned round ("fewer" for "more"). English only.
"""

import re
from collections.abc import Iterator

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.words import few

_NOT_SUPERLATIVES = frozenset(
    """
    interest request west east forest arrest protest guest harvest invest suggest rest test
    contest quest honest modest conquest manifest digest chest nest pest vest zest crest
    unrest infest ingest attest detest midwest northwest southwest northeast southeast
    tempest inquest behest bequest disinterest latest earnest august priest divest molest
    """.split()  # noqa: SIM905 - a list of words
)
"""Words in "-est" that compare nothing (or, as "latest", mostly order in time)."""
_SUPERLATIVE = re.compile(
    r"(?<!\w)(?:[a-z]{2,}est|best|worst|record(?=\s(?:high|low|number|level|year))"
    r"|(?:most|least)\s[a-z]+(?:al|ble|ed|ic|ing|ive|ous|ent|ant|ful|ly))(?!\w)",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"(?<!\w)(?:[a-z]{2,}est|best|worst|most|least|record|ever|unprecedented|never before|top|"
    r"no other)(?!\w)",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"(?<!\w)(?P<word>more|less|fewer|[a-z]{2,}er)\s(?:[\w’'-]+\s){0,4}?than(?!\w)", re.IGNORECASE
)
_COMPARES = re.compile(
    r"(?<!\w)(?:than|against|compared|from|versus|up|down|above|below|beat\w*|exceed\w*|as|[a-z]{2,}er)(?!\w)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:more|less|fewer)\sthan\s(?:[$€£]?\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten|half)",
    re.IGNORECASE,
)


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each comparison that the cited passages do not make."""
    cited = evidence.text.casefold()
    for match in _SUPERLATIVE.finditer(sentence):
        word = match.group().casefold()
        if word in _NOT_SUPERLATIVES or word in cited:
            continue
        shown = few(match.group())
        if any(m.group().casefold() not in _NOT_SUPERLATIVES for m in _ANY.finditer(cited)):
            yield evidence.warning(
                FindingKind.COMPARISON, f"“{shown}” is put otherwise in the passages that it cites"
            )
        else:
            yield evidence.error(
                FindingKind.COMPARISON, f"“{shown}” is not in the passages that it cites"
            )
    for match in _THAN.finditer(sentence):
        if _BOUND.match(sentence, match.start()) or match["word"].casefold() in ("rather", "other"):
            continue
        if not _COMPARES.search(cited):
            yield evidence.warning(
                FindingKind.COMPARISON,
                f"“{few(match.group())}” compares what the passages that it cites do not",
            )
