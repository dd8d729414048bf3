"""Where a quote may begin and end: never inside a word or an amount, as a reader reads them."""

import pytest

from schemas import Article, Draft, DraftClaim, Grounded, SourceKind, Status
from service.ground import ground
from service.segment import segment

ABSENT = "the quote is not in the article in these words"


def grounded(text: str, quote: str, source: str | None = None) -> Grounded:
    article = Article(text=text)
    sentences = segment(article)
    claim = DraftClaim(
        first=1,
        last=len(sentences),
        status=Status.STATED_FACT,
        kind=SourceKind.NAMED if source else SourceKind.ARTICLE,
        source=source,
        quote=quote,
    )
    return ground(article, sentences, Draft(claims=(claim,), sentences=()))


INSIDE_A_NUMBER = [
    ("It lost 1.5 million crowns.", "5 million crowns"),
    ("It lost 1,500 crowns.", "500 crowns"),
    ("It lost 1’500 crowns.", "500 crowns"),
    ("It lost 1 500 crowns.", "500 crowns"),
    ("It lost 12\u202f500\u202f000 crowns.", "500\u202f000 crowns"),
    ("It lost 12 500 000 crowns.", "It lost 12"),
    ("It grew .5 million a day.", "5 million a day"),
    ("It grew 1·5 million a day.", "5 million a day"),
    ("It took 1 ½ years.", "½ years"),
    ("It took 3 1/2 years.", "1/2 years"),
    ("It killed 20–30 people.", "It killed 20"),
    ("It killed 20-30 people.", "30 people"),
    ("It was at 12:30 local time.", "30 local time"),
    ("On 2026-05-06 it rained.", "06 it rained"),
    ("It rose to ٣٫٥ percent.", "٥ percent"),
    ("It rose to １．５ percent.", "５ percent"),
    ("五百万人失去工作。", "百万人失去工作"),
    ("三点过后有5万人。", "三点过后有5"),
    ("今天有15天。", "5天"),
]


@pytest.mark.parametrize(("text", "quote"), INSIDE_A_NUMBER)
def test_a_part_of_a_number_is_refused(text: str, quote: str) -> None:
    (refusal,) = grounded(text, quote).refused
    assert refusal.dropped.reason == ABSENT


WITHOUT_ITS_SIGN = [
    ("It fell to −5 degrees.", "5 degrees"),
    ("It fell to “−5 degrees”.", "5 degrees"),
    ("A loss of -£5 million.", "£5 million"),
    ("A loss of -£5 million.", "5 million"),
    ("It is <5 miles away.", "5 miles away"),
    ("It is ±5 miles away.", "5 miles away"),
    ("It cost £5 million.", "5 million"),
    ("It cost A$5 million.", "$5 million"),
    ("It cost 5€ a day.", "It cost 5"),
    ("It fell by 5% a day.", "It fell by 5"),
]


@pytest.mark.parametrize(("text", "quote"), WITHOUT_ITS_SIGN)
def test_an_amount_without_its_sign_or_unit_is_refused(text: str, quote: str) -> None:
    (refusal,) = grounded(text, quote).refused
    assert refusal.dropped.reason == ABSENT


INSIDE_A_WORD = [
    ("They can’t stop now.", "They can"),
    ("They can´t stop now.", "They can"),
    ("They can`t stop now.", "They can"),
    ("They can′t stop now.", "They can"),
    ("It is a non-binding deal.", "binding deal"),
    ("It is a non‑binding deal.", "binding deal"),
    ("It is a non\u00ad-binding deal.", "binding deal"),
    ("The vice-president said so.", "president said so"),
    ("Traffic was un\u200busual today.", "usual today"),
    ("Traffic was un\u200eusual today.", "usual today"),
    ("Cafe\u0301s close today.", "s close today"),
    ("Ann said 🇸🇪 won.", "🇪 won"),
    ("Ann said 👍🏽 won.", "Ann said 👍"),
    ("Ann saw 👩\u200d🚒 there.", "🚒 there"),
]


