"""Whom a pronoun means in an article: “he”, “it”, “they”, and “the company” that it is about.

Recency and number decide, as in centering theory (Grosz, Joshi & Weinstein 1995): the latest who
spoke or opened a sentence and whom the pronoun fits.
"""

import re
from collections.abc import Callable
from itertools import islice

from schemas import SourceKind
from service.draft.rules_heard import ARTICLE, RECALLED, Heard, Source
from service.draft.rules_names import Names
from service.draft.rules_naming import is_body
from service.draft.rules_openers import plural
from service.lexicon.entries import classes
from service.lexicon.subjects import UPPER
from service.patterns import Pattern

_TOPIC = classes("en")["topic_body"]
_ARTICLE_ITSELF = frozenset({"i", "we"})
"""Outside quotation marks it is the article that says “I”."""
_PERSONS = frozenset({"he", "she", "him", "her", "his"})
_SUBJECTIVE = {"him": "he", "his": "he", "her": "she"}
_GROUPS = frozenset({"they", "it", "its", "their"})
_SURVEY = Pattern(r"\b(?:survey|poll|census|questionnaire|ballot)\b")
_YEARS_OLD = Pattern(r"the\s\d\d-year-old\Z")
_PARENTS = dict.fromkeys(("mum", "mom", "mother", "gran", "grandmother", "nan"), "she")
_PARENTS |= dict.fromkeys(("dad", "father", "grandad", "granddad", "grandfather"), "he")
_PARENT = Pattern(rf"the\s(?:[\w-]+\s)?({'|'.join(_PARENTS)})[\s-]of[\s-][\w-]+\Z")
_SHARE = Pattern(
    r"(?:(?:about|some|nearly|almost|only|just|more\sthan|fewer\sthan)\s)?"
    r"(?:(?:[\w.-]+\sper\s?cent|[\d.]+%)(?:\sof\s(?:those|respondents|voters|people)\b.*)?"
    r"|[\w-]+\sin\s(?:two|three|four|five|six|seven|eight|nine|ten|\d+)|[\w-]+\sof\s(?:those\s(?:polled|surveyed|asked)|respondents)|respondents|those\s(?:polled|surveyed|asked))\Z"
)
"""“58 per cent”: whom a survey asked."""
_DEMONYM = Pattern(
    rf"[Tt]he\s(?:{UPPER}[a-z]+(?:ian|ish|ese|ean|iard|man|woman)|Pole|Dane|Swede|Finn|Turk|Czech|Greek|Scot|Serb|Croat|"
    rf"Briton|Thai|Slovak|Swiss|German|Korean|Moroccan|Mexican|American|Kiwi|Aussie|Londoner|Berliner)"
)
POSSESSIVE = Pattern(r"(?:his|her|its|their)\s+(?!own\b)", re.IGNORECASE)


