"""Tells what is written, counted or recorded, and who vouches for a figure."""

from service.lexicon.entries import classes
from service.patterns import Pattern

_EN = classes("en")
_FILED = Pattern(
    r"(?:\w+ed|seen|kept|made|held|drawn|written|sent|given|taken|dating|read|shown)\Z"
)
"""What follows a document's noun: "accounts filed with the registry"."""
_OWNERS = frozenset({"Its", "its", "His", "his", "Her", "her", "Their", "their"})
COUNTS = frozenset({"counted", "recorded", "detected", "logged"})
FIGURE = Pattern(
    r"\s(?:only\s|about\s|nearly\s|almost\s|some\s|fewer\sthan\s|more\sthan\s|at\sleast\s|(?:a\s)?further\s)?"
    r"(?:\d|no\s|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)\b)"
)
"""“The service recorded 214 millimetres”: whoever counts vouches for the figure."""


def is_document(words: str) -> bool:
    """Whether a source is something written, counted or recorded: "a poll published in May"."""
    folded = words.casefold().split()
    if _EN["document"].isdisjoint(folded):
        return False
    head = ""
    for word in folded:
        if word in _EN["source_tail"] or (head in _EN["document"] and _FILED.match(word)):
            break
        head = word
    return head in _EN["document"]


def counts(named: str) -> bool:
    """Whether words name somebody or a record that vouches for a figure: no gauge and no crowd."""
    parts = named.split()
    if len(parts) == 1 or parts[0] in _OWNERS:
        return False
    service = parts[0] in {"The", "the"} and parts[-1] in _EN["body"] - {"station", "network"}
    return service or parts[-1][:1].isupper() or is_document(named)
