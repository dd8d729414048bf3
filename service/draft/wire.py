"""The model's answer → Draft: one bad line costs one claim, never the answer."""

import re
import unicodedata
from collections.abc import Sequence

from schemas import (
    Draft,
    DraftClaim,
    DraftSentence,
    Dropped,
    SourceKind,
    Status,
    WireRepair,
    WireSentence,
)

# "12-14f|~analysts|first words … last words"; numbers are short, so that none costs time to read.
_CLAIM = re.compile(
    r"\s*(?P<first>[0-9]{1,6})(?:\s*[-–]\s*(?P<last>[0-9]{1,6}))?\s*(?P<status>[fuso])\s*"
    r"(?:\|(?P<source>[^|]*)(?:\|(?P<part>.*))?)?",
    re.DOTALL,
)
_SAME = "="
_STATUS = {
    "f": Status.STATED_FACT,
    "u": Status.UNCONFIRMED,
    "s": Status.SPECULATION,
    "o": Status.OPINION,
}
_LETTERS = {status: letter for letter, status in _STATUS.items()}


def parse(claims: Sequence[str], sentences: Sequence[WireSentence], limit: int) -> Draft:
    """Read the fields of a WireDraft.

    Args:
        claims: One line a claim.
        sentences: The summary's sentences; their citations start at 1.
        limit: Sentences that were asked for; more are dropped.
    """
    parsed: list[DraftClaim | None] = []
    dropped: list[Dropped] = []
    for number, line in enumerate(claims, start=1):
        claim = parse_claim(line, parsed[-1] if parsed else None)
        parsed.append(claim)
        if claim is None:
            reason = "its line does not read “sentences, status letter|source|part”"
            dropped.append(Dropped(what=f"drafted claim {number}", reason=reason))
    for number in range(limit + 1, len(sentences) + 1):
        reason = f"at most {limit} summary sentences were asked for"
        dropped.append(Dropped(what=f"drafted sentence {number}", reason=reason))
    return Draft(
        claims=tuple(parsed),
        sentences=tuple(_sentence(sentence) for sentence in sentences[:limit]),
        dropped=tuple(dropped),
    )


def apply_repair(
    draft: Draft, repair: WireRepair, claims: Sequence[int], sentences: Sequence[int]
) -> Draft:
    """Put the repaired claims and sentences in the places of those that failed.

    Args:
        draft: The draft that had mistakes.
        repair: The answer; what it leaves out or gives up stays as it was.
        claims: Positions in `draft.claims` that were asked for, in order.
        sentences: Positions in `draft.sentences` that were asked for, in order.
    """
    mended = list(draft.claims)
    for position, line in zip(claims, repair.c, strict=False):
        mended[position] = parse_claim(line) or mended[position]
    texts = list(draft.sentences)
    for position, sentence in zip(sentences, repair.t, strict=False):
        if sentence.s.strip():
            texts[position] = _sentence(sentence)
    return draft.model_copy(update={"claims": tuple(mended), "sentences": tuple(texts)})


def merge(drafts: Sequence[Draft]) -> Draft:
    """Join the claims of an article's parts; their positions run on."""
    return Draft(
        claims=tuple(claim for draft in drafts for claim in draft.claims),
        sentences=(),
        dropped=tuple(dropped for draft in drafts for dropped in draft.dropped),
    )


def format_claim(claim: DraftClaim) -> str:
    """Write a claim as the line it was read from."""
    last = f"-{claim.last}" if claim.last > claim.first else ""
    source = ("~" if claim.kind is SourceKind.UNNAMED else "") + (claim.source or "")
    line = f"{claim.first}{last}{_LETTERS[claim.status]}|{source}|{claim.quote or ''}"
    return line.rstrip("|")


def parse_claim(line: str, before: DraftClaim | None = None) -> DraftClaim | None:
    """Read one claim line; None where it cannot be read.

    Args:
        line: The line.
        before: The claim before it, whose source "=" repeats.
    """
    fields = _CLAIM.fullmatch(line)
    if fields is None:
        return None
    first, last = int(fields["first"]), int(fields["last"] or fields["first"])
    source = (fields["source"] or "").strip()
    if not 1 <= first <= last or (source == _SAME and before is None):
        return None
    if source == _SAME and before is not None:
        kind, name = before.kind, before.source
    elif source:
        kind = SourceKind.UNNAMED if source.startswith("~") else SourceKind.NAMED
        name = source.lstrip("~").strip() or None
    else:
        kind, name = SourceKind.ARTICLE, None
    return DraftClaim(
        first=first,
        last=last,
        status=_STATUS[fields["status"]],
        kind=kind,
        source=name,
        quote=(fields["part"] or "").strip() or None,
    )


def _sentence(sentence: WireSentence) -> DraftSentence:
    return DraftSentence(
        text=_printable(sentence.s), claims=tuple(number - 1 for number in sentence.c)
    )


def _printable(text: str) -> str:
    """One line of text without control, format and unassigned characters.

    A summary is shown in terminals and pages: bidi overrides, escape codes and zero-width
    characters would let a hostile model show a reader other words than the audit saw. The
    zero-width joiner and non-joiner stay, which Indic and Persian spelling needs.
    """
    if text.isprintable():
        # Neither control, format nor unassigned characters, nor any space but the common one.
        return " ".join(text.split())
    kept = (
        char if char in "\u200c\u200d" or not unicodedata.category(char).startswith("C") else " "
        for char in text
    )
    return " ".join("".join(kept).split())
