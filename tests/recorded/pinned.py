"""What is held fast of a recording: what the model answered, and what was made of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from vcr.cassette import Cassette

from schemas import EngineName, Severity, Summary
from tests.properties.invariants import assert_proven
from tests.recorded.answers import answers
from tests.recorded.recording import Recording


@dataclass(frozen=True)
class Pinned:
    """What stood in a recording when it was made, and in the Summary made of it."""

    calls: int
    """Calls to the model: one, and one more where a repair was asked for."""
    lines: int
    """Claim lines in its first answer."""
    first: str
    """The first of them."""
    statuses: tuple[int, int, int, int]
    """Stated facts, unconfirmed, speculation, opinion in the Summary."""
    lead: str
    """First sentence of the summary."""
    cites: tuple[str, ...]
    """Claims that each sentence of the summary cites."""


def each(recordings: Iterable[Recording]) -> list[Any]:
    """Recordings as parameters of a test, each with the cassette of its name."""
    return [
        pytest.param(recorded, marks=pytest.mark.default_cassette(recorded.name), id=recorded.name)
        for recorded in recordings
    ]


def summarised(recorded: Recording, *, live: bool) -> Summary:
    """Summarise a recording, live while it is made; what always holds of a Summary holds."""
    summary = recorded.summarise(recording=live)
    assert_proven(summary, recorded.gold.article)
    assert summary.engine.name is EngineName.LLM
    assert all(finding.severity is not Severity.ERROR for finding in summary.findings)
    assert 1 <= len(summary.summary) <= recorded.max_sentences
    return summary


def pinned(summary: Summary, cassette: Cassette) -> Pinned:
    """What there is to hold fast."""
    answered = json.loads(answers(cassette)[0])
    separated = summary.separation
    return Pinned(
        calls=summary.run.calls,
        lines=len(answered["c"]),
        first=answered["c"][0],
        statuses=(
            len(separated.stated_facts),
            len(separated.unconfirmed),
            len(separated.speculation),
            len(separated.opinion),
        ),
        lead=summary.summary[0].text,
        cites=tuple(" ".join(sentence.claims) for sentence in summary.summary),
    )
