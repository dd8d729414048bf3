"""A tiny annotated article, and answers to it that can be counted by hand."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from schemas import (
    Article,
    ArticleInfo,
    Attribution,
    Claim,
    Dropped,
    Engine,
    EngineName,
    Finding,
    Headline,
    Match,
    Provenance,
    Run,
    Separation,
    SourceKind,
    Status,
    Summary,
    SummarySentence,
    Support,
)
from service.evaluate.annotated import Annotated, read_annotated

FACT, UNCONFIRMED, SPECULATION, OPINION = Status
TEXT = (
    "Rain fell on Monday. It may snow. Traders reportedly left. A grim day.\n\n"
    "By the Weather Office of Norlund."
)
"""Four words of a fact, three each of speculation, hearsay and opinion; six outside all claims."""


def record(**changes: Any) -> dict[str, Any]:
    """The annotations of `TEXT`, as a file has them."""
    claims = [
        ("Rain fell on Monday", FACT, "named", "Weather Office of Norlund"),
        ("It may snow", SPECULATION, "article", None),
        ("Traders reportedly left", UNCONFIRMED, "unnamed", "Traders"),
        ("A grim day", OPINION, "article", None),
    ]
    return {
        "id": "t1",
        "language": "en",
        "genre": "local",
        "title": "Rain",
        "text": TEXT,
        "claims": [
            {
                "quote": quote,
                "occurrence": 1,
                "status": status,
                "attribution": {"kind": kind, "source": source},
                "cues": [],
            }
            for quote, status, kind, source in claims
        ],
        "loaded": ["grim"],
        "key_claims": [0, 1],
        "reference_summary": ["Rain fell on Monday.", "It may snow."],
        **changes,
    }


def annotated(**changes: Any) -> Annotated:
    """The same, read."""
    made = record(**changes)
    found, _ = read_annotated(f"{made['id']}.json", json.dumps(made).encode())
    return found


def claim(
    *quotes: str,
    status: Status = FACT,
    kind: SourceKind = SourceKind.ARTICLE,
    source: str | None = None,
    findings: Sequence[Finding] = (),
) -> Claim:
    """A predicted claim that stands where its quotes do."""
    article = Article(text=TEXT)
    spans = [article.span(TEXT.index(one), TEXT.index(one) + len(one)) for one in quotes]
    return Claim(
        id="c1",
        text=quotes[0],
        status=status,
        attribution=Attribution(kind=kind, source=source),
        provenance=tuple(Provenance(**one.model_dump(), match=Match.EXACT) for one in spans),
        findings=tuple(findings),
    )


def summary(
    *claims: Claim,
    sentences: Sequence[tuple[str, str]] = (),
    dropped: Sequence[str] = (),
    findings: Sequence[Finding] = (),
    run: Run | None = None,
) -> Summary:
    """A Summary of `TEXT`.

    Args:
        claims: Its claims, in order.
        sentences: Each summary sentence, and the words of the article that it rests on; a
            sentence that is the same as its words is extractive.
        dropped: What was dropped.
        findings: What the audit found in its sentences.
        run: What it took.
    """
    article = Article(text=TEXT)
    return Summary(
        id="sum_1",
        created_at=datetime(2026, 5, 6, tzinfo=UTC),
        article=ArticleInfo(
            sha256=article.sha256,
            length=len(TEXT),
            language="en",
            title="Rain",
            source_id="t1",
            version=None,
        ),
        summary=tuple(
            SummarySentence(
                text=text,
                claims=("c1",),
                provenance=(article.span(TEXT.index(words), TEXT.index(words) + len(words)),),
                support=Support.EXTRACTIVE if text == words else Support.PARAPHRASE,
            )
            for text, words in sentences
        ),
        headline=Headline(),
        claims=claims,
        separation=Separation(),
        loaded=(),
        uncovered=(),
        dropped=tuple(Dropped(what=what, reason="it is not there") for what in dropped),
        findings=tuple(findings),
        checks_not_run=(),
        engine=Engine(name=EngineName.RULES),
        digital_source_type="http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
        run=run or Run(),
    )


MIXED = (
    claim("Rain fell", kind=SourceKind.NAMED, source="the weather office"),
    claim("on Monday", status=SPECULATION),
    claim("It may snow", kind=SourceKind.NAMED, source="Snow Club"),
    claim("Traders reportedly left", status=UNCONFIRMED, kind=SourceKind.UNNAMED),
    claim("A grim", status=OPINION),
)
"""Two words of the fact lost, the speculation leaked, one word of the opinion not covered."""
