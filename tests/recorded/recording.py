"""Which recordings there are, and how each was asked for.

A recording is a cassette in `cassettes/`, named here; a test fails where the two lists differ.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from schemas import EngineChoice, Summary, SummaryRequest
from service.gateway import connect
from service.pipeline import summarise
from service.settings import Settings
from tests.gold import ARTICLES, Gold, load_gold

MODEL = "bridge"
"""The model that answered; its id is part of every recorded request."""


@dataclass(frozen=True)
class Recording:
    """One cassette: an article and how its summary was asked for."""

    name: str
    """Cassette without its ending."""
    gold: Gold
    """The annotated article."""
    max_sentences: int = 4
    """As in the request."""
    engine: EngineChoice = EngineChoice.LLM
    """As in the request."""
    settings: dict[str, Any] = field(default_factory=dict)
    """Settings that the requests depend on, besides the model."""

    def summarise(self, *, recording: bool) -> Summary:
        """Summarise by the model: a live one while recording, else the recorded one."""
        # While recording, the environment says where the provider is (`make record`).
        here = (
            Settings(**self.settings)
            if recording
            else Settings(_env_file=None, llm_model=MODEL, llm_attempts=1, **self.settings)
        )
        request = SummaryRequest(
            article=self.gold.article, engine=self.engine, max_sentences=self.max_sentences
        )

        async def call() -> Summary:
            gateway = connect(here)
            assert gateway is not None, "set NUTGRAF_LLM_MODEL to record"
            try:
                return await summarise(request, here, gateway)
            finally:
                await gateway.aclose()

        return asyncio.run(call())


def _seed(name: str) -> Gold:
    (gold,) = load_gold(name)
    return gold


SEEDS = tuple(Recording(gold.id, gold) for gold in load_gold())
"""Every seed article, in one call each and a repair where the audit asked for one."""
HELD_OUT = tuple(Recording(gold.id, gold) for gold in load_gold("[klr]*", ARTICLES))
"""Articles that neither the prompt nor the rules were tuned on."""
BROKEN_SCHEMA = Recording("broken-schema", _seed("a04-swing-bridge"), max_sentences=3)
"""An answer that does not fit the schema, and its re-ask."""
UNGROUNDED = Recording("ungrounded-quotes", _seed("a08-quiroga-landslide"), max_sentences=2)
"""An answer with quotes that the article does not have, and its repair."""
LONG = Recording("long-article", _seed("b05-merrow-gap"), settings={"llm_part_code_points": 3_000})
"""An article drafted in parts, and the summary composed from their claims."""
ALL = (*SEEDS, *HELD_OUT, BROKEN_SCHEMA, UNGROUNDED, LONG)
