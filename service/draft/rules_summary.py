"""Claims → summary sentences without a model: the article's own sentences, chosen and trimmed.

The score of a sentence is a sum of the features that extractive summarisers of news have used since
Edmundson (1969) and Lin & Hovy (1997): position, words of the title, repetition, numbers, names.
Weights are in `_score`; they were set by hand and looked at on the seed articles only.
"""

import re
from collections import Counter
from dataclasses import dataclass

from schemas import Article, DraftClaim, DraftSentence, Sentence, SourceKind, Status
from service.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
_NUMBER = re.compile(r"(?<![\w.,])[$€£]?\d[\d,.]*")
_CAPITALISED = re.compile(r"(?<=[a-z,] )[^\W\d_a-zß-öø-ÿ]\w+")
_STOP = re.compile(r"[.!?…。！？।؟][”\"’'»)\]]*\Z")
_LEADING = re.compile(
    r"(?:But|And|Yet|So|However,|Meanwhile,|Still,|Separately,|Then|Also|Nevertheless,|By contrast,)\s+(?=\S)"
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
_QUOTE_SPEAKER = re.compile(r"(?<=[,?!][”\"]\s)(?:he|she|they)\b")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_LONGEST = 45  # words: a wire sentence seldom has more
_SHORTEST = 5  # words
_SAME = 0.5  # share of content words that makes a sentence repeat another


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
    weights = Counter(word for s in sentences for word in _content(s.text))
    title = _content(article.title or "")
    candidates = [
        candidate
        for order, sentence in enumerate(sentences)
        if sentence.number in by_sentence
        for candidate in _candidates(
            lexicon, order, sentence, claims, by_sentence[sentence.number], weights, title
        )
    ]
    chosen = _choose(candidates, most)
    return tuple(DraftSentence(text=c.text, claims=c.claims) for c in chosen)


def _lead(sentences: tuple[Sentence, ...], most: int) -> tuple[DraftSentence, ...]:
    """The first sentences as they stand: nothing is known of the language."""
    whole = [s for s in sentences if _STOP.search(s.text) and _balanced(s.text)]
    return tuple(DraftSentence(text=s.text, claims=(s.number - 1,)) for s in whole[:most])


def _content(text: str) -> frozenset[str]:
    """Words that carry content: four letters or more, case-folded, cut to a stem of six."""
    return frozenset(match.casefold()[:6] for match in _WORD.findall(text))


def _choose(candidates: list[_Candidate], most: int) -> list[_Candidate]:
    ranked = sorted(candidates, key=lambda c: (-c.score, c.order, len(c.claims)))
    chosen: list[_Candidate] = []
    for candidate in ranked:
        if len(chosen) == most:
            break
        if not any(_repeats(candidate, other) for other in chosen):
            chosen.append(candidate)
    if most > 1 and chosen and not any(c.doubtful for c in chosen):
        kept = chosen[: most - 1]
        for candidate in ranked:
            if candidate.doubtful and not any(_repeats(candidate, other) for other in kept):
                chosen = [*kept, candidate]
                break
    return sorted(chosen, key=lambda c: (c.order, c.claims))


def _repeats(one: _Candidate, other: _Candidate) -> bool:
    if set(one.claims) & set(other.claims):
        return True
    shared = len(one.words & other.words)
    return shared > _SAME * min(len(one.words), len(other.words))


def _candidates(
    lexicon: Lexicon,
    order: int,
    sentence: Sentence,
    claims: tuple[DraftClaim, ...],
    positions: list[int],
    weights: Counter[str],
    title: frozenset[str],
) -> list[_Candidate]:
    """What one sentence can give: the whole of it, or else its claims that stand alone."""
    bounds = [_bounds(sentence, claims[position]) for position in positions]
    found: list[_Candidate] = []
    whole = sentence.text[bounds[0][0] :]
    groups = [(whole, positions)]
    if len(positions) > 1:
        groups += [
            (sentence.text[start:end], [position])
            for (start, end), position in zip(bounds, positions, strict=True)
        ]
    for number, (raw, group) in enumerate(groups):
        used = [claims[position] for position in group]
        text = _standing(lexicon, raw, used, opens=number <= 1)
        if text is None:
            continue
        score = _score(text, used, order, weights, title) - 0.2 * (number > 0)
        doubtful = any(c.status in {Status.UNCONFIRMED, Status.SPECULATION} for c in used)
        found.append(_Candidate(order, text, tuple(group), score, doubtful, _content(text)))
    return found


def _bounds(sentence: Sentence, claim: DraftClaim) -> tuple[int, int]:
    if claim.quote is None:
        return 0, len(sentence.text)
    start = sentence.text.find(claim.quote)
    return start, start + len(claim.quote)


def _standing(
    lexicon: Lexicon, raw: str, used: list[DraftClaim], *, opens: bool
) -> str | None:
    """Make a sentence of its own of the article's words, or None where that cannot be."""
    text = _LEADING.sub("", raw.strip(), count=1).rstrip(" ,;:—–")
    source = used[0].source
    named = source is not None and used[0].kind is SourceKind.NAMED and not _DANGLING.match(source)
    if named and source is not None:
        text = _SPEAKER.sub(lambda _: _sentence_case(source), text, count=1)
        text = _QUOTE_SPEAKER.sub(lambda _: source, text, count=1)
    text = _framed(text, used)
    if text is None or not _balanced(text) or "?" in text or "\n" in text:
        return None
    if _DANGLING.match(text.lstrip("“\"")):
        return None
    length = len(text.split())
    if not _SHORTEST <= length <= _LONGEST:
        return None
    bare = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    if lexicon.loaded(bare):
        return None
    if not opens and not text[:1].isupper() and not re.match(
        r"(?:the|an?|[\d$€£“\"]|no|some|many|most|two|three|officials|police|prosecutors)\b|[\d$€£“\"]", text
    ):
        return None
    if not _VERBAL.search(bare):
        return None
    text = _sentence_case(text)
    return text if _STOP.search(text) else f"{text}."


_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|may|might|could|would|will|should|can|must|did|does|do|\w+ed|said|says|told|"
    r"fell|rose|went|came|took|made|ran|left|lost|won|put|hit|cut|set|began|became|grew|held|met|found|sold|\w+s)\b"
)


