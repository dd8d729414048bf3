"""docs/http.md says what the service does."""

import re
from pathlib import Path

from service.api import problems
from service.api.problems import BY_ERROR, Kind

PAGE = (Path(__file__).parents[2] / "docs" / "http.md").read_text(encoding="utf-8")


def test_the_table_of_problems_is_the_one_in_the_code() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \|", PAGE, re.MULTILINE)
    edge = [kind for kind in vars(problems).values() if isinstance(kind, Kind)]
    assert sorted(rows) == sorted(
        (kind.name, str(kind.status)) for kind in [*BY_ERROR.values(), *edge]
    )
