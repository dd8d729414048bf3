"""The names of an article: where they stand, who is a person, and by what full name."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from service.lexicon.entries import classes
from service.patterns import Pattern

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
"""A capital letter, of any script that has them, or a letter of one that has none."""
NAME = Pattern(
    rf"{UPPER}[\w’'-]*(?:\s(?:(?:of|for|de|da|del|della|di|von|van|der|den|al|bin|el|la|le|ap)\s"
    rf"(?:the\s)?)?{UPPER}[\w’'-]*)*"
)
"""One capitalised word, or several with the small words that names have between them."""
_EN = classes("en")
NO_NAME = _EN["no_name"]
"""Words that begin a sentence with a capital and name nobody."""
TITLES = _EN["title"] | _EN["role"]
"""Words before a person's name that are no part of it."""
_BODY_WORDS = _EN["body_name"] | _EN["place_name"] | {"of", "for"}
_GIVEN = dict.fromkeys(_EN["female_name"], "she") | dict.fromkeys(_EN["male_name"], "he")
_GENDERED = (
    _GIVEN | dict.fromkeys(_EN["female_noun"], "she") | dict.fromkeys(_EN["male_noun"], "he")
)
_COURTESY = {
    "mr": "he",
    "sir": "he",
    "lord": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "dame": "she",
    "lady": "she",
}
"""Titles that only persons have, and the pronoun that goes with each."""
_DATELINE = Pattern(r"[A-Z][A-Z .’'-]{2,}(?:,[^(—–-]{2,24})?(?:\([\w ]+\)\s*)?\s*(?:[—–]|-\s)")
_PERSONAL = _COURTESY.keys() | {
    "dr",
    "prof",
    "professor",
    "cllr",
    "judge",
    "justice",
    "sgt",
    "col",
    "gen",
    "capt",
    "rev",
    "sen",
}
NEARBY = 300  # code points: about two sentences
_POSSESSIVE = Pattern(r"[’']s?\Z")
_DATE = Pattern(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)\.?"
    r"(?:\s\d|\Z|[,.;])"
)
_OPENS = Pattern(r"(?:\A|[.!?\n”\"])[ “\"‘']*\Z")
_OBLIQUE = Pattern(
    r"\b(?:about|of|by|with|for|from|against|to|over|behind|after|before|under|between|at|in|near)\s"
    r"(?:[a-z]+\s){0,3}\Z"
)
"""Before a name that is no subject."""
_SENTENCE_END = Pattern(r"[.!?][”\"’']?\s|\n")
_WORD_BEFORE = Pattern(r"([\w’'-]++)[.,]?\s\Z")
_INTRODUCES = TITLES | {"said", "says", "added"}
_VOICE = Pattern(
    r",\s(?:aged\s)?\d\d?[,.]|,\swho\b|\s(?:said|says|told|added|wrote|denied|(?:is|was|has|had|does|did|would|could)(?:n[’']t)?|thinks|"
    r"believes|argues|asked|warned|insisted|claimed|recalled|shrugged|laughed|nodded|smiled|sighed)\b"
)
_ORGANISED = Pattern(r"(?:\A|[^\w\s][\s“]*|\b(?<!in )(?<!at )(?<!of )(?<!on )[Tt]he\s)\Z")
"""What stands before the name of an organisation: the article, or the beginning of a clause."""


