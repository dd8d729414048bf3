"""Draft → Claims: find every quote in the article, character for character, or refuse it.

A quote is looked for in the sentences it cites, first as it stands, then up to the spellings that
`service/normalize.py` folds, and last, as it stands only, anywhere in the article. Nothing is ever
matched by similarity: a changed number, a dropped "not" or "will" for "may" is a refusal.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from schemas import (
    Article,
    Attribution,
    Claim,
    Draft,
    DraftClaim,
    Dropped,
    Finding,
    FindingKind,
    Grounded,
    GroundedSentence,
    Match,
    Provenance,
    Refusal,
    Sentence,
    Severity,
    SourceKind,
)
from service.normalize import normalize

_LEADING_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s\b")
# UAX 29, rules WB6, WB7, WB11 and WB12: these join the letters or digits on both sides. The colon
# and the slash between digits are ours: "12:30" and "24/7" are read as one.
_JOINS_LETTERS = frozenset("'.:·\u2027")
_JOINS_DIGITS = frozenset("'.,;:/")
# Scripts written without spaces: a bound between two letters says nothing about words.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)


class _Refused(Exception):
    """A quote that the article does not have; the message is the reason for a desk editor."""


def ground(article: Article, sentences: Sequence[Sentence], draft: Draft) -> Grounded:
    """Prove a Draft's claims against the article.

    A claim for a run of whole sentences becomes one claim a sentence. Claims with the same span
    are one; the first label stands.

    Returns:
        Claims in article order with ids `c1`, `c2`, …; the draft's sentences, citing those ids;
        and the refused claims with their reasons.
    """
    text = _ArticleText(article, sentences)
    labels: dict[tuple[int, int], tuple[Match, DraftClaim]] = {}
    spans_of: dict[int, list[tuple[int, int]]] = {}
    refused: list[Refusal] = []
    for position, drafted in enumerate(draft.claims):
        if drafted is None:
            continue
        try:
            found = list(text.find(drafted))
        except _Refused as refusal:
            refused.append(Refusal(position=position, dropped=_dropped(position, drafted, refusal)))
            continue
        spans_of[position] = [span for span, _ in found]
        for span, match in found:
            labels.setdefault(span, (match, drafted))
    ids = {span: f"c{number}" for number, span in enumerate(sorted(labels), start=1)}
    return Grounded(
        claims=tuple(text.claim(ids[span], span, *labels[span]) for span in ids),
        sentences=tuple(
            GroundedSentence(
                text=sentence.text,
                claims=tuple(
                    dict.fromkeys(ids[s] for p in sentence.claims for s in spans_of.get(p, ()))
                ),
            )
            for sentence in draft.sentences
        ),
        ids=tuple(
            tuple(ids[span] for span in spans_of.get(position, ()))
            for position in range(len(draft.claims))
        ),
        refused=tuple(refused),
    )


def _dropped(position: int, drafted: DraftClaim, refusal: _Refused) -> Dropped:
    where = (
        f"sentence {drafted.first}"
        if drafted.first == drafted.last
        else f"sentences {drafted.first} to {drafted.last}"
    )
    return Dropped(what=f"drafted claim {position + 1} ({where})", reason=str(refusal))


class _ArticleText:
    """An article, its sentences and its normalised text, ready to be searched."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        self.article = article
        self.sentences = sentences
        self.normal = normalize(article.text)

    def find(self, drafted: DraftClaim) -> Iterator[tuple[tuple[int, int], Match]]:
        """The spans of a claim: one for a quote, one a sentence for whole sentences.

        Raises:
            _Refused: The sentences do not exist, or the quote is not there.
        """
        count = len(self.sentences)
        if not 1 <= drafted.first <= drafted.last <= count:
            message = f"it cites sentences that do not exist; the article has {count}"
            raise _Refused(message)
        cited = self.sentences[drafted.first - 1 : drafted.last]
        if drafted.quote is None:
            for sentence in cited:
                yield (sentence.start, sentence.end), Match.EXACT
        else:
            yield self._locate(drafted.quote.strip(), cited[0].start, cited[-1].end)

    def claim(
        self, claim_id: str, span: tuple[int, int], match: Match, drafted: DraftClaim
    ) -> Claim:
        """Build a grounded claim, its source sought in the article."""
        place = self.article.span(*span)
        attribution, findings = self._attribute(claim_id, span, drafted)
        return Claim(
            id=claim_id,
            text=place.text,
            status=drafted.status,
            attribution=attribution,
            provenance=(Provenance(**place.model_dump(), match=match),),
            findings=findings,
        )

    def _locate(self, quote: str, start: int, end: int) -> tuple[tuple[int, int], Match]:
        """Where a quote stands, preferring the cited stretch `[start, end)`."""
        if not any(char.isalnum() for char in quote):
            message = "the quote has no word in it"
            raise _Refused(message)
        here = self._exact(quote, start, end)
        if len(here) == 1:
            return here[0], Match.EXACT
        wanted = normalize(quote).text.strip()
        if not here:
            here = self._normalized(wanted, start, end)
            if len(here) == 1:
                return here[0], Match.NORMALIZED
        if here:
            message = "the quote stands more than once in the sentences it cites"
            raise _Refused(message)
        if ends := _head_and_tail(quote):
            head, tail = ends
            found = self._elided(normalize(head).text, normalize(tail).text, start, end)
            text = self.article.text[slice(*found)]
            as_it_stands = text.startswith(head) and text.endswith(tail)
            return found, Match.EXACT if as_it_stands else Match.NORMALIZED
        elsewhere = self._exact(quote, 0, len(self.article.text))
        if len(elsewhere) == 1:
            return elsewhere[0], Match.RELOCATED
        message = (
            "the quote stands in several other places and in none of the sentences it cites"
            if elsewhere
            else "the quote is not in the article in these words"
        )
        raise _Refused(message)

    def _exact(self, quote: str, start: int, end: int) -> list[tuple[int, int]]:
        """Occurrences of a quote as it stands; at most two, which is ambiguous already."""
        return [
            found
            for found in _occurrences(self.article.text, quote, start, end)
            if self._is_whole(*found)
        ][:2]

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a stretch of the article begins and ends between words."""
        left, right = self.normal.from_original(start), self.normal.from_original(end)
        return (
            left is not None
            and right is not None
            and not inside_word(self.normal.text, left)
            and not inside_word(self.normal.text, right)
        )

    def _normalized(self, wanted: str, start: int, end: int) -> list[tuple[int, int]]:
        """Occurrences up to spelling, in offsets of the article; at most two."""
        return [
            self.normal.to_original(*found)
            for found in self._words(wanted, *self._bounds(start, end))
        ][:2]

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the article in offsets of its normalised text."""
        left, right = self.normal.from_original(start), self.normal.from_original(end)
        if left is None or right is None:  # a sentence bound inside a composed character
            return 0, len(self.normal.text)
        return left, right

    def _words(self, wanted: str, start: int, end: int) -> list[tuple[int, int]]:
        """Occurrences in the normalised text that begin and end between words."""
        text = self.normal.text
        return [
            found
            for found in _occurrences(text, wanted, start, end)
            if not inside_word(text, found[0]) and not inside_word(text, found[1])
        ]

    def _mentions(self, name: str) -> list[tuple[int, int]]:
        """Where a source stands in the normalised text, in order, also as a possessive."""
        text = self.normal.text
        # A source that begins a sentence has a capital there: "Two people … said".
        spellings = {name, name[0].upper() + name[1:], name[0].lower() + name[1:]}
        return sorted(
            (start, end)
            for spelling in spellings
            for start, end in _occurrences(text, spelling, 0, len(text))
            if not inside_word(text, start)
            and (not inside_word(text, end) or _POSSESSIVE.match(text, end))
        )

    def _elided(self, head: str, tail: str, start: int, end: int) -> tuple[int, int]:
        """Resolve "head … tail": a head that stands once, and the nearest tail after it.

        Without a head the quote begins where the cited sentences do, and its tail must stand
        once; without a tail it ends where they end.
        """
        left, right = self._bounds(start, end)
        heads = self._words(head, left, right) if head else [(left, left)]
        if not heads:
            message = "the first words of the quote are not in the sentences it cites"
            raise _Refused(message)
        if len(heads) > 1:
            message = "the first words of the quote stand more than once in the sentences it cites"
            raise _Refused(message)
        tails = self._words(tail, heads[0][1], right) if tail else [(right, right)]
        if not tails:
            message = (
                "the last words of the quote do not follow its first in the sentences it cites"
            )
            raise _Refused(message)
        if not head and len(tails) > 1:
            message = "the last words of the quote stand more than once in the sentences it cites"
            raise _Refused(message)
        return self.normal.to_original(heads[0][0], tails[0][1])

    def _attribute(
        self, claim_id: str, span: tuple[int, int], drafted: DraftClaim
    ) -> tuple[Attribution, tuple[Finding, ...]]:
        """Seek a claim's source backwards from the claim's end, then in what follows."""
        if drafted.kind is SourceKind.ARTICLE or not drafted.source:
            kind = drafted.kind if drafted.kind is SourceKind.ARTICLE else SourceKind.UNNAMED
            return Attribution(kind=kind), ()
        wanted = _LEADING_ARTICLE.sub("", normalize(drafted.source).text.strip())
        if any(char.isalnum() for char in wanted):
            _, end = self._bounds(0, span[1])
            places = self._mentions(wanted)
            before = [place for place in places if place[1] <= end]
            if place := (before[-1:] or places[:1]):
                source = self.article.span(*self.normal.to_original(*place[0]))
                return Attribution(kind=drafted.kind, source=source.text, span=source), ()
        return Attribution(kind=SourceKind.UNNAMED), (
            Finding(
                kind=FindingKind.SOURCE_NOT_FOUND,
                severity=Severity.WARNING,
                where=claim_id,
                message="the source that the draft names is not in the article in these words",
            ),
        )


