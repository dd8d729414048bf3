"""How newsworthy a sentence is: the features and their weights.

The features are those that extractive summarisers of news have used since Edmundson (1969), Luhn
(1958) and Lin & Hovy (1997): place, words of the title, words that come back, numbers, names. Two
are this service's own: what is contested or uncertain is news (the guideline's `key_claims` must
hold it), and a paragraph's first sentence carries its point, as journalism manuals ask for. The
classes of words for conflict and events follow Galtung & Ruge's news values (1965).

The weights are those of a logistic regression (L2) of "holds a key claim" on the sentences of the
articles that the rules were developed on, rounded; what it gave to judging words was overruled, for
a summary has to stay neutral.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from schemas import Article, DraftClaim, Sentence, SourceKind, Status
from service.lexicon.entries import classes
from service.lexicon.words import words
from service.patterns import Pattern

_EN = classes("en")
_MARKS = ".,;:!?“”\"’'()—–-"
_CAPITALISED = Pattern(r" (?<=[a-z,] )([^\W\d_a-zß-öø-ÿ]\w+)")
_QUOTED = Pattern(r"“[^“”]*”|\"[^\"]*\"")
_PRONOUNS = frozenset({"he", "she", "they", "them", "him", "it"})
_STEM = 6  # letters: enough to bring "closes" and "closure" together
_CONTENT = 4  # letters: a shorter word seldom carries content
_MANY = 3  # numbers, names or claims beyond which more add no news
_SHORT = 9  # words: a shorter sentence seldom carries a claim of its own
_LONG = 35  # words: a longer one carries no more

WEIGHTS = {
    "place": 1.2,
    "late": -2.4,
    "opens": 0.2,
    "second": 0.2,
    "repeated": 0.3,
    "title": 0.9,
    "numbers": 1.1,
    "names": 0.6,
    "said": 0.7,
    "unnamed": 0.3,
    "uncertain": 0.4,
    "quoted": -0.5,
    "quotation": -1.0,
    "question": -0.7,
    "opinion": -1.2,
    "judging": -1.6,
    "pronoun": -0.3,
    "dispute": 0.7,
    "happening": 0.5,
    "coming": 0.5,
    "ignorance": 0.3,
    "short": -0.2,
    "length": 0.7,
}
"""What each feature adds."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about, as stems of its words."""

    repeated: frozenset[str]
    """Those that stand in more than one sentence."""
    title: frozenset[str]
    """Those of the title."""
    sentences: int
    """How many sentences the article has."""
    small: frozenset[str]
    """Words that the article has without a capital."""
    capital: frozenset[str]
    """Words that it has with one in the middle of a sentence."""

    @classmethod
    def of(cls, article: Article, sentences: tuple[Sentence, ...]) -> "Topic":
        """Read the title and all sentences."""
        counted = Counter(chain.from_iterable(content(sentence.text) for sentence in sentences))
        return cls(
            frozenset([stem for stem, number in counted.items() if number > 1]),
            content(article.title or ""),
            len(sentences),
            frozenset([word.strip(_MARKS) for word in article.text.split() if word[0].islower()]),
            frozenset(_CAPITALISED.findall(article.text)),
        )


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


def features(  # noqa: PLR0913 - one parameter for each thing that is looked at
    text: str,
    used: list[DraftClaim],
    order: int,
    topic: Topic,
    *,
    opens: bool,
    judging: bool,
) -> dict[str, float]:
    """Measure a sentence: most features lie between 0 and 1.

    Args:
        text: Its words.
        used: Its claims.
        order: Its place in the article, from 0.
        topic: What the article is about.
        opens: Whether it is the first of its paragraph.
        judging: Whether a word of judgement stands in it, outside quotation marks.
    """
    read = words(text)
    folded, known = read.folded, read.known
    stems = content(text)
    statuses = {claim.status for claim in used}
    kinds = {claim.kind for claim in used}
    spoken = _QUOTED.findall(text) if "“" in text or '"' in text else ()
    own = words(_QUOTED.sub("", text)).known if spoken else known
    return {
        "place": 1 / (1 + order / 4),
        "late": order / topic.sentences,
        "opens": float(opens),
        "second": float(opens and 0 < order <= _MANY),
        "repeated": len(stems & topic.repeated) / max(8, len(stems)),
        "title": len(stems & topic.title) / max(4, len(topic.title)),
        "numbers": min(_MANY, sum([word[0].isdigit() for word in folded])) / _MANY,
        "names": min(_MANY, len(_CAPITALISED.findall(text))) / _MANY,
        "said": float(SourceKind.NAMED in kinds),
        "unnamed": float(SourceKind.UNNAMED in kinds),
        "uncertain": float(not statuses.isdisjoint((Status.SPECULATION, Status.UNCONFIRMED))),
        "quoted": sum(map(len, spoken)) / len(text),
        "quotation": float(text[0] in '“"‘'),
        "question": float("?" in text),
        "opinion": float(Status.OPINION in statuses),
        "judging": float(judging),
        "pronoun": float(not own.isdisjoint(_PRONOUNS)),
        "dispute": float(not known.isdisjoint(_EN["dispute"])),
        "happening": float(not known.isdisjoint(_EN["happening"])),
        "coming": float(not known.isdisjoint(_EN["coming"])),
        "ignorance": float(not known.isdisjoint(_EN["ignorance"])),
        "short": float(len(folded) < _SHORT),
        "length": min(_LONG, len(folded)) / _LONG,
    }


def score(  # noqa: PLR0913 - as above
    text: str, used: list[DraftClaim], order: int, topic: Topic, *, opens: bool, judging: bool
) -> float:
    """Newsworthiness: the weighted sum of the features."""
    measured = features(text, used, order, topic, opens=opens, judging=judging)
    return sum([WEIGHTS[name] * value for name, value in measured.items()])
