"""Who stands behind the claims of a text, as tests of the rules ask it."""

from schemas import Article, SourceKind
from service.draft.rules import draft
from service.segment import segment


def who_says(text: str) -> list[tuple[SourceKind, str | None]]:
    """The kind and the words of each claim's source."""
    article = Article(text=text, language="en")
    return [(c.kind, c.source) for c in draft(article, segment(article)).claims if c is not None]
