"""Says which frame each piece of a sentence stands in the scope of.

A frame behind its content ("…, she said") reaches back to the beginning of the sentence or to a
semicolon; one before its content reaches on until another voice sets in. Inside one quotation the
speaker stays the same whatever stands between.
"""

from schemas import Status
from service.lexicon.clauses import Link, Piece, quotations
from service.lexicon.entries import classes
from service.lexicon.frame import Frame, Place
from service.lexicon.lexicon import Hit
from service.lexicon.silence import GOES_SILENT
from service.lexicon.subjects import FINITE
from service.patterns import Pattern

NO_SUBJECT = Pattern(
    r"(?:\w+ly\s+)?(?:may|might|could|would|will|should|can|must|is|are|was|were|has|have|had|did|does)\b"
)
"""A piece that begins with its verb shares the subject of the piece before."""


_RELATIVE = Pattern(r"(?:which|who|whose|where)\s")
_ADJUNCT = Pattern(
    r"(?:(?:[\w’'-]+\s){1,4}?(?:could|would|might|had)|with|because|since|(?:al)?though|\w+\s(?:days|weeks|months|years)\s"
    r"(?:before|after))\s"
)
"""What belongs to the clause that was said: "found it late, two years after her stroke"."""
_CLOSED = Pattern(
    r",\s(?:is|are|was|were|has|had|have|will|would|could|may|might|should|must|can)\b"
)
"""“Said that prices, which fell in March, were too low”: what was said goes on."""
_FURTHER = Pattern(r"\s(?:go|goes|went)\s(?:further|farther|on)(?:\sstill)?,\s")
"""“Some go further, claiming that …”: no news but that they claim it."""
_APART = frozenset({Link.AND, Link.CONTRAST, Link.ASIDE})
"""How a piece hangs that a guess behind it does not reach across."""
_APPOSED = Pattern(
    r"(?P<joint>,\s)(?:an?|the|by\sfar\sthe)\s(?:(?!(?:is|are|was|were)\s)[\w’'-]+\s){0,2}\Z"
)
_GOES_ON = Pattern(r",\s")
_OF_A_SOURCE = Pattern(r",?\s(?:and\s)?who(?:se)?\s")
_PARENTHESIS = Pattern(r"\b(?:is|was|are|were|be|been),\s[^,]*\Z")
"""“It is, quite simply, the best”: no apposition."""
_PREDICATE = Pattern(rf",\s(?:\w+ly\s|also\s)?{FINITE.pattern}")
_TOLD_BEHIND = Pattern(r"\s(?:after|before|because|since|when|as|once|until)\s+\Z")
_JOINED = Pattern(r"\s(?P<cut>)(?:and|but),\s\Z")
"""“Hired nine and, by his count, lost a third”: what stands in after “and” goes with its clause."""
_BEHIND_NOUN = Pattern(r"\s(?:at|in|from|by|dated|published)\s")
_BODIES = classes("en")["body"]
_BACKSHIFTED = Pattern(r"\b(?:would|could|had|might)\b")
_CONJUNCTION = 16  # code points: more than the longest of them, with white space


def scopes(
    sentence: str, cut: tuple[Piece, ...], found: tuple[Frame, ...]
) -> tuple[int | None, ...]:
    """Give each piece its frame.

    Args:
        sentence: The sentence's text.
        cut: Its pieces.
        found: Its frames.

    Returns:
        For each piece a position in `found`, or None for the article's own voice.
    """
    given: list[int | None] = [None] * len(cut)
    homes = [_home(cut, frame) for frame in found]
    for number, (frame, home) in enumerate(zip(found, homes, strict=True)):
        if frame.place is Place.WITHIN:
            given[home] = number if given[home] is None else given[home]
            continue
        if frame.place is not Place.AFTER and not _inserted(sentence, cut[home], frame):
            narrow = frame.hit.entry.status is Status.SPECULATION
            _reach_back(cut, home, number, given, narrow=narrow)
        if frame.place is not Place.BEFORE:
            given[home] = number
            if home and _FURTHER.fullmatch(sentence, frame.source_end, cut[home].start):
                given[home - 1] = number
            for ahead in range(home + 1, len(cut)):
                if ahead in homes or _ends(sentence, cut, ahead, frame):
                    break
                given[ahead] = number
    return tuple(given)


