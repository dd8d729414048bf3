"""Who has been heard in an article so far: speakers, and whoever opened a sentence."""

from collections import deque
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import NamedTuple

from schemas import SourceKind
from service.draft.rules_openers import opener

RECALLED = 64
"""Sources and names among which a pronoun or a role is looked for: no reader recalls more."""
_APPOSED = 40  # code points: a role between a name and its verb


class Source(NamedTuple):
    """Who stands behind a claim."""

    kind: SourceKind
    """How well the article names it."""
    words: str | None
    """Words of the article; None for its own voice."""
    person: bool = False
    """Whether a pronoun for one person can mean it."""
    accuser: bool = False
    """Whether it brings a charge that no court has ruled on."""


ARTICLE = Source(SourceKind.ARTICLE, None)


class _Note(NamedTuple):
    """A sentence that somebody may have opened."""

    start: int
    """Its first code point in the article's text."""
    sentence: str
    """Its text."""
    spoke: int
    """Where the latest speaker stands; -1 where nobody has spoken."""


class Heard:
    """Speakers and openers of sentences, by where they stand in the article's text."""

    def __init__(self, read: Callable[[str, int], Source]) -> None:
        """Begin with nobody.

        Args:
            read: Tells who the words of an opener mean at an offset; asked once for each, and only
                when somebody wants to know.
        """
        self._read = read
        self._spoke: deque[tuple[int, Source]] = deque(maxlen=RECALLED)
        self._noted: deque[_Note] = deque(maxlen=RECALLED)
        self._opened: dict[int, Source | None] = {}
        """Who opened a sentence, by its offset, as far as somebody has asked."""

    @property
    def last(self) -> tuple[int, Source] | None:
        """The latest speaker, with where they stand."""
        return self._spoke[-1] if self._spoke else None

    def speak(self, offset: int, source: Source) -> None:
        """Remember a speaker."""
        self._spoke.append((offset, source))

    def note(self, sentence: str, offset: int) -> None:
        """Remember a sentence that begins at an offset, for whoever asks who opened it."""
        if sentence.startswith("“"):
            # Who opens a quotation stands in the speaker's words.
            return
        self._noted.append(_Note(offset, sentence, self._spoke[-1][0] if self._spoke else -1))

    def speakers(self, offset: int | None = None) -> Iterator[tuple[int, Source]]:
        """Speakers, the last one first; those before an offset if one is given."""
        return (one for one in reversed(self._spoke) if offset is None or one[0] < offset)

    def openers(self, offset: int) -> Iterator[tuple[int, Source]]:
        """Whoever opened a sentence before an offset, the last one first."""
        for start, note in self._notes(offset):
            source = self._opener(note)
            if source is not None:
                yield start, source

    def before(self, offset: int, *more: Iterator[tuple[int, Source]]) -> Iterator[Source]:
        """Speakers and openers before an offset, the last one first.

        Args:
            offset: The offset.
            more: Others who count, each the last one first.
        """
        every: tuple[Iterator[tuple[int, Source | _Note]], ...]
        every = (self.speakers(offset), self._notes(offset), *more)
        heads = [(*head, one) for one in every if (head := next(one, None))]
        while heads:
            latest = max(heads, key=itemgetter(0))
            at = heads.index(latest)
            _, meant, one = latest
            # Who opened a sentence is not asked before its turn comes.
            source = self._opener(meant) if isinstance(meant, _Note) else meant
            if source is not None:
                yield source
            following = next(one, None)
            heads[at : at + 1] = [(*following, one)] if following else []

    def _notes(self, offset: int) -> Iterator[tuple[int, _Note]]:
        """Sentences before an offset, the last one first."""
        return ((note.start, note) for note in reversed(self._noted) if note.start < offset)

    def _opener(self, note: _Note) -> Source | None:
        """Who opened a sentence, if somebody did who has not been read there as its speaker."""
        start, sentence, spoke = note
        if start not in self._opened:
            bounds = opener(sentence)
            # "His lawyer, Paula Frey, said" has been read.
            heard = bounds is None or start <= spoke <= start + bounds[1] + _APPOSED
            self._opened[start] = (
                None if bounds is None or heard else self._read(sentence[slice(*bounds)], start)
            )
        return self._opened[start]
