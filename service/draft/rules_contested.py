"""A side's account that nobody could verify is unconfirmed, wherever the article says so.

Agencies write it of accounts in war and politics that they pass on: at the end of the paragraph, in
the same sentence, or at the head of the next one.
"""

import re

from schemas import DraftClaim, Sentence, SourceKind, Status
from service.patterns import Pattern

_UNVERIFIED = Pattern(
    r"\b(?:neither|none|no|not|never|nobody|unable)\b(?!\s(?:tally|figure|toll|count|number))[^.;]{0,60}\b(?:verif(?:y|ied)|corroborat\w+|authenticat\w+|"
    r"substantiat\w+|independent(?:ly)?\s(?:confirm\w+|establish\w+|check\w+))\b"
    r"|\b(?:offer|g[ai]v|provid|produc|present|cit)\w*\sno\s(?:evidence|proof)\b",
    re.IGNORECASE,
)
_PARTS = ("verif", "roborat", "thenticat", "stantiat", "independent", "no evidence", "no proof")
"""Asked first: they are found fast, and most sentences have none."""
_REFUSES = Pattern(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|declin\w+|refus\w+)\b")


def contests(text: str) -> bool:
    """Whether a text may say of something that nobody could verify it."""
    return any(part in text for part in _PARTS)


def contest(
    told: list[list[DraftClaim]], sentence: Sentence, sentences: tuple[Sentence, ...]
) -> None:
    """Take back the certainty of accounts that a sentence says nobody could verify.

    Args:
        told: Claims so far, by paragraph, those of the sentence last; changed in place.
        sentence: The sentence.
        sentences: All of the article.
    """
    text = sentence.text
    if not contests(text) or not _UNVERIFIED.search(text):
        return
    reach = 1
    if all(claim.first == sentence.number for claim in told[-1]):
        # At the head of its paragraph it speaks of the one before, of two if of "neither".
        reach = 3 if text.startswith("Neither") else 2
    itself = told[-1][-1:]
    for paragraph in told[-reach:]:
        paragraph[:] = [
            claim if claim in itself else _contested(claim, sentences) for claim in paragraph
        ]


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