def _framed(text: str, used: list[DraftClaim]) -> str | None:
    """The text with its speaker in it: as it stands, or with ", X said" behind it."""
    for claim in used:
        source = claim.source
        if source is None:
            continue
        known = {word.casefold() for word in re.findall(r"\w+", text)}
        wanted = [word.casefold() for word in re.findall(r"\w+", source)]
        if wanted and wanted[-1] in known or any(word in known for word in wanted if len(word) > 3):  # noqa: PLR2004
            continue
        if len(used) > 1 or _INNER_PRONOUN.search(_QUOTED.sub("", text)):
            return None
        if _QUOTED.fullmatch(text):
            return re.sub(r"[.,!]?([”\"])\Z", r",\1", text) + f" {source} said"
        return f"{text.rstrip('.')}, {_with_article(source)} said"
    return text


def _with_article(source: str) -> str:
    """ "prosecutors", "Ingrid Håkonsen", but "the army": a lone role takes its article."""
    first = source.split()[0]
    return source if first[:1].isupper() or first.endswith("s") or " " in source else f"the {source}"


def _sentence_case(text: str) -> str:
    for position, char in enumerate(text):
        if char.isalpha():
            return text[:position] + char.upper() + text[position + 1 :]
        if char.isdigit():
            break
    return text


def _balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _score(
    text: str, used: list[DraftClaim], order: int, weights: Counter[str], title: frozenset[str]
) -> float:
    """Newsworthiness. The lead alone is worth 2; no other feature is worth more than 1.2."""
    words = _content(text)
    repeated = sum(weights[word] > 1 for word in words) / max(8, len(words))
    score = 2.0 / (1 + order / 4) + 1.2 * repeated
    score += 1.2 * len(words & title) / max(4, len(title))
    score += 0.15 * min(3, len(_NUMBER.findall(text)))
    score += 0.1 * min(4, len(_CAPITALISED.findall(text)))
    score += 0.4 * (used[0].kind is SourceKind.NAMED)
    quoted = sum(len(match) for match in _QUOTED.findall(text))
    score -= 0.8 * quoted / len(text)
    score -= 0.5 * bool(_INNER_PRONOUN.search(_QUOTED.sub("", text)))
    score -= 0.4 * bool(_EARLY_IT.match(text))
    score -= 1.0 * any(claim.status is Status.OPINION for claim in used)
    return score
