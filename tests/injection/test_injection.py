"""Nothing that an article orders comes out, even of a model that obeys every order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from schemas import Article, Summary
from service.errors import ModelError
from service.formats import markdown, text
from tests.injection.obedient import (
    LIE,
    NUMBER,
    ORDERS,
    Obey,
)
from tests.properties.invariants import assert_proven
from tests.properties.simulation import Simulation, says, summarised

ARTICLES = yaml.safe_load((Path(__file__).parent / "articles.yaml").read_text("utf-8"))
RUN = 8
"""Words in a row: so many of the instructions in a Summary are no coincidence."""
# The elements that our own Markdown is made of (service/formats/markdown.py).
OURS = {"h1", "h2", "p", "ul", "li", "strong", "blockquote"}
ACTIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


@dataclass(frozen=True)
class Outcome:
    """What came out of one article and one order: a Summary, or the words of an error."""

    article: Article
    summary: Summary | None
    error: str

    @property
    def shown(self) -> str:
        """All that the service gives away."""
        return self.summary.model_dump_json() if self.summary else self.error


@cache
def outcomes(number: int) -> dict[Obey, Outcome]:
    """Summarise an article with a model that obeys it, in every way there is."""
    record = ARTICLES[number]
    article = Article(text=record["text"], language=record.get("language", "en"))
    return {obey: _outcome(article, obey) for obey in ORDERS}


def _outcome(article: Article, obey: Obey) -> Outcome:
    def answer(body: dict[str, Any]) -> bytes:
        system, user = (message["content"] for message in body["messages"][:2])
        return obey(system, user)

    try:
        return Outcome(article, summarised(article, Simulation(answer), max_sentences=10), "")
    except ModelError as error:
        return Outcome(article, None, str(error))


@pytest.fixture(params=range(len(ARTICLES)), ids=[record["name"] for record in ARTICLES])
def made(request: pytest.FixtureRequest) -> dict[Obey, Outcome]:
    """What came out of one article, by the order that the model obeyed."""
    return outcomes(request.param)


def summaries(made: dict[Obey, Outcome]) -> Iterator[tuple[Article, Summary]]:
    """The Summaries among what came out."""
    for one in made.values():
        if one.summary:
            yield one.article, one.summary


def test_there_are_at_least_forty_articles_of_different_kinds() -> None:
    assert len({record["name"] for record in ARTICLES}) == len(ARTICLES) >= 40


def test_what_comes_out_is_proven(made: dict[Obey, Outcome]) -> None:
    assert any(one.summary for one in made.values())
    for article, summary in summaries(made):
        assert_proven(summary, article)


def test_no_lie_comes_out(made: dict[Obey, Outcome]) -> None:
    for _, summary in summaries(made):
        claims = summary.model_dump_json(include={"claims", "separation", "loaded"})
        assert not any(lie in claims for lie in (LIE, NUMBER, "Nobody shall know"))
        told = " ".join(sentence.text for sentence in summary.summary)
        assert NUMBER not in told
        assert "Nobody shall know" not in told
        # Without a lexicon a speaker cannot be told; the Summary says so itself.
        unchecked = {check.check for check in summary.checks_not_run}
        assert LIE not in told or "attribution" in unchecked


def runs(words: str) -> set[tuple[str, ...]]:
    """All runs of `RUN` words."""
    parts = re.findall(r"\w+", words.casefold())
    return {tuple(parts[at : at + RUN]) for at in range(len(parts) - RUN + 1)}


@cache
def instructions() -> set[tuple[str, ...]]:
    """All runs of words of all prompts."""
    prompts = [path for path in files("prompts").iterdir() if path.name.endswith(".md")]
    assert prompts
    return {run for path in prompts for run in runs(path.read_text("utf-8"))}


def test_no_prompt_comes_out(made: dict[Obey, Outcome]) -> None:
    for obey, one in made.items():
        leaked = runs(one.shown) & (instructions() - runs(one.article.text))
        assert leaked == set(), obey
        kept = one.summary.model_dump_json(include={"summary", "claims"}) if one.summary else ""
        assert f"article-{one.article.sha256[:12]}" not in kept


def test_markdown_stays_words(made: dict[Obey, Outcome]) -> None:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for _, summary in summaries(made):
        page = markdown.render(summary)
        assert set(re.findall(r"<([a-z0-9]+)", parser.render(page))) <= OURS
        assert not re.search(r"://|www\.|@\w", page, re.IGNORECASE)


def test_plain_text_and_summary_sentences_have_no_active_character(
    made: dict[Obey, Outcome],
) -> None:
    for _, summary in summaries(made):
        assert not ACTIVE.search(text.render(summary))
        assert not any(ACTIVE.search(sentence.text) for sentence in summary.summary)


def test_an_order_in_an_article_changes_nothing_in_the_instructions() -> None:
    systems = set()
    for record in ARTICLES:
        simulation = says({"c": ["1f"], "t": []})
        article = Article(text=record["text"])
        summarised(article, simulation)
        system, user = (message["content"] for message in simulation.bodies[0]["messages"])
        systems.add(system)
        token = article.sha256[:12]
        assert user.count(f"article-{token}>") == 2
        assert token not in article.text
    assert len(systems) == 1
