"""Who a source is: names, offices, roles and pronouns, led back to their first full mention."""

import re
from itertools import takewhile

from schemas import SourceKind
from service.draft.rules_antecedents import POSSESSIVE, Antecedents
from service.draft.rules_heard import ARTICLE, Heard, Source
from service.draft.rules_names import Names
from service.draft.rules_naming import (
    NAME,
    NO_NAME,
    PAIR,
    TITLES,
    bare_name,
    is_body,
    person_part,
    untitled,
)
from service.draft.rules_openers import PERSONS, opener, plural
from service.draft.rules_roles import Roles, noun_of
from service.draft.rules_standing import AT_ORGANISATION, OWNED, STAFF, hearsay, meant, stood
from service.lexicon import Lexicon
from service.lexicon.courts import PROSECUTION, may_prosecute, prosecutes, sues
from service.lexicon.entries import classes
from service.lexicon.frame import Frame, Place
from service.lexicon.frames import HOLDS
from service.lexicon.records import is_document
from service.lexicon.subjects import UPPER
from service.lexicon.tellers import ANONYMITY
from service.patterns import Pattern

_EN = classes("en")
_REST = frozenset(
    {
        "the other",
        "the others",
        "the rest",
        "a second",
        "a third",
        "a fourth",
        "the second",
        "another",
    }
)
"""Those of a group that the article does not name."""
_ANYBODY = frozenset({"insider", "source", "person", "official"})
"""What any unnamed source is called where it speaks again."""
_ARTICLE = Pattern(r"\A(?:the|an?)\s+", re.IGNORECASE)
_PREPOSITION = Pattern(
    r"(?<!-)\b(?:of|by|at|from|in|on|for|with|to|about|along|around|across|near|inside|outside|within|behind)\b(?!-)"
)


