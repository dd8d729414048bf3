"""Regular expressions that are compiled when they are first asked.

The rules go by some two hundred, and Python compiles in a quarter of a millisecond what it may
never be asked: an import of the service that compiled all of them would take a fifth longer.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

Found = re.Match[str] | None


class Pattern:
    """A regular expression with the methods of `re.Pattern`.

    What is asked once stays as an attribute, so that later questions go straight to `re`.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Keep the text of an expression."""
        self.pattern = pattern
        """As it was passed in."""
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def match(self) -> Callable[..., Found]:
        """Match at the beginning, or at an offset."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Found]:
        """Match the whole text."""
        return self._compiled.fullmatch

    @cached_property
    def search(self) -> Callable[..., Found]:
        """Find the first match."""
        return self._compiled.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Find all matches, in order."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """The texts of all matches, or of their groups."""
        return self._compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """Split at every match."""
        return self._compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """Replace every match."""
        return self._compiled.sub
