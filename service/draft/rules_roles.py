"""Who holds which role in an article: “the agency” led back to “the aid agency Granary Link”.

An article introduces whom it quotes once, by an apposition ("Ada Orr, the chief engineer"; "his
lawyer, Clara Mintz"; "the aid agency Granary Link"; "Norlund Water Authority"), and goes on with
the noun alone. The patterns are those of Hearst (1992) for nouns and names in apposition.
"""

from bisect import bisect_left
from collections.abc import Callable

from service.draft.rules_names import Mention
from service.patterns import Pattern

_BEFORE = Pattern(r"(?P<role>[a-z][a-z’'-]++),?\s(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame)\.?\s)?\Z")
_BEHIND = Pattern(
    r",?\s(?:\d\d?,\s)?(?:(?:who|which)\s(?:is|was|runs|leads|heads)\s)?"
    r"(?:(?:the|an?|its|his|her|their|one\sof\s[\w’'-]+)\s)?"
    r"(?!according\b)(?P<words>(?:[\w’'-]+\s){0,6}?[a-z][\w’'-]+)(?=[,.;:”]|\s(?:of|at|for|in|on|from|with|who|which|that|and)\b|\Z)"
)
_COURTESY = frozenset({"dr", "mr", "mrs", "ms", "prof", "sir", "dame"})
_MADE_BY = Pattern(
    r"\s(?:(?:[a-z]+ed|made|drawn|written|seen|sent|held)\s(?:up\s|out\s)?(?:by|for|to|from|in|at|on)|by|for)\s"
)
"""“A survey commissioned by the council”: whose it is stands behind."""
_REACH = 90  # code points behind a name in which its role is looked for: about 14 words
_KINDS = {
    **dict.fromkeys(("Air", "Airways", "Airlines", "Jet"), ("airline", "carrier", "company")),
    **dict.fromkeys(("Bank", "Bancorp"), ("bank", "lender")),
    **dict.fromkeys(("University", "College", "Institute"), ("university", "institution")),
    **dict.fromkeys(
        ("United", "City", "Rovers", "Town", "Athletic", "Wanderers", "Albion", "Rangers", "FC"),
        ("club", "side", "team"),
    ),
    **dict.fromkeys(
        (
            "Times",
            "Post",
            "Gazette",
            "Herald",
            "Courier",
            "Chronicle",
            "Echo",
            "Mail",
            "Tribune",
            "Journal",
        ),
        ("newspaper", "paper", "daily", "title"),
    ),
    **dict.fromkeys(("Party", "Alliance", "Bloc", "List", "Front", "Movement"), ("party", "group")),
    **dict.fromkeys(("Union", "Workers"), ("union",)),
    **dict.fromkeys(
        ("Agency", "Authority", "Commission", "Board", "Inspectorate"),
        ("regulator", "watchdog", "body"),
    ),
    **dict.fromkeys(
        (
            "Holdings",
            "Inc",
            "Ltd",
            "plc",
            "PLC",
            "Corp",
            "Industries",
            "Logistics",
            "Medical",
            "Freight",
            "Metals",
            "Steel",
            "Timber",
            "Foods",
            "Motors",
            "Systems",
            "Labs",
            "Pharma",
            "Shipping",
            "Rail",
            "Capital",
            "Health",
            "Media",
            "Technologies",
            "Therapeutics",
            "Space",
            "Minerals",
            "Partners",
            "Live",
        ),
        ("company", "firm", "group", "business"),
    ),
    **dict.fromkeys(
        ("Water", "Power", "Energy"), ("utility", "company", "firm", "group", "business")
    ),
    **dict.fromkeys(("Press", "Books"), ("publisher", "house")),
    **dict.fromkeys(("Trust", "Foundation", "Society"), ("charity", "organisation")),
    **dict.fromkeys(("Hospital", "Infirmary", "Clinic"), ("hospital",)),
    **dict.fromkeys(("Constabulary", "Police"), ("force",)),
}
"""What a body is called by the last word of its name."""


class Roles:
    """Nouns by which an article means someone it has named."""

    def __init__(self, text: str, names: list[Mention], nouns: frozenset[str]) -> None:
        """Read the appositions of a text.

        Args:
            text: The article's text.
            names: Its names, in order.
            nouns: Words for persons and organisations that can stand before a name without comma.
        """
        self._holders: dict[str, list[Mention]] = {}
        self._kinds: dict[str, list[Mention]] = {}
        for holder in names:
            start, name, office, before = holder
            if office:
                self._add(office.rpartition(" ")[2].casefold(), holder)
            first, _, last = name.rpartition(" ")
            for noun in _KINDS.get(last, ()):
                self._kinds.setdefault(noun, []).append(holder)
            if before in nouns or before in _COURTESY:
                role = _BEFORE.search(text, max(0, start - 40), start)
                if role and role["role"] in nouns:
                    self._add(role["role"], holder)
            end = start + len(name)
            if text.startswith(",", end):
                behind = _BEHIND.match(text, end, end + _REACH)
                if behind:
                    self._add(behind["words"].rpartition(" ")[2], holder)
            if first:
                self._call(holder, nouns)

    def _call(self, holder: Mention, nouns: frozenset[str]) -> None:
        """What a name calls its bearer: "Professor Lunn", "Institute of Hygiene", "Water Board"."""
        name = holder.name.casefold()
        last = name.rpartition(" ")[2]
        self._add(last, holder)
        for noun in {name.partition(" ")[0], name.partition(" of ")[0].rpartition(" ")[2]}:
            if noun in nouns and noun != last:
                self._add(noun, holder)

    def _add(self, noun: str, holder: Mention) -> None:
        if noun.endswith("ss") or not noun.endswith("s"):
            self._holders.setdefault(noun, []).append(holder)

    def holder(self, noun: str, offset: int, fits: Callable[[str], bool]) -> str | None:
        """The name that a noun, in lower case, means at an offset: the last fitting one so far."""
        holders = self._holders.get(noun, [])
        for place in range(bisect_left(holders, (offset, "")) - 1, -1, -1):
            if fits(holders[place].name):
                return holders[place].name
        return None

    def of_kind(self, noun: str, offset: int) -> str | None:
        """The last name before an offset that is a body of the kind that a bare noun says."""
        holders = self._kinds.get(noun, [])
        place = bisect_left(holders, (offset, ""))
        return holders[place - 1].name if place else None


def noun_of(bare: str) -> str:
    """The noun of a source, in lower case: “a survey commissioned by the council” is a survey."""
    made = _MADE_BY.search(bare)
    return bare[: made.start() if made else None].rpartition(" ")[2].casefold()
