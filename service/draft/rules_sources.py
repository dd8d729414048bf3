"""Who a source is: names, offices, roles and pronouns, led back to their first full mention."""

import re
from dataclasses import dataclass

from schemas import SourceKind
from service.lexicon import Lexicon
from service.lexicon.frames import Frame

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = re.compile(
    rf"{_UPPER}[\w’'-]*(?:\s(?:(?:of|for|de|da|del|della|di|von|van|der|den|al|bin|el|la|le|ap)\s"
    rf"(?:the\s)?)?{_UPPER}[\w’'-]*)*"
)
# Words that begin a sentence with a capital and name nobody.
_NO_NAME = frozenset(
    "the a an in on at of for from to by with as and but or so yet if when while after before since he she it "
    "they we i you his her its their this that these those there here no not nobody nothing some many most all "
    "one two three four five six seven eight nine ten under over about more few both each every such what who "
    "why how where which whether could can may might will would should is are was were do does did has have "
    "had only even still also then now once however meanwhile asked had neither either among between during "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president prime minister governor mayor senator "
    "chief executive chairman chairwoman chair director general captain colonel major lieutenant sergeant "
    "superintendent inspector commissioner judge justice chancellor secretary councillor cllr king queen prince "
    "princess count countess bishop archbishop pope cardinal father rabbi imam ambassador prosecutor manager "
    "coach spokesman spokeswoman spokesperson leader opposition interior finance foreign defence defense health "
    "deputy vice first lead author security guard head rep gen col capt lt sgt gov sen promoter defendant "
    "constable detective officer lawyer analyst dean principal headteacher".split()
)
_PERSONS = frozenset({"he", "she", "i", "him", "her"})
_GROUPS = frozenset({"they", "it", "we"})
_BODIES = frozenset(
    "company firm group club team office agency ministry department authority council institute board "
    "bank union union's charity hospital university party government court committee commission watchdog "
    "regulator operator developer maker retailer carrier airline association federation society trust "
    "service force army navy police parish treasury fund museum theatre festival school college".split()
)
_ANONYMITY = re.compile(
    r"\b(?:not\s+to\s+be\s+(?:named|identified|quoted)|anonym\w+|not\s+authori[sz]ed|speaking\s+privately|declined\s+to\s+be\s+"
    r"(?:named|identified)|refused\s+to\s+be\s+named|on\s+condition|requested\s+anonymity|without\s+being\s+named|"
    r"familiar\s+with|with\s+knowledge\s+of|close\s+to\s+the|briefed\s+on)\b", re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:his|her|its|their)\s+(?!own\b)", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:of|at|from|in|on|for|with|to|about)\b")
