"""Tells what kind of source the words for one name: anonymous, accusing, hearsay.

The nouns stand in `en/sources.tsv`; the rules are those of news stylebooks on anonymous sourcing
and of PolNeAR's unnamed sources: whoever could not be looked up is unnamed.
"""

import re
from bisect import bisect_left
from itertools import pairwise

from service.lexicon.entries import classes, nouns
from service.lexicon.words import Words, words
from service.patterns import Pattern

_SUBJECT = 4  # words: "A widely shared video"
_CIRCULATES = Pattern(
    r"(?P<more>(?:\s(?!(?:is|are|was|were|has|have|had|that|who|which)\b)[\w’'-]+){0,9}?)"
    r"(?:,\s(?:however|meanwhile|though),|\s\w+ly|\s(?:also|now))?\s"
    r"(?:have|has|had|accuse|accuses|accused|show|shows|showed|put|puts|claim|claims|claimed|say|said|says|suggest|suggests|link|linked|"
    r"suggested|swept|swirled|spread|are|were|is|circulated|persist|persisted|abound|allege|alleged|purports?|"
    r"appear|appeared|point|pointed|name|named|describe|described|expect|see|spoke|speak|tell|tells|told|goes)\b"
)
_SHOWS = Pattern(
    r"\b(?:purport|claim|alleg|show|suggest|link|put|name|describ|appear|point|say|said|saying|tell|spoke|speak|accus|has\sit|is\sthat|around|have\sswirled|circulat)\w*\b"
)
_ROUND = frozenset({"rounds", "circulating", "shared", "passed"})
_GOES_ROUND = Pattern(
    r"(?:(?:An?|The)\s)?(?P<who>(?:(?!(?:is|are|was|were|has|have|had|who|that|which)\b)[\w’'-]+\s){1,4}?"
    r"(?:(?:doing|making)\sthe\srounds|circulating|passed\s(?:a)?round|shared\s(?:widely|online|thousands|hundreds|dozens|millions)))\b"
    r"(?!\s(?:is|are|was|were|has|have)\b)",
    re.IGNORECASE,
)
"""“A text doing the rounds orders staff to leave”: it has no author, whatever it is."""
_RUMOURS = frozenset({"rumours", "rumors", "rumour", "rumor", "gossip", "whispers"})
_ACTS = Pattern(r"\w(?:[a-z]er|or|ist|ian|ant|ee|eer|m[ae]n|wom[ae]n|mate|people|folk)s?\Z")
"""Endings of nouns for whoever does something."""
_COUNTED = Pattern(
    r"\A(?:an?|the)\s(?:couple|dozen|handful|majority|number|string)\sof\s", re.IGNORECASE
)
"""“A number of residents”."""
_AGENTS = Pattern(r"(?:ers|ors|ists|ians|ants|ents|ees|men|women)\Z")
_AGENT = Pattern(
    r"(?:[a-z]er|or|ist|ian|ant|ee|man|woman|boy|girl|whip|second|third|fourth|fifth|figure|regular)\Z"
)


_IDENTIFIED = Pattern(
    r"(?:[Aa]n?\s)?(?:[a-z]+\s)?(?i:lawyers?|attorneys?|solicitors?|barristers?|counsel)\s(?:for|representing|acting\sfor)\s"
    r"(?:the|his|her|its|their|[A-Z])"
    r"|(?:[A-Z][\w’'-]*\s){2,}(?:organi[sz]ers|executives|directors|bosses|lawyers|engineers|doctors|trustees|stewards|managers)\Z"
    r"|Local\s\d"
)
"""“A lawyer for the family”, “Two Rivers organisers”, “Local 808”: whose they are is said."""
_MADE_BY = Pattern(
    r"(?:[\w’'-]+\s){0,3}?(?P<noun>[\w’'-]+)(?:\s(?:[a-z]+ed|made|drawn\sup|given))?\sby\s(?:the\s|its\s|[A-Z])"
)
"""“Counts by the chamber”, “a summary published by the council”: who made it is said."""
_SPEAKING = (
    "pronoun",
    "speaking",
    "person",
    "body",
    "title",
    "role",
    "document",
    "female_noun",
    "male_noun",
    "quantifier",
)
"""Classes of words for what can be a source, beside the nouns of `sources.tsv`."""

_PERSONAL = ("title", "role", "female_noun", "male_noun", "person")
"""Those of them that hold nouns for persons."""