def _inserted(sentence: str, home: Piece, frame: Frame) -> bool:
    """Whether a cue parts subject and verb of a later clause: it is about that clause alone.

    "They felled pines in May, and the roots, he says, would have rotted by now".
    """
    return (
        frame.place is Place.AROUND
        and home.link in _APART
        and not home.quoted
        and bool(sentence[home.start : frame.start].strip(" ,"))
        and _PREDICATE.match(sentence, frame.end) is not None
    )


def parted(sentence: str, cut: tuple[Piece, ...], found: tuple[Frame, ...]) -> tuple[Piece, ...]:
    """Cut before a frame inside a piece: “shares fell | after the firm warned of a loss”."""
    made = list(cut)
    for frame in found:
        at = _joint(sentence, frame)
        if at is not None:
            _cut(made, at, Link.AND)
        if frame.place is not Place.AFTER:
            continue
        near = max(0, frame.source_start - _CONJUNCTION)
        joint = _TOLD_BEHIND.search(sentence, near, frame.source_start)
        if joint is None:
            continue
        for position, piece in enumerate(made):
            if piece.start < joint.start() < piece.end:
                made[position : position + 1] = [
                    piece._replace(end=joint.start()),
                    Piece(joint.start() + 1, piece.end, Link.CONTRAST, piece.quoted),
                ]
                break
    return tuple(made)


def _joint(sentence: str, frame: Frame) -> int | None:
    """Where the clause of a frame begins inside a piece."""
    begins = min(frame.source_start, frame.hit.start)
    near = max(0, begins - _CONJUNCTION)
    found = _JOINED.search(sentence, near, begins)
    return found.end("cut") if found else None


def _cut(made: list[Piece], at: int, link: Link) -> None:
    """Cut the piece that holds a place inside it there."""
    for position, piece in enumerate(made):
        if piece.start < at < piece.end:
            made[position : position + 1] = [
                piece._replace(end=at),
                Piece(at, piece.end, link, piece.quoted),
            ]
            return


def whole(sentence: str, cut: tuple[Piece, ...], found: tuple[Frame, ...]) -> tuple[Piece, ...]:
    """Join a source with its relative clause: “a clerk, who asked not to be named, said …”."""
    if "who" not in sentence:
        return cut
    told = [
        (frame.source_start, frame.hit.start)
        for number, frame in enumerate(found)
        if _OF_A_SOURCE.match(sentence, frame.source_end)
        and not any(frame.source_start < one.hit.start < frame.hit.start for one in found[:number])
    ]
    if not told:
        return cut
    made = [cut[0]]
    for piece in cut[1:]:
        if any(start < piece.start <= end for start, end in told):
            made[-1] = made[-1]._replace(end=piece.end)
        else:
            made.append(piece)
    return tuple(made)


def remarked(
    sentence: str, cut: tuple[Piece, ...], judgements: tuple[Hit, ...]
) -> tuple[Piece, ...]:
    """Cut before an apposition that judges: “wrote it off in 2019 | , a costly blunder”."""
    if not judgements:
        return cut
    made = list(cut)
    for hit in judgements:
        joint = _APPOSED.search(sentence, 0, hit.start)
        # "In her view, the bargain was unfair": the noun has a verb of its own.
        verb = (
            hit.entry.anywhere
            or NO_SUBJECT.match(sentence, hit.start)
            or NO_SUBJECT.match(sentence, hit.end + 1)
        )
        if joint is None or verb or hit.entry.status is not Status.OPINION:
            continue
        for position, piece in enumerate(made):
            if piece.start < joint.start() and hit.end <= piece.end:
                aside = _PARENTHESIS.search(sentence, piece.start, joint.start())
                if not aside and not _GOES_ON.search(sentence, hit.end, piece.end):
                    made[position : position + 1] = [
                        piece._replace(end=joint.start()),
                        Piece(joint.end("joint"), piece.end, Link.COMMENT, piece.quoted),
                    ]
                break
    return tuple(made)


