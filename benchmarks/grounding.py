"""What finding a quote costs, and how often what is found is wrong: ours and two other tools.

    .venv/bin/python benchmarks/grounding.py

The same quotes go through `service.ground`, LangExtract's `WordAligner` and instructor's
`CitationMixin`. They are runs of 12 words from the sentences of `seeds/`, put together to articles
of 700 and 7,000 words: verbatim in order, shuffled, with 2 of 12 words changed, with a number
changed, negated, and 12 words in an order in which they stand nowhere. A span is wrong if its words
are not those of the quote, up to the spelling of quotation marks, dashes and spaces, or if it is
another place than the one the quote was taken from. LangExtract is no dependency of Nutgraf:
`pip install langextract` into the environment, or only the other two are measured.

Ours are timed over all quotes, one a sentence, everything included that `ground` does for an
article; the others over the first of them, because they take long. The last line is one JSON
object; the exit code is 1 where a bound of ours is missed.
"""

# ruff: noqa: INP001 - a script, part of no package

import importlib
import json
import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import machine, python_version
from statistics import median
from time import perf_counter

from instructor import CitationMixin

from schemas import Article, Draft, DraftClaim, SourceKind, Status
from service.ground import ground
from service.normalize import fold
from service.segment import segment

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SIZES = (700, 7_000)
"""Words of an article."""
QUOTE_WORDS = 12
ROUNDS = 15
"""Runs of ours over all quotes of a condition."""
PEER_QUOTES = 40
"""Quotes of a condition that the others are asked for."""
PEER_SECONDS = 20.0
"""After this many seconds of one condition no further quote is begun, where they are asked one by
one."""
BOUNDS = {"ms_a_quote": 0.05, "wrong_spans": 0}
"""Of ours. `ms_a_quote`: milliseconds, median of the rounds, in the 7,000 words, in each condition.
`wrong_spans`: in any condition of any size."""

_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|may|can)\b")


@dataclass(frozen=True)
class Quote:
    """A quote, and the place that it was taken from."""

    text: str
    """As a model would give it."""
    place: tuple[int, int] | None
    """Where it stands in the article, in code points; null where it stands nowhere."""
    sentence: int
    """The number that a model would cite."""


Found = list[tuple[str, tuple[int, int] | None]]
"""Words and, where the tool gives one, the place of what was found; none for a refusal."""


def main() -> int:
    """Measure, print, and return the exit code."""
    chance = random.Random(2026)  # noqa: S311 - for a draw that is the same every time
    results: list[dict[str, object]] = []
    aligner = _langextract()
    if aligner is None:
        _say("langextract is not installed (pip install langextract): the others are measured")
    for size in SIZES:
        article = _article(size)
        for condition, quotes in _conditions(article, chance).items():
            tools: dict[str, tuple[Sequence[Quote], list[float], list[Found]]] = {
                "nutgraf": (quotes, *_ours(article, quotes))
            }
            few = quotes[:PEER_QUOTES]
            if aligner is not None:
                tools["langextract"] = (few, *_at_once(aligner, article, few))
            tools["instructor"] = (few, *_one_by_one(article, few))
            for tool, (asked, times, found) in tools.items():
                row = {
                    "tool": tool,
                    "words": size,
                    "condition": condition,
                    "quotes": len(found),
                    "ms_a_quote": round(median(times), 4),
                    "right": sum(_is_right(q, f) for q, f in zip(asked, found, strict=False)),
                    "wrong_spans": sum(_is_wrong(q, f) for q, f in zip(asked, found, strict=False)),
                }
                results.append(row)
                _say("  ".join(f"{value!s:>11}" for value in row.values()))
    missed = _missed(results)
    _say(
        json.dumps(
            {
                "results": results,
                "bounds": BOUNDS,
                "missed": missed,
                "versions": {name: _version(name) for name in ("nutgraf", "langextract")}
                | {"instructor": _version("instructor"), "python": python_version()},
                "machine": machine(),
            }
        )
    )
    return 1 if missed else 0


def _missed(results: Sequence[dict[str, object]]) -> list[str]:
    ours = [row for row in results if row["tool"] == "nutgraf"]
    return [
        f"{bound}: {row['condition']}, {row['words']} words"
        for row in ours
        for bound, limit in BOUNDS.items()
        if (bound == "wrong_spans" or row["words"] == max(SIZES)) and float(str(row[bound])) > limit
    ]


def _article(size: int) -> Article:
    """Paragraphs of the seed articles, up to the one that reaches the number of words."""
    taken: list[str] = []
    for path in sorted(SEEDS.glob("*.json")):
        for paragraph in json.loads(path.read_bytes())["text"].split("\n\n"):
            if len(" ".join(taken).split()) < size:
                taken.append(paragraph)
    return Article(text="\n\n".join(taken), language="en")


