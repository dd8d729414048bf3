"""How far a guess, hearsay or a judgement reaches in its sentence, beyond the clause of its cue.

A second verb without a subject, what a colon brings and what is said of the speaker in passing
assert nothing apart. Of the ten relative clauses behind whoever is named last in a guess ("…, said
Orr, who teaches law") in the articles d–j, m and n eight were annotated with it.
"""

from schemas import Status
from service.draft.rules_accounts import Reading
from service.lexicon.clauses import Link, Piece
from service.lexicon.entries import classes
from service.lexicon.frame import Frame
from service.lexicon.lexicon import Hit
from service.lexicon.scope import NO_SUBJECT
from service.lexicon.verbs import IRREGULAR
from service.patterns import Pattern

_CONNECTED = frozenset({Link.AND, Link.CONTRAST, Link.ASIDE})
_FIRST = ("I ", "I’", "I'", "we ", "we’", "we'", "they’ve ", "they've ", "my ", "our ")
"""How a clause begins that tells what the speaker does."""
RELATIVE = Pattern(r"(?:which|who|whose|where)\s")
_PAST = Pattern(rf"(?:\w+ly\s)?(?:\w{{2,}}ed|{IRREGULAR})\b")
_THAT = (" that", " is", " was", " has it", " have it", " hears", " hear")
"""How a cue of hearsay ends that all of a clause hangs on, and not one verb, as "reportedly"."""
_LESS = frozenset({Status.SPECULATION, Status.UNCONFIRMED})
_ANNOUNCES = Pattern(
    r"\b(?:answers?|explanations?|theory|theories|hypothes[ie]s|guess|hunch|bet|forecast|prediction|fear|hope|worry|risk|"
    r"danger|possibility|suspicion|rumou?r|gossip|story|tale|talk|word|version|whisper)\b"
)
"""What is told or guessed."""
_APPOSED = Pattern(r"(?:,\s(?:an?|the|its|his|her|their)\s[^,;:“”]{3,90})?,\s")
"""Between a name and its relative clause: “, a statistician at Ulmen, ”."""
_AND_ONE = Pattern(r"an?\s(?:[\w’'-]+\s){1,4}one\b|one\s(?:that|which|of)\s")
_COMES = classes("en")["outcome"] | classes("en")["effect"]
_WOULD = Pattern(r"\b(?:would|could|might|may|will|should)\b")


def rumoured(text: str, piece: Piece, last: Reading, hedges: tuple[Hit, ...]) -> bool:
    """Whether a rumour has a second verb: "the talk is that it burst and was taped up".

    Args:
        text: The sentence's text.
        piece: The piece that may go on.
        last: What was made of the one before.
        hedges: The hedges of the sentence.
    """
    return (
        last.status in _LESS
        and (NO_SUBJECT.match(text, piece.start) or _PAST.match(text, piece.start)) is not None
        and (
            text.startswith(": that ", last.start - 2)
            or any(
                hit.entry.status is last.status and text.endswith(_THAT, last.start, hit.end)
                for hit in hedges
                if last.start <= hit.start < last.end
            )
        )
    )


def judged_on(text: str, piece: Piece, reading: Reading, last: Reading) -> bool:
    """Whether a judgement goes on in its quotation: “a shabby way, and a time-honoured one”.

    Of 17 clauses behind “and” or “but” in one quotation with a judgement 13 were annotated as
    opinions; of the rest three told what the speaker does ("and I'm off on Monday").
    """
    return (
        last.status is Status.OPINION
        and reading.status is Status.STATED_FACT
        and piece.quoted
        and piece.link in _CONNECTED
        and reading.source == last.source
        and "”" not in text[last.start : piece.start]
        and not text.startswith(_FIRST, piece.start)
    )


def reaches(text: str, piece: Piece, found: tuple[Frame, ...], last: Reading) -> bool:
    """Whether what was made of the piece before holds of this one as well.

    Args:
        text: The sentence's text.
        piece: The piece.
        found: The sentence's frames.
        last: What was made of the one before; no stated fact.
    """
    return (
        _announced(text, piece, last)
        or _infinitive(text, piece)
        or _foretold(text, piece, last)
        or _judged_further(text, piece, last)
        or _describes_source(text, piece, found, last)
    )


def _infinitive(text: str, piece: Piece) -> bool:
    """Whether it goes on: “said to have met and to have lost”, “talk of smoke, and of a fire”."""
    return piece.link in {Link.AND, Link.CONTRAST} and text.startswith(("to ", "of "), piece.start)


def _foretold(text: str, piece: Piece, last: Reading) -> bool:
    """Whether a forecast has a second verb: "it would need no engine but add 14 months"."""
    return (
        last.status is Status.SPECULATION
        and piece.link in {Link.AND, Link.CONTRAST}
        and text[piece.start : piece.end].partition(" ")[0] in _COMES
        and _WOULD.search(text, last.start, last.end) is not None
    )


def _judged_further(text: str, piece: Piece, last: Reading) -> bool:
    """Whether a judgement goes on in a second noun: "a luxury, and a badly timed one"."""
    return (
        last.status is Status.OPINION
        and piece.link is Link.AND
        and _AND_ONE.match(text, piece.start) is not None
    )


def _announced(text: str, piece: Piece, last: Reading) -> bool:
    """Whether a colon brings a guess: "the likeliest answer is dull: the pump had failed"."""
    return (
        piece.link is Link.COLON
        and not piece.quoted
        and last.status in _LESS
        and _ANNOUNCES.search(text, last.start, last.end) is not None
    )


def _describes_source(text: str, piece: Piece, found: tuple[Frame, ...], last: Reading) -> bool:
    """Whether a relative clause tells who guesses: "it may hold, said Orr, who teaches law"."""
    return (
        piece.link is Link.ASIDE
        and last.status in _LESS
        and RELATIVE.match(text, piece.start) is not None
        and any(
            frame.hit.start < frame.source_start < piece.start
            and _APPOSED.fullmatch(text, frame.source_end, piece.start)
            for frame in found
        )
    )
