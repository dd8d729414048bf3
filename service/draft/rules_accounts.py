"""Whose account goes on: sentences without a cue that stand behind a named source's.

Reporters name a source once and go on with what it told them ("Brandvold said she had set the
cameras in May. She nearly deleted the footage."); PARC (Pareti 2016) and PolNeAR (Newell et al.
2018) leave such sentences out or mark them by hand. Others behind a source are the reporter's own.
Each sentence is weighed by itself; the account ends where the sum of the weights is largest, for a
reporter who has taken the floor keeps it.

The weights are those of a logistic regression (L2) of "goes on with the named source" on the 452
such sentences of the annotated articles that the rules were developed on, rounded. With each
writer's articles held out in turn they find 136 of 202, and take 33 of the reporter's own 250 for
an account.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from schemas import Sentence, SourceKind, Status
from service.draft.rules_heard import ARTICLE, Source
from service.lexicon.frames import Frame, Place
from service.lexicon.lexicon import Marks
from service.lexicon.words import words
from service.patterns import Pattern

_BIAS = -1.1
WEIGHTS = {
    "run": 0.9,
    "charge": 0.5,
    "around": 0.7,
    "before": 0.3,
    "quoted": -0.6,
    "that": -0.5,
    "had": 1.05,
    "figure": 0.6,
    "present": -0.75,
    "unknown": -1.4,
    "rule": -0.75,
    "somebody": -0.75,
    "question": -0.7,
    "close": -1.5,
}
"""What speaks for an account and against it.

`run`: how many sentences without a cue follow the source, five at most, where it is a person: the
more, the likelier they are hers; a body's announcement is done in one. `charge`: the same for an
indictment, which tells a story too (set by hand, for it is rare). Of the sentence with the
source: `around`, `before`: its content stands around or before the cue, so that the account is
under way; `quoted`, `that`: it quotes, or has a "that" behind its cue, as one statement among
others has. Of the sentence itself: `had`: what came before, told in the pluperfect. `figure`: a
number. `present`: what is so now, the reporter can see. `unknown`, `rule`: what is not known or
said, and what the law says, the reporter adds. `somebody`: another name. `question`: the
reporter's, as a rule. `close`: the article's last paragraph.
"""
_LONGEST_RUN = 5
_BEHIND = 20  # code points: an addressee between the cue and its "that"
_PRESENT = frozenset({"is", "are", "has", "have"})
_SOMEBODY = Pattern(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+")


class Reading(NamedTuple):
    """A piece of a sentence and what was made of it."""

    start: int
    """First code point in the sentence."""
    end: int
    """One past the last."""
    status: Status
    """How it is presented."""
    source: Source
    """Who stands behind it."""


class Read(NamedTuple):
    """A sentence as it was read by itself."""

    sentence: Sentence
    """The sentence."""
    text: str
    """Its words, with one kind of quotation marks."""
    readings: list[Reading]
    """Its pieces, in order."""
    marks: Marks
    """What the lexicon finds in it."""
    frames: tuple[Frame, ...]
    """Its frames."""
    speaker: Source | None
    """The source of the last of them."""


def carried(paragraph: Sequence[Read], *, close: bool) -> list[Read]:
    """Give the sentences of a paragraph that go on with a named source's account that source.

    Args:
        paragraph: The sentences of one paragraph, in order.
        close: Whether it is the article's last one.
    """
    made = list(paragraph)
    for teller, start, end in _runs(paragraph):
        source = teller.speaker
        if source is None or source.kind is not SourceKind.NAMED:
            continue
        run = paragraph[start:end]
        sums = list(accumulate(_weight(one, teller, len(run), close=close) for one in run))
        best = max(range(len(run)), key=sums.__getitem__)
        if sums[best] > 0:
            made[start : start + best + 1] = [_told(one, source) for one in run[: best + 1]]
    return made


def _runs(paragraph: Sequence[Read]) -> Iterator[tuple[Read, int, int]]:
    """Sentences without a cue that follow one with a cue: that one, and their bounds."""
    teller, start = None, 0
    for position, one in enumerate(paragraph):
        if one.frames or one.text.startswith("“"):
            if teller is not None and start < position:
                yield teller, start, position
            teller, start = one if one.frames else teller, position + 1
    if teller is not None and start < len(paragraph):
        yield teller, start, len(paragraph)


def _weight(one: Read, teller: Read, run: int, *, close: bool) -> float:
    """How much speaks for a sentence being the account of whoever spoke before; 0 is even."""
    if any(reading.source is not ARTICLE for reading in one.readings):
        return 0.0
    known = words(one.text).known
    frame = teller.frames[-1]
    holds = {
        "around": frame.place is Place.AROUND,
        "before": frame.place is Place.BEFORE,
        "quoted": "“" in teller.text,
        "that": " that " in teller.text[frame.hit.end : frame.hit.end + _BEHIND],
        "had": "had" in known,
        "figure": any(word[0].isdigit() for word in known),
        "present": not known.isdisjoint(_PRESENT),
        "unknown": bool(one.marks.unknowns),
        "rule": bool(one.marks.rules),
        "somebody": _SOMEBODY.search(one.text) is not None,
        "question": "?" in known,
        "close": close,
    }
    told = 0.0
    if teller.speaker is not None and teller.speaker.person:
        told = WEIGHTS["run"] * min(run, _LONGEST_RUN)
    elif teller.speaker is not None and teller.speaker.accuser:
        told = WEIGHTS["charge"] * min(run, _LONGEST_RUN)
    return _BIAS + told + sum([WEIGHTS[name] for name, found in holds.items() if found])


def _told(one: Read, source: Source) -> Read:
    """The sentence with what stood in the article's voice as the source's."""
    return one._replace(
        readings=[
            reading._replace(source=source, status=_status(reading.status, source))
            # What is reported or alleged by nobody in particular is no account of one person.
            if reading.source is ARTICLE and reading.status is not Status.UNCONFIRMED
            else reading
            for reading in one.readings
        ]
    )


def _status(status: Status, source: Source) -> Status:
    """What an accuser tells stays unproven until a verdict."""
    return Status.UNCONFIRMED if source.accuser and status is Status.STATED_FACT else status
