"""An article as the checks read it: derived once, shared by all sentences that cite it."""

from dataclasses import dataclass
from functools import cached_property

from schemas import Article
from service.audit.capitals import name_runs
from service.audit.quoting import normal, quoted
from service.audit.words import fold, stems, tokens
from service.lexicon import Lexicon


@dataclass(frozen=True)
class Reading:
    """An article with what the checks ask of it again and again."""

    article: Article
    """The article."""
    lexicon: Lexicon | None
    """Words of its language that hedge, attribute and evaluate; null without one."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the article, folded."""
        return frozenset(self._folded)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that the article has without a capital, folded: they are no names."""
        pairs = zip(self._tokens, self._folded, strict=True)
        return frozenset(folded for token, folded in pairs if token[0].islower())

    @cached_property
    def folded_text(self) -> str:
        """The article's words, folded, one space between them."""
        return " ".join(self._folded)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the article's content words."""
        return stems(self.words)

    @cached_property
    def name_runs(self) -> tuple[tuple[str, ...], ...]:
        """Runs of capitalised words that may be names, folded."""
        runs = name_runs(self.article.text, joined=True)
        return tuple(tuple(word.folded for word in run) for run in runs)

    @cached_property
    def normal(self) -> str:
        """The article's text as quotations are compared."""
        return normal(self.article.text)

    @cached_property
    def speeches(self) -> tuple[str, ...]:
        """What stands in quotation marks in the article, as quotations are compared."""
        text = self.article.text
        return tuple(normal(text[start:end]) for start, end in quoted(text))

    @cached_property
    def _tokens(self) -> list[str]:
        return tokens(self.article.text)

    @cached_property
    def _folded(self) -> list[str]:
        return [fold(token) for token in self._tokens]
