"""What a summary sentence is checked against: the passages it cites, and the article.

A check asks one `Evidence` for all it needs, so that the checks share one reading of the cited
passages, made once.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from schemas import Article, Claim, Finding, FindingKind, Severity
from service.audit.reading import Reading
from service.audit.words import fold, tokens
from service.lexicon import Lexicon

_GAP = re.compile(r"\W*(?:\w+\W*)?", re.UNICODE)
"""What may lie between two cited passages that read as one: punctuation and at most one word,
as in "not there yet[, and ]nobody should"."""
_GAP_LIMIT = 12


@dataclass(frozen=True)
class Evidence:
    """The passages that one sentence cites, with what the checks derive from them."""

    reading: Reading
    """The article, and what all its sentences share."""
    cited: tuple[Claim, ...]
    """The grounded claims that the sentence cites; never empty."""
    where: str
    """`s1`, … or `title`: where findings say they are."""
    whole: bool = False
    """True for a title: the whole article is the cited passage."""

    @classmethod
    def of(cls, reading: Reading, cited: Sequence[Claim], where: str) -> Self:
        """Gather the evidence for a sentence."""
        return cls(reading=reading, cited=tuple(cited), where=where)

    @property
    def article(self) -> Article:
        """The article."""
        return self.reading.article

    @property
    def lexicon(self) -> Lexicon | None:
        """Words of the article's language that hedge, attribute and evaluate."""
        return self.reading.lexicon

    @cached_property
    def windows(self) -> tuple[tuple[int, int], ...]:
        """Cited stretches as half-open offsets into `article.text`, neighbours joined."""
        if self.whole:
            return ((0, len(self.article.text)),)
        text = self.article.text
        spans = sorted((p.start, p.end) for claim in self.cited for p in claim.provenance)
        joined: list[tuple[int, int]] = []
        for start, end in spans:
            if joined:
                first, last = joined[-1]
                gap = text[last:start]
                if start <= last or (len(gap) <= _GAP_LIMIT and _GAP.fullmatch(gap)):
                    joined[-1] = (first, max(last, end))
                    continue
            joined.append((start, end))
        return tuple(joined)

    @cached_property
    def passages(self) -> tuple[str, ...]:
        """The cited passages in article order, neighbours joined."""
        return tuple(self.article.text[start:end] for start, end in self.windows)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The words that name the sources of the cited claims."""
        return tuple(c.attribution.source for c in self.cited if c.attribution.source)

    @cached_property
    def text(self) -> str:
        """Cited passages and their sources: all that the sentence may take words from.

        Joined by blank lines, which no number or quotation runs across.
        """
        return "\n\n".join((*self.passages, *self.sources))

    @cached_property
    def cited_words(self) -> frozenset[str]:
        """The words of the cited passages and their sources, folded."""
        return frozenset(map(fold, tokens(self.text)))

    @cached_property
    def cited_sequence(self) -> tuple[str, ...]:
        """The words of the cited passages, folded, in order."""
        return tuple(fold(token) for passage in self.passages for token in tokens(passage))

    @cached_property
    def cited_folded(self) -> str:
        """The words of the cited passages, folded, with one space between and around them."""
        return f" {' '.join(self.cited_sequence)} "

    def finding(self, kind: FindingKind, severity: Severity, message: str) -> Finding:
        """Make a finding on this sentence."""
        return Finding(kind=kind, severity=severity, where=self.where, message=message)

    def error(self, kind: FindingKind, message: str) -> Finding:
        """Make a finding that drops or repairs the sentence."""
        return self.finding(kind, Severity.ERROR, message)

    def warning(self, kind: FindingKind, message: str) -> Finding:
        """Make a finding that an editor should look at."""
        return self.finding(kind, Severity.WARNING, message)

    def info(self, kind: FindingKind, message: str) -> Finding:
        """Make a finding that is worth knowing."""
        return self.finding(kind, Severity.INFO, message)
