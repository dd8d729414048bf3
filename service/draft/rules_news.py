"""How newsworthy a sentence is: the features and their weights.

The features are those that extractive summarisers of news have used since Edmundson (1969), Luhn
(1958) and Lin & Hovy (1997): place, words of the title, words that come back, numbers, names. Two
are this service's own: what is contested or uncertain is news (the guideline's `key_claims` must
hold it), and a paragraph's first sentence carries its point, as journalism manuals ask for.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from schemas import Article, DraftClaim, Sentence, SourceKind, Status

_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_NUMBER = re.compile(r"(?<![\w.,])[$€£]?\d[\d,.]*")
_SMALL = re.compile(r"\b[a-zß-öø-ÿ]\w*")
_CAPITALISED = re.compile(r"(?<=[a-z,] )[^\W\d_a-zß-öø-ÿ]\w+")
_PRONOUN = re.compile(r"\b(?:he|she|they|them|him|it)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_DISPUTE = re.compile(
    r"\b(?:den(?:y|ies|ied)|accus\w+|alleg\w+|blam\w+|reject\w*|disput\w+|contradict\w*|warn\w*|claim\w*|insist\w*|"
    r"caution\w*|confirm\w*|unclear|unknown|not\s+known|no\s+evidence|not\s+guilty|verified|critic\w+|oppos\w+)\b",
    re.IGNORECASE,
)
_STEM = 6  # letters: enough to bring "closes" and "closure" together
_MANY = 3  # numbers, names or claims beyond which more add no news
_SHORT = 9  # words: a shorter sentence seldom carries a claim of its own

WEIGHTS = {
    "lead": 0.5,
    "place": 1.5,
    "opens": 0.4,
    "repeated": 0.5,
    "title": 1.4,
    "numbers": 0.4,
    "names": 0.3,
    "named": 0.3,
    "speculation": 0.5,
    "unconfirmed": 0.5,
    "quoted": -1.2,
    "opinion": -0.8,
    "judging": -0.8,
    "pronoun": -0.4,
    "dispute": 0.8,
    "short": -0.4,
    "claims": 0.2,
}
"""What each feature adds."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about, as stems of its words."""

    counted: Counter[str]
    """In how many sentences each stem stands."""
    title: frozenset[str]
    """Those of the title."""
    small: frozenset[str]
    """Words that the article has without a capital."""
    capital: frozenset[str]
    """Words that it has with one in the middle of a sentence."""

    @classmethod
    def of(cls, article: Article, sentences: tuple[Sentence, ...]) -> "Topic":
        """Read the title and all sentences."""
        counted = Counter(stem for sentence in sentences for stem in content(sentence.text))
        return cls(
            counted,
            content(article.title or ""),
            frozenset(_SMALL.findall(article.text)),
            frozenset(_CAPITALISED.findall(article.text)),
        )


@lru_cache(maxsize=512)
def content(text: str) -> frozenset[str]:
    """Words that carry content: four letters or more, in lower case, cut to a stem."""
    return frozenset(match[:_STEM] for match in _WORD.findall(text.lower()))


def features(  # noqa: PLR0913 - one parameter for each thing that is looked at
    text: str, used: list[DraftClaim], order: int, topic: Topic, *, opens: bool, judging: bool
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
    words = content(text)
    statuses = {claim.status for claim in used}
    return {
        "lead": float(order == 0),
        "place": 1 / (1 + order / 4),
        "opens": float(opens),
        "repeated": sum(topic.counted[word] > 1 for word in words) / max(8, len(words)),
        "title": len(words & topic.title) / max(4, len(topic.title)),
        "numbers": min(_MANY, len(_NUMBER.findall(text))) / _MANY,
        "names": min(_MANY, len(_CAPITALISED.findall(text))) / _MANY,
        "named": float(used[0].kind is SourceKind.NAMED),
        "speculation": float(Status.SPECULATION in statuses),
        "unconfirmed": float(Status.UNCONFIRMED in statuses),
        "quoted": sum(map(len, _QUOTED.findall(text))) / len(text),
        "opinion": float(Status.OPINION in statuses),
        "judging": float(judging),
        "pronoun": float(bool(_PRONOUN.search(_QUOTED.sub("", text)))),
        "dispute": float(bool(_DISPUTE.search(text))),
        "short": float(text.count(" ") < _SHORT - 1),
        "claims": min(_MANY, len(used) - 1) / _MANY,
    }


def score(  # noqa: PLR0913 - as above
    text: str, used: list[DraftClaim], order: int, topic: Topic, *, opens: bool, judging: bool
) -> float:
    """Newsworthiness: the weighted sum of the features."""
    measured = features(text, used, order, topic, opens=opens, judging=judging)
    return sum(WEIGHTS[name] * value for name, value in measured.items())
