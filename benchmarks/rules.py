"""What the rules engine takes: time for a 600-word article, import time, and memory.

    .venv/bin/python benchmarks/rules.py

Articles of about 600 words are put together from the paragraphs of `seeds/`, twelve different ones,
taken in turn, and what the engine keeps of their sentences is forgotten before each run: a desk
sends an article once. Times are scaled to 600 words, on one core, and the median of all runs.
Import time and memory are those of processes of their own. The last line is one JSON object; the
exit code is 1 where a bound is missed.
"""

# ruff: noqa: INP001 - a script, part of no package

import asyncio
import gc
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from platform import machine, python_version
from statistics import median, quantiles
from time import perf_counter

from schemas import Article, EngineChoice, SummaryRequest
from service.draft import rules
from service.draft.rules_news import content
from service.lexicon import load
from service.lexicon.frames import frames
from service.lexicon.words import words
from service.pipeline import summarise
from service.segment import segment
from service.settings import Settings

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
WORDS = 600
ROUNDS = 30
"""Runs over all articles."""
PROCESSES = 7
"""Of which import time and memory are the median."""

BOUNDS = {"draft_ms": 2.0, "import_s": 0.3, "memory_mb": 80.0}
"""What a bound is for: the rules are the embedded default, so they must cost next to nothing.

`draft_ms`: milliseconds, sentences to claims and summary sentences, warm. `import_s`: seconds to
import the pipeline with the rules. `memory_mb`: megabytes (10⁶ bytes) resident at the peak, after
one article. The whole way of an article (`pipeline_ms`: grounding and audit too) has no bound.
"""

IMPORT = """
from time import perf_counter
start = perf_counter()
import service.pipeline
print(perf_counter() - start)
"""
# VmHWM and not ru_maxrss: the latter starts at the parent's peak.
MEMORY = """
import asyncio, resource, sys
from schemas import Article, EngineChoice, SummaryRequest
from service.pipeline import summarise
from service.settings import Settings
request = SummaryRequest(
    article=Article(text=sys.stdin.read(), language="en"), engine=EngineChoice.RULES
)
asyncio.run(summarise(request, Settings(_env_file=None)))
try:
    lines = open("/proc/self/status").read().splitlines()
    print(next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")))
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak if sys.platform == "darwin" else peak * 1024)
"""


def main() -> int:
    """Measure, print, and return the exit code."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    articles = list(_articles())
    drafts = _times(articles, _draft)
    with asyncio.Runner() as runner:
        wholes = _times(articles, partial(_whole, runner))
    figures = {
        "draft_ms": median(drafts),
        "draft_ms_p95": quantiles(drafts, n=20)[-1],
        "pipeline_ms": median(wholes),
        "pipeline_ms_p95": quantiles(wholes, n=20)[-1],
        "import_s": median(float(_process(IMPORT)) for _ in range(PROCESSES)),
        "memory_mb": median(
            float(_process(MEMORY, articles[0].text)) / 1e6 for _ in range(PROCESSES)
        ),
    }
    missed = [name for name, bound in BOUNDS.items() if figures[name] >= bound]
    for name, value in figures.items():
        bound = f"  bound {BOUNDS[name]:g}" if name in BOUNDS else ""
        _say(f"{name:<16}{value:>9.3f}{bound}{'  MISSED' if name in missed else ''}")
    result = {
        **{name: round(value, 4) for name, value in figures.items()},
        "bounds": BOUNDS,
        "missed": missed,
        "articles": len(articles),
        "words": WORDS,
        "rounds": ROUNDS,
        "nutgraf": version("nutgraf"),
        "python": python_version(),
        "machine": machine(),
    }
    _say(json.dumps(result))
    return 1 if missed else 0


def _articles() -> Iterator[Article]:
    """Pairs of seed articles, cut after the paragraph that reaches the number of words."""
    texts = [json.loads(path.read_bytes())["text"] for path in sorted(SEEDS.glob("*.json"))]
    half = len(texts) // 2
    for one, other in zip(texts[:half], texts[half:], strict=False):
        taken: list[str] = []
        for paragraph in f"{one}\n\n{other}".split("\n\n"):
            if _words("\n\n".join(taken)) < WORDS:
                taken.append(paragraph)
        yield Article(text="\n\n".join(taken), language="en")


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _times(articles: list[Article], work: Callable[[Article], Callable[[], object]]) -> list[float]:
    """Milliseconds a run, scaled to `WORDS`; the first round warms up and is not counted."""
    prepared = [(work(article), WORDS / _words(article.text)) for article in articles]
    times = []
    gc.collect()
    for number in range(ROUNDS + 1):
        for run, scale in prepared:
            _forget()
            start = perf_counter()
            run()
            taken = (perf_counter() - start) * 1000 * scale
            if number:
                times.append(taken)
    return times


def _forget() -> None:
    """Empty the caches: all twelve articles have fewer sentences than they hold."""
    for kept in (words, frames, content, load("en").read):
        kept.cache_clear()


def _draft(article: Article) -> Callable[[], object]:
    """The drafter alone: its sentences are given."""
    sentences = segment(article)
    return lambda: rules.draft(article, sentences)


def _whole(runner: asyncio.Runner, article: Article) -> Callable[[], object]:
    """The pipeline, from the text to the Summary."""
    request = SummaryRequest(article=article, engine=EngineChoice.RULES)
    settings = Settings(_env_file=None)
    return lambda: runner.run(summarise(request, settings))


def _process(code: str, text: str = "") -> str:
    """What a Python process prints that runs `code`."""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True
    )
    return done.stdout


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
