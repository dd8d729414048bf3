"""The command as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import CliRunner

from service.cli import app

COMMAND = Path(sys.executable).with_name("nutgraf")
Finished = subprocess.CompletedProcess[bytes]


class Nutgraf(Protocol):
    """Runs the command to its end."""

    def __call__(self, *args: str, stdin: bytes = b"", **environment: str) -> Finished:
        """Run `nutgraf ARGS`, with the environment variables added."""


def environment_of(extra: dict[str, str]) -> dict[str, str]:
    """The environment without settings of whoever runs the tests."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")}
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "OPENAI_API_KEY"):
        own.pop(name, None)
    return own | extra


@pytest.fixture
def nutgraf(tmp_path: Path) -> Nutgraf:
    """The command, run in a directory of its own."""

    def run(*args: str, stdin: bytes = b"", **environment: str) -> Finished:
        return subprocess.run(  # noqa: S603  # our own command
            [COMMAND, *args],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment_of(environment),
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Nutgraf:
    """The command in this process: four times as fast, for tables of cases."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str, stdin: bytes = b"", **environment: str) -> Finished:
        foreign: dict[str, str | None] = dict.fromkeys(
            os.environ.keys() - environment_of({}).keys()
        )
        done = CliRunner().invoke(app, args, input=stdin, env=foreign | environment)
        return Finished(args, done.exit_code, done.stdout_bytes, done.stderr_bytes)

    return run
