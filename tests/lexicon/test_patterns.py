"""No expression of the lexicon or of the rules takes long on a text, whoever wrote it."""

from importlib import import_module
from pkgutil import iter_modules
from time import process_time

import pytest

import service.draft
import service.lexicon
from service.patterns import Pattern

_MODULES = (
    *(f"service.lexicon.{found.name}" for found in iter_modules(service.lexicon.__path__)),
    *(
        f"service.draft.{found.name}"
        for found in iter_modules(service.draft.__path__)
        if found.name.startswith("rules")
    ),
)
_PATTERNS = {
    f"{module}.{name}": value
    for module in _MODULES
    for name, value in vars(import_module(module)).items()
    if isinstance(value, Pattern)
}


@pytest.mark.parametrize(
    "text",
    [
        # Short, so that one that tries every way to split it ends, though in seconds.
        "It is “a comprehensive reconstruction plan.”",
        "It is “a comprehensive reconstruction programme of unprecedented generosity (“",
        "The view of the people in the town is how the mayor has put it, if they are to be heard;",
        "the " * 100,
        "a, " * 100,
        "comprehensive" * 20 + "!",
        "John Smith of the " * 20,
        "that the man, who was, " * 20,
        "as the man had put it that is how the " * 10,
        "“" + "word " * 60,
    ],
)
def test_an_expression_looks_through_a_hostile_text_at_once(text: str) -> None:
    slow = []
    for name, pattern in _PATTERNS.items():
        begun = process_time()
        pattern.search(text)
        if process_time() - begun > 0.5:  # seconds
            slow.append(name)
    assert _PATTERNS
    assert not slow
