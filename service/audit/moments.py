"""Dates and times in a text, read into atoms that can be compared.

An atom is a tuple whose first item names it: `("year", 2026)`, `("month", 5)`, `("monthday", 5,
8)`, `("weekday", 0)`, `("time", 15, 30)`, `("literal", "06/05/2026")` where the order of day and
month cannot be known, `("relative", "tomorrow")`. The word lists are the English months and
weekdays with the abbreviations of news style; ISO 8601 forms, four-digit years and clock times
are read in every language.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from service.audit.choice import one_of
from service.patterns import Pattern

Atom = tuple[str | int, ...]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
_SHORT = 4
"""Abbreviations have at most this many letters ("Sept", "Tues"), but for "Thurs"; they count only
with a full stop or beside a digit, since "Sun", "Mar" and "Sat" are words of their own."""
_AMBIGUOUS = frozenset({"may", "march"})
"""Months that are common words: at the head of a sentence they need a number or a preposition."""

_CLOCK = ("noon", "midnight", "midday")
_RELATIVE = ("today", "tomorrow", "yesterday", "tonight")


def _printed(names: Iterable[str]) -> tuple[str, ...]:
    """Names as they are printed: "Friday", and "FRIDAY" as tabloids have it.

    In capitals only whole names count that are no words of their own: "MAY" stresses a "may".
    """
    whole = [name for name in names if len(name) > _SHORT and name not in _AMBIGUOUS]
    return (*map(str.capitalize, names), *map(str.upper, whole))


_MONTH = one_of(_printed(MONTHS))
_WEEKDAY = one_of(_printed(WEEKDAYS))
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[0-9]|20|21)\d\d)"
_RANGE = r"(?:\s?[-–—]\s?(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?)?"

_MOMENT = Pattern(
    r"(?<!\w)(?:"
    # 2026-05-06
    r"(?P<iso>(?P<iy>\d{4})-(?P<im>[01]\d)-(?P<id>[0-3]\d))(?:T(?P<ih>\d\d):(?P<imin>\d\d))?"
    # 06/05/2026, 6.5.2026
    r"|(?P<literal>[0-3]?\d([./])[0-3]?\d\8(?:\d{4}|\d\d))"
    # May 8, 2026; Jan. 3-5
    rf"|(?P<m1>{_MONTH})(?P<dot1>\.?)\s(?:the\s)?{_DAY.format('d1')}(?!\d|[.:]\d|,\d)"
    rf"{_RANGE.format('d1b')}(?:,?\s{_YEAR.format('y1')}(?!\w))?"
    # 8 May 2026, the 8th of May
    rf"|{_DAY.format('d2')}{_RANGE.format('d2b')}\s(?:of\s)?(?P<m2>{_MONTH})(?!\w)(?P<dot2>\.?)"
    rf"(?:,?\s{_YEAR.format('y2')}(?!\w))?"
    # June 2027, June
    rf"|(?P<m3>{_MONTH})(?!\w)(?P<dot3>\.?)(?:,?\s(?:of\s)?{_YEAR.format('y3')}(?!\w))?"
    rf"|(?P<weekday>{_WEEKDAY})(?:(?<=day)s|(?<=DAY)S)?(?!\w)(?P<dotw>\.?)"
    # 7.30pm, 10 a.m., 9am
    r"|(?P<h12>1[0-2]|0?[1-9])(?:[.:](?P<min12>[0-5]\d))?\s?(?P<half>[ap])(?:\.m\.|\.?m\b)"
    # 4.40 this morning, at 4 in the afternoon
    r"|(?P<hday>(?<=at\s)(?:1[0-2]|0?[1-9])(?=\s)|(?:1[0-2]|0?[1-9])(?=[.:]))(?:[.:](?P<minday>[0-5]\d))?"
    r"\s(?:this|that|in\sthe|yesterday|tomorrow|on\s\w+day)\s(?P<part>morning|afternoon|evening)(?!\w)"
    # 03:17, 1530 GMT
    r"|(?P<h24>[01]?\d|2[0-3])[:h](?P<min24>[0-5]\d)(?::[0-5]\d)?(?!\w)"
    r"|(?P<mil>(?:[01]\d|2[0-3])[0-5]\d)(?=\s?(?:GMT|UTC|CET|CEST|BST|EST|EDT|hours|hrs))"
    rf"|(?P<clock>{one_of(_CLOCK)})(?!\w)"
    r"|(?P<decade>(?:1[0-9]|20)\d0)['’]?s(?!\w)"
    # 2023-24, 2019–2021
    rf"|{_YEAR.format('ya')}\s?[-–/]\s?(?P<yb>(?:1[0-9]|20|21)\d\d|\d\d)(?![\w-])"
    rf"|{_YEAR.format('y')}(?![\w%]|[.,]\d)"
    rf"|(?P<relative>{one_of(_RELATIVE)})(?!\w)"
    r")"
)
_NAMED = one_of((*_printed((*MONTHS, *WEEKDAYS)), *_CLOCK, *_RELATIVE))
_START = Pattern(rf"(?<!\w)(?:\d|{_NAMED})")
"""Where a date or time may begin: `_MOMENT` is tried there, and nowhere else."""
_PREPOSITION = Pattern(
    r"(?:in|on|by|of|since|until|till|before|after|from|to|for|during|early|late|mid|last|next|this"
    r"|a|the|between|and)[\s-]$",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = Pattern(r"[$€£¥₹₽₩]\s?$")
_COUNTED = Pattern(
    r"\s(?:people|homes|households|participants|patients|voters|jobs|workers|men|women|children|"
    r"metres|meters|kilometres|kilometers|miles|tonnes|tons|hectares|acres|litres|liters|grams|"
    r"kilograms|km|kg|mm|cm|dollars|euros|pounds|crowns|per\scent|percent)\b",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """A date or time in a text."""

    atoms: tuple[Atom, ...]
    """What it says, most telling atom first."""
    start: int
    """First code point in the text."""
    end: int
    """One past the last code point."""


@lru_cache(maxsize=32)
def moments(text: str) -> tuple[Moment, ...]:
    """The dates and times of a text, in order."""
    found = []
    position = 0
    while start := _START.search(text, position):
        position = start.end()
        match = _MOMENT.match(text, start.start())
        if match is None:
            continue
        position = match.end()
        if atoms := _atoms(match, text):
            found.append(Moment(atoms, match.start(), match.end()))
    return tuple(found)


def implied(atoms: tuple[Atom, ...]) -> frozenset[Atom]:
    """All that the atoms of a cited date allow a sentence to say: "May 8" allows "in May"."""
    more = set(atoms)
    for atom in atoms:
        if atom[0] == "monthday":
            more.add(("month", atom[1]))
        if atom[0] == "year" and isinstance(atom[1], int):
            more.add(("decade", atom[1] // 10 * 10))
    return frozenset(more)


def _is_word(name: str, dot: str, match: re.Match[str], text: str) -> bool:
    """Whether a short month or weekday is rather a word of its own."""
    folded = name.casefold()
    start = match.start()
    before, after = text[max(0, start - 10) : start], text[match.end() : match.end() + 2]
    if folded in _AMBIGUOUS:
        head = not before.strip() or before.rstrip()[-1:] in ".?!“\"'‘"
        return head and not _PREPOSITION.search(before)
    if folded in ("june", "july") or len(folded) > _SHORT:
        return False
    return not (dot or after.lstrip()[:1].isdigit() or before.rstrip()[-1:].isdigit())


def _atoms(match: re.Match[str], text: str) -> tuple[Atom, ...]:
    """Read one match."""
    group = match.groupdict()
    if group["iso"]:
        atoms: list[Atom] = [
            ("monthday", int(group["im"]), int(group["id"])),
            ("year", int(group["iy"])),
        ]
        if group["ih"]:
            atoms.append(("time", int(group["ih"]), int(group["imin"])))
        return tuple(atoms)
    if group["literal"]:
        return (("literal", group["literal"]),)
    if group["m1"] or group["m2"] or group["m3"]:
        return _month_atoms(match, text)
    if group["weekday"]:
        if _is_word(group["weekday"], group["dotw"], match, text):
            return ()
        return (("weekday", WEEKDAYS[group["weekday"].casefold()]),)
    return _clock_atoms(group) or _year_atoms(match, text)


def _month_atoms(match: re.Match[str], text: str) -> tuple[Atom, ...]:
    """Read a month with what stands beside it."""
    group = match.groupdict()
    for number in ("1", "2", "3"):
        name = group["m" + number]
        if not name:
            continue
        month = MONTHS[name.casefold()]
        days = [group[key] for key in ("d" + number, f"d{number}b") if group.get(key)]
        year = group["y" + number]
        if not days and not year and _is_word(name, group["dot" + number], match, text):
            return ()
        atoms: list[Atom] = [("monthday", month, int(day)) for day in days] or [("month", month)]
        if year:
            atoms.append(("year", int(year)))
        return tuple(atoms)
    return ()


def _clock_atoms(group: dict[str, str | None]) -> tuple[Atom, ...]:
    """Read a time of day."""
    if group["h12"]:
        hour = int(group["h12"]) % 12 + (12 if group["half"] == "p" else 0)
        return (("time", hour, int(group["min12"] or 0)),)
    if group["hday"]:
        hour = int(group["hday"]) % 12 + (0 if group["part"] == "morning" else 12)
        return (("time", hour, int(group["minday"] or 0)),)
    if group["h24"] and group["min24"]:
        return (("time", int(group["h24"]), int(group["min24"])),)
    if group["mil"]:
        return (("time", int(group["mil"][:2]), int(group["mil"][2:])),)
    if group["clock"]:
        return (("time", 0 if group["clock"] == "midnight" else 12, 0),)
    return ()


def _year_atoms(match: re.Match[str], text: str) -> tuple[Atom, ...]:
    """Read a year, a span of years, a decade, or a word such as "tomorrow"."""
    group = match.groupdict()
    if group["decade"]:
        return (("decade", int(group["decade"])),)
    if group["ya"]:
        first, last = int(group["ya"]), group["yb"]
        full = int(last) if len(last) > 2 else first // 100 * 100 + int(last)  # noqa: PLR2004 - "24" of "2023-24"
        return (("year", first), ("year", full))
    if group["y"]:
        before, after = text[: match.start()][-4:], text[match.end() : match.end() + 14]
        if _CURRENCY_BEFORE.search(before) or _COUNTED.match(after):
            return ()
        return (("year", int(group["y"])),)
    if group["relative"]:
        return (("relative", group["relative"]),)
    return ()
