"""How often falsehoods come out that the audit is not made to see: a measurement, not a test.

    .venv/bin/python -m tests.properties.blind_spots

Reference sentences of all seed articles are falsified by code and sent through the whole service,
as a model's answer and again as its repair. Counted are those whose true form comes out, and of
these the false ones that come out as well. docs/guarantees.md gives the figures.

    roles       two names of a sentence change places: "A sued B"
    antonyms    one word becomes its opposite: "fell" for "rose"
    cut         a claim begins after its hedge or "not", and the sentence leaves that out too
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

from schemas import DraftClaim, SourceKind, Status
from service.draft import wire
from service.segment import segment
from tests.audit.cover import cover
from tests.gold import Gold, load_gold
from tests.properties.mutations import NAME
from tests.properties.simulation import says, summarised

_PAIRS = """
    rose fell, rise fall, rises falls, rising falling, increase decrease, increased decreased,
    higher lower, more less, up down, won lost, win lose, approved rejected, accepted refused,
    opened closed, open closed, before after, first last, most least, above below, best worst,
    began ended, longer shorter, older younger, gain loss, raised cut, early late, supports opposes,
    supported opposed, north south, east west, inside outside, safe unsafe, true false, same other
"""
OPPOSITES = {
    word: other
    for pair in _PAIRS.split(",")
    for one, two in [pair.split()]
    for word, other in ((one, two), (two, one))
}
_OPPOSITE = re.compile(rf"\b(?:{'|'.join(OPPOSITES)})\b")
_HEDGE = re.compile(r"\b(?:may|might|could|not|never|reportedly|allegedly|probably)\b ")

Case = tuple[list[str], str, str]
"""Claim lines, the true sentence that cites all of them, and a false one."""


def roles(gold: Gold) -> Iterator[Case]:
    """Two names of a sentence change places."""
    for text, lines in _references(gold):
        names = list(dict.fromkeys(NAME.findall(text)))
        for one, two in pairwise(names):
            swapped = text.replace(one, "\0").replace(two, one).replace("\0", two)
            yield lines, text, swapped


def antonyms(gold: Gold) -> Iterator[Case]:
    """One word becomes its opposite."""
    for text, lines in _references(gold):
        for match in _OPPOSITE.finditer(text):
            yield lines, text, text[: match.start()] + OPPOSITES[match[0]] + text[match.end() :]


def cut(gold: Gold) -> Iterator[Case]:
    """A claim begins after its hedge or "not", and the sentence leaves that out too."""
    for sentence in segment(gold.article):
        for match in _HEDGE.finditer(sentence.text):
            rest = sentence.text[match.end() :]
            claim = f"{sentence.number}f||{rest}"
            said = sentence.text[: match.start()] + rest
            if "|" not in rest and len(rest.split()) > 2:
                yield [claim], sentence.text, said


MEASURED: dict[str, Callable[[Gold], Iterator[Case]]] = {
    "roles": roles,
    "antonyms": antonyms,
    "cut": cut,
}


def measure(kind: str) -> tuple[int, int]:
    """Falsehoods made, and those that come out."""
    made = escaped = 0
    for gold in load_gold():
        for lines, true, false in MEASURED[kind](gold):
            whole = [line.partition("|")[0] for line in lines] if kind == "cut" else lines
            if false != true and _comes_out(gold, whole, true):
                made += 1
                escaped += _comes_out(gold, lines, false)
    return made, escaped


def _comes_out(gold: Gold, lines: list[str], sentence: str) -> bool:
    drafted = [{"s": sentence, "c": list(range(1, len(lines) + 1))}]
    answers = {"c": lines, "t": drafted}, {"c": [], "t": drafted}
    summary = summarised(gold.article, says(*answers))
    shown = " ".join(sentence.split())
    return shown in [one.text for one in summary.summary]


def _references(gold: Gold) -> Iterator[tuple[str, list[str]]]:
    """Reference sentences, and the lines of the claims that each is made from."""
    sentences = segment(gold.article)
    for text in gold.reference_summary:
        lines = [
            wire.format_claim(
                DraftClaim(
                    first=next(s.number for s in sentences if s.end > place.start),
                    last=next(s.number for s in sentences if s.end >= place.end),
                    status=Status(claim.status),
                    kind=SourceKind(claim.attribution.kind),
                    source=claim.attribution.source,
                    quote=claim.text,
                )
            )
            for claim in cover(text, gold)
            for place in claim.provenance
        ]
        yield text, lines


def main() -> None:
    """Measure everything and print it; the last line is one JSON object."""
    figures = {}
    for kind in MEASURED:
        made, escaped = measure(kind)
        figures[kind] = {"made": made, "come_out": escaped, "share": round(escaped / made, 2)}
        sys.stdout.write(f"{kind:<12}{made:>5} made{escaped:>5} come out\n")
        sys.stdout.flush()
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
