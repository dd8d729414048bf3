"""Support: whether a sentence is made of the words it cites, or is a paraphrase.

Rule: the vocabulary of the design. A sentence is extractive where its words, function words and
reporting frames aside, stand in the cited passages in the same form and the same order: words may
be left out, none may be added or moved. Negations and modals are held to it like content words,
since they change what is said. In a frame, the names of the claims' sources are set aside too.

It cannot see that words left out change the sense: the other checks look for the usual ways.
"""

from collections.abc import Sequence

from schemas import Claim, SourceKind, Support
from service.audit.evidence import Evidence
from service.audit.reading import Reading
from service.audit.words import FUNCTION_WORDS, REPORTING_VERBS, fold, is_subsequence, tokens

_HELD = frozenset(
    """
    not no nor n't few little only will would shall should can could may might must all some
    any most many more less least every each both
    """.split()  # noqa: SIM905 - a list of words
)
"""Function words that change what is said: negation, modality, quantity (Quirk et al. 1985)."""


def support_of(text: str, cited: Sequence[Claim], reading: Reading) -> Support:
    """Say how far a sentence is made of the article's own words."""
    evidence = Evidence.of(reading, cited, "s1")
    sources = {fold(t) for source in evidence.sources for t in tokens(source)}
    if any(claim.attribution.kind is SourceKind.ARTICLE for claim in cited):
        sources.add("article")  # "The article says: …"
    frame = REPORTING_VERBS | sources
    passages = evidence.cited_sequence
    own = [word for word in map(fold, tokens(text)) if _counts(word)]
    without_frame = [word for word in own if word not in frame]
    made_of = is_subsequence(own, iter(passages)) or is_subsequence(without_frame, iter(passages))
    return Support.EXTRACTIVE if own and made_of else Support.PARAPHRASE


def _counts(word: str) -> bool:
    """Whether a word must stand in the passages."""
    return word in _HELD or word.endswith("n't") or word not in FUNCTION_WORDS
