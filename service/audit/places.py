"""Places of hedges: the words around a hedge of a passage keep it, and take no new one.

Rule: invariant 2 of the design, for sentences that repeat their passage. Where a sentence has the
words on both sides of a passage's hedge, with no hedge between them and no other one in that
clause, the hedge was cut out or a plain frame put in its place. Where a hedge parts words that
adjoin in a passage without any hedge, it was put in. No clause has to be paired with a claim for
this, so that it also sees one hedge of several, and what "and" joins to a stated fact.

    passage                              sentence                             finding
    Storage would probably recover if …  Storage would recover if …           raised
    Repairs are expected to cost £2m     Repairs will cost £2m                raised
    some fans fear they will not see it  some fans say they will not see it   raised
    Storage would probably recover       She expects storage to recover       none: another hedge
    The council may charge for it        The council was right to charge      none: other words
    She has ordered an inquiry           She has probably ordered an inquiry  lowered

It cannot see a hedge gone together with the words beside it, nor "will" for "would".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from schemas import Claim, CueKind, Status
from service.audit.clauses import clauses, introduced
from service.audit.evidence import Evidence
from service.audit.words import REPORTING_VERBS, Word, fold, is_content, stem, tokens, words
from service.lexicon import Hit, Lexicon

LOWERS = frozenset({CueKind.POSSIBILITY, CueKind.PROBABILITY, CueKind.INFERENCE, CueKind.HEARSAY})
"""Kinds of cue that make a statement less certain than it would be without them."""
_HELD = LOWERS | {CueKind.PREDICTION}
_DOUBTFUL = frozenset({Status.SPECULATION, Status.UNCONFIRMED})
_MOST = 24
"""Hedges of one text that are looked at: no sentence of news has half as many."""
_REACH = 4
"""Words between a hedge and the content word behind it: "likely not to have been [seen]"."""
_ROOM = 2
"""Words that a sentence may have more than its passage where the hedge was: "they will"."""
_BARE = re.compile(r"(?:will|would|won['’]t|wouldn['’]t|shall)(?!\w)|['’]ll", re.IGNORECASE)
"""Forms of the future, which hedge nothing by themselves."""
MODAL = re.compile(r"(?:may|might|could|can)(?!\w)", re.IGNORECASE)
"""Modals, which in a stated fact give leave or tell what somebody was able to do."""
_DOCUMENTS = re.compile(r"(?:outlook|(?:projection|prediction|forecast)s?)(?!\w)", re.IGNORECASE)
"""Nouns for who foretells, as in "its seasonal outlook puts the chance at 65 percent"."""
_PARTS = re.compile(r"[;:—?!]|\.\s|\s(?:and|or|but|while)\s")
OPEN = re.compile(
    r"(?<!\w)(?:not|never|nobody|no\sone|cannot|\w+n['’]t)\s(?:(?:yet|been|be|immediately|fully|independently)\s){0,2}"
    r"(?:clear|known|knows?|knew|certain|established|confirmed|proven|proved|determined|verified|decided"
    r"|ruled?\sout|excluded?)(?!\w)|(?<!\w)whether(?!\w|\sor\snot)",
    re.IGNORECASE,
)
"""What leaves a question open: no more is stated as certain than that."""
_STOP = re.compile(r"[,;:—?!“”\"]|\.\s")


def hedging(text: str, lexicon: Lexicon) -> tuple[Hit, ...]:
    """The hedges of a text, and its verbs of guessing; a bare "will" or "would" is none."""
    found = []
    for hit in lexicon.hedges(text):
        bare = _BARE.match(text, hit.start)
        if bare is None:
            found.append(hit)
        elif bare.end() < hit.end:  # "would probably recover" is one entry
            found += [
                Hit(bare.end() + inner.start, bare.end() + inner.end, inner.entry)
                for inner in lexicon.hedges(text[bare.end() : hit.end])
            ]
    found += [hit for hit in lexicon.reports(text) if hit.entry.status is Status.SPECULATION]
    return tuple(islice(found, _MOST))


@dataclass(frozen=True)
class _Part:
    """A clause of the sentence, with what is asked of it for every hedge of the passages."""

    text: str
    around: str
    """The clause with those that may introduce it."""
    lexicon: Lexicon

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words(self.text)

    @cached_property
    def is_open(self) -> bool:
        """Whether it leaves its content open: "it is not clear whether"."""
        return bool(OPEN.search(self.text))

    @cached_property
    def stems(self) -> list[str]:
        return [stem(word.text) for word in self.words]

    @cached_property
    def hedges(self) -> dict[Hit, str]:
        """Its hedges with their words, folded."""
        found = hedging(self.text, self.lexicon)
        return {hit: self.text[hit.start : hit.end].casefold() for hit in found}


class _Place(NamedTuple):
    """A hedge of a passage with the words beside it, up to the next stop."""

    hit: Hit
    cue: str
    """Its words, folded."""
    before: tuple[Word, ...]
    """The two words before it."""
    behind: tuple[Word, ...]
    """The two words behind it."""
    left: tuple[tuple[int, str], ...]
    """Stems of the content words before it, nearest first, each with the words between."""
    right: tuple[tuple[int, str], ...]
    """The same of the two content words behind it; none where the first is too far."""


def taken_out(sentence: str, evidence: Evidence, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield each hedge that is gone from between its neighbours, and the clause without it."""
    cut = clauses(sentence)
    parts = [_Part(part.text, introduced(cut, at), lexicon) for at, part in enumerate(cut)]
    for claim in evidence.cited:
        seen: set[int] = set()
        for place in _places(claim, lexicon):
            if place.hit.start in seen or any(_keeps(part, place) for part in parts):
                continue
            without = next((part for part in parts if _is_gone(place, claim, part)), None)
            if without is not None:
                seen.add(place.hit.start)
                yield claim.text[place.hit.start : place.hit.end], without.text


