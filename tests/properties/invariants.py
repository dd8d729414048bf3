"""The six invariants of docs/architecture.md, as far as one Summary and its article show them."""

import re
from collections.abc import Iterator
from typing import Any

from schemas import Article, Severity, SourceKind, Span, Summary
from service import lexicon
from service.segment import segment

# One digit may be written as a word: "no one was hurt" has a 1.
_DIGITS = re.compile(r"\d{2,}")


def lasting(summary: Summary) -> dict[str, Any]:
    """All but what may differ from one run to the next (invariant 5)."""
    return summary.model_dump(mode="json", exclude={"id", "created_at", "run"})


def spans(summary: Summary) -> Iterator[Span]:
    """Every span that a Summary holds."""
    for claim in summary.claims:
        yield from claim.provenance
        yield from (cue.span for cue in claim.cues)
        if claim.attribution.span:
            yield claim.attribution.span
    for sentence in summary.summary:
        yield from sentence.provenance
    yield from (loaded.span for loaded in summary.loaded)
    yield from summary.uncovered


def assert_proven(summary: Summary, article: Article) -> None:
    """Invariants 1, 2 and 3."""
    _assert_spans_are_slices(summary, article)
    _assert_claims_are_slices(summary)
    _assert_sentences_cite_what_bears_them(summary)
    _assert_nothing_is_lost(summary, article)


def _assert_spans_are_slices(summary: Summary, article: Article) -> None:
    utf16 = article.text.encode("utf-16-le")
    for span in spans(summary):
        assert 0 <= span.start < span.end <= len(article.text)
        assert article.text[span.start : span.end] == span.text
        assert utf16[2 * span.utf16_start : 2 * span.utf16_end].decode("utf-16-le") == span.text


def _assert_claims_are_slices(summary: Summary) -> None:
    ids = [claim.id for claim in summary.claims]
    assert ids == [f"c{number}" for number in range(1, len(ids) + 1)]
    places = [(claim.provenance[0].start, claim.provenance[0].end) for claim in summary.claims]
    assert places == sorted(set(places))
    for claim in summary.claims:
        assert claim.text == claim.provenance[0].text
        attribution = claim.attribution
        assert attribution.source == (attribution.span and attribution.span.text)
        assert attribution.source is None or attribution.kind is not SourceKind.ARTICLE
    separated = [claim_id for ids in summary.separation.model_dump().values() for claim_id in ids]
    assert sorted(separated) == sorted(ids)


def _assert_sentences_cite_what_bears_them(summary: Summary) -> None:
    claims = {claim.id: claim for claim in summary.claims}
    for sentence in summary.summary:
        cited = [claims[claim_id] for claim_id in sentence.claims]
        places = {(place.start, place.end) for claim in cited for place in claim.provenance}
        assert [(span.start, span.end) for span in sentence.provenance] == sorted(places)
        bearing = " ".join(f"{claim.text} {claim.attribution.source}" for claim in cited)
        # Not by the audit's own reading: every longer number stands in what the sentence cites.
        assert set(_DIGITS.findall(sentence.text)) <= set(_DIGITS.findall(bearing))
    shown = [finding for finding in summary.findings if finding.where.startswith("s")]
    assert not any(finding.severity is Severity.ERROR for finding in shown)


def _assert_nothing_is_lost(summary: Summary, article: Article) -> None:
    """Every sentence is touched by a claim or listed; what could not be checked is listed."""
    seen = bytearray(len(article.text))
    for span in [*summary.uncovered, *(place for c in summary.claims for place in c.provenance)]:
        seen[span.start : span.end] = b"\x01" * (span.end - span.start)
    assert all(any(seen[sentence.start : sentence.end]) for sentence in segment(article))
    if lexicon.load(article.language, article.text) is None:
        assert {"negation", "certainty", "attribution"} <= {c.check for c in summary.checks_not_run}
