"""How newsworthy a sentence is: the features and their weights.

The features are those that extractive summarisers of news have used since Edmundson (1969), Luhn
(1958) and Lin & Hovy (1997): place, words of the title, words that come back, numbers, names. What
is uncertain, contested or denied, and who speaks for the first time, are this service's own: the
guideline's `key_claims` hold each side's account. The class of words for conflict follows Galtung &
Ruge's news values (1965).

The weights are those of a logistic regression (L2, C = 1) of "holds a key claim" on the sentences
of the 149 articles that the rules were developed on, rounded; what it gave to judging words (0.1)
and to opinion (-0.4) was overruled, for a summary has to stay neutral: with these two as they were,
it held 2% more of the key claims, and nine loaded phrases for one on articles that nobody tuned on.
More features (eighty: of place in long articles, of decisions, harm and what will be, of the ranks
of others with the same status or source), every word by itself, pairs, forests of trees, weights
that know the article's length and a penalty for what has been said chose no better on articles that
were left out.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp
from operator import mul

from schemas import Article, DraftClaim, Sentence, SourceKind, Status
from service.lexicon.entries import classes
from service.lexicon.subjects import UPPER
from service.lexicon.words import words
from service.patterns import Pattern

_DISPUTE = classes("en")["dispute"]
_NAMED = SourceKind.NAMED
_UNCONFIRMED, _SPECULATION, _OPINION = Status.UNCONFIRMED, Status.SPECULATION, Status.OPINION
_CAPITALISED = Pattern(rf" {UPPER}(?<=[a-z,] .)\w")
_NUMBER = Pattern(r"[0-9]\S*")
"""By its codes: to ask of each letter whether it is a figure in any script is slow."""
_DENIES = frozenset(
    {"not", "no", "never", "nobody", "none", "nothing", "denied", "denies", "rejected", "rejects"}
)
_STEM = 6  # letters: enough to bring "closes" and "closure" together
_CONTENT = 4  # letters: a shorter word seldom carries content
_MANY = 3  # numbers or names beyond which more add no news
_FEW = 12  # sentences: in a shorter article nothing is late
_LONG = 35  # words: a longer one carries no more

_OFTEN = 2.8  # the score of a sentence that holds a key claim as often as not
WEIGHTS = {
    "place": 1.0,
    "late": -2.3,
    "opens": 0.2,
    "repeated": 1.1,
    "title": 1.9,
    "numbers": 0.6,
    "names": 0.5,
    "heard": 0.6,
    "unconfirmed": 0.4,
    "speculation": 0.8,
    "opinion": -1.2,
    "quotation": -1.2,
    "judging": -1.2,
    "dispute": 0.8,
    "denial": 0.5,
    "length": 1.1,
}
"""What each feature adds."""


class News:
    """What an article is about, and how much news each of its sentences is.

    Sentences are asked about in article order, for who speaks first is heard first.
    """

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        """Read the title and all sentences."""
        said: set[str] = set()
        repeated: set[str] = set()
        for sentence in sentences:
            stems = content(sentence.text)
            repeated |= stems & said
            said |= stems
        self._repeated = repeated
        self._title = content(article.title or "")
        self._wanted = max(4, len(self._title))
        self._reach = max(_FEW, len(sentences))
        self._heard: set[str] = set()
        self._paragraph = 0

    def features(
        self, sentence: Sentence, used: Sequence[DraftClaim], *, judges: bool
    ) -> tuple[float, ...]:
        """Measure a sentence: every feature lies between 0 and 1, in the order of `WEIGHTS`.

        Args:
            sentence: The sentence.
            used: Its claims.
            judges: Whether a word of judgement stands in it, outside quotation marks.
        """
        text, order = sentence.text, sentence.number - 1
        read = words(text)
        known = read.known
        stems = content(text)
        named = new = unconfirmed = speculation = opinion = False
        for claim in used:
            named |= claim.kind is _NAMED
            status = claim.status
            unconfirmed |= status is _UNCONFIRMED
            speculation |= status is _SPECULATION
            opinion |= status is _OPINION
            if claim.source and claim.source not in self._heard:
                new = True
                self._heard.add(claim.source)
        opens, self._paragraph = sentence.paragraph != self._paragraph, sentence.paragraph
        return (
            1 / (1 + order / 4),
            order / self._reach,
            opens,
            len(stems & self._repeated) / max(8, len(stems)),
            len(stems & self._title) / self._wanted if self._title else 0,
            min(_MANY, len(_NUMBER.findall(text))) / _MANY,
            min(_MANY, len(_CAPITALISED.findall(text))) / _MANY,
            new,
            unconfirmed,
            speculation,
            opinion,
            text[0] in "“\"‘'",
            judges,
            not known.isdisjoint(_DISPUTE),
            named and not known.isdisjoint(_DENIES),
            min(_LONG, len(read.folded)) / _LONG,
        )

    def score(self, sentence: Sentence, used: Sequence[DraftClaim], *, judges: bool) -> float:
        """Newsworthiness: the weighted sum of the features."""
        measured = self.features(sentence, used, judges=judges)
        total: float = sum(map(mul, WEIGHTS.values(), measured))
        return total


def likely(score: float) -> float:
    """How likely a sentence of this score holds a key claim: the logistic function."""
    return 1 / (1 + exp(_OFTEN - score))


@lru_cache(maxsize=512)
def content(text: str) -> frozenset[str]:
    """Words that carry content: four letters or more, in lower case, cut to a stem."""
    return frozenset([word[:_STEM] for word in words(text).folded if len(word) >= _CONTENT])
