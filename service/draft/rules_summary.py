"""Claims → summary sentences without a model: the article's own sentences, chosen and trimmed.

`rules_news.py` says what is news, `rules_print.py` makes a sentence of it, `rules_join.py` puts two
short ones into one summary sentence; here those are chosen that hold the most news together.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from schemas import Article, DraftClaim, DraftSentence, Sentence, Status
from service.draft.rules_join import Part, bears, fit, joined, joins
from service.draft.rules_lean import leans
from service.draft.rules_news import News, content, likely
from service.draft.rules_print import STOP, Print, balanced, judging, neutral
from service.lexicon import Lexicon
from service.patterns import Pattern

_ENOUGH = 12  # sentences: what ranks lower hardly ever finds room
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
    parts = _Parts(lexicon, article, sentences, claims).best()
    written: list[DraftSentence] = []
    for group in _chosen(parts, most):
        said = " ".join(sentence.text for sentence in written)
        written.append(joined(group, article.text, said))
    return tuple(written)


def _lead(sentences: tuple[Sentence, ...], most: int) -> tuple[DraftSentence, ...]:
    """The first sentences as they stand: nothing is known of the language."""
    whole = [s for s in sentences if STOP.search(s.text) and balanced(s.text)]
    return tuple(DraftSentence(text=s.text, claims=(s.number - 1,)) for s in whole[:most])


class _Parts:
    """What of an article can be printed."""

    def __init__(
        self,
        lexicon: Lexicon,
        article: Article,
        sentences: Sequence[Sentence],
        claims: Sequence[DraftClaim],
    ) -> None:
        self._lexicon = lexicon
        self._print = Print(lexicon, article.text)
        self._article = article
        self._sentences = sentences
        self._claims = claims
        self._of: dict[int, list[int]] = {}
        """Positions of the claims of each sentence, by its position."""
        for position, claim in enumerate(claims):
            self._of.setdefault(claim.first - 1, []).append(position)

    def best(self) -> list[Part]:
        """Those of the most newsworthy sentences, in article order; none repeats another.

        The others are not made to stand alone, which takes longest.
        """
        news = News(self._article, self._sentences)
        ranked = []
        for order, positions in self._of.items():
            sentence = self._sentences[order]
            if "?" in sentence.text:
                continue
            used = [self._claims[position] for position in positions]
            judges = judging(self._lexicon, sentence.text)
            ranked.append((-news.score(sentence, used, judges=judges), order))
        parts: list[Part] = []
        said: list[frozenset[str]] = []
        for score, order in sorted(ranked):
            words = content(self._sentences[order].text)
            if not _repeats(words, said):
                made = list(self._made(order, likely(-score)))
                if made:
                    said.append(words)
                    parts += made
                    if len(said) == _ENOUGH:
                        break
        return sorted(parts, key=_place)

    def _made(self, order: int, news: float) -> Iterator[Part]:
        """The whole of a sentence, or else each of its claims that is a sentence by itself."""
        positions = self._of[order]
        text = self._sentences[order].text
        bounds = [_bounds(text, self._claims[position]) for position in positions]
        begins = bounds[0][0]
        whole = self._part(order, positions, (begins, len(text)), news)
        if whole is not None:
            yield whole
        elif len(positions) > 1:
            for position, (start, end) in zip(positions, bounds, strict=True):
                if _CLAUSE_BEFORE.search(text, 0, start):
                    # The longer a claim, the likelier that it is the one that makes the news.
                    share = news * (end - start) / len(text)
                    part = self._part(order, [position], (start, end), share)
                    if part is not None:
                        yield part

    def _part(
        self, order: int, positions: list[int], bounds: tuple[int, int], news: float
    ) -> Part | None:
        """What would be printed of some words; None where they cannot stand alone."""
        sentence = self._sentences[order].text
        kept = neutral(self._lexicon, sentence, bounds)
        if kept is None:
            return None
        raw, end = kept
        if end < bounds[1]:
            # A claim that was cut away is not cited; the longer the rest, the likelier that it is
            # what makes the news.
            news *= len(raw) / (bounds[1] - bounds[0])
            claims = self._claims
            positions = [at for at in positions if _bounds(sentence, claims[at])[0] < end]
        used = [self._claims[position] for position in positions]
        if any(claim.status is Status.OPINION and claim.source is None for claim in used):
            # The article's own judgement has nobody whose it could be said to be.
            return None
        opens = positions[0] == self._of[order][0]
        text = self._print.printed(raw, used, opens=opens)
        if text is None or not self._print.owns_hearsay(text, used):
            return None
        hanging = leans(text, self._article.text)
        if hanging and not (opens and order):
            return None
        return Part(
            order=order,
            claims=tuple(positions),
            text=text,
            doubtful=any(claim.status in _DOUBTFUL for claim in used),
            sources=frozenset([claim.source for claim in used if claim.source]),
            hangs=hanging,
            ends=end == bounds[1] and positions[-1] == self._of[order][-1],
            news=news,
            fit=fit(text, self._article.text),
        )


def _place(part: Part) -> tuple[int, tuple[int, ...]]:
    return part.order, part.claims


def _repeats(words: frozenset[str], said: Iterable[frozenset[str]]) -> bool:
    """Whether the words of a sentence are mostly those of one that is said."""
    length = len(words)
    return any(len(words & other) > _SAME * min(length, len(other)) for other in said)


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


def _chosen(parts: Sequence[Part], most: int, *, doubtful: bool = False) -> list[tuple[Part, ...]]:
    """The groups that hold the most news together, at most `most` of one or two parts.

    Dynamic programming over the sentences: a plan goes on with a group of its own, or in the room
    behind the one part of its last group. Of one sentence only one part is taken.

    Args:
        parts: What can be printed, in article order.
        most: Groups at most.
        doubtful: Whether plans with something doubtful are told from those without, and win. That
            takes twice as long, and seldom has to be: most of the best have something.
    """
    plans: _Plans = {(0, False): (0.0, None)}
    roomy: list[tuple[Part, _Plans]] = []
    last: list[tuple[Part, _Plans]] = []
    for _, variants in groupby(parts, key=_order):
        opened: list[tuple[Part, _Plans]] = []
        ended: list[tuple[Part, _Plans]] = []
        for part in variants:
            doubt = doubtful and part.doubtful
            alone: _Plans = {}
            for begun in [plans] if not part.hangs else _bearing(last, part):
                _go_on(alone, begun, part, most, doubt=doubt)
            opened.append((part, alone))
            ended.append((part, _with_joined(alone, roomy, part, doubt=doubt)))
        roomy += opened if most > 1 else ()
        last = ended
        for _, more in ended:
            for key, (news, chain) in more.items():
                _keep(plans, key, news, chain)
    # Where there is room, each part has a sentence of its own.
    best = max(plans, key=lambda key: (key[1], plans[key][0], key[0]))
    chain = plans[best][1]
    groups: list[tuple[Part, ...]] = []
    while chain:
        group, chain = chain
        groups.append(group)
    told = any(part.doubtful for group in groups for part in group)
    if most > 1 and not (told or doubtful) and any(part.doubtful for part in parts):
        return _chosen(parts, most, doubtful=True)
    return groups[::-1]


def _bearing(last: Iterable[tuple[Part, _Plans]], part: Part) -> list[_Plans]:
    """The plans that end in what a part hangs on."""
    return [plans for other, plans in last if bears(other, part)]


def _go_on(more: _Plans, plans: _Plans, part: Part, most: int, *, doubt: bool) -> None:
    """Add the plans with a part as a group of its own."""
    for (number, doubted), (news, chain) in plans.items():
        if number < most:
            _keep(more, (number + 1, doubted or doubt), news + part.news, ((part,), chain))


def _with_joined(
    alone: _Plans, roomy: Iterable[tuple[Part, _Plans]], part: Part, *, doubt: bool
) -> _Plans:
    """Plans that end in a part: in a group of its own, or in the room behind another."""
    more = dict(alone)
    for other, plans in roomy:
        if joins(other, part):
            for (number, doubted), (news, chain) in plans.items():
                before = ((other, part), chain[1] if chain else None)
                _keep(more, (number, doubted or doubt), news + part.news, before)
    return more


def _order(part: Part) -> int:
    return part.order


def _keep(plans: _Plans, key: tuple[int, bool], news: float, chain: _Chain) -> None:
    """Take a plan if it is better than what there was."""
    if key not in plans or news > plans[key][0]:
        plans[key] = news, chain
