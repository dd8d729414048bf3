"""The audit: proves, without a model, that a summary sentence says no more than what it cites.

One module a check, each a generator of findings over a sentence and its `Evidence`; the order in
which they run is `CHECKS`. What a check cannot see stands in its docstring.

    relevance echo markup numbers dates names quotations    need no lexicon
    comparison new_words
    negation certainty cut attribution loaded               need the lexicon of the language
    labels      reviews the claims' statuses                support    extractive or paraphrase
    headline    audits the article's own title
"""

from collections.abc import Callable, Iterator, Sequence

from schemas import CheckNotRun, Claim, Finding, FindingKind, Severity
from service.audit import (
    attribution,
    certainty,
    comparison,
    cut,
    dates,
    echo,
    loaded,
    markup,
    names,
    negation,
    new_words,
    numbers,
    quotations,
    relevance,
)
from service.audit.evidence import Evidence
from service.audit.headline import audit_title
from service.audit.labels import review_labels
from service.audit.loaded import loaded_terms
from service.audit.reading import Reading
from service.audit.support import support_of

__all__ = [
    "CHECKS",
    "Evidence",
    "Reading",
    "audit_sentence",
    "audit_title",
    "checks_not_run",
    "loaded_terms",
    "review_labels",
    "support_of",
]

Check = Callable[[str, Evidence], Iterator[Finding]]

GATES: dict[str, Check] = {"relevance": relevance.check, "echo": echo.check}
"""A sentence that one of these refuses is not about the article; nothing more is said of it."""

_PROOFS: dict[str, Check] = {
    "markup": markup.check,
    "numbers": numbers.check,
    "dates": dates.check,
    "names": names.check,
    "quotations": quotations.check,
    "negation": negation.check,
    "certainty": certainty.check,
    "cut": cut.check,
    "attribution": attribution.check,
    "loaded words": loaded.check,
    "comparison": comparison.check,
    "new words": new_words.check,
}
CHECKS: dict[str, Check] = GATES | _PROOFS
"""The checks of a summary sentence, in the order of their findings."""

_NEED_LEXICON = ("negation", "certainty", "cut", "attribution", "loaded words", "labels")


def audit_sentence(
    text: str, cited: Sequence[Claim], reading: Reading, where: str
) -> tuple[Finding, ...]:
    """Run all checks on one summary sentence.

    Args:
        text: The sentence.
        cited: The grounded claims that it cites; none gives one `UNCITED` error.
        reading: The article; without a lexicon the checks that need one are skipped.
        where: `s1`, `s2`, …: where the findings say they are.
    """
    if not cited:
        message = "this sentence cites no passage of the article"
        return (
            Finding(
                kind=FindingKind.UNCITED, severity=Severity.ERROR, where=where, message=message
            ),
        )
    evidence = Evidence.of(reading, cited, where)
    foreign = tuple(finding for check in GATES.values() for finding in check(text, evidence))
    if foreign:
        return foreign
    return tuple(finding for check in _PROOFS.values() for finding in check(text, evidence))


def checks_not_run(reading: Reading) -> tuple[CheckNotRun, ...]:
    """Name the checks that cannot run on an article, with the reason."""
    skipped = []
    article = reading.article
    if reading.lexicon is None:
        reason = f"no lexicon for language “{article.language}”"
        skipped = [CheckNotRun(check=check, reason=reason) for check in _NEED_LEXICON]
    if not any(char.isupper() for char in article.text):
        reason = "the article has no capital letters to know a name by"
        skipped.append(CheckNotRun(check="names", reason=reason))
    elif names.capitalises_nouns(article.language):
        reason = (
            f"every noun has a capital in language “{article.language}”: names are only warned of"
        )
        skipped.append(CheckNotRun(check="names", reason=reason))
    return tuple(skipped)
