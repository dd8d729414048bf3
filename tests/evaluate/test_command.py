"""`nutgraf evaluate`: what it writes where, and how it ends."""

import json
from pathlib import Path

import pytest

from service.evaluate.render import MARKERS
from service.evaluate.report import Report
from tests.evaluate.conftest import Evaluate
from tests.evaluate.made import record
from tests.provider import provider, refuses, says
from tests.recorded import recording

ANSWER = json.dumps(
    {"c": ["1f|Rain", "2s", "3u|~Traders", "4o"], "t": [{"s": "It may snow.", "c": [2]}]}
)


@pytest.fixture
def run(evaluate: Evaluate, tmp_path: Path) -> Evaluate:
    """The command, in a directory with the folder `own` of two articles."""
    (tmp_path / "own").mkdir()
    for name in ("t1", "t2"):
        (tmp_path / "own" / f"{name}.json").write_text(json.dumps(record(id=name)))
    return evaluate


def test_the_rules_are_measured_and_nothing_else_is_written(run: Evaluate, tmp_path: Path) -> None:
    done = run("own", "--engine", "rules")
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    text = done.stdout.decode()
    assert "engine                  rules" in text
    assert "macro-F1" in text
    assert "Rain fell" not in text
    assert [one.name for one in tmp_path.iterdir()] == ["own"]


def test_errors_are_listed_on_request_only(run: Evaluate) -> None:
    done = run("own", "--engine", "rules", "--errors", "--markdown", "a.md", "--json", "a.json")
    assert b"Errors by article" in done.stdout
    assert "Errors by article" in Path("a.md").read_text("utf-8")
    report = Report.model_validate_json(Path("a.json").read_bytes())
    assert any(row.mistakes for row in report.articles)


def test_json_and_markdown_are_written_beside_the_text(run: Evaluate) -> None:
    done = run("own", "--engine", "rules", "--json", "a.json", "--markdown", "a.md", "--seed", "3")
    assert done.returncode == 0
    report = Report.model_validate_json(Path("a.json").read_bytes())
    assert report.method.seed == 3
    assert [row.id for row in report.articles] == ["t1", "t2"]
    assert Path("a.md").read_text("utf-8").startswith("## Evaluation\n")


def test_the_same_run_gives_the_same_report_but_for_its_time(run: Evaluate) -> None:
    def lasting(path: str) -> object:
        run("own", "--engine", "rules", "--json", path)
        report = json.loads(Path(path).read_bytes())
        for group in (report["pooled"], *report["genres"].values()):
            del group["figures"]["latency_ms"]
        for row in report["articles"]:
            del row["latency_ms"]
        return report

    assert lasting("a.json") == lasting("b.json")


def test_a_page_with_markers_keeps_what_stands_around_them(run: Evaluate) -> None:
    Path("page.md").write_text("# Mine\n\n{}\nout of date\n{}\n\nEnd.\n".format(*MARKERS))
    assert run("own", "--engine", "rules", "--markdown", "page.md").returncode == 0
    page = Path("page.md").read_text("utf-8")
    assert page.startswith("# Mine\n")
    assert page.endswith("End.\n")
    assert "out of date" not in page
    assert "### All articles" in page


def test_a_bound_that_is_missed_is_named_and_ends_with_1(run: Evaluate) -> None:
    bounds = ("--fail-under", "output_tokens=0", "--fail-under", "macro_f1=1.01")
    done = run("own", "--engine", "rules", *bounds)
    assert done.returncode == 1
    told = done.stderr.decode()
    assert told.startswith("nutgraf: bound missed: macro_f1 is ")
    assert told.endswith("below the bound of 1.01\n")
    assert done.stdout  # the report is written all the same
    assert run("own", "--engine", "rules", "--fail-under", "leak=1").returncode == 0


def test_reports_are_compared_and_set_side_by_side(run: Evaluate) -> None:
    run("own", "--engine", "rules", "--json", "a.json")
    run("own", "--engine", "rules", "--include", "t1", "--json", "b.json")
    done = run("--compare", "a.json", "b.json", "--json", "c.json")
    assert done.returncode == 0, done.stderr
    assert b"Differences" in done.stdout
    assert json.loads(Path("c.json").read_bytes())["left_out"] == ["t2"]
    done = run("--table", "a.json", "--table", "b.json", "--markdown", "d.md")
    assert done.returncode == 0, done.stderr
    assert "rules (t1)" in Path("d.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "evaluate one of: a folder DIR"),
        (("own", "--table", "a.json"), "evaluate one of: a folder DIR"),
        (("--table", "a.json", "--errors"), "go with DIR"),
        (("--table", "a.json", "--json", "b.json"), "--json goes with"),
        (("own", "--fail-under", "leek=1"), "--fail-under: no such measure"),
        (("elsewhere",), "elsewhere is not a folder"),
        (("own", "--include", "x*"), "no annotated article that fits x*"),
        (("own", "--engine", "llm"), "NUTGRAF_LLM_MODEL"),
        (("own", "--engine", "rules", "--replay", "own"), "--replay gives a model's answers"),
        (("own", "--engine", "rules", "--json", "no/a.json"), "no/a.json cannot be written"),
        (("own", "--engine", "rules", "--plot", "a.pdf"), "--plot: not a kind of picture"),
        (("--compare", "own/t1.json", "own/t2.json"), "own/t1.json: not a report"),
        (("own", "--max-sentences", "11"), "--max-sentences"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(
    run: Evaluate, args: tuple[str, ...], said: str
) -> None:
    done = run(*args)
    assert done.returncode == 2
    told = done.stderr.decode()
    assert told.startswith("nutgraf: ")
    assert told.count("\n") == 1
    assert said in told


def test_odd_annotations_are_noted_by_file_and_field(run: Evaluate) -> None:
    Path("own/t1.json").write_text(json.dumps(record(note="x")))
    done = run("own", "--engine", "rules")
    assert done.returncode == 0
    told = done.stderr.decode()
    assert told == "nutgraf: t1.json: note: not a field of an annotated article; ignored\n"


def test_a_configured_model_is_measured(run: Evaluate) -> None:
    with provider(says(ANSWER)) as running:
        model = {"NUTGRAF_LLM_MODEL": "small-model", "NUTGRAF_LLM_BASE_URL": running.url}
        done = run("own", "--json", "a.json", **model)
    assert done.returncode == 0, done.stderr
    report = Report.model_validate_json(Path("a.json").read_bytes())
    assert report.method.engine is not None
    assert report.method.engine.model == "small-model"
    assert report.pooled.figures["macro_f1"].value == 1
    assert report.pooled.figures["output_tokens"].value == 200


def test_a_model_that_fails_is_counted_and_ends_with_3(run: Evaluate) -> None:
    with provider(says(ANSWER), refuses("no")) as running:
        model = {"NUTGRAF_LLM_MODEL": "small-model", "NUTGRAF_LLM_BASE_URL": running.url}
        done = run("own", "--fail-under", "leak=0", **model)
    assert done.returncode == 3
    assert b"failed: t2" in done.stdout
    assert b"the model gave no answer for 1 of the articles" in done.stderr


def test_a_missing_recording_ends_with_an_error_that_names_it(run: Evaluate) -> None:
    done = run("own", "--engine", "llm", "--replay", "own", NUTGRAF_LLM_MODEL=recording.MODEL)
    assert done.returncode == 2
    assert "own/t1.yaml is not a cassette" in done.stderr.decode()
