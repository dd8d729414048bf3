"""The names of an article: where they stand, who is a person, and by what full name."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from service.draft.rules_naming import (
    GIVEN,
    NAME,
    NO_NAME,
    TITLES,
    bare_name,
    is_body,
    person_part,
    same_given,
    untitled,
)
from service.lexicon.entries import classes
from service.lexicon.subjects import UPPER
from service.patterns import Pattern

_EN = classes("en")
_GENDERED = GIVEN | dict.fromkeys(_EN["female_noun"], "she") | dict.fromkeys(_EN["male_noun"], "he")
_NO_BODY = GIVEN.keys() | TITLES
"""First words by which a name that is shortened to them is a person's: "the Minister"."""
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
DATELINE = Pattern(r"[A-Z][A-Z .’'-]{2,}(?:,[^(—–-]{2,24})?(?:\([\w ]+\)\s*)?\s*(?:[—–]|-\s)")
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
_DATED = frozenset(
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
    | {"Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun"}
)
_LETTERS = Pattern(rf"\({UPPER}{{2,6}}\)")
_SHORT = Pattern(rf"({NAME.pattern})\s\(({UPPER}{{2,6}})\)")
_QUOTED = Pattern(r"“[^“”\n]*|\"[^\"\n]*\"?")
_OWNER = Pattern(rf"({UPPER}[\w-]*\s{UPPER}[\w-]*)[’']s\s")
_DATE = Pattern(r"\w+\.?(?:\s\d|\Z|[,.;])")
_OPENS = Pattern(r"(?:\A|[.!?\n”\"])[ “\"‘']*\Z")
_OBLIQUE = Pattern(
    r"\b(?:about|of|by|with|for|from|against|to|over|behind|after|before|under|between|at|in|near)\s"
    r"(?:[a-z]+\s){0,3}\Z"
)
"""Before a name that is no subject."""
_SENTENCE_END = Pattern(r"[.!?][”\"’']?\s|\n")
_WORD_BEFORE = Pattern(r"(?<![\w’'-])([\w’'-]++)[.,]?\s\Z")
_REACH = 24  # code points: more than the longest title or role before a name
_PROFESSIONS = ("ist", "ologist", "ian", "man", "woman")
_INTRODUCES = TITLES | {"said", "says", "added"}
_VOICE = Pattern(
    r",\s(?:aged\s)?\d\d?[,.]|,\swho\b|,?\s(?:said|says|told|added|wrote|denied|(?:is|was|has|had|does|did|would|could)(?:n[’']t)?|thinks|"
    r"believes|argues|asked|warned|insisted|claimed|recalled|shrugged|laughed|nodded|smiled|sighed)\b"
)
_OWN = Pattern(
    r"\s(?:has\s|had\s|\w+ly\s)*"
    r"(?:(?:spen[dt]s?|us(?:ed|es)|los(?:t|es)|ke(?:pt|eps)|shook|shakes|folded|opened|opens|wiped|wipes|"
    r"gave\sup|gives\sup|handed\sin|made\sup|makes\sup|ch(?:o|oo)ses?|broken?|breaks|cast|casts|began|begins|"
    r"started|starts|took|takes|turned|held|holds|earned|won|wins|ended|ends|rais(?:ed|es)|clos(?:ed|es)|"
    r"has|had|with)\s(?:\d+\s[a-z]+\son\s)?(?P<own>his|her)\s[a-z]|[a-z]+\s(?:[a-z]+\s)?(?P<self>himself|herself)\b)"
)
"""“Orr used her casting vote”: whose it is, is she; of acts whose object is one's own."""
_GENDERS = {"his": "he", "himself": "he", "her": "she", "herself": "she"}
_ORGANISED = Pattern(
    r"(?:\b(?:made|sold|run|owned|built|operated|developed|supplied|published)\sby\s"
    r"|\A|[^\w\s][\s“]*|\b(?<!in )(?<!at )(?<!of )(?<!on )[Tt]he\s)\Z"
)
"""Before the name of an organisation: “the”, the beginning of a clause, what it makes or runs."""


_IS_ONE = Pattern(r",\s(?:an?|the)\s(?:[\w’-]+\s){0,3}?(?P<noun>[a-z]+)(?=[,.;:])")
"""“Caldera, a Dutch operator”: said of it, so that “the company” may mean it."""


class Mention(NamedTuple):
    """A name where it stands."""

    start: int
    """First code point in the text."""
    name: str
    """The name, without what is no part of it."""
    office: str
    """What stands before it with a capital of its own ("Mayor"); may be empty."""
    before: str
    """The word before it, in lower case; may be empty."""