@pytest.mark.parametrize(("text", "quote"), INSIDE_A_WORD)
def test_a_part_of_a_word_is_refused(text: str, quote: str) -> None:
    (refusal,) = grounded(text, quote).refused
    assert refusal.dropped.reason == ABSENT


WHOLE = [
    ("The plan—approved in May—stands.", "approved in May", "exact"),
    ("The plan–approved in May–stands.", "approved in May", "exact"),
    ("The plan--approved in May--stands.", "approved in May", "exact"),
    ("It rained 12 500 times.", "12 500 times", "exact"),
    ("On day 2026 500 people came.", "500 people came", "exact"),
    ("Of 40 children, 300 parents wrote.", "300 parents wrote", "exact"),
    ("It lost £5 million in 2020–21.", "£5 million in 2020-21", "normalized"),
    ("A pre- and post-war house.", "A pre", "exact"),
    ("It grew 10%–15% a year.", "15% a year", "exact"),
    ("今天有5天。", "5天", "exact"),
    ("“Stop,” he said. “Now.”", '"Now."', "normalized"),
    ("The \u200bmayor\u200b left.", "The mayor left", "normalized"),
    ("\u200fالرئيس\u200f قال ذلك.", "الرئيس قال ذلك", "normalized"),
    ("The ﬁre spread.", "fire spread", "normalized"),
    ("It ended… then went on.", "It ended", "exact"),
    ("Ms.\u00a0Ilić  left.", "Ms. Ilić left", "normalized"),
]


@pytest.mark.parametrize(("text", "quote", "match"), WHOLE)
def test_whole_words_and_amounts_are_found(text: str, quote: str, match: str) -> None:
    (claim,) = grounded(text, quote).claims
    assert claim.provenance[0].match.value == match


def test_a_full_stop_is_not_the_first_dot_of_an_ellipsis() -> None:
    (refusal,) = grounded("They wanted it to stop… now.", "to stop.").refused
    assert refusal.dropped.reason == ABSENT


@pytest.mark.parametrize("invisible", ["\u200b", "\ufeff", "\u00ad", "\u200f"])
def test_invisible_characters_before_a_sentence_do_not_widen_it(invisible: str) -> None:
    article = Article(text=f"It may hold. {invisible}It may hold on.\n\nIt may hold at last.")
    sentences = segment(article)
    assert [sentence.number for sentence in sentences] == [1, 2, 3]
    claim = DraftClaim(
        first=2, last=2, status=Status.OPINION, kind=SourceKind.ARTICLE, quote="It may hold"
    )
    (found,) = ground(article, sentences, Draft(claims=(claim,), sentences=())).claims
    assert sentences[1].start <= found.provenance[0].start < sentences[1].end


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Smith-Jones said it held.", "Ann Smith"),
        ("Ann Smith-Jones said it held.", "Jones"),
        ("Vice-president Ann Poe said it held.", "President Ann Poe"),
        ("The embankment said it held.", "bank"),
    ],
)
def test_a_part_of_a_name_is_nobody(text: str, source: str) -> None:
    (claim,) = grounded(text, "it held", source).claims
    assert claim.attribution.kind is SourceKind.UNNAMED
    assert [finding.kind.value for finding in claim.findings] == ["source_not_found"]


def test_each_claim_has_the_mention_nearest_before_its_end() -> None:
    text = "Poe left. The dam held. Poe said so. The dam broke. It was late, said Poe."
    article = Article(text=text)
    claims = tuple(
        DraftClaim(first=n, last=n, status=Status.OPINION, kind=SourceKind.NAMED, source="Poe")
        for n in (4, 2, 5, 1, 3)
    )
    result = ground(article, segment(article), Draft(claims=claims, sentences=()))
    first, second, third = 0, text.index("Poe said"), text.rindex("Poe")
    starts = [claim.attribution.span and claim.attribution.span.start for claim in result.claims]
    assert starts == [first, first, second, second, third]
