"""Claims → summary sentences without a model: the article's own sentences, chosen and trimmed.

`rules_news.py` says what is news, `rules_print.py` makes a sentence of it, `rules_join.py` puts two
short ones into one summary sentence; here those are chosen that hold the most news together.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from schemas import Article, DraftClaim, DraftSentence, Sentence, Status
from service.draft.rules_join import Joint, Part
from service.draft.rules_news import News, content, likely
from service.draft.rules_print import QUOTED, STOP, balanced, finished, hangs, standing
from service.lexicon import Lexicon
from service.lexicon.typeset import typeset
from service.patterns import Pattern

_TRIED = 16  # sentences: what ranks lower hardly ever finds room
_SAME = 0.5  # share of content words that makes a sentence repeat another
_CLAUSE_BEFORE = Pattern(
    r"(?:\A[“\"‘']?|[.!?;:—–][”\"’]?\s*[“\"‘']?|\b(?:but|and|while|whereas|although|though|yet|so)\s)\Z"
)
"""What stands before a clause that is a sentence without the one it depends on."""
_DOUBTFUL = frozenset({Status.UNCONFIRMED, Status.SPECULATION})


def summarise(
    lexicon: Lexicon | None,
    article: Article,
    sentences: tuple[Sentence, ...],
    claims: tuple[DraftClaim, ...],
    most: int,
) -> tuple[DraftSentence, ...]:
    """Choose and trim sentences, and pack them into summary sentences.

    Args:
        lexicon: The reading of the language; without one the article's first sentences are taken.
        article: The article; its title says what it is about.
        sentences: Its sentences.
        claims: The draft's claims, in article order.
        most: Sentences at most.

    Returns:
        At most `most` sentences in article order. A summary sentence holds one or two of the
        article's. One of them says what is uncertain where a sentence of the article that can be
        printed does, unless there is room for one only.
    """
    if lexicon is None:
        return _lead(sentences, most)
    joint = Joint(article.text)
    parts = _Parts(lexicon, sentences, claims).best(News(article, sentences))
    return tuple(joint.joined(group) for group in _chosen(parts, most, joint))


def _lead(sentences: tuple[Sentence, ...], most: int) -> tuple[DraftSentence, ...]:
    """The first sentences as they stand: nothing is known of the language."""
    whole = [s for s in sentences if STOP.search(s.text) and balanced(s.text)]
    return tuple(DraftSentence(text=s.text, claims=(s.number - 1,)) for s in whole[:most])


class _Parts:
    """What of an article can be printed."""

    def __init__(
        self, lexicon: Lexicon, sentences: Sequence[Sentence], claims: Sequence[DraftClaim]
    ) -> None:
        self._lexicon = lexicon
        self._sentences = sentences
        self._claims = claims
        self._of: dict[int, list[int]] = {}
        """Positions of the claims of each sentence, by its position."""
        for position, claim in enumerate(claims):
            self._of.setdefault(claim.first - 1, []).append(position)

    def best(self, news: News) -> list[Part]:
        """Those of the most newsworthy sentences, in article order; none repeats another.

        The others are not made to stand alone, which takes longest.
        """
        ranked = []
        for order, positions in self._of.items():
            sentence = self._sentences[order]
            used = [self._claims[position] for position in positions]
            judging = _judging(self._lexicon, sentence.text)
            ranked.append((-news.score(sentence, used, judging=judging), order))
        parts: list[Part] = []
        for score, order in sorted(ranked)[:_TRIED]:
            made = [
                part
                for part in self._made(order, likely(-score))
                if not any(_repeats(part, other) for other in parts)
            ]
            parts += made
        return sorted(parts, key=lambda part: (part.order, part.claims))

    def _made(self, order: int, news: float) -> Iterator[Part]:
        """The whole of a sentence, and each of its claims that is a sentence by itself."""
        positions = self._of[order]
        text = self._sentences[order].text
        bounds = [_bounds(text, self._claims[position]) for position in positions]
        begins = bounds[0][0]
        whole = self._part(order, positions, text[begins:], opens=True)
        if whole is not None:
            yield whole._replace(news=news, ends=True)
        if len(positions) == 1:
            return
        for position, (start, end) in zip(positions, bounds, strict=True):
            if _CLAUSE_BEFORE.search(text, 0, start):
                part = self._part(order, [position], text[start:end], opens=start == begins)
                if part is not None:
                    # The longer a claim, the likelier that it is the one that makes the news.
                    share = (end - start) / len(text)
                    yield part._replace(news=news * share, ends=position == positions[-1])

    def _part(self, order: int, positions: list[int], raw: str, *, opens: bool) -> Part | None:
        """What would be printed of some words; None where they cannot stand alone."""
        used = [self._claims[position] for position in positions]
        if any(claim.status is Status.OPINION and claim.source is None for claim in used):
            # The article's own judgement has nobody whose it could be said to be.
            return None
        text = standing(self._lexicon, raw, used, opens=opens)
        if text is None:
            return None
        hanging = hangs(text)
        if hanging and not (opens and order):
            return None
        text = finished(self._lexicon, text, used)
        if text is None:
            return None
        return Part(
            order=order,
            claims=tuple(positions),
            text=text,
            doubtful=any(claim.status in _DOUBTFUL for claim in used),
            sources=frozenset([claim.source for claim in used if claim.source]),
            words=content(text),
            hangs=hanging,
        )


def _judging(lexicon: Lexicon, text: str) -> bool:
    """Whether a word of judgement stands in a sentence, outside quotation marks."""
    found = lexicon.read(typeset(text)).evaluations
    if not found or ("“" not in text and '"' not in text):
        return bool(found)
    inside = [match.span() for match in QUOTED.finditer(text)]
    return any(not any(a <= hit.start < b for a, b in inside) for hit in found)


def _repeats(one: Part, other: Part) -> bool:
    shared = len(one.words & other.words)
    return shared > _SAME * min(len(one.words), len(other.words))


def _bounds(text: str, claim: DraftClaim) -> tuple[int, int]:
    if claim.quote is None:
        return 0, len(text)
    start = text.find(claim.quote)
    return start, start + len(claim.quote)


_Chain = tuple[tuple[Part, ...], "_Chain"] | None
"""The last group, and those before it."""
_Plans = dict[tuple[int, bool], tuple[float, _Chain]]
"""The best sum of news, and its groups, by their number and whether something in them is doubtful.

