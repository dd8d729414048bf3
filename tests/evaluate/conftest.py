"""The command `nutgraf evaluate`, in this process."""

import os
import subprocess
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import CliRunner

from service.cli import app
from tests.cli.conftest import environment_of

Finished = subprocess.CompletedProcess[bytes]


class Evaluate(Protocol):
    """Runs the command to its end."""

    def __call__(self, *args: str, **environment: str) -> Finished:
        """Run `nutgraf evaluate ARGS`, with the environment variables added."""


@pytest.fixture
def evaluate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Evaluate:
    """The command, run in a directory of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str, **environment: str) -> Finished:
        foreign: dict[str, str | None] = dict.fromkeys(os.environ.keys() - environment_of({}))
        done = CliRunner().invoke(app, ["evaluate", *args], env=foreign | environment)
        return Finished(args, done.exit_code, done.stdout_bytes, done.stderr_bytes)

    return run
