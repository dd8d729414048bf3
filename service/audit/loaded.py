"""Loaded words: a summary evaluates nothing, except in somebody's quoted words.

Rule: invariant 2 of the design, and the seeds' `loaded` phrases. The words are the lexicon's.
Inside quotation marks they are somebody's, and stand.

It cannot see what the lexicon does not list, or praise and blame by selection and order.
"""

from collections.abc import Iterator

from schemas import Finding, FindingKind, Loaded
from service.audit.evidence import Evidence
from service.audit.quoting import quoted
from service.audit.reading import Reading
from service.audit.words import few


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each loaded word outside quotation marks."""
    if evidence.lexicon is None:
        return
    inside = quoted(sentence)
    for hit in evidence.lexicon.loaded(sentence):
        if not any(start <= hit.start and hit.end <= end for start, end in inside):
            shown = few(sentence[hit.start : hit.end])
            yield evidence.error(
                FindingKind.LOADED_WORD, f"“{shown}” evaluates, and stands outside quotation marks"
            )


def loaded_terms(reading: Reading) -> tuple[Loaded, ...]:
    """The loaded words of an article, quoted or not, in order; none without a lexicon."""
    if reading.lexicon is None:
        return ()
    article = reading.article
    return tuple(
        Loaded(span=article.span(hit.start, hit.end), term=hit.entry.cue)
        for hit in reading.lexicon.loaded(article.text)
    )