def _reach_back(
    cut: tuple[Piece, ...], home: int, number: int, given: list[int | None], *, narrow: bool
) -> None:
    """Give a frame the pieces before it; a guess (`narrow`) stops where another clause begins."""
    for back in range(home, -1, -1):
        if given[back] is not None:
            return
        given[back] = number
        if cut[back].link is Link.SENTENCE and not cut[back].quoted:
            return
        if narrow and cut[back].link in _APART and not cut[back].quoted:
            return


def _home(cut: tuple[Piece, ...], frame: Frame) -> int:
    """Position of the piece that a frame's cue stands in."""
    for position, piece in enumerate(cut):
        if frame.hit.start < piece.end:
            return position
    return len(cut) - 1


def _ends(sentence: str, cut: tuple[Piece, ...], ahead: int, frame: Frame) -> bool:
    """Whether a piece ahead is out of the frame's reach."""
    piece, before = cut[ahead], cut[ahead - 1]
    if not piece.quoted:
        return _breaks(sentence, piece, frame)
    same = any(
        start <= before.start and piece.start < end
        for start, end in quotations(sentence)
        if start <= piece.start
    )
    return piece.link is Link.SENTENCE and not same and frame.place is Place.AFTER


def _own_clause(sentence: str, piece: Piece) -> bool:
    """Whether “, and” begins a clause that no tense of reported speech ties to what was said.

    "Says she paid, and a receipt is on her fridge"; not "said she paid, and it had cleared".
    """
    return (
        piece.link is Link.AND
        and sentence.endswith(", and ", 0, piece.start)
        and _BACKSHIFTED.search(sentence, piece.start, piece.end) is None
    )


def _office(words: str) -> bool:
    """Whether a source is a document, an office or a body: its statement is done in one clause."""
    behind = _BEHIND_NOUN.search(words)
    last = words[: behind.start() if behind else None].rpartition(" ")[2]
    return " " in words and (last.islower() or last.casefold() in _BODIES)


def _breaks(sentence: str, piece: Piece, frame: Frame) -> bool:
    """Whether another voice sets in, as a rule the article's."""
    guess = frame.hit.entry.status is Status.SPECULATION
    # "That takes a year, he reckons, and may help: it was wet" gives what the guess is hung on.
    given = guess and piece.link is Link.COLON and frame.place is Place.AROUND
    if piece.link is Link.SENTENCE or given:
        return True
    if piece.link is Link.COMMENT:
        return frame.place is not Place.AROUND
    goes_on = NO_SUBJECT.match(sentence, piece.start) or sentence.startswith("that ", piece.start)
    # "It rose, a survey found, and the town has no runoff"; but "he said, and it is late".
    if frame.place is not Place.BEFORE and not goes_on and _own_clause(sentence, piece):
        source = sentence[frame.source_start : frame.source_end]
        return frame.place is Place.AFTER or _office(source)
    if frame.place is Place.AFTER:
        # The article goes on: "said it closed, which by statute it may", "fears a strike, and".
        remark = (
            piece.link is Link.ASIDE
            and _RELATIVE.match(sentence, piece.start)
            and not _CLOSED.search(sentence, piece.start, piece.end)
        )
        guess = guess and piece.link is Link.AND
        if remark or (guess and not goes_on) or GOES_SILENT.match(sentence, piece.start):
            return True
        # "Found that it rose while debt doubled", "said it was small but the ruling could spread".
        if _ADJUNCT.match(sentence, piece.start) or sentence.endswith("while ", 0, piece.start):
            return False
    return piece.link is Link.CONTRAST and not goes_on
