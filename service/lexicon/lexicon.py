"""The reading of one language: which words of a text hedge, report, evaluate or deny."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from schemas import CueKind
from service.lexicon.entries import Entry, Row, classes, rows
from service.lexicon.words import Word, WordTree, words

_TRAP = "trap"
_UNKNOWN = "unknown"
_RULE = "rule"
_SILENT = frozenset({_TRAP, _UNKNOWN, _RULE})
_MONTHS_AND_NAMES = frozenset({"may", "will", "might", "hope", "chance"})
_SUBJECT = 3  # words: "Several unverified posts"
_CIRCULATES = re.compile(
    r"(?P<more>(?:\s(?:shared|circulating|posted|seen|spreading|that|published|doing|on|in|across|widely|"
    r"online|local|social|media|channels|the|town|a|messaging|apps?|platforms?|sites?|networks?))*)\s"
    r"(?:\w+ly\s)?(?:have|has|had|show|shows|showed|put|puts|claim|claims|claimed|say|said|suggest|"
    r"suggested|swept|swirled|spread|are|were|circulated|persist|persisted|abound|allege|alleged|"
    r"appear|appeared)\b"
)
_TAIL = classes("en")["source_tail"]
_DETERMINERS = classes("en")["determiner"]
_AGENTS = re.compile(r"(?:ers|ors|ists|ians|ants|ents|ees)\Z")
_KINDS = frozenset(kind.value for kind in CueKind)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a text."""

    start: int
    """First code point, in the text passed in."""
    end: int
    """One past the last."""
    entry: Entry
    """What was found."""


