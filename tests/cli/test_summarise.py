"""`nutgraf summarise`: what it reads, what it writes where, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from schemas import Summary
from tests.cli.conftest import COMMAND, Nutgraf, environment_of

TEXT = (
    "Water in the Tessel reservoir fell to 31.4 percent on Monday, the water authority said.\n\n"
    "A hosepipe ban could follow before the end of the month.\n"
)
SEED = Path(__file__).parents[2] / "seeds" / "a01-tessel-reservoir.json"


def only_line(stderr: bytes) -> str:
    """The one line on standard error, without the name of the command."""
    text = stderr.decode()
    assert text.endswith("\n")
    assert text.count("\n") == 1
    assert text.startswith("nutgraf: ")
    return text.removeprefix("nutgraf: ").rstrip("\n")


def test_json_output_is_the_summary_and_nothing_else(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", str(SEED), "--format", "json")
    assert done.returncode == 0
    summary = Summary.model_validate_json(done.stdout)
    text = json.loads(SEED.read_bytes())["text"]
    assert summary.article.length == len(text)
    assert summary.article.language == "en"
    for claim in summary.claims:
        for span in claim.provenance:
            assert text[span.start : span.end] == span.text


def test_keys_that_no_article_has_are_named_on_standard_error(nutgraf: Nutgraf) -> None:
    line = only_line(nutgraf("summarise", str(SEED)).stderr)
    assert line.endswith("ignored keys: id, genre, claims, loaded, key_claims, reference_summary")


def test_text_is_for_reading(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", "-", "--language", "en", stdin=TEXT.encode())
    assert done.returncode == 0
    assert done.stderr == b""
    shown = done.stdout.decode()
    for heading in ("Summary", "Stated facts", "Unconfirmed", "Speculation", "Opinion"):
        assert f"\n{heading}" in f"\n{shown}"
    assert "\x1b" not in shown
    assert shown.splitlines()[-1] == "Engine: rules"


def test_markdown_is_markdown(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", "-", "--format", "markdown", stdin=TEXT.encode())
    assert done.stdout.startswith(b"## Summary\n")


def test_the_width_of_a_pipe_can_be_set(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", "-", stdin=TEXT.encode(), COLUMNS="40")
    assert max(len(line) for line in done.stdout.decode().splitlines()) <= 40


def test_a_file_is_read_byte_by_byte(nutgraf: Nutgraf) -> None:
    done = nutgraf(
        "summarise", "-", "--format", "json", stdin=b"\xef\xbb\xbfIt fell.\r\nIt rose.\r"
    )
    assert json.loads(done.stdout)["article"]["length"] == len("It fell.\r\nIt rose.\r")


def test_json_is_known_by_its_brace_on_standard_input(nutgraf: Nutgraf) -> None:
    done = nutgraf(
        "summarise", "-", "--format", "json", stdin=b'{"text": "It fell.", "title": "T"}'
    )
    assert json.loads(done.stdout)["article"]["title"] == "T"


def test_the_language_can_be_given(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", str(SEED), "--format", "json", "--language", "de")
    assert json.loads(done.stdout)["article"]["language"] == "de"


def test_sentences_are_at_most_as_many_as_asked_for(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", str(SEED), "--format", "json", "--max-sentences", "1")
    assert len(json.loads(done.stdout)["summary"]) <= 1


def test_timings_go_to_standard_error(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", "-", "--format", "json", "--timings", stdin=TEXT.encode())
    stages = [line.split()[0] for line in done.stderr.decode().splitlines()]
    assert "segment" in stages
    assert stages[-1] == "in"
    Summary.model_validate_json(done.stdout)


def test_output_is_utf8_whatever_the_locale_says(nutgraf: Nutgraf) -> None:
    text = "“Naïve”, said 日本 😀."
    done = nutgraf("summarise", "-", stdin=text.encode(), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "日本 😀" in done.stdout.decode()


def test_terminal_codes_in_an_article_do_nothing(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", "-", stdin=b"It \x1b[31mfell\x1b[0m [bold]hard[/bold] \xc2\x9b2J.")
    assert b"\x1b" not in done.stdout
    assert b"\xc2\x9b" not in done.stdout
    assert b"[bold]hard[/bold]" in done.stdout


BAD_INPUT = {
    "not utf-8": ("a.txt", b"It fell\xff.", "a.txt: not UTF-8: the byte at offset 7 "),
    "cut off json": ("a.json", b'{"text": "Halverton', "a.json: not JSON: line 1, column 10"),
    "a json array": ("a.json", b'["Halverton"]', "a.json: the JSON is not an object"),
    "no text": ("a.json", b'{"title": "Halverton"}', "a.json: text: required, but missing"),
    "empty": ("a.txt", b"", "a.txt: text: the text is empty"),
    "a wrong type": ("a.json", b'{"text": 5}', "a.json: text: not a string; accepted: a string"),
    "deep": ("a.json", b"[" * 100_000, "a.json: the JSON is nested too deep"),
    "nan": ("a.json", b'{"text": NaN}', "a.json: NaN is not JSON"),
}


@pytest.mark.parametrize(("name", "data", "words"), BAD_INPUT.values(), ids=BAD_INPUT.keys())
def test_bad_input_is_one_line_and_exit_code_2(
    inside: Nutgraf, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    done = inside("summarise", name)
    assert done.returncode == 2
    assert done.stdout == b""
    assert only_line(done.stderr).startswith(words)
    assert b"Halverton" not in done.stderr


def test_bad_input_and_bad_usage_end_the_process_with_2_and_no_traceback(
    nutgraf: Nutgraf, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"It fell\xff.")
    for args in (["summarise", "a.txt"], ["summarise"]):
        done = nutgraf(*args)
        assert done.returncode == 2
        assert only_line(done.stderr)


BAD_USAGE = {
    "no file": (["summarise"], "Missing argument"),
    "a file that is not there": (["summarise", "no"], "no: No such file or directory"),
    "a directory": (["summarise", "."], ".: Is a directory"),
    "an engine that is none": (["summarise", "-", "--engine", "gpt"], "Invalid value"),
    "too many sentences": (
        ["summarise", "-", "--max-sentences", "11"],
        "max_sentences: too large; accepted: at most 10",
    ),
    "a language that is none": (
        ["summarise", "-", "--language", "Halverton!"],
        "standard input: language: not in the expected form",
    ),
    "an unknown option": (["summarise", "-", "--fast"], "No such option"),
    "an unknown command": (["resume"], "No such command"),
    "a model that is not configured": (["summarise", "-", "--engine", "llm"], "engine"),
    "a recording without a model": (["summarise", "-", "--replay", "c.yaml"], "--replay"),
    "a recording for the rules": (
        ["summarise", "-", "--engine", "rules", "--replay", "c.yaml"],
        "--replay",
    ),
}


@pytest.mark.parametrize(("args", "words"), BAD_USAGE.values(), ids=BAD_USAGE.keys())
def test_bad_usage_is_one_line_and_exit_code_2(
    inside: Nutgraf, args: list[str], words: str
) -> None:
    done = inside(*args, stdin=TEXT.encode())
    assert done.returncode == 2
    assert done.stdout == b""
    assert words in only_line(done.stderr)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"NUTGRAF_LLM_ATTEMPTS": "Halverton"}, "NUTGRAF_LLM_ATTEMPTS: "),
        ({"NUTGRAF_ALLOWED_HOSTS": "Halverton"}, "lists are written as JSON"),
        ({"NUTGRAF_LLM_API_KEY": "Halverton"}, "NUTGRAF_LLM_MODEL is not"),
        ({"NUTGRAF_MAX_ARTICLE_CODE_POINTS": "10"}, "at most 10 are accepted"),
    ],
)
def test_a_setting_that_is_not_accepted_is_named_without_its_value(
    inside: Nutgraf, environment: dict[str, str], words: str
) -> None:
    done = inside("summarise", "-", stdin=TEXT.encode(), **environment)
    assert done.returncode == 2
    assert words in only_line(done.stderr)
    assert b"Halverton" not in done.stderr


def test_a_model_that_cannot_be_reached_is_exit_code_3(nutgraf: Nutgraf) -> None:
    done = nutgraf(
        *("summarise", "-", "--engine", "llm"),
        stdin=TEXT.encode(),
        NUTGRAF_LLM_MODEL="small-model",
        NUTGRAF_LLM_BASE_URL="http://127.0.0.1:9/v1",
        NUTGRAF_LLM_ATTEMPTS="1",
    )
    assert done.returncode == 3
    assert done.stdout == b""
    assert "127.0.0.1" in only_line(done.stderr)


def test_a_file_of_endless_length_is_not_read_to_its_end(nutgraf: Nutgraf) -> None:
    done = nutgraf("summarise", "/dev/zero")
    assert done.returncode == 2
    assert "bytes" in only_line(done.stderr)


def test_a_reader_that_goes_away_gets_no_traceback(tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603  # our own command
        [COMMAND, "summarise", str(SEED), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment_of({}),
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        told = process.stderr.read()
    assert process.returncode == 1
    assert b"Traceback" not in told
    assert b"BrokenPipe" not in told


def test_the_rules_need_neither_a_models_client_nor_a_server(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from service.cli import app\n"
        f"app(['summarise', {str(SEED)!r}], standalone_mode=False)\n"
        "heavy = {'openai', 'instructor', 'httpx2', 'fastapi', 'starlette', 'uvicorn', 'vcr'}\n"
        "sys.exit(str(heavy & sys.modules.keys()) if heavy & sys.modules.keys() else 0)\n"
    )
    done = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, "-c", script],
        capture_output=True,
        cwd=tmp_path,
        env=environment_of({}),
        check=False,
    )
    assert done.returncode == 0, done.stderr
