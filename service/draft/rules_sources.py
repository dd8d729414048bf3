"""Who a source is: names, offices, roles and pronouns, led back to their first full mention."""

import re
from collections import Counter
from dataclasses import dataclass

from schemas import SourceKind
from service.lexicon import Lexicon
from service.lexicon.entries import classes
from service.lexicon.frames import Frame, Place

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = re.compile(
    rf"{_UPPER}[\w’'-]*(?:\s(?:(?:of|for|de|da|del|della|di|von|van|der|den|al|bin|el|la|le|ap)\s"
    rf"(?:the\s)?)?{_UPPER}[\w’'-]*)*"
)
_EN = classes("en")
_NO_NAME = _EN["no_name"]
_TITLES = _EN["title"]
_PERSONS = frozenset({"he", "she", "i", "him", "her"})
_GROUPS = frozenset({"they", "it", "we"})
_ANONYMITY = re.compile(
    r"\b(?:not\s+to\s+be\s+(?:named|identified|quoted)|anonym\w+|not\s+authori[sz]ed|speaking\s+privately|declined\s+to\s+be\s+"
    r"(?:named|identified)|refused\s+to\s+be\s+named|on\s+condition|requested\s+anonymity|without\s+being\s+named|"
    r"familiar\s+with|with\s+knowledge\s+of|close\s+to\s+the|briefed\s+on)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:his|her|its|their)\s+(?!own\b)", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:of|by|at|from|in|on|for|with|to|about)\b")


@dataclass(frozen=True, slots=True)
class Source:
    """Who stands behind a claim."""

    kind: SourceKind
    """How well the article names it."""
    words: str | None
    """Words of the article; None for its own voice."""
    person: bool = False
    """Whether a pronoun for one person can mean it."""
    accuser: bool = False
    """Whether it brings a charge that no court has ruled on."""


ARTICLE = Source(SourceKind.ARTICLE, None)


