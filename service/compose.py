"""→ Summary: the sentences that passed, the claims, and everything that did not make it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from schemas import (
    Article,
    ArticleInfo,
    AuditedSentence,
    CheckNotRun,
    Claim,
    Dropped,
    Engine,
    EngineName,
    Finding,
    Headline,
    Loaded,
    Run,
    Sentence,
    Separation,
    SourceKind,
    Span,
    Status,
    Summary,
    SummarySentence,
)

# IPTC NewsCodes, digital source type: how the summary's text came about.
_SOURCE_TYPES = {
    EngineName.LLM: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    EngineName.RULES: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
}
_BEFORE_OPENING = " (—–-"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the earlier stages found, ready to be composed."""

    sentences: tuple[AuditedSentence, ...]
    """Summary sentences that may be shown, in reading order."""
    claims: tuple[Claim, ...]
    """In article order."""
    headline: tuple[Finding, ...]
    """Findings on the article's own title."""
    loaded: tuple[Loaded, ...]
    """The article's loaded words."""
    dropped: tuple[Dropped, ...]
    """All that was dropped."""
    findings: tuple[Finding, ...]
    """Findings on how the summary came about."""
    checks_not_run: tuple[CheckNotRun, ...]
    """Checks that could not run."""


def compose(
    article: Article, sentences: Sequence[Sentence], verdict: Verdict, engine: Engine, run: Run
) -> Summary:
    """Put the Summary together."""
    claims = {claim.id: claim for claim in verdict.claims}
    return Summary(
        id=f"sum_{uuid4().hex}",
        created_at=datetime.now(UTC),
        article=ArticleInfo(
            sha256=article.sha256,
            length=len(article.text),
            language=article.language,
            title=article.title,
            source_id=article.source_id,
            version=article.version,
        ),
        summary=tuple(
            SummarySentence(
                text=sentence.text,
                claims=sentence.claims,
                provenance=_provenance(claims[claim_id] for claim_id in sentence.claims),
                support=sentence.support,
            )
            for sentence in verdict.sentences
        ),
        headline=Headline(findings=verdict.headline),
        claims=verdict.claims,
        separation=_separation(verdict.claims),
        loaded=verdict.loaded,
        uncovered=_uncovered(article, sentences, verdict.claims),
        dropped=verdict.dropped,
        findings=verdict.findings
        + tuple(finding for sentence in verdict.sentences for finding in sentence.findings),
        checks_not_run=verdict.checks_not_run,
        engine=engine,
        digital_source_type=_SOURCE_TYPES[engine.name],
        run=run,
    )


def render_plainly(claim: Claim) -> str:
    """A sentence that says no more than one claim: its words, and who said them."""
    words = _nested(" ".join(claim.text.split()).rstrip(" .,;:"))
    attribution = claim.attribution
    if attribution.kind is SourceKind.ARTICLE or attribution.source is None:
        return f"The article says: “{words}”."
    return f"According to {attribution.source}: “{words}”."


def _nested(text: str) -> str:
    """The words with double quotation marks made single, and each of them in a pair.

    A claim may begin or end inside a quotation, so that its other mark stands outside.
    """
    marks: list[str] = []
    is_open = False
    for position, char in enumerate(text):
        after_space = position == 0 or text[position - 1] in _BEFORE_OPENING
        if char in "“„«" or (char == '"' and not is_open and after_space):
            marks.append("‘")
            is_open = True
        elif char in '”»"':
            if not is_open:
                marks.insert(0, "‘")
            marks.append("’")
            is_open = False
        else:
            marks.append(char)
    return "".join(marks) + ("’" if is_open else "")


def _provenance(claims: Iterable[Claim]) -> tuple[Span, ...]:
    spans = {
        (place.start, place.end): Span(**place.model_dump(exclude={"match"}))
        for claim in claims
        for place in claim.provenance
    }
    return tuple(spans[bounds] for bounds in sorted(spans))


def _separation(claims: Sequence[Claim]) -> Separation:
    def ids(status: Status) -> tuple[str, ...]:
        return tuple(claim.id for claim in claims if claim.status is status)

    return Separation(
        stated_facts=ids(Status.STATED_FACT),
        unconfirmed=ids(Status.UNCONFIRMED),
        speculation=ids(Status.SPECULATION),
        opinion=ids(Status.OPINION),
    )


def _uncovered(
    article: Article, sentences: Sequence[Sentence], claims: Sequence[Claim]
) -> tuple[Span, ...]:
    """Sentences that no claim touches; both lists are in article order."""
    places = sorted((place.start, place.end) for claim in claims for place in claim.provenance)
    uncovered: list[Span] = []
    reach = index = 0
    for sentence in sentences:
        while index < len(places) and places[index][0] < sentence.end:
            reach = max(reach, places[index][1])
            index += 1
        if reach <= sentence.start:
            uncovered.append(article.span(sentence.start, sentence.end))
    return tuple(uncovered)
