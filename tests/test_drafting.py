"""From sentences to a draft, however long the article and however early the answer ends."""

import asyncio
import json
import re
from typing import Any

import pytest

from schemas import Article, EngineChoice, EngineName, Outcome, Summary, SummaryRequest
from service.errors import AnswerUnusable, ModelError, PromptTooLong, ProviderUnavailable
from service.gateway import connect
from service.pipeline import summarise
from tests.clock import at_once
from tests.properties.invariants import assert_proven
from tests.provider import Provider, Reply, Script, fails, says, serving

_NUMBERS = re.compile(r"^\[(\d+)\]", re.MULTILINE)
WORDS = ("mill", "weir", "ford", "lock", "quay", "dyke", "pier", "dock", "sluice", "canal")


def article(sentences: int, paragraph: int = 3) -> Article:
    """Sentences that are all different, three to a paragraph."""
    texts = [
        f"The council closed the {WORDS[n % 10]} at Halverton {n}{n % 7} on Monday."
        for n in range(sentences)
    ]
    paragraphs = [" ".join(texts[n : n + paragraph]) for n in range(0, sentences, paragraph)]
    return Article(text="\n\n".join(paragraphs), language="en")


def numbers(body: dict[str, Any]) -> list[int]:
    """Numbers of the sentences that a prompt shows."""
    return [int(number) for number in _NUMBERS.findall(body["messages"][1]["content"])]


def is_composing(body: dict[str, Any]) -> bool:
    return "<claims-" in body["messages"][1]["content"]


def facts(these: list[int], *sentences: dict[str, Any]) -> str:
    lines = [f"{number}f" for number in these]
    return json.dumps({"c": lines, "t": sentences}, separators=(",", ":"))


def good(body: dict[str, Any]) -> Reply:
    """A model that calls everything a fact and quotes the first claim it may cite."""
    if is_composing(body):
        number, words = re.search(
            r"^(\d+)\. fact: (.*)$", body["messages"][1]["content"], re.MULTILINE
        ).groups()  # type: ignore[union-attr]
        return says(json.dumps({"t": [{"s": f"{words}", "c": [int(number)]}]}))
    return says(facts(numbers(body)))


def run(
    by: Script,
    about: Article,
    engine: EngineChoice = EngineChoice.LLM,
    received: list[dict[str, Any]] | None = None,
    **settings: Any,
) -> tuple[Summary, Provider]:
    async def call() -> tuple[Summary, Provider]:
        async with serving(by=by) as running:
            if received is not None:
                running.bodies = received
            wanted = running.settings(**settings)
            gateway = connect(wanted)
            assert gateway is not None
            request = SummaryRequest(article=about, engine=engine)
            try:
                return await summarise(request, wanted, gateway), running
            finally:
                await gateway.aclose()

    return at_once(call())


def test_a_long_article_is_drafted_in_parts_at_once_and_composed_once() -> None:
    about = article(60)
    summary, running = run(
        lambda body: good(body).but(delay=5.0), about, llm_part_code_points=1_000
    )
    drafting = [body for body in running.bodies if not is_composing(body)]
    assert len(drafting) > 3
    assert len(running.bodies) == len(drafting) + 1
    assert running.at[len(drafting) - 1] - running.at[0] < 1, "the parts are asked at once"
    assert sorted(n for body in drafting for n in numbers(body)) == list(range(1, 61))
    assert len(summary.claims) == 60
    assert summary.uncovered == ()
    assert len(summary.summary) == 1
    assert_proven(summary, about)


def test_200_000_code_points_are_drafted_and_the_composing_prompt_fits_the_model() -> None:
    about = article(3_420)
    assert 190_000 < len(about.text) <= 200_000
    summary, running = run(good, about)
    assert len(summary.claims) == 3_420
    (composing,) = [body for body in running.bodies if is_composing(body)]
    assert len(composing["messages"][1]["content"]) < 100_000
    longest = max(len(body["messages"][1]["content"]) for body in running.bodies)
    assert longest < 100_000


