"""The documents say what the code does, and their links lead somewhere."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from service.cli.app import app
from service.settings import Settings
from tests.project.checkout import ROOT, tracked_files

PREFIX = "NUTGRAF_"
SETTINGS_PAGE = ROOT / "docs" / "settings.md"
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# As code: `nutgraf serve`, or at the start of a line in a block.
COMMAND = re.compile(r"(?:`|^|^\.venv/bin/)nutgraf ([a-z]+)", re.MULTILINE)
# A row of the table of settings: name, default, unit, meaning.
ROW = re.compile(r"^\| `(NUTGRAF_\w+)` \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
# A whole name; "NUTGRAF_LLM_…" and "NUTGRAF_LLM_*" stand for many.
NAME = re.compile(r"\bNUTGRAF_[A-Z_]+\b(?![_*…])")


def _documented() -> dict[str, str]:
    """Defaults by the settings' environment names, as docs/settings.md gives them."""
    rows = ROW.findall(SETTINGS_PAGE.read_text(encoding="utf-8"))
    return {name: default for name, default, _, _ in rows}


def _defined() -> dict[str, Any]:
    """Defaults by the settings' environment names, as the class has them."""
    defaults = Settings.model_construct()
    return {PREFIX + name.upper(): getattr(defaults, name) for name in Settings.model_fields}


def _documents() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".md"]


def _anchor(heading: str) -> str:
    """Make the anchor that repository hosts give a heading."""
    return re.sub(r"[^\w -]", "", heading.replace("`", "").lower()).strip().replace(" ", "-")


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    assert sorted(_documented()) == sorted(_defined())


@pytest.mark.parametrize("name", sorted(_defined()))
def test_a_documented_default_is_the_default(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    documented, default = _documented()[name], _defined()[name]
    if default is None:
        assert documented == "unset"
        return
    for other in _defined():
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, documented.strip("`"))
    settings = Settings(_env_file=None)
    assert getattr(settings, name.removeprefix(PREFIX).lower()) == default


def test_settings_named_in_any_document_exist() -> None:
    known = set(_defined())
    files = [*_documents(), *(ROOT / name for name in ("Makefile", "Dockerfile"))]
    unknown = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in files
        for name in NAME.findall(path.read_text(encoding="utf-8"))
        if name not in known
    }
    assert unknown == set()


def test_relative_links_lead_to_files_and_headings() -> None:
    broken = []
    for path in _documents():
        for target in LINK.findall(FENCED.sub("", path.read_text(encoding="utf-8"))):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, anchor = target.partition("#")
            goal = path.parent / name if name else path
            if not goal.exists():
                broken.append(f"{path.relative_to(ROOT)}: {target}")
            elif anchor and goal.suffix == ".md":
                headings = HEADING.findall(FENCED.sub("", goal.read_text(encoding="utf-8")))
                if anchor not in map(_anchor, headings):
                    broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []


def test_every_page_of_docs_stands_in_its_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").glob("**/*.md")}
    assert pages - {"README.md"} <= set(LINK.findall(index))


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_readme_shows_the_commands_that_exist(target: str) -> None:
    assert f"make {target}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_command_named_in_a_document_exists() -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    named = {
        command
        for path in _documents()
        for command in COMMAND.findall(path.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= set(group.commands)


def test_every_make_target_named_in_a_document_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    named = {
        target
        for path in _documents()
        for target in re.findall(r"`make ([a-z][a-z-]*)", path.read_text(encoding="utf-8"))
    }
    assert named <= targets
