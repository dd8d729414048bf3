"""The way of an article through a model that answers well, badly, or not at all."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Article, EngineChoice, EngineName, OnFailure, Summary, SummaryRequest
from service.errors import (
    AnswerUnusable,
    ArticleTooLong,
    ConfigurationError,
    ProviderRefused,
)
from service.gateway import connect
from service.pipeline import summarise
from service.settings import Settings
from tests.gold import Gold, load_gold
from tests.properties.invariants import assert_proven, lasting
from tests.provider import Reply, provider, says

ARTICLE = Article(
    text=(
        "The bridge will close on Monday, the council said. Traders say trade has halved. "
        "It could stay shut until May.\n\nRepairs cost £4 million."
    ),
    title="Bridge to close",
    language="en",
)
CLAIMS = ["1f|council", "2u|~Traders", "3s", "4f"]
GOOD = {"s": "The bridge will close on Monday, the council said.", "c": [1]}
HEDGED = {"s": "It could stay shut until May.", "c": [3]}
WRONG = {"s": "Repairs cost £9 million.", "c": [4]}


def answer(claims: list[str], *sentences: dict[str, Any]) -> Reply:
    return says(json.dumps({"c": claims, "t": sentences}, ensure_ascii=False))


def run(
    *script: Reply,
    article: Article = ARTICLE,
    engine: EngineChoice = EngineChoice.LLM,
    on_failure: OnFailure | None = None,
    **settings: Any,
) -> tuple[Summary, list[dict[str, Any]]]:
    """Summarise with a provider that plays the script; the bodies it received come too."""

    async def call() -> Summary:
        gateway = connect(running.settings(**settings))
        assert gateway is not None
        request = SummaryRequest(article=article, engine=engine, on_failure=on_failure)
        try:
            return await summarise(request, running.settings(**settings), gateway)
        finally:
            await gateway.aclose()

    with provider(*script) as running:
        return asyncio.run(call()), running.bodies


def by_rules(article: Article, **changes: Any) -> Summary:
    request = SummaryRequest(article=article, engine=EngineChoice.RULES, **changes)
    return asyncio.run(summarise(request, Settings(_env_file=None)))


def test_a_good_answer_becomes_a_summary_that_leads_back_to_the_article() -> None:
    summary, bodies = run(answer(CLAIMS, GOOD, HEDGED))
    assert [(s.text, s.claims) for s in summary.summary] == [
        (GOOD["s"], ("c1",)),
        (HEDGED["s"], ("c3",)),
    ]
    assert summary.separation.model_dump() == {
        "stated_facts": ("c1", "c4"),
        "unconfirmed": ("c2",),
        "speculation": ("c3",),
        "opinion": (),
    }
    assert [c.attribution.source for c in summary.claims] == ["council", "Traders", None, None]
    assert summary.engine.name is EngineName.LLM
    assert summary.engine.prompt is not None
    assert summary.run.calls == len(bodies) == 1
    assert (summary.dropped, summary.uncovered) == ((), ())
    assert_proven(summary, ARTICLE)


def test_the_schema_is_strict_on_the_wire() -> None:
    _, (body,) = run(answer(CLAIMS, GOOD))
    sent = body["response_format"]["json_schema"]
    assert sent["strict"] is True
    assert sent["schema"]["additionalProperties"] is False
    assert sent["schema"]["required"] == ["c", "t"]


def test_an_answer_that_does_not_fit_the_schema_is_asked_for_once_more() -> None:
    summary, bodies = run(says('{"c": "1f"}'), answer(CLAIMS, GOOD))
    assert summary.run.calls == 2
    assert len(summary.claims) == 4
    asked, again = (body["messages"] for body in bodies)
    assert again[:2] == asked
    assert again[2] == {"role": "assistant", "content": '{"c": "1f"}'}
    assert "https://" not in again[3]["content"]
    assert bodies[1]["response_format"] == bodies[0]["response_format"]


@pytest.mark.parametrize("content", ["", "no", '{"c": []}', "[]", '{"c": [1], "t": NaN}', "\x00"])
def test_two_answers_that_fit_no_schema_degrade_or_fail_as_asked(content: str) -> None:
    summary, bodies = run(says(content), engine=EngineChoice.AUTO)
    assert summary.engine.degraded
    assert summary.engine.name is EngineName.RULES
    assert summary.claims
    assert [f.kind.value for f in summary.findings][:1] == ["model_failed"]
    assert len(bodies) == 2
    with pytest.raises(AnswerUnusable, match="nor did its second"):
        run(says(content))


def test_a_refusal_of_the_provider_degrades_or_fails_as_asked() -> None:
    summary, _ = run(Reply(status=401), on_failure=OnFailure.RULES)
    assert summary.engine.degraded
    with pytest.raises(ProviderRefused):
        run(Reply(status=401), engine=EngineChoice.AUTO, on_failure=OnFailure.ERROR)


def test_an_answer_of_which_nothing_can_be_grounded_is_a_failure() -> None:
    nothing = answer(["999f", "1f||words that are not there"], GOOD)
    with pytest.raises(AnswerUnusable, match="none of the claims"):
        run(nothing)
    summary, _ = run(nothing, engine=EngineChoice.AUTO)
    assert summary.engine.degraded


def test_refused_claims_are_sent_back_once_and_mended() -> None:
    summary, bodies = run(
        answer(["1f|council", "3s||It will stay … May"], GOOD),
        answer(["3s||It could stay … May"]),
    )
    assert len(bodies) == 2
    assert "3s||It will stay … May" in bodies[1]["messages"][1]["content"]
    assert [c.text for c in summary.claims][1] == "It could stay shut until May"
    assert summary.dropped == ()


def test_refused_claims_that_stay_refused_are_listed_with_the_reason() -> None:
    summary, bodies = run(answer(["1f|council", "3s||It will stay", "999f", "?"], GOOD), answer([]))
    assert len(bodies) == 2
    assert {d.what: d.reason for d in summary.dropped} == {
        "drafted claim 2 (sentence 3)": "the quote is not in the article in these words",
        "drafted claim 3 (sentence 999)": (
            "it cites sentences that do not exist; the article has 4"
        ),
        "drafted claim 4": "its line does not read “sentences, status letter|source|part”",
    }
    assert [span.text for span in summary.uncovered] == [
        "Traders say trade has halved.",
        "It could stay shut until May.",
        "Repairs cost £4 million.",
    ]


def test_a_failed_sentence_is_written_again_once() -> None:
    mended = {"s": "Repairs cost £4 million.", "c": [4]}
    summary, bodies = run(answer(CLAIMS, GOOD, WRONG), answer([], mended))
    assert [s.text for s in summary.summary] == [GOOD["s"], mended["s"]]
    assert ("sentence_repaired", "s2") in {(f.kind.value, f.where) for f in summary.findings}
    assert len(bodies) == 2


def test_a_sentence_that_fails_again_is_replaced_by_its_claim_and_listed() -> None:
    summary, bodies = run(answer(CLAIMS, WRONG, GOOD), answer([], WRONG))
    assert [s.text for s in summary.summary] == [
        "The article says: “Repairs cost £4 million”.",
        GOOD["s"],
    ]
    assert [d.what for d in summary.dropped] == ["drafted sentence 1"]
    assert "9" in summary.dropped[0].reason
    assert len(bodies) == 2


def test_a_sentence_said_twice_is_shown_once_and_listed() -> None:
    summary, _ = run(answer(CLAIMS, GOOD, WRONG), answer([], GOOD))
    assert [s.text for s in summary.summary] == [GOOD["s"]]
    assert [(d.what, d.reason) for d in summary.dropped] == [
        ("drafted sentence 2", "it repeats a sentence before it")
    ]


def test_a_model_that_loops_is_asked_to_mend_each_line_once_and_not_without_end() -> None:
    looping = ["1f|council", *["3s||It will stay"] * 300, *[f"{n}f" for n in range(10, 310)]]
    summary, bodies = run(answer(looping, GOOD), answer([]))
    asked = bodies[1]["messages"][1]["content"]
    assert asked.count("3s||It will stay") == 1
    assert asked.count("do not exist") < 40
    assert len(summary.dropped) == 600


def test_what_was_good_is_kept_when_the_repair_call_fails() -> None:
    summary, _ = run(answer(CLAIMS, GOOD, WRONG), Reply(status=503))
    assert summary.summary[0].text == GOOD["s"]
    assert summary.engine.degraded is False
    assert [f.message for f in summary.findings if f.kind.value == "model_failed"] == [
        "nothing was mended, because the provider 127.0.0.1:"
        + summary.engine.provider.rpartition(":")[2]  # type: ignore[union-attr]
        + " answered 503"
    ]


def test_a_sentence_that_cites_nothing_is_dropped() -> None:
    uncited = {"s": "All is well.", "c": [17]}
    summary, _ = run(answer(CLAIMS, GOOD, uncited), answer([], uncited))
    assert [s.text for s in summary.summary] == [GOOD["s"]]
    assert [d.what for d in summary.dropped] == ["drafted sentence 2"]


def test_a_long_article_is_drafted_in_parts_and_summarised_from_their_claims() -> None:
    article = Article(text="\n\n".join(f"Dam {n} held." for n in range(60)), language="en")
    sentence = {"s": "Dam 0 held.", "c": [1]}
    parts = [answer([f"{n + 1}f" for n in range(60)])] * 2
    summary, bodies = run(
        *parts, says(json.dumps({"t": [sentence]})), article=article, llm_part_code_points=500
    )
    assert [body["response_format"]["json_schema"]["name"] for body in bodies] == [
        "WireDraft",
        "WireDraft",
        "WireSummary",
    ]
    assert len(summary.claims) == 60
    assert [s.text for s in summary.summary] == ["Dam 0 held."]
    assert_proven(summary, article)


def test_a_failing_part_fails_the_draft_once() -> None:
    article = Article(text="\n\n".join(f"Dam {n} held." for n in range(60)), language="en")
    with pytest.raises(ProviderRefused):
        run(Reply(status=403), article=article, llm_part_code_points=500)


def test_the_same_answers_give_the_same_summary() -> None:
    script = (answer(CLAIMS, GOOD, WRONG), answer([], WRONG))
    first, second = run(*script)[0], run(*script)[0]
    # Every provider of a test has a port of its own.
    drop = {"provider"}
    assert {**lasting(first), "engine": first.engine.model_dump(exclude=drop)} == {
        **lasting(second),
        "engine": second.engine.model_dump(exclude=drop),
    }
    assert first.id != second.id


def test_an_article_over_the_limit_is_refused_before_anything_is_sent() -> None:
    request = SummaryRequest(article=ARTICLE, engine=EngineChoice.RULES)
    settings = Settings(_env_file=None, max_article_code_points=100)
    with pytest.raises(ArticleTooLong, match="at most 100"):
        asyncio.run(summarise(request, settings))


def test_asking_for_a_model_that_is_not_configured_says_what_to_set() -> None:
    request = SummaryRequest(article=ARTICLE, engine=EngineChoice.LLM)
    with pytest.raises(ConfigurationError, match="NUTGRAF_LLM_MODEL"):
        asyncio.run(summarise(request, Settings(_env_file=None)))


def test_auto_without_a_model_uses_the_rules_and_is_not_degraded() -> None:
    request = SummaryRequest(article=ARTICLE)
    summary = asyncio.run(summarise(request, Settings(_env_file=None)))
    assert (summary.engine.name, summary.engine.degraded) == (EngineName.RULES, False)


def test_a_language_without_a_lexicon_is_summarised_and_its_checks_are_listed() -> None:
    article = Article(text="Die Brücke schließt am Montag, sagte der Rat.", language="de")
    summary = by_rules(article)
    assert {c.check for c in summary.checks_not_run} >= {"certainty", "attribution", "negation"}
    assert summary.separation.stated_facts == ()
    assert_proven(summary, article)


@pytest.mark.parametrize("gold", load_gold(), ids=lambda gold: gold.id)
def test_the_rules_prove_every_seed_article(gold: Gold) -> None:
    summary = by_rules(gold.article)
    assert_proven(summary, gold.article)
    assert 1 <= len(summary.summary) <= 4
    assert summary.uncovered == () or len(summary.uncovered) < len(summary.claims) / 4


@given(st.text(min_size=1, max_size=400).filter(str.strip), st.integers(1, 10))
def test_any_article_gives_a_summary_that_can_be_proven(text: str, limit: int) -> None:
    article = Article(text=text, language="en")
    summary = by_rules(article, max_sentences=limit)
    assert_proven(summary, article)
    assert len(summary.summary) <= limit
