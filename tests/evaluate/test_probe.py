"""The probe: three articles that ship with Nutgraf, and bounds that tell models apart."""

import asyncio
import tomllib

from schemas import EngineChoice, Status, Summary, SummaryRequest
from service.evaluate.probe import PROBES, Verdict, judge, probe, read_probes
from service.pipeline import summarise
from service.settings import Settings
from tests.gold import SEEDS
from tests.project.checkout import ROOT


def by_the_rules(request: SummaryRequest) -> Summary:
    ruled = request.model_copy(update={"engine": EngineChoice.RULES})
    return asyncio.run(summarise(ruled, Settings(_env_file=None)))


def test_the_articles_are_seeds_that_nothing_was_tuned_on() -> None:
    found = read_probes()
    assert [one.id for one in found] == list(PROBES)
    assert all(name.startswith("b") for name in PROBES)
    assert {claim.status for one in found for claim in one.claims} == set(Status)
    assert len({one.genre for one in found}) == 3


def test_a_wheel_has_the_articles() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    names = [f"seeds/{name}.json" for name in PROBES]
    assert wheel["force-include"] == {name: name for name in names}
    assert all((SEEDS / f"{name}.json").is_file() for name in PROBES)


def test_a_model_has_to_do_better_than_the_rules_do_for_nothing() -> None:
    verdict = probe(by_the_rules)
    assert not verdict.good_enough
    missed = {reason.partition(" ")[0] for reason in verdict.reasons}
    assert {"leak", "macro_f1", "attribution_source", "key_claim_recall"} <= missed


def test_an_article_without_an_answer_is_a_reason_of_its_own() -> None:
    report = probe(by_the_rules).report
    failed = report.articles[0].model_copy(update={"failed": "the provider answered 503"})
    some = report.model_copy(update={"articles": (failed, *report.articles[1:])})
    reasons = judge(some)
    assert reasons[0] == f"{PROBES[0]}: the provider answered 503"
    assert len(reasons) > 1
    assert not Verdict(some, reasons).good_enough
