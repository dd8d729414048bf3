"""Reads the lexicon's data: one entry a line, expanded into the word sequences it stands for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from schemas import CueKind, Status
from service.errors import ConfigurationError

_SHORT = {
    word: f"{word}n't"
    for word in ("is are was were has have had do does did could would should might must").split()  # noqa: SIM905 - a list of words
} | {"will": "won't", "can": "can't"}
_FORMS = {
    "BE": ("is", "are", "was", "were", "be", "been", "being"),
    "HAVE": ("has", "have", "had"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One reviewed entry of the lexicon."""

    cue: str
    """The entry as it is written in the data."""
    kind: CueKind
    """What its words do."""
    status: Status | None
    """The status it points to; None where it leaves that to the rest of the clause."""
    decisive: bool
    """Whether it alone decides the status of the claim it stands in."""
    anywhere: bool = False
    """Whether it governs its clause wherever it stands: a judgement not only as a predicate."""
    denies: bool = False
    """Whether it reports that its content is not so."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a data file; `en/SOURCES.md` says what the columns mean."""

    cue: str
    """The pattern, in the notation of the file's header."""
    kind: str
    """A `CueKind`, or a kind of the file's own (`trap`, `unknown`, `rule`, `loaded`, `colour`)."""
    status: Status | None = None
    """The status it points to."""
    strength: str = ""
    """How far it moves certainty; empty where it moves none."""
    scope: str = ""
    """What it governs: `clause`, `complement`, `phrase` or `sentence`."""
    factivity: str = ""
    """What a reporting verb says of its content."""
    decisive: bool = False
    """Whether it alone decides."""
    both: bool = True
    """Whether the audit reads it too, and not the drafter alone."""
    example: str = ""
    """A phrase that shows it."""
    source: str = ""
    """Where its category comes from."""

    def sequences(self) -> Iterator[tuple[tuple[str, ...], ...]]:
        """Yield the pattern as places with their alternatives, once with each optional and without.

        Words are in lower case; forms are written out.
        """
        slots: list[tuple[tuple[str, ...], ...]] = []
        for token in self.cue.split():
            optional = len(token) > 1 and token.startswith("(") and token.endswith(")")
            words: list[str] = []
            for word in (token[1:-1] if optional else token).split("/"):
                words.extend(_alternatives(word))
            slots.append((tuple(words), ()) if optional else (tuple(words),))
        for choice in product(*slots):
            sequence = tuple(words for words in choice if words)
            yield sequence
            if ("not",) in sequence[1:]:
                yield from _contracted(sequence)

    def phrases(self) -> Iterator[str]:
        """Yield every phrase that the pattern stands for."""
        for slots in self.sequences():
            yield from map(" ".join, product(*slots))


def _alternatives(word: str) -> Iterable[str]:
    """The words that one stands for: the forms of BE and HAVE, the members of a class (POWER)."""
    if word.isupper() and len(word) > 1:
        return _FORMS.get(word) or sorted(classes("en")[word.lower()])
    return (word.lower(),)


def _contracted(sequence: tuple[tuple[str, ...], ...]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The sequence with "could not" as "couldn't", where an auxiliary stands before "not"."""
    place = sequence.index(("not",), 1)
    short = tuple(_SHORT[word] for word in sequence[place - 1] if word in _SHORT)
    if short:
        yield (*sequence[: place - 1], short, *sequence[place + 1 :])


def lines(language: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of `service/lexicon/<language>/<name>.tsv` with their numbers, as cells.

    Comments and empty lines are left out.
    """
    text = (files("service.lexicon") / language / f"{name}.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if line and not line.startswith("# "):
            yield number, line.split("\t")


@cache
def rows(language: str, name: str) -> tuple[Row, ...]:
    """Read `service/lexicon/<language>/<name>.tsv`; its first line names the columns.

    Raises:
        ConfigurationError: A line gives a status that there is none of.
    """
    columns: list[str] = []
    found = []
    for number, cells in lines(language, name):
        if not columns:
            columns = cells
            continue
        try:
            found.append(_row(dict(zip(columns, cells, strict=False))))
        except ValueError:
            message = f"{language}/{name}.tsv, line {number}: no such status"
            raise ConfigurationError(message) from None
    return tuple(found)


def _row(cells: dict[str, str]) -> Row:
    """The cells of a line; those at its end may be missing."""
    status = cells.get("status")
    return Row(
        cue=cells["cue"],
        kind=cells["kind"],
        status=Status(status) if status else None,
        strength=cells.get("strength", ""),
        scope=cells.get("scope", ""),
        factivity=cells.get("factivity", ""),
        decisive=cells.get("decisive") == "yes",
        both=cells.get("read by") != "drafter",
        example=cells.get("example", ""),
        source=cells.get("source", ""),
    )


@cache
def classes(language: str) -> dict[str, frozenset[str]]:
    """Read the closed word classes of a language, by name."""
    return {name: frozenset(words.split()) for _, (name, _, words) in lines(language, "classes")}


@cache
def nouns(language: str) -> dict[str, frozenset[str]]:
    """Read the nouns for sources of a language, by kind; some are of two words."""
    found: dict[str, set[str]] = {}
    for row in rows(language, "sources"):
        found.setdefault(row.kind, set()).update(row.phrases())
    return {kind: frozenset(phrases) for kind, phrases in found.items()}