class Sources:
    """What the article has said so far of those who speak in it."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self._lexicon = lexicon
        self._text = text
        self._names = Names(text)
        self._roles = Roles(text, self._names.all, _EN["body"] | TITLES)
        self._heard = Heard(lambda words, offset: self._read(words, "", offset))
        self._antecedents = Antecedents(text, self._names, self._heard, self._noun)
        self._crown = may_prosecute(text)
        """Whether somebody may stand there for the prosecution."""
        self._accusers: set[str | None] = set()
        """Those who bring the charge, by name."""
        self._stated: Source | None = None
        """Who issued the latest statement."""
        self.last: Source | None = None
        """The source of the latest frame."""

    def resolve(self, frame: Frame, sentence: str, offset: int) -> Source | None:
        """Find out who a frame's source is, and remember it.

        None where it says nothing: "it gave", if no document is meant.

        Args:
            frame: The frame.
            sentence: The sentence's text.
            offset: The sentence's first code point in the article's text.
        """
        if frame.source_start == frame.source_end:
            return self._prosecution(offset)
        if hearsay(sentence, frame.source_end, frame.hit.start) is not None:
            return self._alleging(sentence, offset)
        words = sentence[frame.source_start : frame.source_end]
        if "(" in words:
            words = _PARENTHESIS.sub("", words)
        if words.casefold() in {"it", "they"}:
            words = self._own_subject(words, frame, sentence, offset) or words
        source = self._read(meant(words, frame), frame.aside, offset + frame.source_start)
        source = stood(source, words, frame, sentence)
        if frame.hit.entry is HOLDS and not is_document(source.words or ""):
            return None
        source = self._charging(source, frame, sentence)
        if "statement" in sentence:
            self._stated = source
        self.last = source
        self._heard.speak(offset + frame.source_start, source)
        return source

    def _alleging(self, sentence: str, offset: int) -> Source:
        """Who stands behind “she allegedly wrote”: the accuser who opens it, else the article."""
        bounds = opener(sentence)
        words = sentence[slice(*bounds)] if bounds else ""
        if not self._lexicon.speakers.accuses(words):
            return ARTICLE
        return self._read(words, "", offset)

    def _charging(self, source: Source, frame: Frame, sentence: str) -> Source:
        """The source as an accuser, if it speaks for the prosecution, or in a suit of its own."""
        if source.words in self._accusers or (
            self._crown and prosecutes(sentence, frame.source_start, frame.aside)
        ):
            self._accusers.add(source.words)
            return source._replace(accuser=True)
        if source.kind is SourceKind.NAMED and sues(sentence, frame.source_start):
            return source._replace(accuser=True)
        return source

    def _own_subject(self, words: str, frame: Frame, sentence: str, offset: int) -> str | None:
        """Who opens the sentence in which “it” or “they” speak, if they mean them."""
        if frame.place is not Place.AFTER:
            # "The firm plans to close two plants, it said": the subject speaks.
            subject = None if _ITS.match(sentence) else _SUBJECT.match(sentence)
            if subject and sentence[subject.end() : frame.source_start] == ", ":
                # "The likeliest source, it concludes, is rust": what the subject is, another says.
                return None
            if subject and is_document(subject.group(1)):
                # "The results will come out in May, it added": a firm's, as a rule.
                return None
            if subject and _BODILY.match(subject.group(1)) and self._noun(subject.group(1)):
                return subject.group(1)
        # "Users shared a video that they said showed a drone".
        bounds = opener(sentence)
        opens = sentence[slice(*bounds)] if bounds and bounds[1] < frame.source_start else ""
        if _ITS.match(opens):
            # "Its own tests, it points out, found nothing": whose they are was named before.
            return None
        if words == "they":
            return opens if plural(opens) else None
        head = opens.rpartition(" ")[2].casefold()
        speaks = head in _EN["body"] or head in _EN["document"] or is_body(opens)
        if not speaks and sentence.endswith("; ", 0, frame.source_start):
            # "Corvair has signed; it would say no more", unless somebody else spoke between.
            spoke = self._heard.last
            between = spoke and spoke[0] >= offset and spoke[1].kind is SourceKind.NAMED
            speaks = not between and opens[:1].isupper() and self._names.often(opens)
        return opens if speaks else None

    def _prosecution(self, offset: int) -> Source:
        """Who brings a charge that names nobody: the accuser of the article, if it has one."""
        found = PROSECUTION.search(self._text, offset) or PROSECUTION.search(self._text)
        if found is None:
            return ARTICLE
        # "Prosecutor Helena Strake".
        named = self._names.within(found.end(), found.end() + 2)
        words = (self._names.full(named[0]) or named[0]) if named else found.group()
        return Source(SourceKind.NAMED, words, accuser=True)

    def note(self, sentence: str, offset: int) -> None:
        """Remember who opened a sentence.

        Args:
            sentence: The sentence's text.
            offset: Its first code point in the article's text.
        """
        self._heard.note(sentence, offset)

    def introduced(self, sentence: str, offset: int) -> Source | None:
        """The person whom a sentence introduces by opening with the full name."""
        bounds = opener(sentence)
        if bounds is None:
            return None
        for name in self._names.within(offset + bounds[0], offset + bounds[1]):
            full = self._names.full(name)
            if full == name and self._names.first_mention(name) >= offset:
                return Source(SourceKind.NAMED, full, person=True)
        return None

    def phrased(self, sentence: str, offset: int, spoke: Source | None) -> Source | None:
        """Whose words a phrase in quotation marks is: theirs who open its sentence.

        "Hemmel would go no further than “everything is being looked at”": two words at least.
        Where nobody opens it, a phrase of four is theirs who spoke before: "It was “the wickedest
        thing I can imagine”".
        """
        bounds = opener(sentence) if _PHRASE.search(sentence) else None
        if bounds is None:
            return spoke if spoke and spoke.person and _LONG_PHRASE.search(sentence) else None
        if _SUFFERS.match(sentence, bounds[1]):
            return None
        source = self._read(sentence[slice(*bounds)], "", offset)
        return source if source.person else None

    def speaker_before(self, offset: int) -> Source | None:
        """Who a quotation without a frame is by: the last speaker, or the person met since."""
        spoke = self._heard.last
        for start, source in self._heard.openers(offset):
            if spoke is not None and start <= spoke[0]:
                break
            if source.person:
                return source
        return spoke[1] if spoke else self._antecedents.person_before(offset)

    def before_colon(self, words: str, offset: int) -> Source | None:
        """Who speaks behind a colon: the first person named before it, else the name before it.

        Args:
            words: What stands before the colon in its sentence.
            offset: First code point of the sentence in the article's text.
        """
        named = self._names.within(offset, offset + len(words))
        for name in named:
            full = self._names.full(name)
            if full in self._names.people:
                return Source(SourceKind.NAMED, full, person=True)
        if named:
            return Source(SourceKind.NAMED, named[0])
        return self._antecedents.person_before(offset)

    def _read(self, words: str, aside: str, offset: int) -> Source:
        """Tell who the words of a source mean at an offset of the article's text."""
        folded = words.casefold().strip()
        meant = self._antecedents.of(words, folded, offset)
        if folded == "the statement":
            meant = self._stated
        if meant is None:
            meant = self._antecedents.described(words, folded, offset)
        if meant is not None:
            return meant
        bare = _ARTICLE.sub("", words, count=1)
        hidden = folded in _REST or ANONYMITY.search(words) or (aside and ANONYMITY.search(aside))
        if not hidden and self._lexicon.speakers.accuses(words):
            return self._accuser(bare)
        the = folded.startswith("the ")
        definite = the and not OWNED.match(words)
        if hidden or (not definite and self._anonymous(words, folded)):
            return Source(SourceKind.UNNAMED, bare, person=not plural(bare))
        if the and folded[4:] in TITLES and not self._names.full(bare):
            # "The Minister": written with a capital it is the same office.
            office = self._role(folded[4:], folded, offset)
            if office.words != folded[4:]:
                return office
        return self._named(bare) or self._recalled(bare, folded) or self._role(bare, folded, offset)

    def _accuser(self, bare: str) -> Source:
        """Whoever brings the charge, by name where the words have one: "prosecutor Ada Orr"."""
        named = self._named(bare)
        words = named.words if named and named.person and named.words else bare
        self._accusers.add(words)
        return Source(SourceKind.NAMED, words, accuser=True)

    def _anonymous(self, words: str, folded: str) -> bool:
        """Whether a source could not be looked up: not "his lawyer", but "her critics"."""
        if not self._lexicon.unnamed_source(words):
            return False
        if POSSESSIVE.match(folded) or OWNED.match(words):
            return folded.endswith(("s", "people")) and not STAFF.search(folded)
        if AT_ORGANISATION.search(words):
            # "Analysts at Brightwater": whose they are can be looked up.
            return False
        first = words.split(maxsplit=1)[0]
        if first == words and self._names.part_of_one(first):
            return False
        return self._names.full(first) is None or first.casefold() == words.casefold()

    def _recalled(self, bare: str, folded: str) -> Source | None:
        """An unnamed source that spoke before: "the diplomat" is the one close to the talks."""
        if not folded.startswith("the "):
            return None
        head = bare.rpartition(" ")[2].casefold()
        same = folded.startswith("the same ") and head not in _EN["body"] | _EN["document"]
        if bare.casefold() in _ANYBODY or same:
            last = next(self._heard.speakers(), None)
            return last[1] if last and last[1].kind is SourceKind.UNNAMED else None
        for _, source in self._heard.speakers():
            words = (source.words or "").casefold()
            if head not in words or words == head or plural(words):
                continue
            noun = list(takewhile(lambda word: word not in _EN["source_tail"], words.split()))
            if noun[-1:] == [head]:
                return source
        return None

    def _named(self, bare: str) -> Source | None:
        """A source whose words hold a name."""
        found = [
            m
            for m in NAME.finditer(bare)
            if (word := m.group().split()[0].casefold()) not in NO_NAME
            and not (word == m.group().casefold() and m.start() == 0 and self._is_noun(word, bare))
        ]
        if not found or ("and" in bare and PAIR.fullmatch(bare)):
            return Source(SourceKind.NAMED, bare) if found else None
        first, last = found[0], found[-1]
        pick = first
        if last is not first and last.end() == len(bare):
            between = bare[first.end() : last.start()]
            if not _PREPOSITION.search(between):
                pick = last
        before = bare[: pick.start()]
        if before and _PREPOSITION.search(before):
            # "An internal memo seen by Finwire": the name is not the source.
            return Source(SourceKind.NAMED, bare)
        if pick.group().endswith("-based"):
            return None
        named = bare_name(person_part(pick.group()))
        after = bare[len(before) + len(named) :].strip()
        if after and named.endswith(_OWNS):
            # "Norlund's finance minister", "the institute's outlook": the office is the source.
            return Source(SourceKind.NAMED, bare)
        if after and not before and " " not in named and not _PREPOSITION.match(after):
            # "Orrin executives", "a KerbGuard spokesman": the name only qualifies.
            return Source(SourceKind.NAMED, bare, person=after.casefold() in PERSONS)
        name = " ".join(untitled(named.split()))
        full = self._names.full(name)
        short = self._names.short.get(name)
        # "The Consumer Ombudsman": an office is its holder.
        office = name.rpartition(" ")[2].casefold() in TITLES
        given = " " not in name and self._names.pronoun(name) is not None
        person = full is not None or name != named or office or given or bool(before)
        if full is None and (
            short or is_body(name) or (before and before.split()[-1] in _EN["body"])
        ):
            person = False
        return Source(SourceKind.NAMED, full or short or name, person=person)

    def _noun(self, words: str) -> bool:
        """Whether words with a capital are no name but a noun that opens its sentence."""
        return self._lexicon.speakers.speak(words.lower())

    def _is_noun(self, word: str, bare: str) -> bool:
        """Whether the first word of a source is a noun: “Data from”, “Traders at”."""
        return self._lexicon.speakers.crowd(word) or (
            word in _EN["document"] and _PREPOSITION.match(bare, len(word) + 1) is not None
        )

    def _role(self, bare: str, folded: str, offset: int) -> Source:
        """A source without a name: an office or a role that the article named before."""
        head = noun_of(bare)
        if POSSESSIVE.match(folded):
            return Source(SourceKind.NAMED, bare, person=head in PERSONS)
        crowd = self._anonymous(folded if folded.startswith("the ") else bare, folded)
        body = head in _EN["body"]
        meant = self._roles.holder(
            head,
            offset,
            # "The minister" is no "Chief Minister", who would be called so again.
            lambda name: (
                name not in self._names.people
                if body
                else head not in TITLES or name.rpartition(" ")[2].casefold() != head
            ),
        ) or (
            self._antecedents.of_kind(head, self._roles.of_kind(head, offset), offset)
            if " " not in bare
            else None
        )
        if meant is not None and not crowd:
            person = self._names.full(meant)
            if person is not None and head not in _EN["body"]:
                return Source(SourceKind.NAMED, person, person=True)
            if person is None or head in _EN["body"] or is_body(meant):
                return Source(SourceKind.NAMED, meant)
        if crowd:
            return Source(SourceKind.UNNAMED, bare, person=not plural(bare))
        if head in _EN["topic_body"] and (" " not in bare or "-based" in bare):
            return self._antecedents.body(offset) or Source(SourceKind.NAMED, bare)
        topic = self._names.body_before(offset) if head in _EN["firm"] else None
        if topic and folded.startswith("the ") and bare.islower() and self._names.often(topic):
            # "The lock maker": a reader knows by now what the firm makes.
            bare = topic
        return Source(SourceKind.NAMED, bare, person=head in PERSONS)


