"""Clauses of a summary sentence, and which cited claim each of them renders.

There is no parser: a sentence is cut where news prose joins clauses (semicolons, dashes,
conjunctions), and a clause is taken to render the cited claims that share most of its content
words. Cutting too often would part a hedge from what it hedges, so "and" cuts only after a comma.
Quirk et al. (1985, 13.2-13.18) list the coordinators and subordinators that are used.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from schemas import Claim, Status
from service.audit.quoting import quoted
from service.audit.words import content_stems

LEAST_SHARED = 2
"""Content words that a clause must share with a claim to render it: one is chance."""
_CUT = re.compile(
    r"\s*[;—]\s*|:\s|\s[–-]\s"
    r"|(?<!\ball)(?<!nothing)(?<!anything),?\s(?:but|while|whereas|although|though)\s"
    r"|,\s(?:and|so|yet|nor|as|which|who|whose|whom|where|with|citing|saying|adding|warning|calling)\s",
    re.IGNORECASE,
)
_COORDINATE = re.compile(
    r":\s$|[,\s](?:and|or|which|who|whose|whom|where|with|citing|so|saying|adding|warning|calling)\s$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:which|who|whose|whom|where)\s", re.IGNORECASE)
_RESUMES = re.compile(
    r"[^,;—]{1,120},\s(?:(?:is|are|was|were|has|have|had|will|would|can|could|may|might|shall|should|"
    r"do|does|did|says|said|told|put|set|won|lost|left|fell|rose|met|made|took)\s|\w+ed\s)"
)
"""What follows a relative pronoun where the main clause goes on behind it: "Okafor, who was on
duty, said", "a man who knows but may not talk, said". The verbs are the auxiliaries (Quirk et al.
1985, 3.31) and frequent irregular ones."""


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence."""

    text: str
    """Its words."""
    start: int
    """First code point in the sentence."""
    coordinate: bool = False
    """True where a colon, "and" or a relative pronoun joins it to the clause before it, so that
    what introduces that one may introduce this one too."""

    @property
    def end(self) -> int:
        """One past its last code point in the sentence."""
        return self.start + len(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its content words."""
        return content_stems(self.text)


@lru_cache(maxsize=32)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """Cut a sentence into clauses.

    Cuts inside quotation marks are not made: a quotation has its own sentences. Nor is a clause
    cut from the subject that a relative clause parts it from.

    The last few sentences are kept: each check asks for the same clauses, and for their stems.
    """
    shut = quoted(sentence)
    found: list[Clause] = []
    start, coordinate, i = 0, False, 0
    for match in _CUT.finditer(sentence):
        while i < len(shut) and shut[i][1] <= match.start():
            i += 1
        if i < len(shut) and shut[i][0] <= match.start():
            continue
        inner = _RELATIVE.fullmatch(match.group()) or (
            match.group() == " but " and " who " in sentence[start : match.start()]
        )
        if inner and _RESUMES.match(sentence, match.end()):
            continue  # one clause around another: its subject and its verb stay together
        if sentence[start : match.start()].strip():
            found.append(Clause(sentence[start : match.start()], start, coordinate))
            coordinate = bool(_COORDINATE.search(match.group()))
            start = match.end()
    if sentence[start:].strip() or not found:
        found.append(Clause(sentence[start:], start, coordinate))
    return tuple(found)


def rendered(clause: Clause, cited: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The cited claims that a clause renders: those that share most of its content words.

    Words of a claim's source are set aside first, because they say who speaks and not what. All
    claims are returned where none shares a word: any of them may be meant.
    """
    scores = [
        (claim, len((clause.stems - source_stems(claim)) & content_stems(claim.text)))
        for claim in cited
    ]
    best = max((score for _, score in scores), default=0)
    if best == 0:
        return cited
    return tuple(claim for claim, score in scores if score * 2 > best)


def source_stems(claim: Claim) -> frozenset[str]:
    """Stems of the words that name a claim's source."""
    return content_stems(claim.attribution.source or "")


def home(claim: Claim, parts: tuple[Clause, ...], cited: tuple[Claim, ...]) -> int | None:
    """Index of the clause that renders a claim; null where none does so more than others.

    The clause that shares most content words with the claim is its home if it shares at least
    two, or all that one of both has, and shares more with it than with any cited stated fact: a
    clause that renders a fact may well repeat words of the speculation about it.
    """
    own = content_stems(claim.text) - source_stems(claim)
    shared = [len(own & part.stems) for part in parts]
    best = max(shared)
    index = shared.index(best)
    stems = parts[index].stems
    if best < LEAST_SHARED and not (best and (len(own) <= best or len(stems) <= 2 * best)):
        return None
    rivals = (
        len((stems - source_stems(other)) & content_stems(other.text))
        for other in cited
        if other is not claim and other.status is Status.STATED_FACT
    )
    return index if best > max(rivals, default=0) else None


def introduced(parts: tuple[Clause, ...], index: int) -> str:
    """A clause with the clauses that may introduce it: those it is coordinate with."""
    first = index
    while first > 0 and parts[first].coordinate:
        first -= 1
    return " ".join(part.text for part in parts[first : index + 1])
