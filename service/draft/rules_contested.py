"""A side's account that nobody could verify is unconfirmed, wherever the article says so.

Agencies write it of accounts in war and politics that they pass on: at the end of the paragraph, in
the same sentence, or at the head of the next one. Inside the sentence it stands between the source
and its verb ("Orr, who offered no proof, said"), behind the content ("…, a claim nobody has been
able to check") or against it ("…, but has nothing to show for it").
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from schemas import DraftClaim, Sentence, SourceKind, Status
from service.lexicon.frame import Frame
from service.patterns import Pattern

_UNVERIFIED = Pattern(
    r"\b(?:neither|none|no|not|never|nobody|unable|impossible)\b(?!\s(?:tally|figure|toll|count|number))[^.;]{0,60}\b(?:verif(?:y|ied)|corroborat\w+|authenticat\w+|"
    r"substantiat\w+|independent(?:ly)?\s(?:confirm\w+|establish\w+|check\w+)|able\sto\s(?:check|confirm|test)\b(?!\s(?:if|whether|how|where|who)))\b"
    r"|\b(?:claims?|accounts?|versions?|that|which|neither)\s(?:could\snot|cannot)\s(?:immediately\s)?be\s(?:confirmed|checked|tested)\b"
    r"|\b(?:offer|g[ai]v|provid|produc|present|cit|show)\w*\s(?:no|little|scant)\s(?:[a-z]+\s)?(?:evidence|proof|paperwork|documentation)\b"
    r"|\b(?:offer|g[ai]v|provid|produc|present|cit)\w*\snothing\s(?:in\ssupport|to\s(?:support|back|prove))\b"
    r"|\b(?:has|have|had|with)\s(?:nothing|little)\sto\s(?:show\sfor\sit|back\s(?:it|that|this|up)|support\s(?:it|that|this))\b"
    r"|\bsay\show\s(?:he|she|it|they)\s(?:knew|knows?|came\s(?:by|to)|arrived|learn\w+|reached|had\s\w+)\b"
    r"|\b(?:has|have|had)\s(?:yet\sto|not)\s(?:show|produc|publish|offer|provid)\w*\s(?:any\s)?(?:evidence|proof|(?:it|them)\sto\sanyone)\b"
    r"|\b(?:authors?|provenance|origins?|authenticity)\s(?:[a-z]+\s){0,2}?(?:unidentified|unknown|unclear|unproven|doubtful|disputed|in\sdoubt)\b"
    r"|\bno\sindependent\s(?:confirmation|verification|evidence|corroboration)\b"
    r"|\b(?:numbers?|figures?|claims?|statements?|accounts?|tolls?)\s(?:that|which)\s(?:no|nobody|none|neither)\b[^.;,]{0,40}\b(?:checked|confirmed|tested)\b"
    r"|\byet\sto\sbe\s(?:tested|verified|prove[dn])\b",
    re.IGNORECASE,
)
_PARTS = (
    "verif",
    "roborat",
    "stantiat",
    "independent",
    "evidence",
    "proof",
    "paperwork",
    "documentation",
    "checked",
    "confirmed",
    "nothing",
    "little to",
    "able to",
    "author",
    "provenance",
    "origin",
    "authentic",
    "tested",
    "say how",
    "to anyone",
)
"""One of them stands in all that `_UNVERIFIED` finds: an article is looked through for them once,
which is fast, and most of its sentences have none."""
_OF_WHAT_WAS_SAID = Pattern(
    r",\s(?:though\s|but\s|and\s)?(?:an?|one|which|something|numbers|figures|claims)\b[^,;]*\Z",
    re.IGNORECASE,
)
"""“…, a statement that no outsider could check”, up to what tells so."""
_BOTH = Pattern(r"\bneither\s(?!tally|figure)", re.IGNORECASE)
_REFUSES = Pattern(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|declin\w+|refus\w+)\b")


def may_contest(text: str, sentences: tuple[Sentence, ...]) -> set[int]:
    """Numbers of an article's sentences that may say of something that nobody could verify it.

    Args:
        text: The article's text.
        sentences: All of its sentences.
    """
    starts = [sentence.start for sentence in sentences]
    return {bisect_right(starts, at) for part in _PARTS for at in _every(part, text)}


def _every(part: str, text: str) -> Iterator[int]:
    """Where a part stands in a text, as offsets."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def contest(
    told: list[list[DraftClaim]],
    sentence: Sentence,
    frames: tuple[Frame, ...],
    sentences: tuple[Sentence, ...],
) -> None:
    """Take back the certainty of accounts that a sentence says nobody could verify.

    Args:
        told: Claims so far, by paragraph, those of the sentence last; changed in place.
        sentence: The sentence; one of those that `may_contest`.
        frames: Its frames.
        sentences: All of the article.
    """
    text = sentence.text
    found = _UNVERIFIED.search(text)
    if found is None:
        return
    itself = told[-1][-1:]
    spoken = [frame for frame in frames if frame.source_start < found.start()]
    if any(frame.source_end <= found.start() < frame.hit.start for frame in spoken) or (
        spoken and _OF_WHAT_WAS_SAID.search(text, 0, found.end())
    ):
        itself = []
    here = [claim for claim in told[-1] if claim.first == sentence.number and claim not in itself]
    if any(_alleged(claim) or _contested(claim, sentences) is not claim for claim in here):
        reach = [told[-1]]
    else:
        here = []
        # At the head of its paragraph it speaks of the one before, of two if of "neither".
        back = 1 + all(claim.first == sentence.number for claim in told[-1])
        sides = {claim.source for claim in told[-1] if claim.kind is SourceKind.NAMED}
        back += len(sides) <= 1 and _BOTH.search(text) is not None
        reach = told[-back:]
    for paragraph in reach:
        paragraph[:] = [
            claim
            if claim in itself or (here and claim not in here)
            else _contested(claim, sentences)
            for claim in paragraph
        ]


def _alleged(claim: DraftClaim) -> bool:
    """Whether a named source's statement is unconfirmed already: “accused it, offering none”."""
    return claim.kind is SourceKind.NAMED and claim.status is Status.UNCONFIRMED


def _contested(claim: DraftClaim, sentences: tuple[Sentence, ...]) -> DraftClaim:
    """A named source's statement as one that nobody could verify; denials stay."""
    words = claim.quote or sentences[claim.first - 1].text
    if (
        claim.kind is not SourceKind.NAMED
        or claim.status is not Status.STATED_FACT
        or _REFUSES.search(words)
    ):
        return claim
    return claim.model_copy(update={"status": Status.UNCONFIRMED})
