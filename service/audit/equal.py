"""Equal figures: a number that the passages give by another measure, or less round.

    passage                    sentence                     why
    50 percent of the staff    half of the staff            a share
    twenty percent             one in five                  a share
    48 hours                   two days                     a time
    a fortnight                two weeks                    a time
    the chef, 46,              the 46-year-old chef         an age
    $0.50                      50 cents                     money
    1200 members               1,200 members                "1200" might be a year
    396 homes                  nearly 400 homes             rounded, with the word for it
    396 homes                  400 homes                    none: the word is missing
    600 metres                 about 601 metres             none: no rounder than its passage
    at least 19                at least 10                  none: not near

It cannot see sums ("a man and his daughter": two people) and multiples ("from £2 to £4": double).
"""

import re
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, InvalidOperation

from service.audit.quantities import Quantity
from service.patterns import Pattern

_Form = tuple[str, Decimal]
"""A measure that can be compared, and how much of it."""
_UNSPELT = "many "
_DAYS = {"hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7)}
_MONTHS = {"month": Decimal(1), "year": Decimal(12)}
_CURRENCIES = frozenset({"USD", "EUR", "GBP"})
_COINS = frozenset({"cent", "penny"})
_SPANS = {"decade": ("months", 120), "fortnight": ("days", 14), "century": ("months", 1200)}
_SPAN = Pattern(r"\s?(?P<span>decade|fortnight|centur)(?:s|ies|y)?(?!\w)", re.IGNORECASE)
_LONE_SPAN = Pattern(r"(?<!\w)(?:a|the|one)\s(?:\w+\s)?(?P<span>decade|fortnight|century)(?!\w)")
_ONE_IN = Pattern(r"(?<!\w)(?:one|1)\s(?:in|out\sof)\s(?:every\s)?$", re.IGNORECASE)
_PART = Pattern(r"(?<!\w)(?:a|one)[\s-]$", re.IGNORECASE)
"""What makes "a fifth" a share, and "the fifth" a place in a row."""
_AGED = Pattern(r"[\s-]olds?(?!\w)", re.IGNORECASE)
_ASIDE = Pattern(r"[,)]")
_BESIDE = 16
"""Code points beside a number that are read."""
_UP = frozenset({"nearly", "almost", "close to", "just under", "approaching", "under", "below",
                 "fewer than", "less than", "no more than", "up to", "at most", "as many as",
                 "as much as"})  # fmt: skip
_DOWN = frozenset({"more than", "over", "above", "upwards of", "north of", "in excess of",
                   "at least", "just over", "no fewer than", "not less than"})  # fmt: skip
_MOST = Decimal("0.05")
"""Part of a figure that rounding may take away or add."""
_NEAREST = frozenset({"about", "around", "roughly", "approximately", "some", "circa"})
_ROUNDING = {
    **dict.fromkeys(_UP, ROUND_CEILING),
    **dict.fromkeys(_DOWN, ROUND_FLOOR),
    **dict.fromkeys(_NEAREST, ROUND_HALF_UP),
}
"""Which way a figure is rounded, by the words before it."""


def equal(number: Quantity, sentence: str, have: Iterable[Quantity], text: str) -> Quantity | None:
    """The quantity of the passages that a number of the sentence is by another measure."""
    wanted = _forms(number, sentence)
    if not wanted:
        return None
    for other in have:
        if wanted & _forms(other, text):
            return other
    for lone in _LONE_SPAN.finditer(text):
        measure, times = _SPANS[lone["span"].casefold()]
        if (measure, Decimal(times)) in wanted:
            return Quantity(frozenset(), *lone.span())
    return None


def rounds(number: Quantity, approximation: str | None, have: Iterable[Quantity]) -> bool:
    """Whether a number of a sentence is one of the passages, rounded as the word before it says."""
    way = _ROUNDING.get(approximation or "")
    return way is not None and any(
        (unit is None or unit == other_unit) and _is_rounded(value, other, way)
        for value, unit in number.readings
        for quantity in have
        for other, other_unit in quantity.readings
    )


def _is_rounded(value: str, exact: str, way: str) -> bool:
    """Whether a value is another with fewer telling digits, rounded to them."""
    mine, theirs = _decimal(value), _decimal(exact)
    if mine is None or theirs is None or not mine or not theirs:
        return False
    digits = len(mine.normalize().as_tuple().digits)
    if digits >= len(theirs.normalize().as_tuple().digits):
        return False
    if abs(mine - theirs) > _MOST * abs(theirs):
        return False
    step = Decimal(1).scaleb(mine.adjusted() - digits + 1)
    return (theirs / step).quantize(Decimal(1), rounding=way) * step == mine


def _decimal(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def _forms(number: Quantity, text: str) -> frozenset[_Form]:
    """What a quantity comes to in measures that can be compared."""
    before = text[max(0, number.start - _BESIDE) : number.start]
    behind = text[number.end : number.end + _BESIDE]
    found: set[_Form] = set()
    for value, unit in number.readings:
        amount = None if value.startswith(_UNSPELT) else _decimal(value)
        if amount is None:
            continue
        forms = (
            _share(amount, unit, before),
            _time(amount, unit, behind),
            _age(amount, unit, before, behind),
            _money(amount, unit),
        )
        found.update(form for form in forms if form is not None)
    return frozenset(found)


def _share(amount: Decimal, unit: str | None, before: str) -> _Form | None:
    if unit == "percent":
        return "share", amount
    if unit is None and amount > 1 and _ONE_IN.search(before):
        return "share", round(100 / amount, 9)
    if unit is None and 0 < amount < 1 and (_PART.search(before) or amount == Decimal("0.5")):
        return "share", round(100 * amount, 9)
    return None


def _time(amount: Decimal, unit: str | None, behind: str) -> _Form | None:
    span = _SPAN.match(behind) if unit is None else None
    if span:
        name = span["span"].casefold()
        measure, times = _SPANS["century" if name == "centur" else name]
        return measure, amount * times
    if unit in _DAYS:
        return "days", round(amount * _DAYS[unit], 4)
    if unit in _MONTHS:
        return "months", amount * _MONTHS[unit]
    return None


def _age(amount: Decimal, unit: str | None, before: str, behind: str) -> _Form | None:
    if unit == "year" and _AGED.match(behind):
        return "age", amount
    aside = before.endswith((", ", "(", "aged ")) and (_ASIDE.match(behind) or "aged" in before)
    return ("age", amount) if unit is None and aside else None


def _money(amount: Decimal, unit: str | None) -> _Form | None:
    if unit in _COINS:
        return "coins", amount
    return ("coins", 100 * amount) if unit in _CURRENCIES and amount < 1 else None
