"""`nutgraf serve` as a process of its own: its life, its log, and its recordings."""

import json
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from schemas import Summary
from service.cli import serve
from tests.cli.conftest import COMMAND, Nutgraf, environment_of
from tests.conftest import CASSETTES
from tests.gold import load_gold
from tests.properties.invariants import lasting
from tests.provider import provider, says

OPENER = build_opener(ProxyHandler({}))


@contextmanager
def serving(
    tmp_path: Path, *args: str, **environment: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run `nutgraf serve`; give its address once it listens."""
    with subprocess.Popen(  # noqa: S603  # our own command
        [COMMAND, "serve", "--port", "0", *args],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment_of(environment),
        text=True,
    ) as process:
        assert process.stderr is not None
        try:
            found = re.search(r"http://\S+", process.stderr.readline())
            assert found
            yield found.group(), process
        finally:
            process.kill()


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)]
)
def test_serve_answers_on_loopback_until_stopped_and_logs_no_words(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    with serving(tmp_path) as (address, process):
        assert address.startswith("http://127.0.0.1:")
        request = Request(  # noqa: S310  # loopback
            f"{address}/v1/summaries?Halverton",
            data=b'{"article": {"text": "Halverton fell."}}',
            headers={"content-type": "application/json"},
        )
        with OPENER.open(request, timeout=30) as response:
            summary = Summary.model_validate_json(response.read())
            request_id = response.headers["X-Request-ID"]
        process.send_signal(number)
        _, log = process.communicate(timeout=60)
    assert process.returncode == code
    assert f"id={request_id} method=POST route=/v1/summaries status=200" in log
    assert f"article={summary.article.sha256[:12]}/15" in log
    assert "Application shutdown complete" in log
    assert "Traceback" not in log
    assert "Halverton" not in log


def test_a_port_that_is_taken_is_one_line_and_exit_code_2(nutgraf: Nutgraf) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = nutgraf("serve", "--port", str(port))
    assert done.returncode == 2
    message = f"nutgraf: cannot listen on 127.0.0.1 port {port}: Address already in use\n"
    assert done.stderr.decode() == message


def test_an_address_that_others_can_reach_is_warned_about(tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603  # our own command
        [COMMAND, "serve", "--port", "0", "--host", "0.0.0.0"],  # noqa: S104  # the claim
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment_of({}),
        text=True,
    ) as process:
        assert process.stderr is not None
        warning = process.stderr.readline()
        process.kill()
    assert "no login" in warning
    assert "NUTGRAF_ALLOWED_HOSTS" in warning


def test_no_response_waits_for_a_delayed_acknowledgement() -> None:
    with serve._listen("127.0.0.1", 0) as listener:  # noqa: SLF001  # 40 ms that no test can time
        assert listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def post(address: str, **body: Any) -> tuple[int, Any]:
    """Ask for a summary."""
    request = Request(  # noqa: S310  # loopback
        f"{address}/v1/summaries",
        data=json.dumps(body).encode(),
        headers={"content-type": "application/json"},
    )
    try:
        with OPENER.open(request, timeout=60) as response:
            return response.status, json.loads(response.read())
    except HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


def test_the_projects_own_recordings_are_replayed_the_same_every_time(tmp_path: Path) -> None:
    (gold,) = load_gold("a04-swing-bridge")
    article = gold.article.model_dump(mode="json", exclude_none=True)
    with serving(tmp_path, "--replay", str(CASSETTES), NUTGRAF_LLM_MODEL="bridge") as (address, _):
        (status, one), (_, two) = (post(address, article=article, engine="llm") for _ in range(2))
        missing, problem = post(address, article={"text": "Halverton fell."}, engine="auto")
        wrong, limit = post(address, article=article, engine="llm", max_sentences=9)
    assert status == 200
    assert one["engine"]["provider"] is None
    summaries = [Summary.model_validate_json(json.dumps(each)) for each in (one, two)]
    assert lasting(summaries[0]) == lasting(summaries[1])
    assert (missing, wrong) == (502, 502)
    assert problem["type"] == "urn:nutgraf:problem:recording-missing"
    assert "the article is not among those recorded" in problem["detail"]
    assert "max_sentences" in limit["detail"]


def test_what_a_service_recorded_another_one_replays(tmp_path: Path) -> None:
    answer = {"c": ["1f|mayor"], "t": [{"s": "The dam held, the mayor said.", "c": [1]}]}
    article = {"text": "The dam held, the mayor said.", "language": "en"}
    folder = tmp_path / "recordings"
    with provider(says(json.dumps(answer))) as running:
        there = {"NUTGRAF_LLM_MODEL": "scripted", "NUTGRAF_LLM_BASE_URL": running.url}
        with serving(tmp_path, "--record", str(folder), **there) as (address, _):
            status, recorded = post(address, article=article, engine="llm")
    assert status == 200
    assert len(list(folder.iterdir())) == 1
    with serving(tmp_path, "--replay", str(folder), NUTGRAF_LLM_MODEL="scripted") as (address, _):
        status, replayed = post(address, article=article, engine="llm")
    assert status == 200
    assert replayed["summary"] == recorded["summary"]
    assert replayed["claims"] == recorded["claims"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--replay", "."], "NUTGRAF_LLM_MODEL set"),
        (["--record", "x", "--replay", "y"], "one of them"),
    ],
)
def test_recordings_that_cannot_be_are_one_line_and_exit_code_2(
    inside: Nutgraf, args: list[str], words: str
) -> None:
    done = inside("serve", "--port", "0", *args)
    assert done.returncode == 2
    assert words in done.stderr.decode()


def test_a_folder_without_recordings_is_one_line_and_exit_code_2(inside: Nutgraf) -> None:
    done = inside("serve", "--port", "0", "--replay", ".", NUTGRAF_LLM_MODEL="m")
    assert done.returncode == 2
    assert "holds no cassette" in done.stderr.decode()