class Names:
    """The names of a text, in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.all = list(_read(text))
        self._starts = [mention.start for mention in self.all]
        self._gender: dict[str, str | None] = {}
        """The pronoun by a courtesy title or what is one's own, if one tells, by last word."""
        self._persons = self._first_mentions()
        self._fulls = frozenset(one.name for one in self.all if " " in one.name)
        self._full = [self.full(mention.name) for mention in self.all]
        """Of each name the full one, where it is a person's."""
        self.people = frozenset(self._known_people())
        """Full names whose owners the text gives an age, a role, a voice or a short form."""
        self.subjects = list(self._leading())
        """The first person that each sentence names, most often its subject, and whoever is new."""

    @cached_property
    def short(self) -> dict[str, str]:
        """Full names by the letters that stand for them: “Road Cycling Integrity Unit (RCIU)”."""
        if _LETTERS.search(self._text) is None:
            return {}
        return {found[2]: found[1].removeprefix("The ") for found in _SHORT.finditer(self._text)}

    def full(self, name: str) -> str | None:
        """The first full mention of a person: two words or more that end in the same word."""
        given, _, last = name.rpartition(" ")
        full = self._persons.get(last.casefold())
        if given and full and name in self._fulls and not same_given(name, full):
            # "Emil Sander" and his granddaughter, "Britta Sander".
            return name
        return full

    def pronoun(self, words: str) -> str | None:
        """“he” or “she”, where a title, a given name or a noun tells; None where nothing does."""
        parts = words.casefold().split()
        if not parts:
            return None
        given, _, second = parts[0].partition("-")
        # "Jean-Marc", "Kerry-Ann": the second tells where it is known.
        first = _GENDERED.get(parts[0]) or GIVEN.get(second) or GIVEN.get(given)
        last = parts[-1]
        if last not in self._gender:
            self._gender[last] = self._own(words.rsplit(maxsplit=1)[-1])
        return self._gender[last] or first or _GENDERED.get(last)

    def _own(self, name: str) -> str | None:
        """The pronoun of whoever does something to what is one's own: “Orr used her vote”."""
        at = self._text.find(name) if name[0].isupper() else -1
        while at >= 0:
            end = at + len(name)
            own = _OWN.match(self._text, end)
            if own and not self._text[at - 1 : at].isalnum():
                return _GENDERS[own["own"] or own["self"]]
            at = self._text.find(name, end)
        return None

    def part_of_one(self, word: str) -> bool:
        """Whether a word stands in a name of several words."""
        return any(word in mention.name.split() for mention in self.all if " " in mention.name)

    def times(self, name: str) -> int:
        """How often a name, or its first word, stands in the text."""
        return sum(one.name.startswith(name.partition(" ")[0]) for one in self.all)

    def often(self, name: str) -> bool:
        """Whether a name, or its first word, stands in the text more than once."""
        return self.times(name) > 1

    def within(self, start: int, end: int) -> list[str]:
        """The names that begin between two offsets."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention.name for mention in self.all[first:last]]

    def person_before(self, offset: int) -> str | None:
        """Full name of the last person spoken of shortly before an offset."""
        for at in range(bisect_left(self._starts, offset) - 1, -1, -1):
            full = self._full[at]
            if full is not None and full in self.people:
                return full
            if offset - self._starts[at] > NEARBY:
                break
        return None

    def first_mention(self, name: str) -> int:
        """Where a name stands first; past the end of the text where it does not."""
        return next((one.start for one in self.all if one.name == name), len(self._text))

    def subject_before(self, offset: int) -> Iterator[tuple[int, str]]:
        """Where persons opened sentences before an offset, the last one first, by full name."""
        for at in range(bisect_left(self.subjects, (offset, "")) - 1, -1, -1):
            yield self.subjects[at]

    def body_before(self, offset: int) -> str | None:
        """The organisation that an article is about: the name that comes most often so far.

        Where none comes twice, the last organisation named before an offset.
        """
        last = bisect_left(self._starts, offset)
        bodies = [
            one
            for one, full in zip(self.all[:last], self._full[:last], strict=True)
            if full not in self.people and self._organised(one)
        ]
        counted = Counter(one.name.partition(" ")[0] for one in bodies)
        if not counted:
            return None
        first, times = counted.most_common(1)[0]
        if times > 1:
            return next(one.name for one in bodies if one.name.partition(" ")[0] == first)
        return bodies[-1].name if offset - bodies[-1].start < 2 * NEARBY else None

    def _organised(self, one: Mention) -> bool:
        before = max(0, one.start - 16)
        if one.before in _EN["body"] or _ORGANISED.search(self._text, before, one.start):
            return True
        found = _IS_ONE.match(self._text, one.start + len(one.name))
        return found is not None and found["noun"] in _EN["topic_body"]

    def _first_mentions(self) -> dict[str, str]:
        """Full names of persons as first mentioned, by last word."""
        mentions: dict[str, str] = {}
        titled: list[str] = []
        bodies = self._bodies()
        for _, name, office, before in self.all:
            parts = name.split()
            first, last = parts[0].casefold().strip("."), parts[-1].casefold()
            for word in (before, first, office.casefold().strip(".")):
                if word in _COURTESY:
                    self._gender[last] = _COURTESY[word]
            bare = untitled(parts)
            if len(bare) == 1:
                if (before if bare == parts else first) in _PERSONAL:
                    titled.append(bare[0])
            elif name not in bodies and not is_body(name):
                mentions.setdefault(last, " ".join(bare))
        for alone in titled:
            mentions.setdefault(alone.casefold(), alone)
        return mentions

    def _bodies(self) -> set[str]:
        """Names of two words that no person has, by the words around them and their short forms.

        "The Northern Column", "the lender Tavrik Bank"; "Quillon Optics", which is "Quillon" later,
        for persons are shortened to their last word.
        """
        short = {one.name for one in self.all if " " not in one.name}
        found = set()
        for one in self.all:
            first, _, last = one.name.partition(" ")
            shortened = first in short and last not in short and first.casefold() not in _NO_BODY
            if one.before == "the" or one.before in _EN["body"] or (last and shortened):
                found.add(one.name)
        return found

    def _known_people(self) -> Iterator[str]:
        dateline = DATELINE.match(self._text)
        place = dateline.group().casefold() if dateline else ""
        for (start, name, _, before), full in zip(self.all, self._full, strict=True):
            if (
                full is not None
                and not place.startswith(full.casefold())
                and (
                    before in _INTRODUCES
                    or before.endswith(_PROFESSIONS)
                    or (" " not in name and not is_body(full))
                    # "Kerry-Ann Dole".
                    or re.split("[ -]", full, maxsplit=1)[0].casefold() in GIVEN
                    or _VOICE.match(self._text, start + len(name))
                )
            ):
                yield full

    def _leading(self) -> Iterator[tuple[int, str]]:
        taken = 0
        """One past the person whom the sentence has named."""
        met: set[str] = set()
        quoted = [found.span() for found in _QUOTED.finditer(self._text)]
        quotes = [start for start, _ in quoted]
        for (start, name, _, _), full in zip(self.all, self._full, strict=True):
            if full is None or full not in self.people:
                continue
            within = bisect_left(quotes, start) - 1
            if within >= 0 and start < quoted[within][1]:
                # Whom a speaker names is not the one who speaks.
                continue
            new = full not in met
            met.add(full)
            if taken and not _SENTENCE_END.search(self._text, taken, start):
                continue
            end = start + len(name)
            owner = self._text.startswith(("’s", "'s"), end)
            oblique = _OBLIQUE.search(self._text, max(0, start - 40), start)
            # Whoever a sentence brings in is who the next one goes on about.
            if not owner and (new or not oblique):
                taken = taken if oblique else end
                yield start, full


def _read(text: str) -> Iterator[Mention]:
    found: list[tuple[int, str, str]] = []
    dateline = DATELINE.match(text)
    for match in NAME.finditer(text, dateline.end() if dateline else 0):
        start, name = match.start(), match.group()
        if name.casefold() in NO_NAME:
            continue
        # A sentence's first word is capitalised whatever it is.
        while (word := name.partition(" ")[0]).casefold() in NO_NAME:
            start, name = start + len(word) + 1, name[len(word) + 1 :]
        owner = _OWNER.match(name) if "s " in name else None
        # "Matthis Grau’s Homeland votes": the owner is a name of his own, and what he has another.
        owned = name[owner.end() :].lstrip() if owner else ""
        behind = start + len(name) - len(owned)
        if owner:
            name = owner[1]
        if not name or (word in _DATED and _DATE.match(text, start)):
            continue
        found.append(_placed(start, name, word))
        if " " in owned:
            found.append(_placed(behind, owned, ""))
        elif (left := person_part(name)) != name:
            # "Ada Orr of the University of Vestmark": where she works has a name too.
            place = name[len(left) :].removeprefix(" of ").removeprefix("the ")
            found.append(_placed(start + len(name) - len(place), place, ""))
    begins = dateline.end() if dateline else 0
    first = len(text) - len(text[begins:].lstrip())
    opening = {
        start
        for start, name, _ in found
        if " " not in name and (start <= first or _OPENS.search(text, max(0, start - 4), start))
    }
    # "Shares fell": what has a capital only where it opens a sentence is no name.
    known = {
        word
        for start, name, _ in found
        if " " in name or start not in opening
        for word in name.split()
    }
    for start, name, office in found:
        if " " in name or name in known:
            # Nothing before the last space but one is the word's.
            near = max(start - _REACH, text.rfind(" ", 0, max(0, start - 1)), 0)
            before = _WORD_BEFORE.search(text, near, start)
            yield Mention(start, name, office, before[1].lower() if before else "")


def _placed(start: int, name: str, word: str) -> tuple[int, str, str]:
    """Where a name stands, without its office, and the office; `word` is its first word."""
    name, office = _without_s(name), ""
    if name != word:
        name = person_part(name)
        bare = bare_name(name)
        if (at := name.find(bare)) > 0:
            start, office = start + at, name[: at - 1]
        name = bare
    return start, name, office


def _without_s(name: str) -> str:
    """A name without the ending of the possessive."""
    if name.endswith(("’s", "'s")):
        return name[:-2]
    return name[:-1] if name.endswith(("’", "'")) else name