def _head_and_tail(quote: str) -> tuple[str, str] | None:
    """The ends of "head … tail", one of them perhaps empty.

    Three dots elide only where no ellipsis does.
    """
    for elision in ("…", "..."):
        parts = [part.strip() for part in quote.split(elision)]
        if len(parts) == 2:  # noqa: PLR2004 - a head and a tail
            return parts[0], parts[1]
    return None


def _occurrences(text: str, wanted: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Every occurrence within `[start, end)`, overlapping ones included."""
    found = text.find(wanted, start, end)
    while found >= 0:
        yield found, found + len(wanted)
        found = text.find(wanted, found + 1, end)


def inside_word(text: str, offset: int) -> bool:
    """Whether an offset falls inside a word (UAX 29) or a number of a normalised text.

    In scripts written without spaces only numbers count. A minus sign belongs to its number.
    """
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if unicodedata.category(after).startswith("M") or "\u200d" in (before, after):
        return True  # WB4: marks and joiners belong to the character before them
    if _is_word(before) and _is_word(after):
        return not (_unspaced(before) or _unspaced(after))
    if _is_word(before):
        return offset + 1 < len(text) and _joined(before, after, text[offset + 1])
    if offset > 1 and _joined(text[offset - 2], before, after):
        return True
    return before == "-" and after.isdigit() and (offset == 1 or text[offset - 2] in " (")


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char).startswith("M")


def _unspaced(char: str) -> bool:
    return _UNSPACED.match(char) is not None


def _joined(before: str, joint: str, after: str) -> bool:
    """Whether a joint between two characters makes one word or number of them."""
    if before.isdigit() and after.isdigit():
        return joint in _JOINS_DIGITS
    return (
        joint in _JOINS_LETTERS
        and before.isalpha()
        and after.isalpha()
        and not (_unspaced(before) or _unspaced(after))
    )