class Sources:
    """What the article has said so far of those who speak in it."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self._lexicon = lexicon
        self._text = text
        self._names: list[tuple[int, str]] = []
        for match in _NAME.finditer(text):
            start, name = match.start(), match.group()
            # A sentence's first word is capitalised whatever it is.
            while name and name.split()[0].casefold() in _NO_NAME:
                first, _, name = name.partition(" ")
                start += len(first) + 1
            name = _person_part(re.sub(r"[’']s?\Z", "", name))
            if name and (" " in name or not _opens_sentence(text, start) or text.count(name) > 1):
                self._names.append((start, name))
        self._persons = self._first_mentions()
        self._openers = frozenset(
            (start, name)
            for start, name in self._names
            if self._full(name) and _opens_sentence(text, start) and self._is_person(name)
        )
        self._spoke: list[tuple[int, Source]] = []
        """Sources of the frames so far, with where they stand."""
        self._pronouns: dict[str | None, str] = {}
        """The pronoun that a source was once meant by."""
        self.last: Source | None = None
        """The source of the latest frame."""
        self._person: Source | None = None
        self._group: Source | None = None

    def resolve(self, frame: Frame, sentence: str, offset: int) -> Source:
        """Find out who a frame's source is, and remember it.

        Args:
            frame: The frame.
            sentence: The sentence's text.
            offset: The sentence's first code point in the article's text.
        """
        words = sentence[frame.source_start : frame.source_end]
        if words.casefold() in {"it", "they"} and frame.place is not Place.AFTER:
            # "The firm plans to close two plants, it said": the subject speaks.
            subject = _SUBJECT.match(sentence)
            if subject and subject.group(1).casefold() not in _GROUPS:
                words = subject.group(1)
        source = self._read(words, frame.aside, offset + frame.source_start)
        self.last = source
        self._spoke.append((offset + frame.source_start, source))
        if source.person:
            self._person = source
        else:
            self._group = source
        return source

    def person_before(self, offset: int) -> Source | None:
        """The last person spoken of before an offset of the article's text, or the last speaker."""
        for start, name in reversed(self._names):
            if start < offset:
                full = self._full(name)
                if full is not None:
                    return Source(SourceKind.NAMED, full, person=True)
                if offset - start > _NEARBY:
                    break
        return self._person

    def _read(self, words: str, aside: str, offset: int) -> Source:
        """Tell who the words of a source mean at an offset of the article's text."""
        folded = words.casefold().strip()
        meant = self._pronoun(words, folded, offset)
        if meant is not None:
            return meant
        bare = _ARTICLE.sub("", words, count=1)
        if _ANONYMITY.search(words) or _ANONYMITY.search(aside):
            return Source(SourceKind.UNNAMED, bare, person=True)
        if self._lexicon.accuses(words):
            return Source(SourceKind.NAMED, bare, accuser=True)
        if self._lexicon.unnamed_source(words) and not _POSSESSIVE.match(words):
            return Source(SourceKind.UNNAMED, bare, person=not folded.endswith("s"))
        return self._named(bare) or self._role(bare, folded, offset)

    def _pronoun(self, words: str, folded: str, offset: int) -> Source | None:
        """Who a pronoun means: the last fitting source, else the words themselves."""
        if folded in _PERSONS:
            meant = self._antecedent(folded, offset)
            return meant or Source(SourceKind.NAMED, words, person=True)
        if folded not in _GROUPS:
            return None
        group = self._group
        if folded == "it" and group is not None and group.kind is not SourceKind.NAMED:
            group = None
        last = None if folded == "it" else self.last
        return group or last or self._body(offset) or Source(SourceKind.NAMED, words)

    def _antecedent(self, pronoun: str, offset: int) -> Source | None:
        """The person whom "he" or "she" means: the latest who spoke or opened a sentence.

        Whoever was "he" once is not "she" later.
        """
        spoke = [(start, source) for start, source in self._spoke if source.person]
        opened = [
            (start, Source(SourceKind.NAMED, self._full(name), person=True))
            for start, name in self._names
            if start < offset and (start, name) in self._openers
        ]
        for _, source in sorted((*spoke, *opened), key=lambda pair: -pair[0]):
            if self._pronouns.setdefault(source.words, pronoun) == pronoun:
                return source
        return self.person_before(offset)

    def _named(self, bare: str) -> Source | None:
        """A source whose words hold a name."""
        found = [m for m in _NAME.finditer(bare) if m.group().split()[0].casefold() not in _NO_NAME]
        if not found:
            return None
        first, last = found[0], found[-1]
        pick = first
        if last is not first and last.end() == len(bare):
            between = bare[first.end() : last.start()]
            if not _PREPOSITION.search(between):
                pick = last
        if _PREPOSITION.search(bare[: pick.start()]):
            # "An internal memo seen by Finwire": the name is not the source.
            return Source(SourceKind.NAMED, bare)
        name = _person_part(pick.group())
        after = bare[pick.start() + len(name) :].strip()
        if re.search(r"[’']s?\Z", name) and after:
            # "Norlund's finance minister", "the institute's outlook": the office is the source.
            return Source(SourceKind.NAMED, bare)
        if (
            after
            and pick is first
            and not _PREPOSITION.match(after)
            and pick.start() == 0
            and " " not in name
        ):
            # "Orrin executives", "Carrow council": the name only qualifies.
            return Source(SourceKind.NAMED, bare)
        parts = name.split()
        while len(parts) > 1 and parts[0].casefold().strip(".") in _TITLES:
            parts = parts[1:]
        name = " ".join(parts)
        full = self._full(name)
        titled = name != _person_part(pick.group())
        person = full is not None or titled or bool(bare[: pick.start()].strip())
        if full is None and _BODY_NAME.search(name):
            person = False
        return Source(SourceKind.NAMED, full or name, person=person)

    def _role(self, bare: str, folded: str, offset: int) -> Source:
        """A source without a name: an office or a role that the article named before."""
        # "The institute's outlook" is the institute's; else the last word is the head.
        owner, joint, _ = bare.replace("'s ", "’s ").partition("’s ")
        head = (owner if joint else bare).rpartition(" ")[2].casefold()
        if _POSSESSIVE.match(folded):
            return Source(SourceKind.NAMED, bare)
        for start, name in self._names:
            parts = name.casefold().split()
            if start >= offset:
                break
            if len(parts) > 1 and head in parts:
                if parts[0] == head and head in _TITLES:
                    rest = name.partition(" ")[2]
                    return Source(SourceKind.NAMED, self._full(rest) or rest, person=True)
                return Source(SourceKind.NAMED, name)
        before, noun = self._text[max(0, offset - _MEMORY) : offset], re.escape(head)
        role = re.search(rf"\b{noun}\s+({_NAME.pattern})", before) or re.search(
            rf"({_UPPER}[\w’'-]+\s{_UPPER}[\w’'-]+),\s(?:[\w’'-]+\s){{0,5}}{noun}\b", before
        )
        if role and head not in _EN["body"]:
            name = role.group(1)
            return Source(SourceKind.NAMED, self._full(name) or name, person=True)
        if head in _EN["topic_body"] and (" " not in bare or "-based" in bare):
            return self._body(offset) or Source(SourceKind.NAMED, bare)
        return Source(SourceKind.NAMED, bare, person=head in _TITLES)

    def _body(self, offset: int) -> Source | None:
        """The organisation that "the company" means: the last that spoke, else one named twice."""
        if self._group is not None and (self._group.words or "")[:1].isupper():
            return self._group
        counted = Counter(name for _, name in self._names if self._full(name) is None)
        for start, name in self._names:
            if start < offset and counted[name] > 1:
                return Source(SourceKind.NAMED, name)
        return None

    def _is_person(self, name: str) -> bool:
        """Whether the text gives the name's owner an age, a title, a role or a voice."""
        last = re.escape(name.rpartition(" ")[2])
        evidence = re.search(
            rf"\b{last}(?:,\s\d\d?,|,\swho\b|\s(?:said|says|told|added|wrote|denied)\b)"
            rf"|\b(?:said|[Mm]r|[Mm]rs|[Mm]s|[Dd]r|Prof)\.?\s(?:{_UPPER}[\w’'-]+\s)*{last}\b",
            self._text,
        )
        return evidence is not None

    def _full(self, name: str) -> str | None:
        """The first full mention of a person: two words or more that end in the same word."""
        return self._persons.get(name.rpartition(" ")[2].casefold())

    def _first_mentions(self) -> dict[str, str]:
        """Full names of persons as first mentioned, by last word."""
        mentions: dict[str, str] = {}
        for _, name in self._names:
            parts = name.split()
            while len(parts) > 1 and parts[0].casefold().strip(".") in _TITLES:
                parts = parts[1:]
            if len(parts) > 1 and not _BODY_NAME.search(name):
                mentions.setdefault(parts[-1].casefold(), " ".join(parts))
        return mentions


def _person_part(name: str) -> str:
    """“Nomvula Østergaard of Lindhaven University” without where she works."""
    left, joint, _ = name.partition(" of ")
    return left if joint and " " in left and not _BODY_NAME.search(left) else name


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"‘'")
    return not before or before[-1] in '.!?\n”"'


_MEMORY = 6_000  # code points: about 1,000 words, beyond which no reader recalls a role either
_SUBJECT = re.compile(
    r"\s*((?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=,|\s(?:is|was|has|had|will|would|may|might|could|can|plans?|now|also|did|does|"
    r"expects?|hopes?|aims?|intends?|\w+ed)\b)"
)
_NEARBY = 300  # code points: about two sentences
_BODY_NAME = re.compile(rf"\b(?:of|for|{'|'.join(sorted(_EN['body_name']))})\b")
