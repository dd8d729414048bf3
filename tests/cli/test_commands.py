"""The other commands, and the help."""

import json
import re
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from schemas import Summary
from service.cli import app
from service.cli.boundary import ExitCode
from tests.cli.conftest import Nutgraf

OPENER = build_opener(ProxyHandler({}))


def test_schema_prints_the_schema_of_a_summary(nutgraf: Nutgraf) -> None:
    done = nutgraf("schema")
    assert done.returncode == 0
    assert json.loads(done.stdout) == Summary.model_json_schema(mode="serialization")


def test_without_a_command_the_help_is_shown(nutgraf: Nutgraf) -> None:
    done = nutgraf()
    assert done.returncode == 2
    assert b"summarise" in done.stdout + done.stderr


@pytest.mark.parametrize("command", [[], ["summarise"], ["serve"], ["doctor"], ["schema"]])
def test_the_help_of_each_command_lists_the_exit_codes(command: list[str]) -> None:
    shown = CliRunner().invoke(app, [*command, "--help"])
    assert shown.exit_code == 0
    words = " ".join(re.sub(r"[│╭╮╰╯─]", " ", shown.stdout).split())
    assert "Exit codes: 0 ok;" in words
    assert "2 bad usage, input or setting; 3 model unavailable" in words


def test_the_version_can_be_asked_for(nutgraf: Nutgraf) -> None:
    assert re.fullmatch(rb"nutgraf \d+\.\d+\.\d+\S*\n", nutgraf("--version").stdout)


def test_doctor_says_that_nothing_leaves_the_process(nutgraf: Nutgraf) -> None:
    done = nutgraf("doctor", OPENAI_API_KEY="sk-lying-about")
    assert done.returncode == 0
    assert b"engine    rules" in done.stdout
    assert b"nothing leaves this process" in done.stdout


def test_doctor_finds_a_provider_that_does_not_answer_and_never_shows_the_key(
    nutgraf: Nutgraf,
) -> None:
    done = nutgraf(
        "doctor",
        NUTGRAF_LLM_MODEL="small-model",
        NUTGRAF_LLM_BASE_URL="http://127.0.0.1:9/v1",
        NUTGRAF_LLM_API_KEY="sk-secret",
    )
    assert done.returncode == 3
    told = done.stdout.decode()
    for words in ("small-model", "127.0.0.1:9", "key       set", "answers   no"):
        assert words in told
    assert "sk-secret" not in told + done.stderr.decode()


def test_every_command_option_and_exit_code_is_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    for name, command in group.commands.items():
        assert f"nutgraf {name}" in page
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in page
    for code in [*ExitCode, 1, 130]:
        assert f"| {int(code)} |" in page
