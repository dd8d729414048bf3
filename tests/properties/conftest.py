"""How long a property may take: in proportion to the examples that are asked for."""

import pytest
from hypothesis import is_hypothesis_test, settings

SECONDS_AN_EXAMPLE = 0.3
"""Ten times what the slowest property needs."""
SECONDS_AT_LEAST = 120.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every property of the whole run its time, wherever it stands."""
    seconds = max(SECONDS_AT_LEAST, SECONDS_AN_EXAMPLE * settings().max_examples)
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.timeout(seconds))
