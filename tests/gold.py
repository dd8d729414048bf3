"""The annotated articles of `seeds/`, with their claims at true offsets."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from schemas import Article, Attribution, Claim, Match, Provenance, SourceKind, Status

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ARTICLES = Path(__file__).resolve().parent / "draft" / "articles"
"""More of them, on which the rules are measured."""


@dataclass(frozen=True)
class Gold:
    """One annotated article; `docs/annotation-guideline.md` says what the annotations mean."""

    id: str
    """Name of the file without its ending."""
    article: Article
    """The article, with its title and language."""
    claims: tuple[Claim, ...]
    """The gold claims in article order: `c1`, `c2`, …"""
    key_claims: tuple[str, ...]
    """Ids of the claims that a fair summary contains, most important first."""
    reference_summary: tuple[str, ...]
    """Sentences that a careful editor would write."""
    loaded: tuple[str, ...]
    """Loaded words of the article, verbatim."""


@cache
def load_gold(pattern: str = "*", folder: Path = SEEDS) -> tuple[Gold, ...]:
    """Load a folder's annotated articles whose id fits a glob pattern, in order of their ids."""
    return tuple(
        gold_from(json.loads(path.read_text("utf-8")))
        for path in sorted(folder.glob(f"{pattern}.json"))
    )


def gold_from(record: dict[str, Any]) -> Gold:
    """Turn one annotated article into typed values.

    Raises:
        ValueError: A quote or a source does not stand in the text as often as it says.
    """
    article = Article(
        text=record["text"], title=record.get("title"), language=record.get("language", "und")
    )
    claims = tuple(
        _claim(number, claim, article) for number, claim in enumerate(record["claims"], start=1)
    )
    return Gold(
        id=record["id"],
        article=article,
        claims=claims,
        key_claims=tuple(claims[index].id for index in record["key_claims"]),
        reference_summary=tuple(record["reference_summary"]),
        loaded=tuple(record["loaded"]),
    )


def _claim(number: int, record: dict[str, Any], article: Article) -> Claim:
    """Build one claim with the offsets of its quote and its source."""
    start = -1
    for _ in range(record.get("occurrence", 1)):
        start = article.text.index(record["quote"], start + 1)
    span = article.span(start, start + len(record["quote"]))
    kind, source = SourceKind(record["attribution"]["kind"]), record["attribution"]["source"]
    source_span = None
    if source is not None:
        # Sought backwards from the claim's end, then anywhere: as the ground stage does.
        at = article.text.rfind(source, 0, span.end)
        at = article.text.index(source) if at < 0 else at
        source_span = article.span(at, at + len(source))
    return Claim(
        id=f"c{number}",
        text=span.text,
        status=Status(record["status"]),
        attribution=Attribution(kind=kind, source=source, span=source_span),
        provenance=(Provenance(**span.model_dump(), match=Match.EXACT),),
    )
