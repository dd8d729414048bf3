"""Draft → Claims: find every quote in the article, character for character, or refuse it.

A quote is looked for in the sentences it cites, first as it stands, then up to the spellings that
`service/normalize.py` folds, and last, as it stands only, anywhere in the article. Nothing is ever
matched by similarity: a changed number, a dropped "not" or "will" for "may" is a refusal.

The cost is that of reading the article once and each quote once; a quote that is not where it
says, and every other source, costs one `str.find` over the article besides. No draft can make it
more: `_TRIES` and `_COVER` bound what a hostile one could ask for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice

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
from service.normalize import Normalized, fold, normalize, trimmed

_LEADING_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s\b")
# Occurrences inside other words that one search passes over. "us" stands in "because" and the
# like a few hundred times in a long article; only a text made for it has more.
_TRIES = 1_000
# How many times the claims of one draft may cover the article. They should do so once, without
# overlap; claims for a whole and its parts make it two or three times.
_COVER = 8
_OWN_VOICE = Attribution(kind=SourceKind.ARTICLE)
_NOBODY_NAMED = Attribution(kind=SourceKind.UNNAMED)

_Stretch = tuple[int, int]
_Search = Callable[[str, str, int, int], Iterator[_Stretch]]


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
    labels: dict[_Stretch, tuple[Match, DraftClaim]] = {}
    spans_of: dict[int, list[_Stretch]] = {}
    refused: list[Refusal] = []
    for position, drafted in enumerate(draft.claims):
        if drafted is None:
            continue
        try:
            found = text.find(drafted)
        except _Refused as refusal:
            refused.append(Refusal(position=position, dropped=_dropped(position, drafted, refusal)))
            continue
        spans_of[position] = [span for span, _ in found]
        for span, match in found:
            labels.setdefault(span, (match, drafted))
    ids = {span: f"c{number}" for number, span in enumerate(sorted(labels), start=1)}
    # By their ends: a source is sought backwards, and each search goes on where the last began.
    claims = {
        span: text.claim(ids[span], span, *labels[span])
        for span in sorted(ids, key=lambda span: span[1])
    }
    cited_by = [_cited(sentence.claims, spans_of) for sentence in draft.sentences]
    return Grounded(
        claims=tuple(claims[span] for span in ids),
        sentences=tuple(
            GroundedSentence(
                text=sentence.text,
                claims=tuple(ids[span] for span in cited),
            )
            for sentence, cited in zip(draft.sentences, cited_by, strict=True)
        ),
        ids=tuple(
            tuple(ids[span] for span in spans_of.get(position, ()))
            for position in range(len(draft.claims))
        ),
        refused=tuple(refused),
    )


def _cited(positions: Sequence[int], spans_of: dict[int, list[_Stretch]]) -> list[_Stretch]:
    """The spans of the claims that a sentence cites, each once."""
    spans = (span for position in dict.fromkeys(positions) for span in spans_of.get(position, ()))
    return list(dict.fromkeys(spans))


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
        self.sources: dict[str, _Source] = {}
        self.found: dict[tuple[int, int, str | None], list[tuple[_Stretch, Match]]] = {}
        self.covered = 0

    def find(self, drafted: DraftClaim) -> list[tuple[_Stretch, Match]]:
        """The spans of a claim: one for a quote, one a sentence for whole sentences.

        A model that repeats itself is answered as it was the first time.

        Raises:
            _Refused: The sentences do not exist, the quote is not there, or the claims before
                this one cover the article several times over.
        """
        asked = (drafted.first, drafted.last, drafted.quote)
        if asked in self.found:
            return self.found[asked]
        count = len(self.sentences)
        if not 1 <= drafted.first <= drafted.last <= count:
            message = f"it cites sentences that do not exist; the article has {count}"
            raise _Refused(message)
        cited = self.sentences[drafted.first - 1 : drafted.last]
        if drafted.quote is None:
            self._cover(cited[0].start, cited[-1].end)
            found = [((sentence.start, sentence.end), Match.EXACT) for sentence in cited]
        else:
            span, match = self._locate(trimmed(drafted.quote), cited[0].start, cited[-1].end)
            self._cover(*span)
            found = [(span, match)]
        return self.found.setdefault(asked, found)

    def claim(self, claim_id: str, span: _Stretch, match: Match, drafted: DraftClaim) -> Claim:
        """Build a grounded claim, its source sought in the article."""
        place = self.article.span(*span)
        attribution, findings = self._attribute(claim_id, span, drafted)
        return Claim(
            id=claim_id,
            text=place.text,
            status=drafted.status,
            attribution=attribution,
            provenance=(
                Provenance(
                    start=place.start,
                    end=place.end,
                    utf16_start=place.utf16_start,
                    utf16_end=place.utf16_end,
                    text=place.text,
                    match=match,
                ),
            ),
            findings=findings,
        )

    def _cover(self, start: int, end: int) -> None:
        """Count what the claims cover, and end it where no honest draft comes."""
        if self.covered + end - start > _COVER * len(self.article.text):
            message = "the claims before it cover the article several times over already"
            raise _Refused(message)
        self.covered += end - start

    def _locate(self, quote: str, start: int, end: int) -> tuple[_Stretch, Match]:
        """Where a quote stands, preferring the cited stretch `[start, end)`."""
        if not any(char.isalnum() for char in quote):
            message = "the quote has no word in it"
            raise _Refused(message)
        here = self._exact(quote, start, end)
        if len(here) == 1:
            return here[0], Match.EXACT
        if not here:
            bounds = self.normal.around(start, end)
            here = [original for _, original in self._words(fold(quote).strip(), *bounds)]
            if len(here) == 1:
                return here[0], Match.NORMALIZED
        if here:
            message = "the quote stands more than once in the sentences it cites"
            raise _Refused(message)
        if ends := _head_and_tail(quote):
            return self._elided(*ends, start, end)
        elsewhere = self._exact(quote, 0, len(self.article.text))
        if len(elsewhere) == 1:
            return elsewhere[0], Match.RELOCATED
        message = (
            "the quote stands in several other places and in none of the sentences it cites"
            if elsewhere
            else "the quote is not in the article in these words"
        )
        raise _Refused(message)

    def _exact(self, quote: str, start: int, end: int) -> list[_Stretch]:
        """Occurrences of a quote as it stands; at most two, which is ambiguous already."""
        found = _occurrences(self.article.text, quote, start, end)
        return list(islice((place for place in found if self.normal.is_whole(*place)), 2))

    def _words(self, wanted: str, start: int, end: int) -> list[tuple[_Stretch, _Stretch]]:
        """Occurrences of whole words in the normalised text, and where they stand in the article.

        At most two, which is ambiguous already.
        """
        found = _occurrences(self.normal.text, wanted, start, end)
        mapped = ((place, self.normal.whole(*place)) for place in found)
        return list(islice(((place, whole) for place, whole in mapped if whole is not None), 2))

    def _elided(self, head: str, tail: str, start: int, end: int) -> tuple[_Stretch, Match]:
        """Resolve "head … tail": a head that stands once, and the nearest tail after it.

        Without a head the quote begins where the cited sentences do, and its tail must stand
        once; without a tail it ends where they end.
        """
        left, right = self.normal.around(start, end)
        first, last = fold(head).strip(), fold(tail).strip()
        heads = self._words(first, left, right) if first else [((left, left), (start, start))]
        if not heads:
            message = "the first words of the quote are not in the sentences it cites"
            raise _Refused(message)
        if len(heads) > 1:
            message = "the first words of the quote stand more than once in the sentences it cites"
            raise _Refused(message)
        after = heads[0][0][1]
        tails = self._words(last, after, right) if last else [((right, right), (end, end))]
        if not tails:
            message = (
                "the last words of the quote do not follow its first in the sentences it cites"
            )
            raise _Refused(message)
        if not first and len(tails) > 1:
            message = "the last words of the quote stand more than once in the sentences it cites"
            raise _Refused(message)
        found = heads[0][1][0], tails[0][1][1]
        text = self.article.text
        as_it_stands = text.startswith(head, found[0]) and text.endswith(tail, *found)
        return found, Match.EXACT if as_it_stands else Match.NORMALIZED

    def _attribute(
        self, claim_id: str, span: _Stretch, drafted: DraftClaim
    ) -> tuple[Attribution, tuple[Finding, ...]]:
        """Seek a claim's source backwards from the claim's end, then in what follows."""
        if drafted.kind is SourceKind.ARTICLE:
            return _OWN_VOICE, ()
        if not drafted.source:
            return _NOBODY_NAMED, ()
        wanted = _LEADING_ARTICLE.sub("", fold(drafted.source).strip())
        if any(char.isalnum() for char in wanted):
            if wanted not in self.sources:
                self.sources[wanted] = _Source(self.normal, wanted)
            place = self.sources[wanted].nearest(self.normal.around(*span)[1])
            if place is not None:
                words = self.article.span(*place)
                return Attribution(kind=drafted.kind, source=words.text, span=words), ()
        return _NOBODY_NAMED, (
            Finding(
                kind=FindingKind.SOURCE_NOT_FOUND,
                severity=Severity.WARNING,
                where=claim_id,
                message="the source that the draft names is not in the article in these words",
            ),
        )


class _Source:
    """Where a source stands in an article, also as a possessive ("the bank's")."""

    def __init__(self, normal: Normalized, name: str) -> None:
        self.normal = normal
        # A source that begins a sentence has a capital there: "Two people … said".
        self.spellings = {name, name[0].upper() + name[1:], name[0].lower() + name[1:]}
        self.reached = 0
        self.last: _Stretch | None = None

    @cached_property
    def first(self) -> _Stretch | None:
        """The first mention in the article, in the normalised text."""
        whole = (0, len(self.normal.text))
        return min(self._mentions(_occurrences, *whole), default=None)

    def nearest(self, end: int) -> _Stretch | None:
        """The last mention that ends by `end`, else the first one at all, in the article.

        Args:
            end: In the normalised text; never smaller than in the call before.
        """
        if self.first is None:
            return None
        recent = self._mentions(_occurrences_backwards, self.reached, end)
        self.last = max(recent, default=self.last)
        self.reached = end
        return self.normal.to_original(*(self.last or self.first))

    def _mentions(self, search: _Search, start: int, end: int) -> Iterator[_Stretch]:
        """For each spelling the mention that a search finds first and that ends in a stretch."""
        for spelling in self.spellings:
            found = search(self.normal.text, spelling, max(0, start - len(spelling) + 1), end)
            yield from islice((place for place in found if self._is_mention(*place)), 1)

    def _is_mention(self, start: int, end: int) -> bool:
        if _POSSESSIVE.match(self.normal.text, end):
            return not self.normal.inside_word(start)
        return self.normal.whole(start, end) is not None


def _head_and_tail(quote: str) -> tuple[str, str] | None:
    """The ends of "head … tail", one of them perhaps empty.

    Three dots elide only where no ellipsis does.
    """
    for elision in ("…", "..."):
        parts = [part.strip() for part in quote.split(elision)]
        if len(parts) == 2:  # noqa: PLR2004 - a head and a tail
            return parts[0], parts[1]
    return None


def _occurrences(text: str, wanted: str, start: int, end: int) -> Iterator[_Stretch]:
    """Occurrences within `[start, end)`, overlapping ones included; the first `_TRIES`."""
    found = text.find(wanted, start, end)
    for _ in range(_TRIES):
        if found < 0:
            return
        yield found, found + len(wanted)
        found = text.find(wanted, found + 1, end)


def _occurrences_backwards(text: str, wanted: str, start: int, end: int) -> Iterator[_Stretch]:
    """The same from the end; the last `_TRIES`."""
    found = text.rfind(wanted, start, end)
    for _ in range(_TRIES):
        if found < 0:
            return
        yield found, found + len(wanted)
        found = text.rfind(wanted, start, found + len(wanted) - 1)
