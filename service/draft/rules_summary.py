"""Claims → summary sentences without a model: the article's own sentences, chosen and trimmed.

The score of a sentence is a sum of the features that extractive summarisers of news have used since
Edmundson (1969) and Lin & Hovy (1997): position, words of the title, repetition, numbers, names.
Weights are in `_score`; they were set by hand and looked at on the seed articles only.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from schemas import Article, DraftClaim, DraftSentence, Sentence, SourceKind, Status
from service.lexicon import Lexicon
from service.lexicon.frames import frames

_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_NUMBER = re.compile(r"(?<![\w.,])[$€£]?\d[\d,.]*")
_CAPITALISED = re.compile(r"(?<=[a-z,] )[^\W\d_a-zß-öø-ÿ]\w+")
_STOP = re.compile(r"[.!?…。！？।؟][”\"’'»)\]]*\Z")
_LEADING = re.compile(
    r"(?:But|And|Yet|So|However,|Meanwhile,|Still,|Separately,|Then|Also|Nevertheless,)\s+(?=\S)"
)
_DANGLING = re.compile(
    r"(?:he|she|it|they|that|this|these|those|his|her|its|their|one|both|neither|others?|some|such|the\s+(?:other|"
    r"latter|former|two|pair|same|move|gap|numbers?|result|remark)|all\s+\w+|another|which|if\s+(?:so|not|it|that|he|"
    r"she|they)|a\s+(?:further|second|third|later))\b",
    re.IGNORECASE,
)
_INNER_PRONOUN = re.compile(r"\b(?:he|she|they|them|him)\b", re.IGNORECASE)
_EARLY_IT = re.compile(r"(?:[\w’'-]+,?\s){1,6}it\s")
_SPEAKER = re.compile(r"\A(?:He|She|They)\b(?=\s+(?:also\s+|later\s+)?\w+)")
_QUOTE_SPEAKER = re.compile(
    r"(?:(?<=[,?!][”\"]\s)|(?<=,\s))(?:he|she|they)(?=\s(?:said|says|wrote|told|added|warned)\b)"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_LONGEST = 45  # words: a wire sentence seldom has more
_SHORTEST = 5  # words
_SAME = 0.5  # share of content words that makes a sentence repeat another


_TELLING = 3  # letters: a longer word of a source tells who it is
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his)\s\Z")
_ROLE_FIRST = re.compile(r"The\s(?:[\w-]+-year-old|company|firm|club|office|pair|group|couple)\b")
_PART = 0.2  # what a claim cut out of its sentence loses against the whole
_DOUBTFUL = frozenset({Status.UNCONFIRMED, Status.SPECULATION})
_BEGINS = re.compile(
    r"(?:the|an?|no|some|many|most|two|three|officials|police|prosecutors)\b|[\d$€£“\"]"
)
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|may|might|could|would|will|should|can|must|did|does|do|\w+ed|"
    r"said|says|told|fell|rose|went|came|took|made|ran|left|lost|won|put|hit|cut|set|began|became|"
    r"grew|held|met|found|sold|\w+s)\b"
)


@dataclass(frozen=True, slots=True)
class _Topic:
    """What the article is about, as stems of its words."""

    repeated: frozenset[str]
    """Those of more than one sentence."""
    title: frozenset[str]
    """Those of the title."""


@dataclass(frozen=True, slots=True)
class _Candidate:
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


def summarise(
    lexicon: Lexicon | None,
    article: Article,
    sentences: tuple[Sentence, ...],
    claims: tuple[DraftClaim, ...],
    most: int,
) -> tuple[DraftSentence, ...]:
    """Choose and trim sentences that stand on their own.

    Args:
        lexicon: The reading of the language; without one the article's first sentences are taken.
        article: The article; its title says what it is about.
        sentences: Its sentences.
        claims: The draft's claims, in article order.
        most: Sentences at most.

    Returns:
        At most `most` sentences in article order. One of them says what is uncertain where a
        sentence of the article that can stand alone does, unless there is room for one only.
    """
    if lexicon is None:
        return _lead(sentences, most)
    by_sentence: dict[int, list[int]] = {}
    for position, claim in enumerate(claims):
        by_sentence.setdefault(claim.first, []).append(position)
    topic = _Topic(
        repeated=frozenset(
            word
            for word, count in Counter(w for s in sentences for w in _content(s.text)).items()
            if count > 1
        ),
        title=_content(article.title or ""),
    )
    candidates = [
        _Candidate(
            order=order,
            text=text,
            claims=group,
            score=_score(text, [claims[position] for position in group], order, topic)
            - _PART * (len(group) < len(by_sentence[sentence.number])),
            doubtful=any(claims[position].status in _DOUBTFUL for position in group),
            words=_content(text),
        )
        for order, sentence in enumerate(sentences)
        if sentence.number in by_sentence
        for text, group in _standing_alone(lexicon, sentence, claims, by_sentence[sentence.number])
    ]
    chosen = _choose(candidates, most, lambda c: _finished(lexicon, c, claims))
    return tuple(DraftSentence(text=c.text, claims=c.claims) for c in chosen)


def _lead(sentences: tuple[Sentence, ...], most: int) -> tuple[DraftSentence, ...]:
    """The first sentences as they stand: nothing is known of the language."""
    whole = [s for s in sentences if _STOP.search(s.text) and _balanced(s.text)]
    return tuple(DraftSentence(text=s.text, claims=(s.number - 1,)) for s in whole[:most])


@lru_cache(maxsize=512)
def _content(text: str) -> frozenset[str]:
    """Words that carry content: four letters or more, case-folded, cut to a stem of six."""
    return frozenset(match.casefold()[:6] for match in _WORD.findall(text))


def _choose(
    candidates: list[_Candidate], most: int, finish: Callable[[_Candidate], str | None]
) -> list[_Candidate]:
    """The best candidates that can be finished and do not repeat each other, in article order."""
    chosen: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.order, len(c.claims))):
        settled = most == 1 or any(c.doubtful for c in chosen)
        if len(chosen) == most and settled:
            break
        # Where nothing chosen is uncertain, the last place waits for something that is.
        kept = chosen if len(chosen) < most else chosen[:-1]
        if len(chosen) == most and not candidate.doubtful:
            continue
        if not any(_repeats(candidate, other) for other in kept):
            text = finish(candidate)
            if text is not None:
                chosen = [*kept, replace(candidate, text=text)]
    return sorted(chosen, key=lambda c: (c.order, c.claims))


def _repeats(one: _Candidate, other: _Candidate) -> bool:
    if set(one.claims) & set(other.claims):
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
        ]
    for number, (raw, group) in enumerate(groups):
        # The whole and its first claim begin where the sentence begins.
        text = _standing(lexicon, raw, [claims[position] for position in group], opens=number <= 1)
        if text is not None:
            yield text, group


def _bounds(sentence: Sentence, claim: DraftClaim) -> tuple[int, int]:
    if claim.quote is None:
        return 0, len(sentence.text)
    start = sentence.text.find(claim.quote)
    return start, start + len(claim.quote)


def _standing(lexicon: Lexicon, raw: str, used: list[DraftClaim], *, opens: bool) -> str | None:
    """The article's words, speaker for pronoun, or None where they need another sentence."""
    text = _LEADING.sub("", raw.strip(), count=1).rstrip(" ,;:—–")
    source = used[0].source
    speaks = _SPEAKER.match(text) or _QUOTE_SPEAKER.search(text)
    if speaks and source and used[0].kind is SourceKind.NAMED and not _DANGLING.match(source):
        found = frames(lexicon, text)
        # "She was hurt, police said": the pronoun must be the speaker, and the only one.
        if len(found) == 1 and found[0].source_start == speaks.start():
            text = text[: speaks.start()] + _with_article(source) + text[speaks.end() :]
            text = _sentence_case(text) if speaks.start() == 0 else text
    return text if _readable(text, opens=opens) else None