def put_in(sentence: str, evidence: Evidence, lexicon: Lexicon) -> Iterator[str]:
    """Yield each hedge that parts words which adjoin in a passage without any."""
    for hit in islice(lexicon.hedges(sentence), _MOST):
        if hit.entry.kind not in LOWERS or _BARE.match(sentence, hit.start):
            continue
        own = words(sentence)
        before = tuple(word for word in own if word.end <= hit.start)[-2:]
        behind = tuple(word for word in own if word.start >= hit.end)[:2]
        found = [(c, adjoining(before, behind, c.text, words(c.text))) for c in evidence.cited]
        holding = [(claim, stretch[0]) for claim, stretch in found if stretch]
        if holding and all(_is_plain(claim, at, lexicon) for claim, at in holding):
            yield sentence[hit.start : hit.end]


def _is_plain(claim: Claim, at: int, lexicon: Lexicon) -> bool:
    """Whether nothing hedges what a claim has at an offset."""
    if claim.status in _DOUBTFUL:
        return False
    return not any(
        other.entry.kind in LOWERS
        and not _PARTS.search(claim.text, min(at, other.end), max(at, other.start))
        for other in hedging(claim.text, lexicon)
    )


def adjoining(
    before: tuple[Word, ...], behind: tuple[Word, ...], text: str, read: tuple[Word, ...]
) -> tuple[int, int] | None:
    """Where the words before and behind a hedge adjoin in a text, if they do.

    Three of the four words at least must be there, so that "to the" is no place.
    """
    if not before or not behind:
        return None
    one, two = before[-1].folded, behind[0].folded
    for at in range(1, len(read)):
        if read[at].folded != two or read[at - 1].folded != one:
            continue
        left = len(before) > 1 and at > 1 and read[at - 2].folded == before[0].folded
        right = len(behind) > 1 and at + 1 < len(read) and read[at + 1].folded == behind[1].folded
        if (left or right) and not _PARTS.search(text, read[at - 1].end, read[at].start):
            return read[at - 1].end, read[at].start
    return None


def _places(claim: Claim, lexicon: Lexicon) -> Iterator[_Place]:
    """The hedges of a claim, each with what stands beside it; a question is told otherwise."""
    text = claim.text
    if text.rstrip(" ”\"'").endswith("?"):
        return
    for hit in hedging(text, lexicon):
        read = words(text)
        guesses = hit.entry.kind is CueKind.REPORT and hit.entry.status is Status.SPECULATION
        if not (guesses or hit.entry.kind in _HELD) or _DOCUMENTS.match(text, hit.start):
            continue
        if claim.status is Status.STATED_FACT and MODAL.match(text, hit.start):
            continue
        first = sum(word.start < hit.start for word in read)
        last = sum(word.start < hit.end for word in read)
        left = _content(text, read[max(0, first - 2 * _REACH) : first][::-1], hit.start)
        right = _content(text, read[last : last + 2 * _REACH], hit.end)[:2]
        yield _Place(
            hit=hit,
            cue=text[hit.start : hit.end].casefold(),
            before=read[max(0, first - 2) : first],
            behind=read[last : last + 2],
            left=left,
            right=right if right and right[0][0] < _REACH else (),
        )