class Lexicon:
    """Reviewed data of one language, compiled once."""

    def __init__(self, language: str) -> None:
        self.language = language
        """Primary subtag: `en`."""
        self._hedges = _tree((*rows(language, "traps"), *rows(language, "hedges")))
        self._marked = lru_cache(maxsize=512)(self._mark)
        self._negations = _tree(rows(language, "negations"))
        self._reports = _tree(rows(language, "reports"))
        self._evaluations = _tree((*rows(language, "evaluations"), *rows(language, "loaded")))
        self._loaded = _tree(rows(language, "loaded"))
        self._sources: dict[str, set[str]] = {}
        for row in rows(language, "sources"):
            self._sources.setdefault(row.kind, set()).update(map(" ".join, row.sequences()))

    def cues(self, text: str) -> tuple[Hit, ...]:
        """Find what hedges, reports, evaluates or denies: in order, never overlapping.

        Hedges go before reports, reports before evaluations, those before negations where they
        overlap; words that only look like a hedge ("could not reach", "may by law", "May 5") are
        left out.
        """
        found: list[Hit] = []
        taken: set[int] = set()
        for layer in (
            self.hedges(text),
            self.reports(text),
            self.evaluations(text),
            self.negations(text),
        ):
            for hit in layer:
                if taken.isdisjoint(range(hit.start, hit.end)):
                    taken.update(range(hit.start, hit.end))
                    found.append(hit)
        return tuple(sorted(found, key=lambda hit: hit.start))

    def hedges(self, text: str) -> tuple[Hit, ...]:
        """Find the words that lower certainty or pass on hearsay, without those in traps."""
        return tuple(hit for kind, hit in self._marked(text) if kind not in _SILENT)

    def unknowns(self, text: str) -> tuple[tuple[int, int], ...]:
        """Find reports that something is not known or not said, as half-open offsets."""
        return self._of_kind(_UNKNOWN, text)

    def rules(self, text: str) -> tuple[tuple[int, int], ...]:
        """Find references to rules of law or procedure, as half-open offsets."""
        return self._of_kind(_RULE, text)

    def evaluations(self, text: str) -> tuple[Hit, ...]:
        """Find words of judgement, loaded ones included."""
        return _hits(self._evaluations, text)

    def loaded(self, text: str) -> tuple[Hit, ...]:
        """Find evaluative and emotive words outside the register of a neutral wire."""
        return _hits(self._loaded, text)

    def reports(self, text: str) -> tuple[Hit, ...]:
        """Find reporting verbs and phrases ("said", "denied", "according to")."""
        return _hits(self._reports, text)

    def negations(self, text: str) -> tuple[Hit, ...]:
        """Find negations."""
        return _hits(self._negations, text)

    def unnamed_source(self, source: str) -> bool:
        """Whether the words of a source name nobody that could be looked up.

        "Analysts", "two people familiar with the matter" and "climate scientists" do not; "the
        defence ministry" and "analyst Priya Castellane" do, by an office or a name.
        """
        read = words(source)
        folded = [word.folded for word in read]
        pairs = [" ".join(pair) for pair in pairwise(folded)]
        if not self._sources["vague"].isdisjoint([*folded, *pairs]):
            return True
        head = _before_preposition(read)
        if any(word.capital for word in head[1:]):
            return False
        last = head[-1].folded if head else ""
        if last in self._sources["institution"]:
            return False
        if any(word.folded in self._sources["unnamed"] for word in head):
            return True
        # A bare plural is a crowd: "climate scientists", not "the researchers". One capitalised
        # word may be a name ("Norgas said") unless it ends as words for people do.
        bare = bool(head) and head[0].folded not in _DETERMINERS
        name = len(head) == 1 and head[0].capital and not _AGENTS.search(last)
        return bare and not name and last.endswith("s") and not last.endswith(("ss", "'s"))

    def hearsay_subject(self, clause: str) -> tuple[int, int] | None:
        """Bounds of a subject that makes its clause hearsay ("Posts shared online", "Rumours")."""
        for word in _before_preposition(words(clause))[:_SUBJECT]:
            if word.folded in self._sources["hearsay"]:
                spread = _CIRCULATES.match(clause, word.end)
                return (word.start, spread.end("more")) if spread else None
        return None

    def accuses(self, source: str) -> bool:
        """Whether a source brings a charge: prosecutors, an indictment, a lawsuit."""
        folded = [word.folded for word in _before_preposition(words(source))]
        pairs = [" ".join(pair) for pair in pairwise(folded)]
        return not self._sources["accuser"].isdisjoint([*folded, *pairs])

    def _of_kind(self, kind: str, text: str) -> tuple[tuple[int, int], ...]:
        return tuple((hit.start, hit.end) for found, hit in self._marked(text) if found == kind)

    def _mark(self, text: str) -> tuple[tuple[str, Hit], ...]:
        """Hedges and what silences them, with the kind of their row."""
        read = words(text)
        return tuple(
            (kind, Hit(read[first].start, read[last - 1].end, entry))
            for first, last, (kind, entry) in self._hedges.find(read)
            if not _a_name(read, first, last)
        )


def _before_preposition(read: tuple[Word, ...]) -> tuple[Word, ...]:
    """The head of a noun phrase: "traders on the Quay" without where they trade."""
    for position, word in enumerate(read):
        if word.folded in _TAIL:
            return read[:position]
    return read


def _a_name(read: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether a lone capitalised word in mid-sentence is a month or a name ("May", "Will")."""
    word = read[first]
    alone = last == first + 1 and first > 0 and word.joined
    return alone and word.capital and word.folded in _MONTHS_AND_NAMES


def _hits(tree: WordTree[tuple[str, Entry]], text: str) -> tuple[Hit, ...]:
    read = words(text)
    return tuple(
        Hit(read[first].start, read[last - 1].end, entry)
        for first, last, (_, entry) in tree.find(read)
    )


def _tree(data: Iterable[Row]) -> WordTree[tuple[str, Entry]]:
    """Build the tree of all sequences; each leads to its row's kind and its entry."""
    return WordTree(
        (sequence, value)
        for row in data
        for value in ((row.kind, _entry(row)),)
        for sequence in row.sequences()
    )


def _entry(row: Row) -> Entry:
    kind = CueKind(row.kind) if row.kind in _KINDS else CueKind.EVALUATION
    return Entry(row.cue, kind, row.status, row.decisive)
