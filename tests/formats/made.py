"""A Summary in which article words stand wherever they can, for rendering tests."""

from datetime import UTC, datetime

from schemas import (
    Article,
    ArticleInfo,
    Attribution,
    CheckNotRun,
    Claim,
    Dropped,
    Engine,
    EngineName,
    Finding,
    FindingKind,
    Headline,
    Loaded,
    Match,
    PromptInfo,
    Provenance,
    Review,
    Run,
    Separation,
    Severity,
    SourceKind,
    Status,
    Summary,
    SummarySentence,
    Support,
)

LLM = Engine(
    name=EngineName.LLM,
    model="small-model",
    provider="llm.example.org",
    prompt=PromptInfo(name="draft", sha256="0123456789abcdef"),
)


def made(words: str = "The dam held.", *, engine: Engine | None = None) -> Summary:
    """A Summary of an article that consists of `words`, with one claim of each status."""
    article = Article(text=words, title=words, language="de")
    span = article.span(0, len(words))
    provenance = Provenance(**span.model_dump(), match=Match.EXACT)
    sources = {
        Status.STATED_FACT: Attribution(kind=SourceKind.NAMED, source=words, span=span),
        Status.UNCONFIRMED: Attribution(kind=SourceKind.UNNAMED, source=words, span=span),
        Status.SPECULATION: Attribution(kind=SourceKind.ARTICLE),
        Status.OPINION: Attribution(kind=SourceKind.UNNAMED),
    }
    claims = tuple(
        Claim(
            id=f"c{number}",
            text=words,
            status=status,
            attribution=attribution,
            provenance=(provenance,),
            findings=(_finding(FindingKind.LABEL_DISPUTED, Severity.INFO, f"c{number}", words),),
        )
        for number, (status, attribution) in enumerate(sources.items(), start=1)
    )
    return Summary(
        id="sum_1",
        created_at=datetime(2026, 5, 6, tzinfo=UTC),
        article=ArticleInfo(
            sha256=article.sha256,
            length=len(words),
            language=article.language,
            title=words,
            source_id=None,
            version=None,
        ),
        summary=(
            SummarySentence(
                text=words,
                claims=("c1", "c3"),
                provenance=(span,),
                support=Support.EXTRACTIVE,
            ),
        ),
        headline=Headline(findings=(_finding(FindingKind.NAME, Severity.ERROR, "title", words),)),
        claims=claims,
        separation=Separation(
            stated_facts=("c1",), unconfirmed=("c2",), speculation=("c3",), opinion=("c4",)
        ),
        loaded=(Loaded(span=span, term="held"),),
        uncovered=(span, span),
        dropped=(Dropped(what="summary sentence 2", reason="the quote is not in the article"),),
        findings=(_finding(FindingKind.NUMBER, Severity.WARNING, "s1", words),),
        checks_not_run=(CheckNotRun(check="certainty", reason="no lexicon for language “de”"),),
        engine=engine or Engine(name=EngineName.RULES),
        review=Review(),
        digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        run=Run(),
    )


def _finding(kind: FindingKind, severity: Severity, where: str, words: str) -> Finding:
    return Finding(kind=kind, severity=severity, where=where, message=f"“{words}” stands out")