Where the sum is the same, what was found first stays.
"""


def _chosen(parts: Iterable[Part], most: int, joint: Joint) -> list[tuple[Part, ...]]:
    """The groups that hold the most news together, at most `most` of one or two parts.

    Dynamic programming over the sentences: a plan goes on with a group of its own, or in the room
    behind the one part of its last group. Of one sentence only one part is taken.
    """
    plans: _Plans = {(0, False): (0.0, None)}
    roomy: list[tuple[Part, _Plans]] = []
    for _, variants in groupby(parts, key=lambda part: part.order):
        ended: list[_Plans] = []
        opened = []
        for part in variants:
            if not part.hangs:
                alone = _with(plans, part, most)
                ended.append(alone)
                opened.append((part, alone))
            if most > 1:
                ended += [
                    _joined(theirs, other, part)
                    for other, theirs in roomy
                    if joint.joins(other, part)
                ]
        roomy += opened
        for more in ended:
            _keep(plans, more)
    doubtful = [plan for (_, doubt), plan in plans.items() if doubt and most > 1]
    _, chain = max(doubtful or plans.values(), key=lambda plan: plan[0])
    groups: list[tuple[Part, ...]] = []
    while chain:
        group, chain = chain
        groups.append(group)
    return groups[::-1]


def _with(plans: _Plans, part: Part, most: int) -> _Plans:
    """The plans with one group more."""
    more: _Plans = {}
    for (number, doubt), (news, chain) in plans.items():
        if number < most:
            _keep(
                more, {(number + 1, doubt or part.doubtful): (news + part.news, ((part,), chain))}
            )
    return more


def _joined(plans: _Plans, other: Part, part: Part) -> _Plans:
    """Plans that end in one part, with another behind it."""
    more: _Plans = {}
    for (number, doubt), (news, chain) in plans.items():
        if chain:
            joined = (other, part), chain[1]
            _keep(more, {(number, doubt or part.doubtful): (news + part.news, joined)})
    return more


def _keep(plans: _Plans, more: _Plans) -> None:
    """Take what is better than what there was."""
    for key, plan in more.items():
        if key not in plans or plan[0] > plans[key][0]:
            plans[key] = plan
