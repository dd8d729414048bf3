"""Evidence for the tests of one check: a source text, and the claims that a sentence cites."""

from typing import NamedTuple

from schemas import (
    Article,
    Attribution,
    Claim,
    Finding,
    Match,
    Provenance,
    Severity,
    SourceKind,
    Status,
)
from service.audit import CHECKS, Evidence, Reading, audit_sentence
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


class Told(NamedTuple):
    """A sentence of an article, with the label of the claim that it makes."""

    text: str
    """Its words, without the full stop."""
    status: Status = Status.STATED_FACT
    """What the article makes of it."""
    source: str | None = None
    """Who says it."""
    unnamed: bool = False
    """Whether the source has no name."""


def errors(sentence: str, *told: Told) -> set[str]:
    """Kinds of error that the whole audit finds in a sentence that cites some claims."""
    article = Article(text=" ".join(f"{one.text}." for one in told), language="en")
    cited = [
        claim(
            article,
            one.text,
            number=number,
            status=one.status,
            source=one.source,
            unnamed=one.unnamed,
        )
        for number, one in enumerate(told, start=1)
    ]
    found = audit_sentence(sentence, cited, Reading(article, LEXICON), "s1")
    return {finding.kind.value for finding in found if finding.severity is Severity.ERROR}


def kinds(found: list[Finding]) -> list[tuple[str, str]]:
    """Kind and severity of findings, as plain strings."""
    return [(finding.kind.value, finding.severity.value) for finding in found]