def _finished(
    lexicon: Lexicon, candidate: _Candidate, claims: tuple[DraftClaim, ...]
) -> str | None:
    """The sentence as it is printed: without loaded words, with its speaker and a full stop."""
    text = _unloaded(lexicon, candidate.text)
    if lexicon.loaded(_without_quotations(text)):
        return None
    framed = _framed(lexicon, text, [claims[position] for position in candidate.claims])
    if framed is None:
        return None
    framed = _sentence_case(framed)
    return framed if _STOP.search(framed) else f"{framed}."


def _without_quotations(text: str) -> str:
    """The text with blanks for its quotations: a loaded word within them is the speaker's."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text)


def _unloaded(lexicon: Lexicon, text: str) -> str:
    """The text without the loaded words that can go: adverbs, and adjectives behind an article."""
    for hit in reversed(lexicon.loaded(_without_quotations(text))):
        word = text[hit.start : hit.end]
        following = text[hit.end : hit.end + 2]
        adverb = word.endswith("ly") and hit.start > 0
        adjective = _DETERMINED.search(text, 0, hit.start)
        if " " not in word and re.match(r"\s[a-z]", following) and (adverb or adjective):
            text = text[: hit.start] + text[hit.end + 1 :]
    return text


def _readable(text: str, *, opens: bool) -> bool:
    """Whether a text reads as a sentence that needs no other."""
    length = len(text.split())
    begins = opens or text[:1].isupper() or _BEGINS.match(text)
    return bool(
        _balanced(text)
        and not re.search(r"[?\n]", text)
        and not _DANGLING.match(text.lstrip('“"'))
        and _SHORTEST <= length <= _LONGEST
        and begins
        and (_VERBAL.search(_QUOTED.sub("", text)) or _QUOTED.fullmatch(text))
    )


def _framed(lexicon: Lexicon, text: str, used: list[DraftClaim]) -> str | None:
    """The text with its speaker in it: as it stands, or with ", X said" behind it.

    None where it would need more than one speaker, or leave a pronoun without its noun.
    """
    source = used[0].source
    if all(claim.source is None for claim in used):
        return text
    if any(claim.source is not None and _names(text, claim.source) for claim in used):
        return text
    if frames(lexicon, text):
        return text
    if len(used) > 1 or source is None or _INNER_PRONOUN.search(_QUOTED.sub("", text)):
        return None
    if _QUOTED.fullmatch(text):
        return re.sub(r"[.,!]?([”\"])\Z", r",\1", text) + f" {_with_article(source)} said"
    return f"{text.rstrip('.')}, {_with_article(source)} said"


def _names(text: str, source: str) -> bool:
    """Whether a text has a word that tells who a source is: its last one, or any long one."""
    known = {word.casefold() for word in re.findall(r"\w+", text)}
    wanted = [word.casefold() for word in re.findall(r"\w+", source)]
    return any(word in known and (len(word) > _TELLING or word == wanted[-1]) for word in wanted)


def _with_article(source: str) -> str:
    """Give a lone role its article: “the army”, but “prosecutors” and “Ingrid Håkonsen”."""
    first = source.split(maxsplit=1)[0]
    return (
        source if first[:1].isupper() or first.endswith("s") or " " in source else f"the {source}"
    )


def _sentence_case(text: str) -> str:
    for position, char in enumerate(text):
        if char.isalpha():
            return text[:position] + char.upper() + text[position + 1 :]
        if char.isdigit():
            break
    return text


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _score(text: str, used: list[DraftClaim], order: int, topic: _Topic) -> float:
    """Newsworthiness. The lead alone is worth 2; no other feature is worth more than 1.2."""
    words = _content(text)
    score = 2.0 / (1 + order / 4)
    score += 1.2 * len(words & topic.repeated) / max(8, len(words))
    score += 1.2 * len(words & topic.title) / max(4, len(topic.title))
    score += 0.15 * min(3, len(_NUMBER.findall(text)))
    score += 0.1 * min(4, len(_CAPITALISED.findall(text)))
    score += 0.4 * (used[0].kind is SourceKind.NAMED)
    quoted = sum(len(match) for match in _QUOTED.findall(text))
    score -= 1.2 * quoted / len(text)
    score -= 0.5 * bool(_INNER_PRONOUN.search(_QUOTED.sub("", text)))
    score -= 0.4 * bool(_EARLY_IT.match(text) or _ROLE_FIRST.match(text))
    score -= 1.0 * any(claim.status is Status.OPINION for claim in used)
    return score
