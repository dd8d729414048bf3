"""Five seed articles through the real service and a real model behind a real llama.cpp server.

    make smoke-llama

The model is tiny and answers badly, which is the point: whatever it says, every Summary keeps the
invariants of docs/architecture.md, no request hangs, and what the model failed at is listed. The
way is the users': the articles are posted to `nutgraf serve`, which asks llama.cpp for JSON by a
schema. Each article is posted twice, the second time with the answers of the first.
"""

import re
import signal
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import httpx2

from schemas import EngineName, FindingKind, Summary
from service.evaluate.annotated import Annotated, read_folder
from service.evaluate.count import count
from service.segment import segment
from tests.cli.conftest import COMMAND, environment_of
from tests.gold import SEEDS
from tests.properties.invariants import assert_proven, lasting
from tests.smoke.processes import Server, serving
from tests.smoke.tap import Tap, tapping

ARTICLES = (
    "a01-tessel-reservoir",
    "a05-vohl-results",
    "a10-orrin-leak",
    "b05-merrow-gap",
    "b12-hamstring",
)
"""Different genres; b05 is long enough to be drafted in parts."""
SETTINGS = {
    "NUTGRAF_LLM_MODEL": "smollm2-135m",
    # At 0 it says one word and stops; at 0.8 it makes every kind of mistake.
    "NUTGRAF_LLM_TEMPERATURE": "0.4",
    "NUTGRAF_LLM_MAX_OUTPUT_TOKENS": "400",
    "NUTGRAF_LLM_PART_CODE_POINTS": "3000",
    "NUTGRAF_LLM_TIMEOUT": "60",
    "NUTGRAF_LLM_ATTEMPTS": "2",
    "NUTGRAF_LLM_BUDGET_SECONDS": "100",
}
PATIENCE = 120.0
"""Time that one request may take: what the service allows itself, and some more. In seconds."""
RUN = 5
"""Words in a row: so many of the article in a log line are no coincidence."""
SERVER = Path(__file__).with_name("llama_server.py")


@dataclass(frozen=True)
class Row:
    """What became of one article."""

    id: str
    """Of the article."""
    cells: tuple[str, ...]
    """As the table shows them, after the id."""
    notes: tuple[str, ...]
    """How the Summary came about, where that was not straight."""
    violated: tuple[str, ...]
    """Invariants that did not hold, and what else went wrong; none if all is well."""


_CAME_ABOUT = {FindingKind.MODEL_FAILED, FindingKind.SENTENCE_RENDERED}
HEADINGS = ("engine", "calls", "in", "out", "claims", "refused", "unread", "dropped", "s")


def main() -> int:
    """Run all articles, print the table, and return the exit code."""
    # As an interrupt does: the servers are ended before we are.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    python = Path(sys.argv[1]).absolute()
    found = read_folder(SEEDS, ARTICLES).articles
    say = sys.stdout.write
    say(f"{'article':<24}{''.join(f'{heading:>9}' for heading in HEADINGS)}\n")
    started = perf_counter()
    rows = []
    with (
        TemporaryDirectory() as folder,
        serving([python, SERVER], None, Path(folder)) as llama,
        tapping(llama.address, PATIENCE) as tap,
    ):
        # Below the path of the repository there may be a .env; in a folder of its own is none.
        environment = environment_of(SETTINGS | {"NUTGRAF_LLM_BASE_URL": f"{tap.address}/v1"})
        with serving([COMMAND, "serve", "--port", "0"], environment, Path(folder)) as service:
            for article in found:
                row = run_article(article, service, tap)
                rows.append(row)
                say(f"{row.id:<24}{''.join(f'{cell:>9}' for cell in row.cells)}\n")
                for line in (*row.notes, *(f"VIOLATED: {one}" for one in row.violated)):
                    say(f"    {line}\n")
                sys.stdout.flush()
    violated = sum(len(row.violated) for row in rows)
    took = perf_counter() - started
    say(f"\n{len(rows)} articles in {took:.0f} s; ")
    say(f"{violated} violations\n" if violated else "every invariant holds\n")
    return 1 if violated else 0


def run_article(article: Annotated, service: Server, tap: Tap) -> Row:
    """Post an article twice: once to the model, once to what it answered then."""
    tap.forget()
    logged = len(service.log)
    started = perf_counter()
    try:
        summary = post(article, service)
        seconds = perf_counter() - started
        whole = all(exchange.whole for exchange in tap.all)
        tap.rewind()
        again = post(article, service) if whole else None
    except httpx2.HTTPError as error:
        return Row(article.id, (), (), (f"the service did not answer: {type(error).__name__}",))
    counted = count(article, summary, len(segment(article.article)))
    cells = (
        "degraded" if summary.engine.degraded else str(summary.engine.name),
        str(counted["calls"]),
        str(counted["input_tokens"]),
        str(counted["output_tokens"]),
        str(len(summary.claims)),
        str(counted["dropped.quotes"]),
        str(counted["dropped.lines"]),
        str(counted["dropped.sentences"]),
        f"{seconds:.0f}",
    )
    notes = tuple(one.message for one in summary.findings if one.kind in _CAME_ABOUT)
    if not whole:
        # As where one part of an article fails: the others are not waited for.
        notes += ("not asked again: a call was given up in the middle",)
    log = " ".join(service.log[logged:])
    return Row(article.id, cells, notes, tuple(violations(article, summary, again, log)))


def post(article: Annotated, service: Server) -> Summary:
    """Ask the service as a client would.

    Raises:
        HTTPError: It took longer than `PATIENCE`, or did not answer with success.
    """
    request = {"article": article.article.model_dump(mode="json", exclude_none=True)}
    with httpx2.Client(timeout=PATIENCE, trust_env=False) as client:
        answer = client.post(f"{service.address}/v1/summaries", json=request)
    answer.raise_for_status()
    return Summary.model_validate_json(answer.content)


def violations(
    article: Annotated, summary: Summary, again: Summary | None, log: str
) -> Iterator[str]:
    """Say what did not hold.

    Args:
        article: What was summarised.
        summary: What came of it.
        again: What came of the same answers; None where these could not be given again.
        log: What the service wrote meanwhile.
    """
    try:
        # Also what a hostile model could not do (4): quote what is not there.
        assert_proven(summary, article.article)
    except AssertionError as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        yield f"invariants 1 to 4: {at.name}, line {at.lineno}"
    if again is not None and lasting(again) != lasting(summary):
        yield "invariant 5: the same answers made another Summary"
    words = re.findall(r"\w+", article.article.text)
    told = " ".join(re.findall(r"\w+", log))
    if any(" ".join(words[i : i + RUN]) in told for i in range(len(words) - RUN + 1)):
        yield "invariant 6: the log has words of the article"
    failed = any(finding.kind is FindingKind.MODEL_FAILED for finding in summary.findings)
    if summary.engine.degraded != (summary.engine.name is EngineName.RULES):
        yield "the engine does not say which drafter answered"
    if summary.engine.degraded and not failed:
        yield "the rules answered, and no finding says why"
    if summary.run.calls == 0 or summary.run.output_tokens == 0:
        yield "the model was not asked"


if __name__ == "__main__":
    sys.exit(main())
