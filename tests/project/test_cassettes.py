"""Cassettes: none without a test, none that holds a key, a path, or a stranger's header."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.gateway.cassette import KEPT_HEADERS
from tests.conftest import CASSETTES
from tests.recorded import recording

FILES = sorted(CASSETTES.glob("**/*.yaml"))
SECRET = re.compile(
    r"sk-\w{8,}|bearer\s|api[-_]?key|authorization|set-cookie|organization", re.IGNORECASE
)
PATH = re.compile(r"(?<![\w.])/(?:home|root|tmp|usr|var|work|Users|opt|mnt)/|[A-Z]:\\")


def interactions(path: Path) -> list[dict[str, Any]]:
    recorded: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))["interactions"]
    return recorded


def test_every_cassette_is_somebodys_and_every_recording_has_one() -> None:
    assert {path.stem for path in FILES} == {known.name for known in recording.ALL}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_cassette_holds_only_headers_that_say_what_the_body_is(path: Path) -> None:
    for interaction in interactions(path):
        for side in ("request", "response"):
            assert set(interaction[side]["headers"]) <= KEPT_HEADERS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_cassette_holds_no_secret_and_no_path(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not SECRET.search(text)
    assert not PATH.search(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_cassette_can_be_read_as_text(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "\\u" not in text.replace("\\\\u", "")
    assert "!!binary" not in text