class Names:
    """The names of a text, in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.offices: dict[int, str] = {}
        """What stands before some names with a capital ("Mayor"), by where the name begins."""
        self.all = list(_read(text, self.offices))
        """Where each name begins, and the name."""
        self._starts = [start for start, _ in self.all]
        self._gender: dict[str, str] = {}
        """The pronoun of whoever the text gives a courtesy title, by last word."""
        self._persons = self._first_mentions()
        self.people = frozenset(self._known_people())
        """Full names whose owners the text gives an age, a role, a voice or a short form."""
        self.subjects = list(self._leading())
        """The first person that each sentence names: most often its subject."""
        self._subject_starts = [start for start, _ in self.subjects]
        counted = Counter(name for _, name in self.all if self.full(name) is None)
        self._repeated = next((at for at in self.all if counted[at[1]] > 1), None)
        self._words = frozenset(
            word for _, name in self.all if " " in name for word in name.split()
        )

    def full(self, name: str) -> str | None:
        """The first full mention of a person: two words or more that end in the same word."""
        return self._persons.get(name.rpartition(" ")[2].casefold())

    def pronoun(self, words: str) -> str | None:
        """“he” or “she”, where a title, a given name or a noun tells; None where nothing does."""
        parts = words.casefold().split()
        if not parts:
            return None
        return self._gender.get(parts[-1]) or _GENDERED.get(parts[0]) or _GENDERED.get(parts[-1])

    def part_of_one(self, word: str) -> bool:
        """Whether a word stands in a name of several words."""
        return word in self._words

    def within(self, start: int, end: int) -> list[str]:
        """The names that begin between two offsets."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [name for _, name in self.all[first:last]]

    def person_before(self, offset: int) -> str | None:
        """Full name of the last person spoken of shortly before an offset."""
        for at in range(bisect_left(self._starts, offset) - 1, -1, -1):
            start, name = self.all[at]
            full = self.full(name)
            if full is not None and full in self.people:
                return full
            if offset - start > NEARBY:
                break
        return None

    def first_mention(self, name: str) -> int:
        """Where a name stands first; past the end of the text where it does not."""
        return next((start for start, known in self.all if known == name), len(self._text))

    def subject_before(self, offset: int) -> Iterator[tuple[int, str]]:
        """Where persons opened sentences before an offset, the last one first, by full name."""
        for at in range(bisect_left(self._subject_starts, offset) - 1, -1, -1):
            start, name = self.subjects[at]
            yield start, self.full(name) or name

    def body_before(self, offset: int) -> str | None:
        """The last organisation named before an offset, else the first name that comes back."""
        for at in range(bisect_left(self._starts, offset) - 1, -1, -1):
            start, name = self.all[at]
            if offset - start >= 2 * NEARBY:
                break
            if self.full(name) not in self.people and _ORGANISED.search(
                self._text, max(0, start - 12), start
            ):
                return name
        repeated = self._repeated
        return repeated[1] if repeated and repeated[0] < offset else None

    def _first_mentions(self) -> dict[str, str]:
        """Full names of persons as first mentioned, by last word."""
        mentions: dict[str, str] = {}
        titles: list[str] = []
        for start, name in self.all:
            title = _WORD_BEFORE.search(self._text, max(0, start - 16), start)
            first = name.split()[0].casefold().strip(".")
            office = self.offices.get(start, "").casefold().strip(".")
            for word in (title[1].casefold() if title else "", first, office):
                if word in _COURTESY:
                    self._gender[name.rpartition(" ")[2].casefold()] = _COURTESY[word]
            if " " not in name and title and title[1].casefold() in _PERSONAL:
                titles.append(name)
            parts = name.split()
            while len(parts) > 1 and parts[0].casefold().strip(".") in TITLES:
                parts = parts[1:]
            titled = len(parts) == 1 and name.split()[0].casefold().strip(".") in _PERSONAL
            if titled and parts[0] != name:
                titles.append(parts[0])
            elif len(parts) > 1 and not is_body(name):
                mentions.setdefault(parts[-1].casefold(), " ".join(parts))
        for alone in titles:
            mentions.setdefault(alone.casefold(), alone)
        return mentions

    def _known_people(self) -> Iterator[str]:
        for start, name in self.all:
            full = self.full(name)
            if full is None:
                continue
            before = _WORD_BEFORE.search(self._text, max(0, start - 24), start)
            titled = before is not None and before[1].lower() in _INTRODUCES
            alone = " " not in name and not is_body(full)
            if (
                titled
                or alone
                or full.split()[0].casefold() in _GIVEN
                or _VOICE.match(self._text, start + len(name))
            ):
                yield full

    def _leading(self) -> Iterator[tuple[int, str]]:
        end, taken = 0, False
        for start, name in self.all:
            if _SENTENCE_END.search(self._text, end, start):
                taken = False
            end = start + len(name)
            owner = self._text.startswith(("’s", "'s"), end)
            if owner or taken or _OBLIQUE.search(self._text, max(0, start - 40), start):
                continue
            if self.full(name) in self.people:
                taken = True
                yield start, name


def _read(text: str, offices: dict[int, str]) -> Iterator[tuple[int, str]]:
    found: list[tuple[int, str, bool]] = []
    dateline = _DATELINE.match(text)
    for match in NAME.finditer(text, dateline.end() if dateline else 0):
        start, name = match.span()[0], match.group()
        if _DATE.match(text, start):
            continue
        # A sentence's first word is capitalised whatever it is.
        while name and name.split()[0].casefold() in NO_NAME:
            first, _, name = name.partition(" ")
            start += len(first) + 1
        name = person_part(_POSSESSIVE.sub("", name))
        bare = bare_name(name)
        if (office := name.find(bare)) > 0:
            start += office
            offices[start] = name[: office - 1]
        name = bare
        if name:
            opens = _OPENS.search(text, max(0, start - 4), start) is not None
            found.append((start, name, opens))
    counted = Counter(word for _, name, _ in found for word in name.split())
    for start, name, opens in found:
        if " " in name or not opens or counted[name] > 1:
            yield start, name


def is_body(name: str) -> bool:
    """Whether a name is an organisation's or a place's, by its words."""
    parts = name.split()
    found = _BODY_WORDS.intersection(parts)
    return bool(found) and not (parts[0].casefold() in _GIVEN and found <= _EN["surname"])


_POST_NOMINAL = Pattern(r"\s(?:KC|QC|SC|MP|MEP|MSP|Jr|Sr|OBE|MBE|CBE|PhD|MD|II|III|IV)\Z")


def bare_name(name: str) -> str:
    """“County Administrator Phil Tran KC” without office and letters: from the given name on."""
    name = _POST_NOMINAL.sub("", name)
    parts = name.split()
    for place, part in enumerate(parts[1:-1], start=1):
        if part.casefold() in _GIVEN and parts[-1] not in _BODY_WORDS - _EN["surname"]:
            return name if parts[0].casefold() in _GIVEN else " ".join(parts[place:])
    return name


def person_part(name: str) -> str:
    """“Nomvula Østergaard of Lindhaven University” without where she works."""
    left, joint, _ = name.partition(" of ")
    return left if joint and " " in left and not is_body(left) else name
