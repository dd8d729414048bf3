"""The words of a name: which of them are a title, an office or where somebody works."""

from service.lexicon.entries import classes
from service.lexicon.subjects import UPPER
from service.patterns import Pattern

NAME = Pattern(
    rf"{UPPER}[\w’'-]*(?:\s(?:(?:of|for|de|da|del|della|di|von|van|der|den|ten|ter|af|zu|dos|du|al|bin|el|la|le|ap)\s"
    rf"(?:the\s)?)?(?:[hnt])?{UPPER}[\w’'-]*)*"
)
"""One capitalised word, or several with the small words that names have between them."""
PAIR = Pattern(rf"{NAME.pattern}\sand\s{NAME.pattern}")
"""“Lisbet and Carine Quell”; no person, for no “she” means both."""
_EN = classes("en")
NO_NAME = _EN["no_name"]
"""Words that begin a sentence with a capital and name nobody."""
TITLES = _EN["title"] | _EN["role"]
"""Words before a person's name that are no part of it."""
BODY_WORDS = _EN["body_name"] | _EN["place_name"] | {"of", "for"}
GIVEN = dict.fromkeys(_EN["female_name"], "she") | dict.fromkeys(_EN["male_name"], "he")


_TRADES = ("er", "or", "ist", "ian", "man", "woman")
_PAIR = 2  # words: a given name and a surname


def untitled(parts: list[str]) -> list[str]:
    """The words of a name without titles and roles in front; at least one is left."""
    start = 0
    if "of" in parts[:2] and "State" in parts[2:-1]:
        # "Minister of State Donal Quirke".
        start = parts.index("State") + 1
    while start < len(parts) - 1 and _titles(parts[start], len(parts) - start):
        start += 1
    return parts[start:]


def _titles(word: str, of: int) -> bool:
    """Whether the first of some words of a name is a title, a role or, before two, a trade."""
    folded = word.casefold().strip(".")
    if folded in TITLES:
        return True
    # "Collector Farida Mansoor", "Clockmaker Fergal Ó hEithir"; not "Peter Van Dyke".
    return of > _PAIR and folded.endswith(_TRADES) and folded not in GIVEN


def same_given(one: str, other: str) -> bool:
    """Whether two full names that end alike may be one person's."""
    first, second = one.casefold().split(), other.casefold().split()
    known = first[0] in GIVEN or second[0] in GIVEN
    return not (known and set(first[:-1]).isdisjoint(second) and second[0].isalpha())


def is_body(name: str) -> bool:
    """Whether a name is an organisation's or a place's, by its words."""
    parts = name.split()
    found = BODY_WORDS.intersection(parts)
    return bool(found) and not (parts[0].casefold() in GIVEN and found <= _EN["surname"])


_POST_NOMINAL = frozenset(
    {"KC", "QC", "SC", "MP", "MEP", "MSP", "Jr", "Sr", "OBE", "MBE", "CBE", "PhD", "MD"}
    | {"II", "III", "IV"}
)
_NO_SURNAME = BODY_WORDS - _EN["surname"]


def bare_name(name: str) -> str:
    """“County Administrator Phil Tran KC” without office and letters: from the given name on."""
    parts = name.split()
    if len(parts) > 1 and parts[-1] in _POST_NOMINAL:
        name = name[: -len(parts.pop()) - 1]
    for place, part in enumerate(parts[1:-1], start=1):
        if part.casefold() in GIVEN and parts[-1] not in _NO_SURNAME:
            return name if parts[0].casefold() in GIVEN else " ".join(parts[place:])
    return name


def person_part(name: str) -> str:
    """“Nomvula Østergaard of Lindhaven University” without where she works."""
    left, joint, _ = name.partition(" of ")
    return left if joint and " " in left and not is_body(left) else name
