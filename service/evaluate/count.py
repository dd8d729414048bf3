"""Summary → counts: everything that a measure is made of, for one article.

Counts of several articles are added, key by key; a measure is computed of the sum ("pooled over
articles"), so that a long article weighs more than a short one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from schemas import Claim, FindingKind, Severity, SourceKind, Status, Summary, Support
from service.evaluate.alignment import Words, half_covered, match, same_source
from service.evaluate.annotated import Annotated, GoldClaim

Counts = Mapping[str, int]
"""What was counted, by name: `KEYS` lists the names."""

NONE = "none"
"""In the place of a status: outside all claims."""
LABELS = (*(str(status) for status in Status), NONE)
"""What a word can be."""


def words_key(gold: str, predicted: str) -> str:
    """Name of the count of words with these two labels."""
    return f"words.{gold}.{predicted}"


KEYS: dict[str, str] = {
    **{
        words_key(gold, predicted): f"words that are {gold} in the gold and {predicted} predicted"
        for gold in LABELS
        for predicted in LABELS
    },
    "claims": "gold claims",
    "claims.matched": "of these, at least half covered by a predicted claim",
    "claims.kind": "matched, with the same kind of source",
    "claims.sourced": "matched, and the gold source is named or unnamed",
    "claims.source": "of these, with the same source",
    "key_claims": "gold claims that a fair summary contains",
    "key_claims.recalled": "of these, at least half in the provenance of the summary",
    "loaded": "loaded phrases of the gold",
    "loaded.shown": "of these, in the summary",
    "summary.sentences": "sentences of the summary",
    "summary.extractive": "of these, made of the article's words",
    "summary.errors": "findings of severity error on them",
    "dropped.lines": "claims dropped because their line could not be read",
    "dropped.quotes": "claims dropped because their quote is not in the article",
    "dropped.sentences": "drafted summary sentences that were dropped",
    "sentences": "sentences of the article",
    "calls": "calls to the provider",
    "input_tokens": "tokens sent, as the provider counts them",
    "cached_tokens": "of these, cached by the provider",
    "output_tokens": "tokens answered, as the provider counts them",
}
"""Every count and what it counts."""

# `Dropped.what` as service/draft/wire.py, service/ground.py and service/pipeline.py write it: a
# claim that was read is named with its sentences. tests/evaluate/test_count.py holds them together.
_DROPPED = {
    "dropped.sentences": re.compile(r"drafted sentence \d+"),
    "dropped.quotes": re.compile(r"drafted claim \d+ \(sentences? .+\)"),
    "dropped.lines": re.compile(r"drafted claim \d+"),
}


def count(annotated: Annotated, summary: Summary | None, sentences: int) -> dict[str, int]:
    """Count what an engine made of one article.

    Args:
        annotated: The article and its gold.
        summary: What the engine made; None where it failed, which counts like an empty answer.
        sentences: How many sentences the article has.
    """
    counted = Counter(dict.fromkeys(KEYS, 0))
    counted["sentences"] = sentences
    claims = summary.claims if summary else ()
    words = Words.of(annotated.article.text, annotated.claims, claims)
    for gold, predicted in zip(words.gold, words.predicted, strict=True):
        counted[words_key(gold or NONE, predicted or NONE)] += 1
    counted.update(_attributions(annotated.claims, claims))
    counted["key_claims"] = len(annotated.key_claims)
    counted["loaded"] = len(annotated.loaded)
    if summary:
        counted["key_claims.recalled"] = len(annotated.key_claims) - len(missed(annotated, summary))
        counted["loaded.shown"] = len(loaded_shown(annotated.loaded, summary))
        counted.update(_summary(summary))
    return dict(counted)


def _attributions(gold: Sequence[GoldClaim], predicted: Sequence[Claim]) -> Iterator[str]:
    """Names of the counts that each gold claim raises by one."""
    for claim in gold:
        yield "claims"
        found = match(claim, predicted)
        if found is None:
            continue
        yield "claims.matched"
        if found.attribution.kind is claim.kind:
            yield "claims.kind"
        if claim.kind is not SourceKind.ARTICLE:
            yield "claims.sourced"
            if same_source(claim.source, found.attribution.source):
                yield "claims.source"


def _summary(summary: Summary) -> dict[str, int]:
    shown = summary.summary
    dropped = Counter(_what(one.what) for one in summary.dropped)
    return {
        "summary.sentences": len(shown),
        "summary.extractive": sum(one.support is Support.EXTRACTIVE for one in shown),
        "summary.errors": sum(one.severity is Severity.ERROR for one in summary.findings),
        **{key: dropped[key] for key in _DROPPED},
        "calls": summary.run.calls,
        "input_tokens": summary.run.input_tokens,
        "cached_tokens": summary.run.cached_tokens,
        "output_tokens": summary.run.output_tokens,
    }


def _what(dropped: str) -> str | None:
    """The count that a dropped thing belongs to."""
    return next((key for key, form in _DROPPED.items() if form.fullmatch(dropped)), None)


def missed(annotated: Annotated, summary: Summary) -> tuple[int, ...]:
    """Those of `key_claims` that the summary's provenance covers less than half."""
    shown = [(place.start, place.end) for one in summary.summary for place in one.provenance]
    return tuple(
        number
        for number in annotated.key_claims
        if not half_covered((annotated.claims[number].start, annotated.claims[number].end), shown)
    )


def loaded_shown(phrases: Sequence[str], summary: Summary) -> tuple[tuple[str, str], ...]:
    """The loaded phrases that stand in the summary, each with the first sentence that holds it.

    They are sought whole and in any case, in quotation marks too.
    """
    found = []
    for phrase in phrases:
        held = (one.text for one in summary.summary if _stands(phrase, one.text))
        if sentence := next(held, None):
            found.append((phrase, sentence))
    return tuple(found)


def _stands(phrase: str, sentence: str) -> bool:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.search(rf"(?<!\w){words}(?!\w)", sentence, re.IGNORECASE) is not None


def count_findings(summary: Summary) -> dict[str, int]:
    """Count what the audit found, by `place.severity.kind`.

    The place is `summary` (its sentences and how they came about), `title` (the article's own) or
    `claims` (labels and sources).
    """
    places = {
        "summary": summary.findings,
        "title": summary.headline.findings,
        "claims": tuple(finding for claim in summary.claims for finding in claim.findings),
    }
    counted = Counter(
        f"{place}.{one.severity}.{one.kind}" for place, found in places.items() for one in found
    )
    return dict(sorted(counted.items()))


def uncorrected(summary: Summary) -> Summary:
    """The Summary with the labels that the drafter gave, before the audit corrected them.

    The audit corrects stated facts only (`service/audit/labels.py`), so a corrected claim was one.
    """
    return summary.model_copy(
        update={
            "claims": tuple(
                claim.model_copy(update={"status": Status.STATED_FACT})
                if any(one.kind is FindingKind.LABEL_CORRECTED for one in claim.findings)
                else claim
                for claim in summary.claims
            )
        }
    )
