"""What grounding costs: linear in what it reads, whatever the article or the draft was made for.

Bounds are generous, for shared machines: what they keep out took minutes, or for ever.
"""

from collections.abc import Callable
from time import process_time

import pytest

from schemas import Article, Draft, DraftClaim, DraftSentence, Sentence, SourceKind, Status
from service.ground import ground
from service.normalize import normalize

LIMIT = 200_000
"""Code points of an article at most: the default of NUTGRAF_MAX_ARTICLE_CODE_POINTS."""
QUOTES = 300
"""Claims of a long article."""
SECONDS = 3.0


def fastest(work: Callable[[], object]) -> float:
    """Processor time of the fastest of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def whole(text: str) -> Sentence:
    return Sentence(number=1, paragraph=1, start=0, end=len(text), text=text)


def drafted(*, last: int = 1, quote: str | None = None, source: str | None = None) -> DraftClaim:
    return DraftClaim(
        first=1,
        last=last,
        status=Status.STATED_FACT,
        kind=SourceKind.NAMED if source else SourceKind.ARTICLE,
        source=source,
        quote=quote,
    )


HOSTILE_TEXTS = {
    "invisible characters": lambda n: "a" + "\u00ad\u200b" * (n // 2),
    "white space": lambda n: "a" + " \u00a0" * (n // 2),
    "marks in order": lambda n: "a" + "\u0301" * n,
    "marks out of order": lambda n: "a" + "\u0301\u0323" * (n // 2),
    "composable letters": lambda n: "e\u0301" * (n // 2),
    "Hangul in parts": lambda n: "\u1112\u1161\u11ab" * (n // 3),
    "joiners": lambda n: "👩\u200d" * (n // 2),
    "ellipses": lambda n: "…" * n,
}


@pytest.mark.parametrize("make", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def test_normalising_any_text_takes_time_in_proportion_to_its_length(
    make: Callable[[int], str],
) -> None:
    start = process_time()
    normalize(make(LIMIT))
    assert process_time() - start < SECONDS


HOSTILE_DRAFTS = {
    "a quote inside a word": ("xa" * (LIMIT // 2), "ax" * 9, "ax"),
    "a quote that ends inside a word": ("ab cd " * (LIMIT // 6), "ab cd ab c", "ab c"),
    "a quote that almost fits": ("aa " * (LIMIT // 3), "aa " * 30 + "ab", "aa ab"),
    "a quote in several places": ("aa " * (LIMIT // 3), "aa aa", "aa"),
    "ends that stand all over": ("aa bb " * (LIMIT // 6), "aa … bb", "aa"),
    "ends that are not there": ("aa bb " * (LIMIT // 6), "aa b … bb a", "aa b"),
}


@pytest.mark.parametrize(
    ("text", "quote", "source"), HOSTILE_DRAFTS.values(), ids=HOSTILE_DRAFTS.keys()
)
def test_a_hostile_draft_of_a_long_article_is_read_in_seconds(
    text: str, quote: str, source: str
) -> None:
    article = Article(text=text.strip())
    # Each one different, so that nothing found for one serves the next.
    claims = tuple(
        drafted(quote=f"{quote} {n}" if n % 2 else quote, source=source + " " * n)
        for n in range(QUOTES)
    )
    start = process_time()
    ground(article, [whole(article.text)], Draft(claims=claims, sentences=()))
    assert process_time() - start < 10 * SECONDS


def dams(count: int) -> tuple[Article, list[Sentence]]:
    """An article of so many sentences, each of which says its number twice."""
    text, sentences = "", []
    for number in range(1, count + 1):
        part = f"Dam {number} held on day {number}, Poe said."
        start = len(text)
        sentences.append(
            Sentence(number=number, paragraph=1, start=start, end=start + len(part), text=part)
        )
        text += part + " "
    return Article(text=text), sentences


def test_runs_that_overlap_again_and_again_are_refused() -> None:
    article, sentences = dams(2_000)
    claims = tuple(drafted(last=len(sentences) - n) for n in range(1_000))
    everything = DraftSentence(text="Dam 1 held.", claims=tuple(range(1_000)) * 100)
    start = process_time()
    result = ground(article, sentences, Draft(claims=claims, sentences=(everything,)))
    assert process_time() - start < SECONDS
    assert len(result.claims) == len(sentences)
    assert len(result.refused) == 1_000 - 8
    assert {refusal.dropped.reason for refusal in result.refused} == {
        "the claims before it cover the article several times over already"
    }


def test_a_model_that_repeats_itself_is_answered_as_the_first_time() -> None:
    article, sentences = dams(100)
    claims = (drafted(last=100), drafted(quote="Dam 1 held"), drafted(quote="Dam 1 fell")) * 300
    start = process_time()
    result = ground(article, sentences, Draft(claims=claims, sentences=()))
    assert process_time() - start < SECONDS
    assert len(result.claims) == 101
    assert set(result.ids[::3]) == {result.ids[0]}
    assert set(result.ids[1::3]) == {result.ids[1]}
    assert [refusal.position for refusal in result.refused] == list(range(2, 900, 3))


def test_a_longer_article_costs_in_proportion() -> None:
    def cost(count: int) -> float:
        article, sentences = dams(count)
        claims = tuple(
            drafted(quote=f"held on day {n}{'' if n % 3 else 'th'}", source="Poe").model_copy(
                update={"first": n, "last": n}
            )
            for n in range(1, count + 1)
        )
        draft = Draft(claims=claims, sentences=())
        return fastest(lambda: ground(article, sentences, draft))

    # Ten times the article and ten times the quotes; the square would be a hundred times.
    assert cost(3_000) < 40 * cost(300)
