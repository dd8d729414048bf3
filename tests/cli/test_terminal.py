"""`nutgraf summarise` on a terminal."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, environment_of

ARTICLE = b"The \x1b]0;owned\x07dam \x1b[31mheld\x1b[0m, the mayor said."
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(tmp_path: Path, **environment: str) -> str:
    """What a terminal is sent."""
    (tmp_path / "article.txt").write_bytes(ARTICLE)
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603  # our own command
        [COMMAND, "summarise", "article.txt"],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
        env=environment_of({"TERM": "xterm"} | environment),
    ):
        os.close(theirs)
        sent = b""
        try:
            while part := os.read(ours, 65_536):
                sent += part
        except OSError:
            # Linux says so, rather than giving nothing, when the other end is closed.
            pass
        finally:
            os.close(ours)
    return sent.decode()


def test_a_terminal_gets_colour_and_nothing_else_that_it_obeys(tmp_path: Path) -> None:
    sent = on_a_terminal(tmp_path)
    assert STYLE.search(sent)
    assert "\x1b" not in STYLE.sub("", sent)
    assert "\x07" not in sent
    assert "\x1b[31mheld" not in sent


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_declined(tmp_path: Path, environment: dict[str, str]) -> None:
    assert "\x1b" not in on_a_terminal(tmp_path, **environment)
