"""Words that hedge, attribute and evaluate, by language.

The data stands in one folder a language, one entry a line, reviewed like code. Whoever needs to
know what words do in a text asks here: the rules drafter and the audit share one reading of them.
"""

from functools import cache

from service.lexicon.english import reads_as_english
from service.lexicon.entries import Entry
from service.lexicon.lexicon import Hit, Lexicon

__all__ = ["Entry", "Hit", "Lexicon", "load"]


@cache
def _english() -> Lexicon:
    return Lexicon("en")


def load(language: str, text: str = "") -> Lexicon | None:
    """Give the lexicon for a BCP 47 tag, or None where there is none.

    Args:
        language: The tag; its first part decides. `und` asks the text.
        text: The article; read only where the language is `und`.
    """
    primary = language.partition("-")[0].casefold()
    if primary in {"en", "eng"} or (primary == "und" and reads_as_english(text)):
        return _english()
    return None
