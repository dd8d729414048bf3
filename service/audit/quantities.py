"""Numbers with their units in a text, read into values that can be compared.

Digits are read in every script that Unicode calls decimal, with both conventions for separators:
"1,234.5", "1.234,5", "1 234,5". A lone separator before exactly three digits ("1.200") is read by
the convention of the article's language. Number words are English: a closed list (Quirk et al.,
1985, 6.63-6.68), written out here because no other check needs it.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from service.audit.choice import caseless, one_of
from service.patterns import Pattern

_ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
    """.split()  # noqa: SIM905 - a list of words
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905 - one list, one line
SMALL = {word: Decimal(n) for n, word in enumerate(_ONES)} | {
    word: Decimal(10 * n) for n, word in enumerate(_TENS, start=2)
}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "dozen": Decimal(12),
}
SUFFIXES = {
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "bn": Decimal(10**9),
    "b": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
"""Multipliers as news style writes them behind digits (Reuters, Guardian: £38.5m, $2bn)."""
FRACTIONS = {
    "half": Decimal("0.5"),
    "halves": Decimal("0.5"),
    "third": Decimal(1) / 3,
    "thirds": Decimal(1) / 3,
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "fifths": Decimal("0.2"),
    "tenth": Decimal("0.1"),
    "tenths": Decimal("0.1"),
}
ORDINALS = {
    word: Decimal(n)
    for n, word in enumerate(
        """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    """.split(),  # noqa: SIM905 - a list of words
        start=1,
    )
}
MULTIPLES = {
    "twice": Decimal(2),
    "double": Decimal(2),
    "doubled": Decimal(2),
    "triple": Decimal(3),
    "tripled": Decimal(3),
    "trebled": Decimal(3),
    "thrice": Decimal(3),
    "quadrupled": Decimal(4),
}

_UNIT_WORDS = {
    "percent": ("%", "percent", "per cent", "pct", "pc"),
    "percentage point": ("percentage point", "percentage points"),
    "point": ("point", "points"),
    "basis point": ("basis point", "basis points", "bps"),
    "USD": ("$", "us$", "dollar", "dollars", "usd"),
    "EUR": ("€", "euro", "euros", "eur"),
    "GBP": ("£", "pound", "pounds", "gbp"),
    "JPY": ("¥", "yen", "jpy"),
    "cent": ("cent", "cents", "¢"),
    "penny": ("penny", "pence", "p"),
    "crown": ("crown", "crowns", "krona", "kronor", "krone", "kroner"),
    "franc": ("franc", "francs"),
    "rupee": ("₹", "rupee", "rupees"),
    "millimetre": ("mm", "millimetre", "millimetres", "millimeter", "millimeters"),
    "centimetre": ("cm", "centimetre", "centimetres", "centimeter", "centimeters"),
    "metre": ("m", "metre", "metres", "meter", "meters"),
    "kilometre": ("km", "kilometre", "kilometres", "kilometer", "kilometers", "kms"),
    "cubic metre": ("m³", "cubic metre", "cubic metres", "cubic meter", "cubic meters"),
    "square metre": ("m²", "square metre", "square metres", "square meter", "square meters"),
    "square kilometre": ("km²", "square kilometre", "square kilometres"),
    "mile": ("mile", "miles"),
    "foot": ("foot", "feet", "ft"),
    "inch": ("inch", "inches"),
    "hectare": ("hectare", "hectares", "ha"),
    "acre": ("acre", "acres"),
    "gram": ("g", "gram", "grams", "gramme", "grammes"),
    "kilogram": ("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"),
    "tonne": ("tonne", "tonnes", "ton", "tons"),
    "litre": ("litre", "litres", "liter", "liters"),
    "degree": ("°", "°c", "°f", "degree", "degrees", "c"),
    "watt": ("w", "watt", "watts"),
    "megawatt": ("mw", "megawatt", "megawatts"),
    "gigawatt": ("gw", "gigawatt", "gigawatts"),
    "second": ("seconds",),
    "minute": ("minute", "minutes", "min", "mins"),
    "hour": ("hour", "hours", "hr", "hrs"),
    "day": ("day", "days"),
    "week": ("week", "weeks"),
    "month": ("month", "months"),
    "year": ("year", "years"),
    "kilometre an hour": ("km/h", "kph", "kmh"),
    "mile an hour": ("mph",),
}
"""Units of news text and their spellings (SI brochure; currency words of the seeds' genres). What
is counted ("people", "seats") is no unit: synonyms are too many for a list."""
UNITS = {spelling: unit for unit, spellings in _UNIT_WORDS.items() for spelling in spellings}

MANY = "many "
"""Begins the value of "dozens", "hundreds": a plural scale without a figure."""

_PREFIX = r"(?P<money>US\$|[$€£¥₹¢])\s?"
_DIGITS = r"\d+(?:[.,'’\u00a0\u202f\u2009]\d+|\x20\d{3}(?!\d))*"
_SCALE = one_of(SCALES)
_SMALL = one_of(SMALL)
_SCALED = rf"[\s-]{_SCALE}(?!\w)"
_AFTER = Pattern(
    rf"(?:[\s-]?(?P<suffix>mln|mn|bn|trn|tn|[kmb])(?![\w²³/]))?"
    rf"(?P<scale>(?:[\s-]?{_SCALE}s?(?!\w)){{0,3}})"
    rf"(?:[\s-]?(?P<unit>{one_of(UNITS)})(?![\w/]))?",
    re.IGNORECASE,
)
_NUMBER = Pattern(
    rf"(?:{_PREFIX})?(?P<digits>{_DIGITS})"
    rf"|(?<![\w-])(?P<word>(?:a|an|{_SMALL})(?={_SCALED})|{_SMALL})"
    rf"(?:[\s-](?:and\s)?(?P<word2>{_SMALL})(?!\w))?(?!\w)"
    rf"|(?<![\w-])(?P<scaled>{_SCALE})s(?!\w)"
    rf"|(?<!\w)(?P<multiple>{one_of(MULTIPLES)})(?!\w)"
    rf"|(?<!\w)(?P<ordinal>{one_of(ORDINALS)})(?!\w)"
    rf"|(?<!\w)(?P<fraction>{one_of(FRACTIONS)})(?!\w)",
    re.IGNORECASE,
)
_WORDS = one_of((*SMALL, *MULTIPLES, *ORDINALS, *FRACTIONS, *(f"{scale}s" for scale in SCALES)))
_START = Pattern(rf"[\dU$€£¥₹¢](?<![^\W\d_]U)|(?<!\w)(?i:{_WORDS}|an?(?={_SCALED}))(?!\w)")
"""Where a number may begin: `_NUMBER` is tried there, and nowhere else."""
_RANGE = Pattern(r"\s?(?:[-–—]|to|and|or)\s?")
"""What stands between the two numbers of a range."""
_MAX_DIGITS = 24
"""Longer runs of digits are compared as they are written: no figure of the news is longer."""
_POINT_LANGUAGES = frozenset({"en", "zh", "ja", "ko", "th", "he", "und"})
"""Languages that write a decimal point (CLDR, numbers/symbols/decimal), with "und" for English
wire style; the others are taken to write a decimal comma."""
_GROUP = 3
_MARK = Pattern(r"\D")


class Quantity(NamedTuple):
    """A number of a text with what it measures."""

    readings: frozenset[tuple[str, str | None]]
    """Each way to read it: a value in plain digits, and its unit where it has one."""
    start: int
    """First code point in the text, currency sign included."""
    end: int
    """One past the last code point, unit included."""
    exempt: bool = False
    """True for "one" and "first" standing alone, which count nothing more often than not."""


@lru_cache(maxsize=32)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The numbers of a text in order; `language` is a BCP 47 tag."""
    point = language.split("-", maxsplit=1)[0].casefold() in _POINT_LANGUAGES
    found: list[Quantity] = []
    position = 0
    while start := _START.search(text, position):
        position = start.end()
        match = _NUMBER.match(text, start.start())
        if match:
            quantity = _read(match, text, point=point)
            position = max(quantity.end, match.end())
            found.append(quantity)
    return tuple(_share_units(found, text))


def _share_units(found: list[Quantity], text: str) -> list[Quantity]:
    """Give the first number of a range the unit and the scale of the second: "11 to 12 percent"."""
    shared = list(found)
    for i in range(len(found) - 1):
        here, after = found[i], found[i + 1]
        between = text[here.end : after.start]
        if len(between) <= 5 and _RANGE.fullmatch(between):  # noqa: PLR2004 - " and "
            units = {unit for _, unit in after.readings if unit}
            if units and all(unit is None for _, unit in here.readings):
                values = {value for value, _ in here.readings}
                more = {(value, unit) for value in values for unit in units}
                shared[i] = here._replace(readings=here.readings | more)
    return shared


def _read(match: re.Match[str], text: str, *, point: bool) -> Quantity:
    """Read one match together with the scale and unit behind it."""
    group = match.groupdict()
    start, end = match.span()
    exempt = False
    if group["digits"]:
        code = _code(match, text)
        if code is not None:
            return code
        values = [_digits(group["digits"], point=point)]
    elif group["multiple"]:
        return _plain({_key(MULTIPLES[caseless(group["multiple"])])}, "times", start, end)
    elif group["ordinal"] or group["fraction"]:
        return _ordinal_or_fraction(match)
    elif group["scaled"]:
        return _plain({f"{MANY}{caseless(group['scaled'])}"}, None, start, end)
    else:
        first = caseless(group["word"])
        value = SMALL.get(first, Decimal(1))
        second = group["word2"]
        if second and first in _TENS and SMALL[caseless(second)] < 10:  # noqa: PLR2004 - "twenty-three"
            value += SMALL[caseless(second)]
        elif second:
            end = match.start("word2")
            end = start + len(text[start:end].rstrip(" -"))
            end = match.end("word")
        values = [value]
        exempt = first in ("one", "zero")
    return _with_unit(text, start, end, values, group["money"], exempt=exempt)


def _with_unit(  # noqa: PLR0913 - the parts of one number
    text: str, start: int, end: int, values: list[Decimal | str], money: str | None, *, exempt: bool
) -> Quantity:
    """Read scale and unit behind a number."""
    after = _AFTER.match(text, end)
    unit = UNITS[money.casefold()] if money else None
    if after is None:
        return Quantity(frozenset((_key(v), unit) for v in values), start, end, exempt)
    factor, suffix = Decimal(1), (after["suffix"] or "").casefold()
    for scale in caseless(after["scale"]).replace("-", " ").split():
        factor *= SCALES[scale.removesuffix("s")]
    readings: set[tuple[str, str | None]] = set()
    behind = UNITS.get(caseless(after["unit"])) if after["unit"] else None
    for value in values:
        if suffix:
            readings.add((_key(_times(value, SUFFIXES[suffix])), unit or behind))
            if not money and suffix == "m":
                readings.add((_key(value), "metre"))
        else:
            readings.add((_key(_times(value, factor)), unit or behind))
    exempt = exempt and factor == 1 and behind is None
    return Quantity(frozenset(readings), start, max(end, after.end()), exempt)


def _plain(values: set[str], unit: str | None, start: int, end: int) -> Quantity:
    return Quantity(frozenset((value, unit) for value in values), start, end)


def _ordinal_or_fraction(match: re.Match[str]) -> Quantity:
    """Read "third": the third, or a third."""
    word = caseless(match.group())
    readings: set[tuple[str, str | None]] = set()
    if word in ORDINALS:
        readings.add((_key(ORDINALS[word]), "ordinal"))
    if word in FRACTIONS:
        readings.add((_key(FRACTIONS[word]), None))
        readings.add((_key(FRACTIONS[word]), "times"))
    return Quantity(frozenset(readings), *match.span(), exempt=word in ("first", "second"))


_ORDINAL_ENDING = Pattern(r"(?:st|nd|rd|th)(?!\w)")


def _code(match: re.Match[str], text: str) -> Quantity | None:
    """Read a number that is part of a word: "Q3", "A12", "21st"; null where it is not."""
    start, end = match.span()
    if ending := _ORDINAL_ENDING.match(text, end):
        value = _key(_digits(match["digits"], point=True))
        return _plain({value}, "ordinal", start, ending.end())
    if start > 0 and (text[start - 1].isalpha() or text[start - 1] == "_"):
        while start > 0 and end - start < 2 * _MAX_DIGITS and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and end - start < 2 * _MAX_DIGITS and text[end].isalnum():
            end += 1
        return _plain({text[start:end].casefold()}, "code", start, end)
    return None


def _digits(written: str, *, point: bool) -> Decimal | str:
    """The value of digits with separators, or the digits as written where they are too many."""
    parts = _MARK.split(written)
    if sum(map(len, parts)) > _MAX_DIGITS:
        return written
    if len(parts) == 1:
        return Decimal(written)
    marks = _MARK.findall(written)
    last = marks[-1]
    if len(marks) == 1 and last in ".,":
        grouped = len(parts[1]) == _GROUP and len(parts[0]) <= _GROUP and parts[0] != "0"
        whole = grouped and last != ("." if point else ",")
    else:
        # "1,234,567" and "1 234" have no fraction; "1,234.5" ends in one
        whole = last not in ".," or len(set(marks)) == 1
    return Decimal("".join(parts) if whole else f"{''.join(parts[:-1])}.{parts[-1]}")


def _times(value: Decimal | str, factor: Decimal) -> Decimal | str:
    return value * factor if isinstance(value, Decimal) else value


def _key(value: Decimal | str) -> str:
    """A value as it is compared: digits without trailing zeros, thirds to six places."""
    if isinstance(value, str):
        return value
    text = f"{value.quantize(Decimal('1e-6')) if abs(value) < 1 else value.normalize():f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
