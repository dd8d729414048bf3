"""Echo: a sentence does not repeat our instructions to the model.

Rule: invariant 4 of the design. An article that asks for the prompt does not get it: six words in a
row that stand in a template of `prompts/` and not in the article are no summary of it. Shorter runs
("the chance of a") are common English; the longest that a reference sentence shares has four.

It cannot see instructions in other words.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.words import fold, tokens

_RUN = 6


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield a finding where a sentence has a run of words of the prompts."""
    if any(
        run in _prompts() and run not in evidence.reading.folded_text for run in _runs(sentence)
    ):
        message = "words of the instructions stand here, not of the article"
        yield evidence.error(FindingKind.ECHO, message)


@cache
def _prompts() -> frozenset[str]:
    """Every run of words in the templates."""
    templates = (path for path in files("prompts").iterdir() if path.name.endswith(".md"))
    return frozenset(run for path in templates for run in _runs(path.read_text("utf-8")))


def _runs(text: str) -> Iterator[str]:
    folded = [fold(token) for token in tokens(text)]
    return (" ".join(folded[at : at + _RUN]) for at in range(len(folded) - _RUN + 1))
