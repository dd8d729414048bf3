"""Evidence for the tests of one check: a source text, and the claims that a sentence cites."""

from schemas import Article, Attribution, Claim, Finding, Match, Provenance, SourceKind, Status
from service.audit import CHECKS, Evidence, Reading
from service.lexicon import load

LEXICON = load("en")


def claim(  # noqa: PLR0913 - what a claim is made of
    article: Article,
    quote: str,
    *,
    number: int = 1,
    status: Status = Status.STATED_FACT,
    source: str | None = None,
    unnamed: bool = False,
) -> Claim:
    """A claim at the first place where the article has the quote."""
    start = article.text.index(quote)
    span = article.span(start, start + len(quote))
    kind = SourceKind.UNNAMED if unnamed else SourceKind.NAMED
    return Claim(
        id=f"c{number}",
        text=quote,
        status=status,
        attribution=Attribution(kind=kind if source else SourceKind.ARTICLE, source=source),
        provenance=(Provenance(**span.model_dump(), match=Match.EXACT),),
    )


def findings(  # noqa: PLR0913 - the claim, and the language
    check: str,
    sentence: str,
    text: str,
    *,
    status: Status = Status.STATED_FACT,
    source: str | None = None,
    unnamed: bool = False,
    language: str = "en",
) -> list[Finding]:
    """Run one check on a sentence that cites the whole of a one-claim article."""
    article = Article(text=text, language=language)
    cited = claim(article, text, status=status, source=source, unnamed=unnamed)
    evidence = Evidence.of(Reading(article, LEXICON), [cited], "s1")
    return list(CHECKS[check](sentence, evidence))


def kinds(found: list[Finding]) -> list[tuple[str, str]]:
    """Kind and severity of findings, as plain strings."""
    return [(finding.kind.value, finding.severity.value) for finding in found]