def _conditions(article: Article, chance: random.Random) -> dict[str, list[Quote]]:
    """The quotes, as they stand and spoilt."""
    true = [
        Quote(found[0], (at + found.start(), at + found.end()), sentence.number)
        for sentence in segment(article)
        for at in [sentence.start]
        for found in [re.match(rf"\S+(?:\s+\S+){{{QUOTE_WORDS - 1}}}(?<![^\w])", sentence.text)]
        if found and article.text.count(found[0]) == 1
    ]
    words = sorted({word for quote in true for word in re.findall(r"[a-z]{4,}", quote.text)})
    return {
        "verbatim": true,
        "shuffled": chance.sample(true, len(true)),
        "2 of 12 changed": _spoilt(true, article, lambda text: _replaced(text, words, chance)),
        "number changed": _spoilt(true, article, lambda text: _renumbered(text, chance)),
        "negated": _spoilt(true, article, _negated),
        "absent": _spoilt(true, article, lambda text: _reordered(text, chance)),
    }


def _spoilt(true: Sequence[Quote], article: Article, change: Callable[[str], str]) -> list[Quote]:
    """The quotes that a change can be made to, and that stand nowhere after it."""
    spoilt = (replace(quote, text=change(quote.text), place=None) for quote in true)
    text = fold(article.text)
    return [quote for quote in spoilt if fold(quote.text) not in text]


def _replaced(text: str, words: Sequence[str], chance: random.Random) -> str:
    parts = text.split()
    for at in chance.sample(range(1, QUOTE_WORDS - 1), 2):
        parts[at] = chance.choice(words)
    return " ".join(parts)


def _renumbered(text: str, chance: random.Random) -> str:
    return re.sub(r"\d+", lambda _: str(chance.randint(2, 9_999)), text, count=1)


def _negated(text: str) -> str:
    return _AUXILIARY.sub(r"\g<0> not", text, count=1)


def _reordered(text: str, chance: random.Random) -> str:
    parts = text.split()
    return " ".join(chance.sample(parts, len(parts)))


def _ours(article: Article, quotes: Sequence[Quote]) -> tuple[list[float], list[Found]]:
    draft = Draft(
        claims=tuple(
            DraftClaim(
                first=quote.sentence,
                last=quote.sentence,
                status=Status.STATED_FACT,
                kind=SourceKind.ARTICLE,
                quote=quote.text,
            )
            for quote in quotes
        ),
        sentences=(),
    )
    sentences = segment(article)
    times: list[float] = []
    for _ in range(ROUNDS):
        fresh = Article(text=article.text, language="en")  # nothing kept from the round before
        start = perf_counter()
        grounded = ground(fresh, sentences, draft)
        times.append((perf_counter() - start) * 1000 / len(quotes))
    claims = {claim.id: claim for claim in grounded.claims}
    found: list[Found] = [
        [
            (claims[claim_id].text, (place.start, place.end))
            for claim_id in ids
            for place in claims[claim_id].provenance
        ]
        for ids in grounded.ids
    ]
    return times, found


Align = Callable[[str, Sequence[str]], list[Found]]


def _langextract() -> Align | None:
    """LangExtract's alignment with its own defaults, if it is installed."""
    try:
        resolver = importlib.import_module("langextract.resolver")
        data = importlib.import_module("langextract.core.data")
    except ImportError:
        return None

    def align(text: str, quotes: Sequence[str]) -> list[Found]:
        extractions = [
            data.Extraction(extraction_class="claim", extraction_text=quote) for quote in quotes
        ]
        (aligned,) = resolver.WordAligner().align_extractions([extractions], text)
        places = [one.char_interval for one in aligned]
        return [
            [(text[place.start_pos : place.end_pos], (place.start_pos, place.end_pos))]
            if place is not None and place.start_pos is not None
            else []
            for place in places
        ]

    return align


def _at_once(
    align: Align, article: Article, quotes: Sequence[Quote]
) -> tuple[list[float], list[Found]]:
    start = perf_counter()
    found = align(article.text, [quote.text for quote in quotes])
    return [(perf_counter() - start) * 1000 / len(quotes)], found


def _one_by_one(article: Article, quotes: Sequence[Quote]) -> tuple[list[float], list[Found]]:
    times: list[float] = []
    found: list[Found] = []
    for quote in quotes:
        if sum(times) > PEER_SECONDS * 1000:
            break
        start = perf_counter()
        cited = CitationMixin.model_validate(
            {"substring_quotes": [quote.text]}, context={"context": article.text}
        )
        times.append((perf_counter() - start) * 1000)
        found.append([(words, None) for words in cited.substring_quotes])
    return times, found


def _is_right(quote: Quote, found: Found) -> bool:
    """Whether a true quote was found where it stands, or a spoilt one refused."""
    return not _is_wrong(quote, found) and bool(found) == (quote.place is not None)


def _is_wrong(quote: Quote, found: Found) -> bool:
    return any(
        quote.place is None
        or fold(words).strip() != fold(quote.text)
        or (place is not None and place != quote.place)
        for words, place in found
    )


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
