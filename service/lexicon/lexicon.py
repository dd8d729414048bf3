"""The reading of one language: which words of a text hedge, report, evaluate or deny."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from schemas import CueKind
from service.lexicon.entries import Entry, Row, rows
from service.lexicon.speakers import Speakers
from service.lexicon.words import Slots, Words, WordTree, words
from service.patterns import Pattern

_TRAP = "trap"
_UNKNOWN = "unknown"
_RULE = "rule"
_COLOUR = "colour"
_MONTHS_AND_NAMES = frozenset({"may", "will", "might", "hope", "chance"})
_NUMBERED = Pattern(r"No\.\s?\d")
"""“Gate No. 2”."""
_KINDS = frozenset(kind.value for kind in CueKind)
_HEDGES, _REPORTS, _EVALUATIONS, _NEGATIONS, _LOADED = range(5)
_FILES = (
    (_HEDGES, ("traps", "hedges")),
    (_REPORTS, ("reports",)),
    (_EVALUATIONS, ("evaluations", "loaded")),
    (_NEGATIONS, ("negations",)),
    (_LOADED, ("loaded",)),
)
"""Layers and the files that fill them; the first line wins where two list the same words.

Some lines the drafter alone goes by: a missed hedge costs it a leak. The audit goes by the rest,
for there a word too many costs a false alarm.
"""


class Hit(NamedTuple):
    """An entry found in a text."""

    start: int
    """First code point, in the text passed in."""
    end: int
    """One past the last."""
    entry: Entry
    """What was found."""


Bounds = tuple[int, int]
"""Half-open code-point offsets into the text that was read."""


class Marks(NamedTuple):
    """All that the lexicon finds in a text, each in order and never overlapping."""

    hedges: tuple[Hit, ...]
    """What lowers certainty or passes on hearsay, without what stands in traps."""
    unknowns: tuple[Bounds, ...]
    """Reports that something is not known or not said."""
    rules: tuple[Bounds, ...]
    """References to rules of law or procedure."""
    reports: tuple[Hit, ...]
    """Reporting verbs and phrases ("said", "denied", "according to")."""
    evaluations: tuple[Hit, ...]
    """Words of judgement, loaded ones included."""
    negations: tuple[Hit, ...]
    """Negations."""
    loaded: tuple[Hit, ...]
    """Evaluative and emotive words outside the register of a neutral wire."""


_Tree = WordTree[tuple[str, Entry]]
_Found = list[tuple[int, int, tuple[str, Entry]]]


class Lexicon:
    """Reviewed data of one language, compiled once."""

    def __init__(self, language: str) -> None:
        self.language = language
        """Primary subtag: `en`."""
        self.speakers = Speakers(language)
        """Which sources are anonymous, accuse, or make hearsay."""
        self.read = lru_cache(maxsize=512)(self._wide)
        """Read a text with all that is listed: its `Marks`, kept for the last few hundred texts."""
        self._core = lru_cache(maxsize=512)(self._narrow)

    @cached_property
    def _wide_tree(self) -> _Tree:
        return WordTree(_sequences(self.language, wide=True), len(_FILES))

    @cached_property
    def _core_tree(self) -> _Tree:
        return WordTree(_sequences(self.language, wide=False), len(_FILES))

    @cached_property
    def _loaded_tree(self) -> _Tree:
        return WordTree(_sequences(self.language, wide=False, only=_LOADED), len(_FILES))

    def _wide(self, text: str) -> Marks:
        return self._read(text, self._wide_tree)

    def _narrow(self, text: str) -> Marks:
        return self._read(text, self._core_tree)

    def _read(self, text: str, tree: _Tree) -> Marks:
        """Find all that the lexicon lists in one walk over the words."""
        read = words(text)
        found = tree.find(read)
        hedges, unknowns, rules = [], [], []
        for first, last, (kind, entry) in found[_HEDGES]:
            bounds = read.starts[first], read.ends[last - 1]
            if kind == _UNKNOWN:
                unknowns.append(bounds)
            elif kind == _RULE:
                rules.append(bounds)
            elif kind != _TRAP and not _a_name(read, first, last):
                hedges.append(Hit(*bounds, entry))
        marks = Marks(
            tuple(hedges),
            tuple(unknowns),
            tuple(rules),
            *[_hits(read, layer) if layer else () for layer in found[_REPORTS:]],
        )
        if "No." not in text:
            return marks
        denies = [hit for hit in marks.negations if not _NUMBERED.match(text, hit.start)]
        return marks._replace(negations=tuple(denies))

    def cues(self, text: str) -> tuple[Hit, ...]:
        """Find what hedges, reports, evaluates or denies: in order, never overlapping.

        Hedges go before reports, reports before evaluations, those before negations where they
        overlap; words that only look like a hedge ("could not reach", "may by law", "May 5") are
        left out.
        """
        found: list[Hit] = []
        taken: set[int] = set()
        marks = self._core(text)
        for layer in (marks.hedges, marks.reports, marks.evaluations, marks.negations):
            for hit in layer:
                if taken.isdisjoint(range(hit.start, hit.end)):
                    taken.update(range(hit.start, hit.end))
                    found.append(hit)
        return tuple(sorted(found, key=lambda hit: hit.start))

    def hedges(self, text: str) -> tuple[Hit, ...]:
        """Find the words that lower certainty or pass on hearsay, without those in traps."""
        return self._core(text).hedges

    def evaluations(self, text: str) -> tuple[Hit, ...]:
        """Find words of judgement, loaded ones included."""
        return self._core(text).evaluations

    def loaded(self, text: str) -> tuple[Hit, ...]:
        """Find evaluative and emotive words outside the register of a neutral wire.

        They are few: an article is looked through for them alone faster than for all at once.
        """
        read = words(text)
        return _hits(read, self._loaded_tree.find(read)[_LOADED])

    def reports(self, text: str) -> tuple[Hit, ...]:
        """Find reporting verbs and phrases ("said", "denied", "according to")."""
        return self._core(text).reports

    def negations(self, text: str) -> tuple[Hit, ...]:
        """Find negations."""
        return self._core(text).negations

    def unnamed_source(self, source: str) -> bool:
        """Whether the words of a source name nobody that could be looked up."""
        return self.speakers.unnamed(source)


def _a_name(read: Words, first: int, last: int) -> bool:
    """Whether a lone capitalised word in mid-sentence is a month or a name ("May", "Will")."""
    return (
        last == first + 1
        and read.folded[first] in _MONTHS_AND_NAMES
        and first > 0
        and read.capital(first)
        and read.joined(first)
    )


def _hits(read: Words, found: _Found) -> tuple[Hit, ...]:
    starts, ends = read.starts, read.ends
    return tuple(
        [
            Hit(starts[at], ends[last - 1], entry)
            for at, last, (kind, entry) in found
            if kind != _TRAP
        ]
    )


def _sequences(
    language: str, *, wide: bool, only: int | None = None
) -> Iterator[tuple[Slots, int, tuple[str, Entry]]]:
    for layer, names in _FILES:
        if only not in (None, layer):
            continue
        for name in names:
            data = [row for row in rows(language, name) if wide or row.both]
            if layer == _EVALUATIONS:
                data = [row for row in data if row.kind != _COLOUR]
            yield from _laid_out(data, layer)


def _laid_out(data: Iterable[Row], layer: int) -> Iterator[tuple[Slots, int, tuple[str, Entry]]]:
    """The sequences of a file's rows; each leads to its row's kind and its entry."""
    for row in data:
        value = (row.kind, _entry(row))
        for slots in row.sequences():
            yield slots, layer, value


def _entry(row: Row) -> Entry:
    kind = CueKind(row.kind) if row.kind in _KINDS else CueKind.EVALUATION
    return Entry(
        row.cue,
        kind,
        row.status,
        row.decisive,
        anywhere=row.scope == "clause",
        denies=row.factivity == "denial",
    )
