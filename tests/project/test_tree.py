"""What may stand in the tree, and what may not."""

import re
from collections.abc import Iterator

import pytest

from tests.project.checkout import ROOT, tracked_files

MAX_BYTES = 1024 * 1024
MAX_LINES = 400
"""One module, one concept: over this it is two."""

# One letter of each stands in brackets, so that this file does not hold what it looks for.
REGISTRY_HOST = re.compile(r"pyp[i]\.org|pythonhoste[d]\.org|registry\.npmj[s]|deb\.debia[n]")
MACHINE_PATH = re.compile(r"(?<![A-Za-z0-9_.])/(?:Users|farm|work|home/\w+|tmp/[a-z0-9_-]+)/")
LOCAL_SOURCE = re.compile(r"@ file:|^--(?:extra-)?index-url|^--find-links", re.MULTILINE)
SECRET = re.compile(r"sk-[A-Za-z0-9]{20,}|authorization: *bearer +[A-Za-z0-9]", re.IGNORECASE)


def _places(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in tracked_files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, start=1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}"


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(REGISTRY_HOST, id="package registry"),
        pytest.param(MACHINE_PATH, id="path of one machine"),
        pytest.param(SECRET, id="secret"),
    ],
)
def test_no_tracked_file_names_a_host_a_machine_or_a_key(pattern: re.Pattern[str]) -> None:
    assert list(_places(pattern)) == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert REGISTRY_HOST.search("https://py" + "pi.org/simple")
    assert MACHINE_PATH.search('see "/wo' + 'rk/main/x"')
    assert not MACHINE_PATH.search("docs/work/main")
    assert SECRET.search("Authorization: Bea" + "rer abc")


def test_every_pin_has_a_hash_and_no_local_source() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^[a-z0-9].*(?:\n    --hash.*)*", text, re.MULTILINE)
    assert len(entries) > 20
    unhashed = [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
    assert unhashed == []
    assert not LOCAL_SOURCE.search(text)


def test_no_tracked_file_is_over_a_mebibyte() -> None:
    assert [path.name for path in tracked_files() if path.stat().st_size > MAX_BYTES] == []


def test_no_module_is_over_400_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked_files()
        if path.suffix == ".py"
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES
    }
    assert long == {}


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("make")] == ["make test", "make check"]