_OF_AN_OFFICE = ("first", "prime", "lead", "vice", "interior", "foreign", "health")
"""Words of titles that name nobody without the next ("the first toll")."""


class Speakers:
    """The source nouns of one language."""

    def __init__(self, language: str) -> None:
        self._nouns = nouns(language)
        # "Official counts" are an office's.
        self._crowds = self._nouns["unnamed"] - {"official"}
        self._pairs = {
            kind: frozenset(tuple(phrase.split()) for phrase in phrases if " " in phrase)
            for kind, phrases in self._nouns.items()
        }
        """Of each kind the nouns of two words."""
        self._hearsay = self._nouns["hearsay"] | _RUMOURS
        closed = classes(language)
        self._tail = closed["source_tail"]
        self._documents = closed["document"]
        self._material = closed["material"]
        self._determiners = closed["determiner"]
        self._indefinite = closed["indefinite"]
        self._quantifiers = closed["quantifier"]
        self._no_name = closed["no_name"] - closed["pronoun"]
        self._persons = frozenset().union(*(closed[name] for name in _PERSONAL))
        self._minding = (
            closed["body"]
            | self._nouns["unnamed"]
            | self._nouns["team"]
            | self._nouns["institution"]
            | {"he", "she", "they", "we", "i", "police", "people"}
            | self._persons
        ) - self._documents
        self._speaking = (
            frozenset()
            .union(*self._nouns.values(), *(closed[name] for name in _SPEAKING))
            .difference(_OF_AN_OFFICE)
        )

    def unnamed(self, source: str) -> bool:  # noqa: PLR0911 - rules in order, each returns
        """Whether the words of a source name nobody that could be looked up.

        "Analysts", "two people familiar with the matter", "a government whip" and "climate
        scientists" do not; "the defence ministry", "a spokesman" and "analyst Priya Castellane"
        do, by an office or a name.
        """
        read = words(_COUNTED.sub("", source) if "of" in source else source)
        if self._holds("vague", read.folded):
            return True
        length = self._head(read)
        head = read.folded[:length]
        if not head or (length > 1 and read.capital(length - 1)) or self._identified(source):
            return False
        last = head[-1]
        quantified = head[0] in self._quantifiers
        if last in self._nouns["institution"] and not quantified:
            return False
        filed = self._filed(head)
        last = head[filed - 1]
        if last in self._documents and (
            filed < length or head[0] in self._indefinite or self._crowds.isdisjoint(head)
        ):
            # "Accounts filed with the registry", "a rapid analysis by 14 researchers", "memos".
            return last in self._nouns["hearsay"]
        if head[0] == "the" and (last in self._nouns["team"] or self._office(last)):
            return False
        if not self._nouns["unnamed"].isdisjoint(head):
            # A name before "and": "Haverkamp and her colleagues" are the authors.
            return not ("and" in head[1:] and read.capital(head.index("and", 1) - 1))
        if quantified and length > 1 and last.endswith("s"):
            return True
        if head[0] in self._indefinite:
            return self._somebody(last, head)
        # A bare plural is a crowd: "climate scientists", not "the researchers". One capitalised
        # word may be a name ("Norgas said") unless it ends as words for people do.
        if head[0] in self._determiners or (
            length == 1 and read.capital(0) and not _AGENTS.search(last)
        ):
            return False
        return last.endswith("s") and not last.endswith(("ss", "'s", "is", "us"))

    def _filed(self, head: list[str]) -> int:
        """Where a document's noun is parted from what was done with it: "accounts filed with"."""
        if not self._documents.isdisjoint(head):
            for at in range(1, len(head)):
                if head[at].endswith("ed") and head[at - 1] in self._documents:
                    return at
        return len(head)

    def _identified(self, source: str) -> bool:
        """Whether words tell for whom somebody speaks, or who made what is no person."""
        made = _MADE_BY.match(source) if " by " in source else None
        if made is None:
            return _IDENTIFIED.match(source) is not None
        noun = made["noun"].casefold()
        person = noun in self._nouns["unnamed"] or noun in self._persons or _ACTS.search(noun)
        return not person or _IDENTIFIED.match(source) is not None

    def _somebody(self, noun: str, head: list[str]) -> bool:
        """Whether a noun behind "a" is a person's: one for persons, or one that no list has.

        News prose lets nothing but persons, bodies and what is written speak (PARC's sources), and
        the latter two are closed lists: "a sysadmin", "a fellow in a parka", "one mole".
        """
        if noun in self._nouns["record"] or noun in self._documents:
            return False
        if _AGENT.search(noun) or noun in self._persons:
            return True
        # "A charity working in the city", "a log seen by Transmar": the head stands before.
        return self._speaking.isdisjoint(head)

    def _office(self, noun: str) -> bool:
        """Whether "the" before a noun means one person whom the reader could find: "the clerk"."""
        return (
            not noun.endswith(("s", "people", "men", "women")) and noun not in self._nouns["shade"]
        )

    def partisan(self, source: str) -> bool:
        """Whether a crowd is known by what it thinks: "critics", "her supporters"."""
        return not self._nouns["partisan"].isdisjoint(words(source).folded)

    def hears(self, sentence: str) -> bool:
        """Whether a sentence has a word that can make a clause hearsay."""
        known = words(sentence).known
        return not (self._nouns["hearsay"].isdisjoint(known) and _ROUND.isdisjoint(known))

    def hearsay_subject(self, sentence: str, start: int = 0) -> tuple[int, int] | None:
        """Bounds of a subject that makes its clause hearsay ("Posts shared online", "Rumours").

        Args:
            sentence: The sentence's text.
            start: Where the clause begins.
        """
        read = words(sentence)
        around = None if _ROUND.isdisjoint(read.known) else _GOES_ROUND.match(sentence, start)
        if around:
            return around.span("who")
        return self._told_by_nobody(sentence, start, read)

    def _told_by_nobody(self, sentence: str, start: int, read: Words) -> tuple[int, int] | None:
        """The same of nouns that are hearsay by themselves: “rumours”, “posts”."""
        first = bisect_left(read.starts, start)
        begins = read.folded[first : first + _SUBJECT]
        if self._hearsay.isdisjoint(begins):
            return None
        for position, word in enumerate(begins, start=first):
            if word in self._tail:
                return None
            if word in _RUMOURS and read.folded[position + 1 : position + 2] == ["that"]:
                return (read.starts[position], read.ends[position])
            if word in self._nouns["hearsay"]:
                if word in self._material and not _SHOWS.search(sentence, read.ends[position]):
                    # "Footage was handed to police" tells nothing by hearsay.
                    return None
                spread = _CIRCULATES.match(sentence, read.ends[position])
                return (read.starts[position], spread.end("more")) if spread else None
        return None

    def accuses(self, source: str) -> bool:
        """Whether a source brings a charge: prosecutors, an indictment, a lawsuit."""
        read = words(source)
        return self._holds("accuser", read.folded[: self._head(read)])

    def speak(self, source: str) -> bool:
        """Whether the words before a verb of speech can name its source.

        They do by a name, a pronoun or a noun for persons, bodies or documents in their head: "the
        lift company's books", "a person familiar with it", but not "the ash" or "the boards".
        """
        read = words(source)
        return any(
            word.removesuffix("'s") in self._speaking
            or _ACTS.search(word)
            or word.endswith("-year-old")
            or (read.capital(position) and word not in self._no_name)
            for position, word in enumerate(read.folded[: self._head(read)])
        )

    def minds(self, source: str, *, opens: bool) -> bool:
        """Whether the head of a noun phrase is somebody who can hope or fear.

        Args:
            source: The noun phrase.
            opens: Whether it opens its sentence, where any word has a capital.
        """
        read = words(source)
        last = self._head(read) - 1
        if last < 0:
            return False
        head = read.folded[last]
        if head in self._minding or (last and _ACTS.search(head)):
            return True
        if not read.capital(last) or head in self._no_name:
            return False
        return bool(last) or not opens or not head.endswith("s")

    def crowd(self, noun: str) -> bool:
        """Whether a noun, in lower case, heads sources that nobody could look up."""
        return noun in self._nouns["unnamed"]

    def _holds(self, kind: str, folded: list[str]) -> bool:
        return not (
            self._nouns[kind].isdisjoint(folded) and self._pairs[kind].isdisjoint(pairwise(folded))
        )

    def _head(self, read: Words) -> int:
        """Words in the head of a noun phrase: "traders on the Quay" without where they trade."""
        if self._tail.isdisjoint(read.folded):
            return len(read.folded)
        for position, word in enumerate(read.folded):
            # "Close" ends it only before "to": "a close friend".
            if word in self._tail and (
                word != "close" or read.folded[position + 1 : position + 2] == ["to"]
            ):
                return position
        return len(read.folded)
