"""Imports that import-linter's contracts (pyproject.toml) cannot put into words."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.checkout import ROOT

SCHEMAS = sorted((ROOT / "schemas").glob("**/*.py"))


def _imported(module: Path) -> Iterator[str]:
    """Yield top-level packages that a module imports, lazily or not."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "schemas" if node.level else (node.module or "").partition(".")[0]


@pytest.mark.parametrize("module", SCHEMAS, ids=lambda path: path.stem)
def test_schemas_import_pydantic_and_the_standard_library_only(module: Path) -> None:
    allowed = {"pydantic", "schemas"} | sys.stdlib_module_names
    assert set(_imported(module)) <= allowed


def test_prompts_hold_text_and_no_code() -> None:
    assert list((ROOT / "prompts").glob("**/*.py")) == []
