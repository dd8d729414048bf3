"""Processes that compute for a service."""

import asyncio
import os
import signal
import subprocess
import sys
from multiprocessing import current_process
from pathlib import Path

import pytest

from schemas import Article, EngineChoice, Summary, SummaryRequest
from service.errors import ArticleTooLong
from service.pipeline import summarise, summarise_by_rules
from service.settings import Settings
from service.workers import Workers
from tests.properties.invariants import assert_proven, lasting

ARTICLE = Article(text="The dam may hold, the mayor said. It broke in 1975.", language="en")
REQUEST = SummaryRequest(article=ARTICLE, engine=EngineChoice.RULES)
SETTINGS = Settings(_env_file=None)


def end_this_process() -> None:
    """What a worker does when the system runs out of memory; nothing in the parent."""
    if current_process().name != "MainProcess":
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_worker_proves_as_the_service_itself_does() -> None:
    async def both() -> tuple[Summary, Summary, int]:
        with Workers(1, int) as workers:
            there = await summarise(REQUEST, SETTINGS, workers=workers)
            return there, await summarise(REQUEST, SETTINGS), await workers.run(os.getpid)

    there, here, pid = asyncio.run(both())
    assert lasting(there) == lasting(here)
    assert_proven(there, ARTICLE)
    assert pid != os.getpid()


def test_our_errors_come_out_of_a_worker_as_themselves() -> None:
    async def call() -> None:
        with Workers(1, int) as workers:
            short = Settings(_env_file=None, max_article_code_points=5)
            with pytest.raises(ArticleTooLong, match="has 51 code points; at most 5"):
                await workers.run(summarise_by_rules, REQUEST, short)
            await workers.run(summarise_by_rules, REQUEST, SETTINGS)

    asyncio.run(call())


def test_a_worker_that_dies_is_replaced_and_its_work_is_done() -> None:
    async def call() -> tuple[int, int]:
        with Workers(1, int) as workers:
            before = await workers.run(os.getpid)
            await workers.run(end_this_process)
            return before, await workers.run(os.getpid)

    before, after = asyncio.run(call())
    assert len({before, after, os.getpid()}) == 3


SCRIPT = """
import asyncio, os, time
from service.workers import Workers
if __name__ == "__main__":
    workers = Workers(1, int)
    print(asyncio.run(workers.run(os.getpid)), flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux can wait for any process")
def test_workers_end_when_their_service_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "service_of_ours.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    ) as service:
        assert service.stdout is not None
        worker = int(service.stdout.readline())
        watched = os.pidfd_open(worker)
        service.kill()
    try:
        # Readable when the process has ended; the test's own timeout is the bound.
        asyncio.run(_readable(watched))
    finally:
        os.close(watched)


async def _readable(descriptor: int) -> None:
    ready = asyncio.Event()
    asyncio.get_running_loop().add_reader(descriptor, ready.set)
    await ready.wait()
