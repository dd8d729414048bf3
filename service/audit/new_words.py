"""New words: content words of a sentence that the article does not have, in any form.

Rule: worth knowing (info), never more: a paraphrase has new words by nature, and reference
summaries do too. Compared by stem (`words.py`).

It cannot tell a synonym from an addition.
"""

from collections.abc import Iterator

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.words import few, is_content, stem, tokens

_SHOWN = 5
"""Words named in a message at most."""


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding that names the sentence's new words."""
    new = []
    known = evidence.reading.stems
    for word in tokens(sentence):
        if word[0].isdigit() or not is_content(word):
            continue
        if stem(word) not in known and word not in new:
            new.append(word)
    if new:
        shown = few(", ".join(new[:_SHOWN]))
        yield evidence.info(FindingKind.NEW_WORDS, f"the article does not have: {shown}")
