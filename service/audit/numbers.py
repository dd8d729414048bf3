"""Numbers: each number of a sentence, with its unit, stands in the passages that it cites.

Rule: invariant 2 of the design. Values are compared, not spellings: "sixteen" is "16", "1.8m" is
"1.8 million", "percent" is "%". A unit that the passages do not give to the number is an error; a
unit that the sentence leaves off is a warning, since it says less, not more. The words that make a
figure approximate are compared too: "about 200" is not "200" (error), nor the reverse (warning: a
sentence that says less precisely is rarely wrong), and "at least" is not "at most" (error).

It cannot see that a number is given to something else of the same passage ("74 deputies" for "74
seats"): what is counted has too many names. It reads number words in English only, and leaves
"one", "first" and "second" standing alone to the other checks, because they rarely count.
"""

import re
from collections.abc import Iterable, Iterator

from schemas import Finding, FindingKind, Severity
from service.audit.choice import caseless
from service.audit.equal import equal, rounds
from service.audit.evidence import Evidence
from service.audit.moments import moments
from service.audit.quantities import MANY, SCALES, Quantity, quantities
from service.audit.words import few

_APPROXIMATE = {
    "about": ("about", "around", "roughly", "approximately", "an estimated", "some", "circa",
              "nearly", "almost", "close to", "just under", "just over", "approaching"),
    "at least": ("at least", "more than", "upwards of", "north of", "in excess of", "no fewer than",
                 "not less than"),
    "at most": ("at most", "up to", "as many as", "as much as", "fewer than", "less than",
                "no more than"),
}  # fmt: skip
"""Words that make a figure approximate, by what they claim. Closed list (Channell, Vague Language,
1994, ch. 3). "Over", "under", "above", "below" are left out: they are prepositions of time and
place more often ("over six years", "under 18")."""
_SOFT = {"over": "at least", "above": "at least", "under": "at most", "below": "at most"}
"""Those prepositions, where the passages do have the like: "over 200" for "more than 200"."""
_BEFORE = re.compile(r"(\w+)\s(?:[$€£]\s?)?$")
_CLASS = {words: name for name, group in _APPROXIMATE.items() for words in group}
_HEDGE = re.compile(
    r"(?<!\w)(?P<hedge>" + "|".join(sorted(_CLASS, key=len, reverse=True)) + r")\s$",
    re.IGNORECASE,
)
_ESTIMATED = re.compile(r"(?<!\w)(?:estimated|thought|believed)\s(?:at|to\s\w+)\s$", re.IGNORECASE)
"""A verb that makes a figure approximate: "is estimated to cost £4m"."""
_THE_TWO = re.compile(
    r"(?<!\w)(?:the|these|those|all|both)\s(?:two|three|four|five|six)$", re.IGNORECASE
)
"""A small count of what was named before: "the two" of "Fenn and Marchetti". No figure of the
article, but one that a reader counts out; hence a warning."""
_MANY_BELOW = 100
"""Twice a scale is the least that its plural may stand for ("dozens": 24), a hundred times the
most ("thousands": under 100,000)."""
_MESSAGES = {
    "absent": (Severity.ERROR, "is not in the passages that it cites"),
    "unit": (Severity.ERROR, "has another unit in the passages that it cites"),
    "counted": (Severity.WARNING, "is counted, not given, in the passages that it cites"),
    "no unit": (Severity.WARNING, "has a unit in the passages that it cites"),
}
_CAPITALISED = re.compile(r"(?<!\w)\w+[\s-]$")
_REACH = 20
"""Code points before a number in which its approximation stands: the longest has 14."""


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding for each number that the cited passages do not have as it stands."""
    language = evidence.article.language
    given = _numbers(sentence, language)
    if not given:
        return
    have = _numbers(evidence.text, language)
    values: dict[str, set[str | None]] = {}
    hedges: dict[str, set[str | None]] = {}
    for number in have:
        hedge = _hedge(evidence.text, number)
        for value, unit in number.readings:
            values.setdefault(value, set()).add(unit)
            hedges.setdefault(value, set()).add(hedge)
    units = {unit for number in have for _, unit in number.readings if unit}
    own_units = {unit for number in given for _, unit in number.readings if unit}
    for number in given:
        if number.exempt or _in_name(sentence, number, evidence):
            continue
        verdict = _verdict(number, values, units, own_units)
        if verdict in ("absent", "unit"):
            other = equal(number, sentence, have, evidence.text)
            if other is not None:
                theirs = {value: {_hedge(evidence.text, other)} for value, _ in number.readings}
                yield from _approximation(sentence, number, theirs, evidence)
                continue
            verdict = _otherwise(number, sentence, have, evidence) or verdict
        if verdict in _MESSAGES:
            severity, message = _MESSAGES[verdict]
            quoted = few(sentence[number.start : number.end])
            yield evidence.finding(FindingKind.NUMBER, severity, f"“{quoted}” {message}")
        if verdict in ("same", "no unit"):
            yield from _approximation(sentence, number, hedges, evidence)


def _otherwise(
    number: Quantity, sentence: str, have: tuple[Quantity, ...], evidence: Evidence
) -> str | None:
    """Whether a number is one of the passages, rounded, or read as a year, or counts them out."""
    if rounds(number, _word(sentence, number), have) or _is_year(number, sentence, evidence):
        return "rounded"
    around = sentence[max(0, number.start - _REACH) : number.end]
    return "counted" if _THE_TWO.search(around) else None


def _numbers(text: str, language: str) -> tuple[Quantity, ...]:
    """The numbers of a text that are no dates or times."""
    dates = [(m.start, m.end) for m in moments(text)]
    found = []
    i = 0
    for number in quantities(text, language):
        while i < len(dates) and dates[i][1] <= number.start:
            i += 1
        if i < len(dates) and dates[i][0] < number.end and number.start < dates[i][1]:
            continue
        found.append(number)
    return tuple(found)


def _verdict(
    number: Quantity, values: dict[str, set[str | None]], units: set[str], own_units: set[str]
) -> str:
    """Compare one number with those of the passages: "same", "no unit", "unit" or "absent"."""
    verdicts = set()
    for value, unit in number.readings:
        if value.startswith(MANY) and _many(value, values):
            return "same"
        if value not in values:
            verdicts.add("absent")
        elif unit in values[value]:
            return "same"
        elif unit is None and "ordinal" in values[value] and len(values[value]) == 1:
            verdicts.add("absent")
        elif unit is None:
            # "between 11 and 12 percent": the unit stands once, for both
            verdicts.add("same" if values[value] & own_units else "no unit")
        elif None in values[value] and (unit in units or unit in ("ordinal", "times")):
            verdicts.add("same")
        else:
            verdicts.add("unit")
    for verdict in ("same", "no unit", "unit"):
        if verdict in verdicts:
            return verdict
    return "absent"


def _many(value: str, values: Iterable[str]) -> bool:
    """Whether the passages have a figure that "dozens" or "hundreds" may stand for."""
    scale = int(SCALES[value.removeprefix(MANY)])
    return any(
        v.isdecimal() and 2 * scale <= int(v) < _MANY_BELOW * scale
        for v in values
        if len(v) < _REACH
    )


def _in_name(sentence: str, number: Quantity, evidence: Evidence) -> bool:
    """Whether a number is the end of a name that the article has: "Slate 6", "Boeing 737"."""
    match = _CAPITALISED.search(sentence[max(0, number.start - _REACH) : number.start])
    if match is None or not match.group()[0].isupper():
        return False
    return f"{match.group()}{sentence[number.start : number.end]}" in evidence.article.text


def _is_year(number: Quantity, sentence: str, evidence: Evidence) -> bool:
    """Whether a number of four digits was read as a year in the passages: "1200 members"."""
    written = "".join(filter(str.isdigit, sentence[number.start : number.end]))
    return ("year", written) in {
        (atom[0], str(atom[1]))
        for moment in moments(evidence.text)
        for atom in moment.atoms
        if len(moment.atoms) == 1
    }


def _word(text: str, number: Quantity) -> str | None:
    """The word that makes a figure approximate, in small letters."""
    match = _HEDGE.search(text[max(0, number.start - _REACH) : number.start])
    if match:
        return caseless(match["hedge"])
    word = _word_before(text, number)
    return word if word in _SOFT else None


def _hedge(text: str, number: Quantity) -> str | None:
    """The class of the approximation that stands before a number."""
    before = text[max(0, number.start - _REACH) : number.start]
    if _ESTIMATED.search(before):
        return "about"
    match = _HEDGE.search(before)
    if match is None or (caseless(match["hedge"]) == "some" and _is_odd(number)):
        return None
    return _CLASS[caseless(match["hedge"])]


def _is_odd(number: Quantity) -> bool:
    """Whether a figure is too exact for "some" to make it less so: "some 118 of 402"."""
    return all(len(value) > 1 and value[-1] in "12346789" for value, _ in number.readings)


def _word_before(text: str, number: Quantity) -> str:
    match = _BEFORE.search(text[max(0, number.start - _REACH) : number.start])
    return match.group(1).casefold() if match else ""


def _approximation(
    sentence: str, number: Quantity, hedges: dict[str, set[str | None]], evidence: Evidence
) -> Iterator[Finding]:
    """Compare what makes a figure approximate with the same figure in the passages."""
    mine = _hedge(sentence, number)
    theirs = {hedge for value, _ in number.readings for hedge in hedges.get(value, ())}
    if not theirs or mine in theirs:
        return
    if mine is None and _SOFT.get(_word_before(sentence, number)) in theirs:
        return
    quoted = few(sentence[number.start : number.end])
    if mine is None:
        yield evidence.error(
            FindingKind.NUMBER_HEDGE,
            f"“{quoted}” is given as exact; the passages that it cites do not",
        )
    elif theirs == {None}:
        yield evidence.warning(
            FindingKind.NUMBER_HEDGE,
            f"“{quoted}” is given as “{mine}”; the passages that it cites give it as exact",
        )
    else:
        yield evidence.error(
            FindingKind.NUMBER_HEDGE,
            f"“{quoted}” is given as “{mine}”; the passages that it cites bound it otherwise",
        )
