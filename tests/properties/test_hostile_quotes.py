"""A hostile model alters true quotes: none of them survives grounding."""

import re
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from schemas import Draft, DraftClaim, Grounded, Sentence, SourceKind, Status
from service.ground import ground
from service.normalize import fold
from service.segment import segment
from tests.gold import Gold, load_gold
from tests.properties.mutations import MUTATIONS, Mutate, article_of, passages

ELISION = re.compile(r"…|\.\.\.")


@cache
def sentences_by_id() -> dict[str, tuple[Sentence, ...]]:
    """The sentences of the seed articles, cut once."""
    return {gold.id: segment(gold.article) for gold in load_gold()}


def grounded(gold: Gold, quote: str) -> Grounded:
    """Ground a quote that cites the whole article."""
    sentences = sentences_by_id()[gold.id]
    claim = DraftClaim(
        first=1,
        last=len(sentences),
        status=Status.STATED_FACT,
        kind=SourceKind.ARTICLE,
        quote=quote,
    )
    return ground(gold.article, sentences, Draft(claims=(claim,), sentences=()))


def stands_in(gold: Gold, quote: str) -> bool:
    """Whether an article has a quote up to spelling, found without the code under test's search."""
    return fold(quote).strip() in fold(gold.article.text)


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
@given(data=st.data())
def test_no_altered_quote_survives(mutate: Mutate, data: st.DataObject) -> None:
    name, quote = data.draw(st.sampled_from(passages()))
    gold = article_of()[name]
    altered = mutate(data.draw, quote, gold)
    # A slip that lands on other words of the article is no altered quote.
    assume(altered.strip() and not ELISION.search(altered))
    result = grounded(gold, altered)
    if not stands_in(gold, altered):
        assert result.claims == ()
        assert len(result.refused) == 1
    for claim in result.claims:
        assert fold(claim.text) == fold(altered).strip()


@given(st.sampled_from(passages()), st.sampled_from(passages()), st.data())
def test_elision_never_joins_what_is_not_in_this_order(
    one: tuple[str, str], other: tuple[str, str], data: st.DataObject
) -> None:
    gold, first, last = article_of()[one[0]], one[1].split(), other[1].split()
    head = " ".join(first[: data.draw(st.integers(1, 3))])
    tail = " ".join(last[-data.draw(st.integers(1, 3)) :])
    assume(not ELISION.search(head + tail))
    for claim in grounded(gold, f"{head} … {tail}").claims:
        text = fold(claim.text)
        assert text.startswith(fold(head))
        assert text.endswith(fold(tail))
        assert claim.text in gold.article.text
        # A head that stands twice is no place, and neither is a far tail with a nearer one. Within
        # a joined word ("Lake-trout") it does not stand.
        assert len(re.findall(rf"(?<![\w’'-]){re.escape(fold(head))}(?![\w’'-])", text)) == 1
        inner = text[len(fold(head)) : -1]
        assert not re.search(rf"(?<![\w.,:’'-]){re.escape(fold(tail))}(?![\w.,:’'%-])", inner)


class HostileModel(RuleBasedStateMachine):
    """Alters one quote again and again, and asks each time for a claim."""

    @initialize(passage=st.sampled_from(passages()))
    def quote_truly(self, passage: tuple[str, str]) -> None:
        """Begin with the article's words."""
        self.gold, self.quote = article_of()[passage[0]], passage[1]

    @rule(data=st.data(), mutate=st.sampled_from(MUTATIONS))
    def alter(self, data: st.DataObject, mutate: Mutate) -> None:
        """Make one more change."""
        altered = mutate(data.draw, self.quote, self.gold)
        if altered.split() and not ELISION.search(altered):
            self.quote = altered

    @rule()
    def respell(self) -> None:
        """Write the same words as another keyboard does, which is no change."""
        self.quote = self.quote.translate(str.maketrans("“”’–", '""\'-')).replace(" ", "\u00a0 ")

    @rule(passage=st.sampled_from(passages()))
    def take_another(self, passage: tuple[str, str]) -> None:
        """Give the words to another article."""
        self.gold = article_of()[passage[0]]

    @invariant()
    def only_the_articles_words_are_found(self) -> None:
        """What is found says what was quoted, and the article says it."""
        result = grounded(self.gold, self.quote)
        assert len(result.claims) + len(result.refused) == 1
        for claim in result.claims:
            assert claim.text in self.gold.article.text
            assert fold(claim.text) == fold(self.quote).strip()


TestHostileModel = HostileModel.TestCase
TestHostileModel.settings = settings(stateful_step_count=20)