_PHRASE = Pattern(r"“[^”A-Z]\S*\s[^”]+”")
_LONG_PHRASE = Pattern(r"“[^”A-Z]\S*(?:\s[^\s”]+){3,}”")
_SUFFERS = Pattern(
    r"(?:,[^,]*,)?\s(?:is|are|was|were|been|has\sbeen|have\sbeen)\s\w+(?:ed|en|wn|ne|ght)\b"
)
_ITS = Pattern(r"(?:its|their)\s", re.IGNORECASE)
_BODILY = Pattern(
    r"(?:[Tt]he\s[\w’' -]+|(?!(?:Up|If|Some|Most|Many|A|An|No|In|On|At|Of|For|It|They|He|She|Its|"
    rf"Their|This|That|There)\b){UPPER}[\w’' -]+)\Z"
)
"""A subject that can speak: "the firm", "Norgas"."""
_OWNS = ("’s", "'s", "’", "'")
_PARENTHESIS = Pattern(r"\s*\([^()]*\)?\Z")
_SUBJECT = Pattern(
    r"\s*((?:[\w’'-]+\s){0,4}?[\w’'-]+)(?<!\sof)(?<!\sin)(?<!\sat)(?<!\son)(?=,|\s(?:is|was|has|had|will|would|may|might|could|can|plans?|now|also|did|does|"
    r"expects?|hopes?|aims?|intends?|\w+ed)\b)"
)