_ACCUSERS = re.compile(r"\b(?:prosecutors|prosecution|indictment|lawsuit|complaint|charge\s+sheet|plaintiffs?|claimants?)\b", re.IGNORECASE)


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
        source = self._read(words, frame.aside, offset + frame.source_start)
        self.last = source
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
        folded = words.casefold().strip()
        if folded in _PERSONS:
            return self._person or self.person_before(offset) or Source(SourceKind.NAMED, words, person=True)
        if folded in _GROUPS:
            return self._group or self.last or self._body(offset) or Source(SourceKind.NAMED, words)
        bare = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
        if _ANONYMITY.search(words) or _ANONYMITY.search(aside):
            return Source(SourceKind.UNNAMED, bare, person=True)
        accuser = bool(_ACCUSERS.search(words))
        if accuser:
            return Source(SourceKind.NAMED, bare, accuser=True)
        if self._lexicon.unnamed_source(words) and not _POSSESSIVE.match(words):
            return Source(SourceKind.UNNAMED, bare, person=not folded.endswith("s"))
        named = self._named(bare)
        if named is not None:
            return named
        return self._role(bare, folded, offset)

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
        name = _person_part(pick.group())
        after = bare[pick.start() + len(name) :].strip()
        if re.search(r"[’']s?\Z", name) and after:
            # "Norlund's finance minister", "the institute's outlook": the office is the source.
            return Source(SourceKind.NAMED, bare)
        if after and pick is first and not _PREPOSITION.match(after) and pick.start() == 0 and " " not in name:
            # "Orrin executives", "Carrow council": the name only qualifies.
            return Source(SourceKind.NAMED, bare)
        parts = name.split()
        while len(parts) > 1 and parts[0].casefold().strip(".") in _TITLES:
            parts = parts[1:]
        name = " ".join(parts)
        full = self._full(name)
        person = full is not None or bool(bare[: pick.start()].strip())
        if full is None and _BODY_NAME.search(name):
            person = False
        return Source(SourceKind.NAMED, full or name, person=person)

    def _role(self, bare: str, folded: str, offset: int) -> Source:
        """A source without a name: an office or a role that the article named before."""
        head = re.split(r"[’']s?\s|\s", bare)[0].casefold() if "’s " in bare or "'s " in bare else bare.split()[-1].casefold()
        if not _POSSESSIVE.match(folded):
            for start, name in self._names:
                if start >= offset:
                    break
                parts = name.split()
                if len(parts) > 1 and parts[-1].casefold() == head:
                    return Source(SourceKind.NAMED, name)
                if len(parts) > 1 and parts[0].casefold() == head and head in _TITLES:
                    rest = " ".join(parts[1:])
                    return Source(SourceKind.NAMED, self._full(rest) or rest, person=True)
                if len(parts) > 1 and any(part.casefold() == head for part in parts):
                    return Source(SourceKind.NAMED, name)
            role = re.search(rf"\b{re.escape(head)}\s+({_NAME.pattern})", self._text[:offset])
            if role and head not in _BODIES:
                name = role.group(1)
                return Source(SourceKind.NAMED, self._full(name) or name, person=True)
            if head in _GENERIC and (len(bare.split()) == 1 or "-based" in bare):
                return self._body(offset) or Source(SourceKind.NAMED, bare)
        return Source(SourceKind.NAMED, bare, person=head in _TITLES)

    def _body(self, offset: int) -> Source | None:
        """The organisation that "the company" means: the last one that spoke, else the first named."""
        if self._group is not None and self._group.kind is SourceKind.NAMED:
            return self._group
        for start, name in self._names:
            if start < offset and self._full(name) is None:
                return Source(SourceKind.NAMED, name)
        return None

    def _full(self, name: str) -> str | None:
        """The first full mention of a person: two words or more that end in the same word."""
        last = name.split()[-1].casefold()
        for _, other in self._names:
            parts = other.split()
            while len(parts) > 1 and parts[0].casefold().strip(".") in _TITLES:
                parts = parts[1:]
            if len(parts) > 1 and parts[-1].casefold() == last and not _BODY_NAME.search(other):
                return " ".join(parts)
        return None


def _person_part(name: str) -> str:
    """ "Nomvula Østergaard of Lindhaven University" without where she works."""
    left, joint, _ = name.partition(" of ")
    return left if joint and " " in left and not _BODY_NAME.search(left) else name


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"‘'")
    return not before or before[-1] in ".!?\n”\""


_NEARBY = 300  # code points: about two sentences
_GENERIC = frozenset({"company", "firm", "group", "club", "team", "office", "agency", "bank", "party"})
_BODY_NAME = re.compile(
    r"\b(?:of|for|Council|Authority|Ministry|Department|Institute|University|College|School|Agency|Office|Board|Bank|"
    r"Union|Party|Group|Club|Company|Industries|Service|Court|Committee|Commission|Association|Federation|"
    r"Alliance|Society|Trust|Fund|Hospital|Police|Arena|Festival|Observatory|Centre|Center|Partners|Live|United|"
    r"City|Rovers|Town|Street|Road|Bridge|River|Act|Treasury|Times|Post|Courier|Watch|Research|Energy|Airport|House)\b"
)
