"""Reads the lexicon's data: one entry a line, expanded into the word sequences it stands for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from schemas import CueKind, Status
from service.errors import ConfigurationError

_COLUMNS = 6
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


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a data file."""

    cue: str
    """The pattern, in the notation of the file's header."""
    kind: str
    """A `CueKind`, or a kind of the file's own (`trap`, `unknown`, `loaded`)."""
    status: Status | None
    """The status it points to."""
    decisive: bool
    """Whether it alone decides."""
    example: str
    """A phrase that shows it; may be empty."""

    def sequences(self) -> Iterator[tuple[str, ...]]:
        """Yield every word sequence that the pattern stands for, in lower case."""
        slots: list[tuple[str, ...]] = []
        for token in self.cue.split():
            optional = len(token) > 1 and token.startswith("(") and token.endswith(")")
            words: list[str] = []
            for word in (token[1:-1] if optional else token).split("/"):
                words.extend(_FORMS.get(word, (word.casefold(),)))
            slots.append((*words, "") if optional else tuple(words))
        for choice in product(*slots):
            yield tuple(word for word in choice if word)


def rows(language: str, name: str) -> tuple[Row, ...]:
    """Read `service/lexicon/<language>/<name>.tsv`.

    Raises:
        ConfigurationError: A line does not have the documented columns.
    """
    text = (files("service.lexicon") / language / f"{name}.tsv").read_text("utf-8")
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("# "):
            continue
        cells = [*line.split("\t"), *[""] * _COLUMNS][:_COLUMNS]
        try:
            status = Status(cells[2]) if cells[2] else None
        except ValueError:
            message = f"{language}/{name}.tsv, line {number}: no status “{cells[2]}”"
            raise ConfigurationError(message) from None
        found.append(Row(cells[0], cells[1], status, cells[3] == "yes", cells[5]))
    return tuple(found)


@cache
def classes(language: str) -> dict[str, frozenset[str]]:
    """Read the closed word classes of a language, by name."""
    text = (files("service.lexicon") / language / "classes.tsv").read_text("utf-8")
    cells = [line.split("\t") for line in text.splitlines() if line and not line.startswith("# ")]
    return {name: frozenset(words.split()) for name, _, words in cells}