def test_what_composes_the_summary_of_a_long_article_is_the_point_of_each_paragraph() -> None:
    about = article(60)
    _, running = run(good, about, llm_part_code_points=800)
    (composing,) = [body for body in running.bodies if is_composing(body)]
    claims = re.findall(r"^(\d+)\. fact", composing["messages"][1]["content"], re.MULTILINE)
    positions = [int(number) for number in claims]
    assert positions == sorted(positions)
    assert set(range(1, 61, 3)) <= set(positions)
    assert 60 not in positions


def test_an_answer_that_is_cut_off_goes_on_where_it_was() -> None:
    def brief(body: dict[str, Any]) -> Reply:
        if is_composing(body):
            return good(body)
        these = numbers(body)
        if len(these) <= 4:
            return good(body)
        text = facts(these[:4])
        return says(text[: text.index("]")] + ',"5', finish="length")

    about = article(15)
    summary, running = run(brief, about)
    drafting = [numbers(body) for body in running.bodies if not is_composing(body)]
    assert drafting == [list(range(first, 16)) for first in (1, 4, 7, 10, 13)]
    assert summary.uncovered == ()
    assert len(summary.claims) == 15
    assert summary.run.attempts[0].outcome is Outcome.CUT_OFF
    assert not summary.engine.degraded


@pytest.mark.parametrize("reply", [fails(400, "maximum context length"), says("", finish="length")])
def test_a_part_that_is_too_long_for_the_model_is_halved(reply: Reply) -> None:
    def small(body: dict[str, Any]) -> Reply:
        return reply if len(numbers(body)) > 5 else good(body)

    about = article(18)
    summary, running = run(small, about)
    assert sorted(len(numbers(body)) for body in running.bodies if not is_composing(body)) == [
        4, 4, 5, 5, 9, 9, 18,
    ]  # fmt: skip
    assert len(summary.claims) == 18


def test_a_sentence_that_is_too_long_alone_ends_it() -> None:
    with pytest.raises(PromptTooLong):
        run(lambda _: fails(400, "maximum context length"), article(2))


TWELVE = article(12)


def test_claims_drafted_until_the_provider_broke_off_are_kept_if_they_reach_far() -> None:
    text = facts(list(range(1, 13)))
    broken = says(text[: text.index("]") - 8], finish=None)
    summary, _ = run(lambda _: broken.but(ends="closed", raw=b""), TWELVE, llm_attempts=1)
    assert summary.engine.name is EngineName.LLM
    assert len(summary.claims) == 10
    assert len(summary.uncovered) == 2
    assert summary.summary, "the first claims in their own words"
    (kept, plain) = [f.message for f in summary.findings if f.kind.value == "model_failed"]
    assert "kept" in kept
    assert "own words" in plain
    assert_proven(summary, TWELVE)


def test_what_reaches_less_than_half_is_left_to_the_rules() -> None:
    text = facts(list(range(1, 13)))
    broken = says(text[:20], finish=None).but(ends="closed", raw=b"")
    summary, _ = run(lambda _: broken, TWELVE, engine=EngineChoice.AUTO, llm_attempts=1)
    assert summary.engine.degraded
    with pytest.raises(ProviderUnavailable):
        run(lambda _: broken, TWELVE, llm_attempts=1)


def test_claims_of_an_answer_whose_summary_fits_no_schema_are_kept_and_composed_from() -> None:
    def careless(body: dict[str, Any]) -> Reply:
        if is_composing(body):
            return good(body)
        return says(facts(numbers(body))[:-1].replace('"t":[]', '"t":"none"') + "}")

    summary, running = run(careless, TWELVE)
    assert len(running.bodies) == 3
    assert len(summary.claims) == 12
    assert len(summary.summary) == 1