def _content(text: str, some: tuple[Word, ...], edge: int) -> tuple[tuple[int, str], ...]:
    """Stems of content words up to the next stop, each with the number of words before it."""
    found = []
    for distance, word in enumerate(some):
        if _STOP.search(text, min(edge, word.start), max(edge, word.start)):
            break
        if is_content(word.text):
            found.append((distance, stem(word.text)))
    return tuple(found)


def _keeps(part: _Part, place: _Place) -> bool:
    """Whether a clause has a hedge together with a word that stands beside it in the passage."""
    beside = {found for _, found in (*place.left, *place.right)}
    return place.cue in part.hedges.values() and not beside.isdisjoint(part.stems)


def _is_gone(place: _Place, claim: Claim, part: _Part) -> bool:
    """Whether a clause has the words beside a hedge without it, or another one in its stead."""
    stretch = adjoining(place.before, place.behind, part.text, part.words)
    stretch = stretch or _stretch(place, claim, part)
    if stretch is None or part.is_open:
        return False
    if place.hit.entry.kind is CueKind.HEARSAY and part.lexicon.reports(part.around):
        return False
    start, end = stretch
    theirs = claim.text.casefold()
    for hit, cue in part.hedges.items():
        if start <= hit.start and hit.end <= end:
            return False
        apart = hit.start > end and _PARTS.search(part.text, end, hit.start)
        if not apart and cue not in theirs:
            return False
    return True


def _stretch(place: _Place, claim: Claim, part: _Part) -> tuple[int, int] | None:
    """Where in a clause the content words beside a hedge stand, with nothing new between them.

    A hedge that begins its clause has none on the left. Then two on the right must follow each
    other, and only what is not stated as a fact is sought.
    """
    if not place.right or place.right[0][1] not in part.stems:
        return None
    beside = next((found for found in place.left if found[1] in part.stems), None)
    if beside is None and (place.left or len(place.right) == 1 or claim.status not in _DOUBTFUL):
        return None
    room = place.right[0][0] + (beside[0] if beside else 0) + _ROOM
    for at, found in enumerate(part.stems):
        if found != place.right[0][1]:
            continue
        low = max(0, at - room - 1)
        if beside is None:
            stretch = _behind_a_stop(part, low, at, place.right[1][1])
        elif beside[1] in part.stems[low:at]:
            low = at - part.stems[low:at][::-1].index(beside[1])
            stretch = None if _is_new(part, low, at, claim) else _bounds(part, low, at)
        else:
            stretch = None
        if stretch:
            return stretch
    return None


def _bounds(part: _Part, low: int, high: int) -> tuple[int, int]:
    return part.words[low].start, part.words[high].start


def _behind_a_stop(part: _Part, low: int, at: int, following: str) -> tuple[int, int] | None:
    """The words up to one at `at` from the last stop on, if the content word behind it is right."""
    behind = (stem(word.text) for word in part.words[at + 1 :] if is_content(word.text))
    if next(behind, None) != following:
        return None
    start, end = _bounds(part, low, at)
    stops = list(_STOP.finditer(part.text, start, end))
    return (stops[-1].end() if stops else start), end


def _is_new(part: _Part, low: int, high: int, claim: Claim) -> bool:
    """Whether a stop stands among some words, or one that is no claim's and does not report."""
    start, end = _bounds(part, low, high)
    if _STOP.search(part.text, start, end):
        return True
    known = REPORTING_VERBS.union(map(fold, tokens(claim.text)))
    spoken = part.lexicon.reports(part.text)
    return any(
        is_content(word.text)
        and word.folded not in known
        and not any(hit.start <= word.start < hit.end for hit in spoken)
        for word in part.words[low:high]
    )
