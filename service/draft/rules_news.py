"""How newsworthy a sentence is: the features and their weights.

The features are those that extractive summarisers of news have used since Edmundson (1969), Luhn
(1958) and Lin & Hovy (1997): place, words of the title, words that come back, numbers, names. What
is uncertain or contested, and who speaks for the first time, are this service's own: the
guideline's `key_claims` hold each side's account. The classes of words for conflict and for what is
to come follow Galtung & Ruge's news values (1965).

The weights are those of a logistic regression (L2, C = 1) of "holds a key claim" on the sentences
of the articles that the rules were developed on, rounded; what it gave to judging words was
overruled, for a summary has to stay neutral. More features, pairs of them, forests of trees and a
penalty for what has been said were tried and chose no better on articles that were left out.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from math import exp

from schemas import Article, DraftClaim, Sentence, SourceKind, Status
from service.lexicon.entries import classes
from service.lexicon.words import words
from service.patterns import Pattern

_EN = classes("en")
_CAPITALISED = Pattern(r" (?<=[a-z,] )([^\W\d_a-zß-öø-ÿ]\w+)")
_DENIES = frozenset(
    {"not", "no", "never", "nobody", "none", "nothing", "denied", "denies", "rejected", "rejects"}
)
_STEM = 6  # letters: enough to bring "closes" and "closure" together
_CONTENT = 4  # letters: a shorter word seldom carries content
_MANY = 3  # numbers or names beyond which more add no news
_FEW = 12  # sentences: in a shorter article nothing is late
_LONG = 35  # words: a longer one carries no more

_OFTEN = 3.5  # the score of a sentence that holds a key claim as often as not
WEIGHTS = {
    "place": 1.4,
    "late": -2.1,
    "opens": 0.2,
    "repeated": 1.0,
    "title": 1.3,
    "numbers": 1.0,
    "names": 0.6,
    "said": 0.1,
    "heard": 0.4,
    "unconfirmed": 0.2,
    "speculation": 0.8,
    "opinion": -1.2,
    "quoted": 0.2,
    "quotation": -1.2,
    "question": -1.1,
    "judging": -1.0,
    "dispute": 0.8,
    "denial": 0.7,
    "length": 1.3,
}
"""What each feature adds."""


class News:
    """What an article is about, and how much news each of its sentences is.

    Sentences are asked about in article order, for who speaks first is heard first.
    """

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        """Read the title and all sentences."""
        counted = Counter(chain.from_iterable([content(sentence.text) for sentence in sentences]))
        self._repeated = frozenset([stem for stem, number in counted.items() if number > 1])
        self._title = content(article.title or "")
        self._sentences = len(sentences)
        self._heard: set[str] = set()
        self._paragraph = 0

    def features(
        self, sentence: Sentence, used: Sequence[DraftClaim], *, judging: bool
    ) -> dict[str, float]:
        """Measure a sentence: every feature lies between 0 and 1.

        Args:
            sentence: The sentence.
            used: Its claims.
            judging: Whether a word of judgement stands in it, outside quotation marks.
        """
        text, order = sentence.text, sentence.number - 1
        read = words(text)
        folded, known = read.folded, read.known
        stems = content(text)
        statuses = {claim.status for claim in used}
        sources = {claim.source for claim in used if claim.source}
        new = not sources <= self._heard
        self._heard |= sources
        named = any(claim.kind is SourceKind.NAMED for claim in used)
        opens, self._paragraph = sentence.paragraph != self._paragraph, sentence.paragraph
        return {
            "place": 1 / (1 + order / 4),
            "late": order / max(_FEW, self._sentences),
            "opens": opens,
            "repeated": len(stems & self._repeated) / max(8, len(stems)),
            "title": len(stems & self._title) / max(4, len(self._title)),
            "numbers": min(_MANY, sum([word[0].isdigit() for word in folded])) / _MANY,
            "names": min(_MANY, len(_CAPITALISED.findall(text))) / _MANY,
            "said": named,
            "heard": new,
            "unconfirmed": Status.UNCONFIRMED in statuses,
            "speculation": Status.SPECULATION in statuses,
            "opinion": Status.OPINION in statuses,
            "quoted": "“" in text or '"' in text,
            "quotation": text[0] in "“\"‘'",
            "question": "?" in text,
            "judging": judging and not sources,
            "dispute": not known.isdisjoint(_EN["dispute"]),
            "denial": named and not known.isdisjoint(_DENIES),
            "length": min(_LONG, len(folded)) / _LONG,
        }

    def score(self, sentence: Sentence, used: Sequence[DraftClaim], *, judging: bool) -> float:
        """Newsworthiness: the weighted sum of the features."""
        measured = self.features(sentence, used, judging=judging)
        return sum([WEIGHTS[name] * value for name, value in measured.items()])


def likely(score: float) -> float:
    """How likely a sentence of this score holds a key claim: the logistic function."""
    return 1 / (1 + exp(_OFTEN - score))


@lru_cache(maxsize=512)
def content(text: str) -> frozenset[str]:
    """Words that carry content: four letters or more, in lower case, cut to a stem."""
    return frozenset(
        [
            word[:_STEM]
            for word in words(text).folded
            if len(word) >= _CONTENT and not word[0].isdigit()
        ]
    )