def test_a_time_that_is_up_keeps_what_was_said() -> None:
    slow = says(facts(list(range(1, 13))), size=4).but(drip=10.0)
    summary, _ = run(lambda _: slow, TWELVE, llm_budget_seconds=105)
    assert summary.engine.name is EngineName.LLM
    assert 6 <= len(summary.claims) < 12
    assert summary.run.attempts[0].outcome is Outcome.GIVEN_UP
    assert_proven(summary, TWELVE)


def test_a_repair_that_cannot_be_paid_for_leaves_the_draft() -> None:
    lines = ["1f", "2f||words that are not there"]
    first = json.dumps(
        {
            "c": lines,
            "t": [{"s": "The council closed the mill at Halverton 00 on Monday.", "c": [1]}],
        }
    )
    summary, running = run(lambda _: says(first), article(2), llm_budget_output_tokens=150)
    assert len(running.bodies) == 1
    assert [f.message for f in summary.findings if "mended" in f.message]
    assert len(summary.summary) == 1


def run_two(
    first: Reply, second: Script, engine: EngineChoice = EngineChoice.LLM
) -> tuple[Summary, Provider, Provider]:
    """Summarise with two models: `first` of the provider that is asked first, then the other."""

    async def call() -> tuple[Summary, Provider, Provider]:
        async with serving(first) as one, serving(by=second) as two:
            spare = {"model": "spare", "base_url": two.url}
            wanted = one.settings(llm_fallbacks=[spare], llm_attempts=2)
            gateway = connect(wanted)
            assert gateway is not None
            request = SummaryRequest(article=TWELVE, engine=engine)
            try:
                return await summarise(request, wanted, gateway), one, two
            finally:
                await gateway.aclose()

    return at_once(call())


@pytest.mark.parametrize(
    ("first", "calls"),
    [
        (fails(503), 2),
        (fails(401), 1),
        (says("x", finish="content_filter"), 1),
        (says("no JSON"), 2),
        (Reply(ends="reset"), 2),
    ],
    ids=["down", "wrong key", "filtered", "no schema", "reset"],
)
def test_the_next_model_answers_where_one_fails(first: Reply, calls: int) -> None:
    summary, one, two = run_two(first, good)
    assert (len(one.bodies), len(two.bodies)) == (calls, 1)
    assert (summary.engine.model, summary.engine.degraded) == ("spare", False)
    assert [a.model for a in summary.run.attempts] == ["scripted"] * calls + ["spare"]
    assert summary.run.calls == calls + 1


def test_every_error_of_every_model_ends_in_the_rules_or_in_the_first_models_error() -> None:
    unfit = says("no JSON")
    summary, _, _ = run_two(fails(503), lambda _: unfit, EngineChoice.AUTO)
    assert summary.engine.degraded
    with pytest.raises(ModelError, match="503"):
        run_two(fails(503), lambda _: unfit)


def test_claims_are_handed_on_while_the_answer_is_under_way() -> None:
    seen: list[tuple[float, str]] = []

    async def call() -> tuple[Summary, float]:
        text = facts(
            [1, 2, 99, 3], {"s": "The council closed the mill at Halverton 00 on Monday.", "c": [1]}
        )
        async with serving(says(text, size=6).but(drip=1.0)) as running:
            wanted = running.settings()
            gateway = connect(wanted)
            assert gateway is not None
            clock = asyncio.get_running_loop().time
            started = clock()
            summary = await summarise(
                SummaryRequest(article=article(3), engine=EngineChoice.LLM),
                wanted,
                gateway,
                lambda claim: seen.append((clock() - started, claim.text)),
            )
            await gateway.aclose()
            return summary, clock() - started

    summary, took = at_once(call())
    assert [text for _, text in seen] == [claim.text for claim in summary.claims]
    assert seen[0][0] < took / 5


def test_nothing_of_use_in_any_answer_is_an_error() -> None:
    with pytest.raises(AnswerUnusable, match="nor did its second"):
        run(lambda _: says('{"c": [], "t": 5}'), TWELVE)
