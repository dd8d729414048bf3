"""Loaded words: a summary evaluates nothing, except in somebody's quoted words.

Rule: invariant 2 of the design, and the seeds' `loaded` phrases. The words are the lexicon's.
Inside quotation marks they are somebody's, and stand.

It cannot see what the lexicon does not list, or praise and blame by selection and order.
"""

from collections.abc import Iterator

from schemas import Article, Finding, FindingKind, Loaded
from service.audit.evidence import Evidence
from service.audit.quotations import quoted
from service.audit.words import few
from service.lexicon import Lexicon


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


def loaded_terms(article: Article, lexicon: Lexicon | None) -> tuple[Loaded, ...]:
    """The loaded words of an article, quoted or not, in order; none without a lexicon."""
    if lexicon is None:
        return ()
    return tuple(
        Loaded(span=article.span(hit.start, hit.end), term=hit.entry.cue)
        for hit in lexicon.loaded(article.text)
    )