class Antecedents:
    """Whom the pronouns of one article mean."""

    def __init__(self, text: str, names: Names, heard: Heard, noun: Callable[[str], bool]) -> None:
        """Begin where nobody has been meant yet.

        Args:
            text: The article's text.
            names: The article's names.
            heard: Who has been heard so far.
            noun: Tells whether words with a capital are a noun that opens its sentence.
        """
        self._text = text
        self._names = names
        self._heard = heard
        self._noun = noun
        self._pronouns: dict[str | None, str] = {}
        """The pronoun that a source was once meant by."""

    def of(self, words: str, folded: str, offset: int) -> Source | None:
        """Who a pronoun means: the last fitting source, else the words themselves.

        Args:
            words: The words of a source.
            folded: The same in small letters.
            offset: Where they stand in the article's text.

        Returns:
            None where the words are no pronoun.
        """
        if folded.partition("’")[0] in _ARTICLE_ITSELF:
            return ARTICLE
        if folded in _PERSONS:
            meant = self.person(folded, offset)
            return meant or Source(SourceKind.NAMED, words, person=True)
        if folded not in _GROUPS:
            return None
        singular = folded in {"it", "its"}
        for source in self._heard.before(offset):
            many = plural(source.words or "")
            if source.words is None or source.words.casefold() in _GROUPS:
                continue
            if source.person and not (singular and self._bare(source.words)):
                continue
            if source.words.startswith(("one", "other", "another")):
                continue
            known = (
                not source.words[:1].isupper()
                or " and " in source.words
                or (" " in source.words and is_body(source.words))
                or self._spoke(source.words)
            )
            if not known and not self._noun(source.words):
                # A name that has not spoken may be a place's or a thing's.
                continue
            if not singular or (source.kind is SourceKind.NAMED and not many):
                return source
        last = None if singular else self._heard.last
        meant = last[1] if last else self.body(offset)
        return meant or Source(SourceKind.NAMED, words)

    def _bare(self, words: str) -> bool:
        """Whether a name of one word is nobody's surname: “the broker Fennimore” may be a firm."""
        name = words[:1].isupper() and " " not in words and words.casefold() not in _PERSONS
        return name and self._names.full(words) is None

    def described(self, words: str, folded: str, offset: int) -> Source | None:
        """Who is meant by what a reader knows of someone named before; None where nobody is.

        "The 27-year-old denied it", "the mum of two told us", "the Pole insisted", "58 per cent".
        """
        if folded.startswith("the "):
            parent = _PARENT.match(folded)
            demonym = _DEMONYM.fullmatch(words) and self._text.count(words[4:]) == 1
            if parent or demonym or _YEARS_OLD.match(folded):
                return self.person(_PARENTS[parent[1]] if parent else "", offset, named=True)
        return self.survey(offset) if _SHARE.match(folded) else None

    def person(self, pronoun: str, offset: int, *, named: bool = False) -> Source | None:
        """The person whom "he" or "she" means: the latest who spoke or opened a sentence.

        Whoever was "he" once is not "she" later. With `named` it is one who has a name.
        """
        named_first = (
            (start, Source(SourceKind.NAMED, name, person=True))
            for start, name in islice(self._names.subject_before(offset), RECALLED)
        )
        for source in self._heard.before(offset, named_first):
            if not source.person or (named and not (source.words or "")[:1].isupper()):
                continue
            words = source.words or ""
            if source.kind is SourceKind.UNNAMED and not self._spoke(words, offset):
                continue
            if (
                words.casefold() not in _PERSONS
                # "His grandfather bought it": the next "he" is the one whose he was.
                and (not POSSESSIVE.match(words) or self._spoke(source.words, offset))
                and not plural(words)
                and self._fits(pronoun, words)
            ):
                return source
        meant = self.person_before(offset)
        return meant if meant and (not named or (meant.words or "")[:1].isupper()) else None

    def _spoke(self, words: str | None, offset: int | None = None) -> bool:
        """Whether a source of these words has spoken, before an offset if one is given."""
        return any(words == source.words for _, source in self._heard.speakers(offset))

    def survey(self, offset: int) -> Source | None:
        """The survey whose answers are told, if one has spoken or opened a sentence before."""
        return next(
            (one for one in self._heard.before(offset) if _SURVEY.search(one.words or "")), None
        )

    def person_before(self, offset: int) -> Source | None:
        """The last person spoken of before an offset of the article's text, or the last speaker."""
        full = self._names.person_before(offset)
        if full:
            return Source(SourceKind.NAMED, full, person=True)
        return next((source for _, source in self._heard.speakers() if source.person), None)

    def body(self, offset: int) -> Source | None:
        """The organisation that "the company" means: the last that spoke, else one named twice."""
        group = next((one for _, one in self._heard.speakers(offset) if not one.person), None)
        words = group.words or "" if group else ""
        if words[:1].isupper() and not plural(words):
            return group
        name = self._names.body_before(offset)
        return Source(SourceKind.NAMED, name) if name else None

    def of_kind(self, noun: str, name: str | None, offset: int) -> str | None:
        """The body of a kind that a bare noun means: a firm is the one that comes most often.

        Args:
            noun: The noun.
            name: The last body of its kind.
            offset: Where the noun stands in the article's text.
        """
        if name is None or noun not in _TOPIC:
            return name
        topic = self._names.body_before(offset)
        if topic and self._names.times(topic) >= self._names.times(name):
            return topic
        return name if self._names.often(name) else None

    def _fits(self, pronoun: str, words: str | None) -> bool:
        if not pronoun:
            return True
        known = self._names.pronoun(words or "")
        pronoun = _SUBJECTIVE.get(pronoun, pronoun)
        return (known or self._pronouns.setdefault(words, pronoun)) == pronoun
