"""Claims → summary sentences without a model: the article's own sentences, chosen and trimmed.

`rules_news.py` says what is news, `rules_print.py` makes a sentence of it; here the best are chosen
and packed, two short ones to a summary sentence, as wire editors do with a semicolon.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypedDict

from schemas import Article, DraftClaim, DraftSentence, Sentence, Status
from service.draft.rules_news import Topic, content, score
from service.draft.rules_print import QUOTED, STOP, balanced, finished, standing
from service.lexicon import Lexicon
from service.lexicon.entries import classes
from service.lexicon.typeset import typeset
from service.patterns import Pattern

_LONGEST_PAIR = 50  # words
_APART = 12  # sentences: what stands further apart is another matter
_TRIED = 24  # candidates: more never find room
_ABBREVIATED = Pattern(r"(?:\.\w|\b(?:Inc|Ltd|Co|Corp|Jr|Sr))\.\Z")
_NAME_GOES_ON = Pattern(r"(?:[’']s)?\s[^\W\d_a-z]")
_FIRST_WORD = Pattern(r"[^\W\d_]+(?![\w’'])")
_SAME = 0.5  # share of content words that makes a sentence repeat another


_CLAUSE_BEFORE = Pattern(
    r"(?:\A[“\"‘']?|[.!?;:—–][”\"’]?\s*[“\"‘']?|\b(?:but|and|while|whereas|although|though|yet|so)\s)\Z"
)
"""What stands before a clause that is a sentence without the one it hangs on."""
_PART = 0.2  # what a claim cut out of its sentence loses against the whole
_EN = classes("en")
_DOUBTFUL = frozenset({Status.UNCONFIRMED, Status.SPECULATION})


class _Fit(TypedDict):
    """How a text fits beside another: fields of a candidate."""

    length: int
    leads: bool
    follows: bool


class _Candidate(NamedTuple):
    """A summary sentence that could be printed."""

    order: int
    """Position of its sentence in the article, from 0."""
    text: str
    claims: tuple[int, ...]
    """Positions in the draft's claims."""
    score: float
    doubtful: bool
    """Whether it carries something unconfirmed or speculative."""
    words: frozenset[str]
    """Its content words."""
    length: int
    """Its words, those between spaces."""
    leads: bool
    """Whether another sentence can follow it behind a semicolon."""
    follows: bool
    """Whether it can follow another behind a semicolon."""

    def printed(self, text: str, topic: Topic) -> "_Candidate":
        """The same with the words that are printed."""
        return self._replace(text=text, **_fit(text, topic))


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
        article's, a semicolon between them. One of them says what is uncertain where a sentence of
        the article that can stand alone does, unless there is room for one only.
    """
    if lexicon is None:
        return _lead(sentences, most)
    by_sentence: dict[int, list[int]] = {}
    for position, claim in enumerate(claims):
        by_sentence.setdefault(claim.first, []).append(position)
    topic = Topic.of(article, sentences)
    scored: list[tuple[float, int, bool, bool]] = []
    paragraph = 0
    for order, sentence in enumerate(sentences):
        opens, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        positions = by_sentence.get(sentence.number)
        if positions:
            judging = _judging(lexicon, sentence.text)
            used = [claims[position] for position in positions]
            value = score(sentence.text, used, order, topic, opens=opens, judging=judging)
            scored.append((value, order, opens, judging))
    candidates = []
    # Only what has a chance is trimmed and made to stand alone, which takes longest.
    for whole, order, opens, judging in sorted(scored, key=_by_score)[:_TRIED]:
        sentence = sentences[order]
        positions = by_sentence[sentence.number]
        for text, group in _standing_alone(lexicon, sentence, claims, positions):
            used = [claims[position] for position in group]
            if any(one.status is Status.OPINION and one.source is None for one in used):
                # The article's own judgement has nobody whose it could be said to be.
                continue
            value = whole
            if len(group) < len(positions):
                value = score(text, used, order, topic, opens=opens, judging=judging) - _PART
            candidates.append(
                _Candidate(
                    order=order,
                    text=text,
                    claims=group,
                    score=value,
                    doubtful=any(claim.status in _DOUBTFUL for claim in used),
                    words=content(text),
                    **_fit(text, topic),
                )
            )
    chosen = _choose(
        candidates,
        most,
        topic,
        lambda c: finished(lexicon, c.text, [claims[at] for at in c.claims]),
    )
    return tuple(_joined(group, topic) for group in _packed(chosen, most) or ())


def _by_score(scored: tuple[float, int, bool, bool]) -> tuple[float, int]:
    return -scored[0], scored[1]


def _judging(lexicon: Lexicon, text: str) -> bool:
    """Whether a word of judgement stands in a sentence, outside quotation marks."""
    found = lexicon.read(typeset(text)).evaluations
    if not found or ("“" not in text and '"' not in text):
        return bool(found)
    inside = [match.span() for match in QUOTED.finditer(text)]
    return any(not any(a <= hit.start < b for a, b in inside) for hit in found)


def _joined(group: list[_Candidate], topic: Topic) -> DraftSentence:
    """One summary sentence: "The army blamed the front; the front denied it."."""
    first, *rest = group
    parts = [first.text, *(_lowered(part.text, topic) for part in rest)]
    made = "; ".join([*(part.rstrip(".") for part in parts[:-1]), parts[-1]])
    return DraftSentence(text=made, claims=tuple(at for part in group for at in part.claims))


def _lowered(part: str, topic: Topic) -> str:
    """The part as it stands behind a semicolon: a name keeps its capital."""
    return part[0].lower() + part[1:] if _is_common(part, topic) else part


def _is_common(part: str, topic: Topic) -> bool | None:
    """Whether the first word of a sentence is no name; None where that cannot be told.

    It is none where the article has it small, or where it is a function word, a title or a role;
    it is one where the article has it with a capital in mid-sentence, or a name goes on.
    """
    word = _FIRST_WORD.match(part)
    if word is None:
        return False
    folded = word.group().lower()
    if folded in _EN["no_name"] or folded in _EN["role"] or folded in _EN["title"]:
        return True
    if word.group() in topic.capital:
        return False
    if folded in topic.small:
        return True
    return False if _NAME_GOES_ON.match(part, word.end()) else None


def _packed(chosen: list[_Candidate], most: int) -> list[list[_Candidate]] | None:
    """Put candidates into at most `most` sentences, in order; None where they do not fit."""
    groups: list[list[_Candidate]] = []
    for candidate in chosen:
        last = groups[-1] if groups else None
        room = most > 1 and last is not None and len(last) == 1 and _joins(last[0], candidate)
        if last is not None and room:
            last.append(candidate)
        else:
            groups.append([candidate])
    return groups if len(groups) <= most else None


def _joins(one: _Candidate, other: _Candidate) -> bool:
    """Whether two candidates make one sentence that can still be read."""
    return (
        one.length + other.length <= _LONGEST_PAIR
        and other.order - one.order <= _APART
        and one.leads
        and other.follows
    )


def _fit(text: str, topic: Topic) -> "_Fit":
    """Whether a text can stand before and behind a semicolon, and how long it is."""
    joinable = not (
        any(mark in text for mark in ";:?!\n")
        or text.startswith(("“", '"'))
        or _ABBREVIATED.search(text, max(0, len(text) - 6))
    )
    return {
        "length": text.count(" ") + 1,
        "leads": joinable and text.endswith("."),
        "follows": joinable and _is_common(text, topic) is not None,
    }


def _lead(sentences: tuple[Sentence, ...], most: int) -> tuple[DraftSentence, ...]:
    """The first sentences as they stand: nothing is known of the language."""
    whole = [s for s in sentences if STOP.search(s.text) and balanced(s.text)]
    return tuple(DraftSentence(text=s.text, claims=(s.number - 1,)) for s in whole[:most])


def _choose(
    candidates: list[_Candidate],
    most: int,
    topic: Topic,
    finish: Callable[[_Candidate], str | None],
) -> list[_Candidate]:
    """The best candidates that fit and do not repeat each other, in article order."""
    ranked = sorted(candidates, key=lambda c: (-c.score, c.order, len(c.claims)))
    chosen: list[_Candidate] = []
    for candidate in ranked[:_TRIED]:
        chosen = _with(candidate, chosen, most, topic, finish) or chosen
    if most > 1 and chosen and not any(c.doubtful for c in chosen):
        # The least of the chosen gives way to something that is uncertain.
        least = min(chosen, key=lambda c: c.score)
        kept = [c for c in chosen if c is not least]
        for candidate in ranked:
            if candidate.doubtful:
                changed = _with(candidate, kept, most, topic, finish)
                if changed:
                    return changed
    return chosen


def _with(
    candidate: _Candidate,
    chosen: list[_Candidate],
    most: int,
    topic: Topic,
    finish: Callable[[_Candidate], str | None],
) -> list[_Candidate] | None:
    """The chosen with one more, in article order; None where it repeats one or does not fit."""
    if any(_repeats(candidate, other) for other in chosen):
        return None
    tried = sorted([*chosen, candidate], key=lambda c: (c.order, c.claims))
    # Finishing costs more than packing, and seldom changes the length.
    text = finish(candidate) if _packed(tried, most) is not None else None
    if text is None:
        return None
    made = candidate.printed(text, topic)
    more = sorted([*chosen, made], key=lambda c: (c.order, c.claims))
    return more if _packed(more, most) is not None else None


def _repeats(one: _Candidate, other: _Candidate) -> bool:
    if not set(one.claims).isdisjoint(other.claims):
        return True
    shared = len(one.words & other.words)
    return shared > _SAME * min(len(one.words), len(other.words))


def _standing_alone(
    lexicon: Lexicon,
    sentence: Sentence,
    claims: tuple[DraftClaim, ...],
    positions: list[int],
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What one sentence can give: the whole of it, and each of its claims that stands alone."""
    bounds = [_bounds(sentence, claims[position]) for position in positions]
    groups = [(sentence.text[bounds[0][0] :], tuple(positions))]
    if len(positions) > 1:
        groups += [
            (sentence.text[start:end], (position,))
            for (start, end), position in zip(bounds, positions, strict=True)
            if _CLAUSE_BEFORE.search(sentence.text, 0, start)
        ]
    for number, (raw, group) in enumerate(groups):
        # The whole and its first claim begin where the sentence begins.
        text = standing(lexicon, raw, [claims[position] for position in group], opens=number <= 1)
        if text is not None:
            yield text, group


def _bounds(sentence: Sentence, claim: DraftClaim) -> tuple[int, int]:
    if claim.quote is None:
        return 0, len(sentence.text)
    start = sentence.text.find(claim.quote)
    return start, start + len(claim.quote)
