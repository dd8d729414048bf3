"""New words: content words of a sentence that the article does not have, in any form.

Rule: worth knowing (info), never more: a paraphrase has new words by nature, and reference
summaries do too. Compared by stem (`words.py`).

It cannot tell a synonym from an addition.
"""

from collections.abc import Iterator

from schemas import Finding, FindingKind
from service.audit.evidence import Evidence
from service.audit.words import few, is_content, stem, words

_SHOWN = 5
"""Words named in a message at most."""


def check(sentence: str, evidence: Evidence) -> Iterator[Finding]:
    """Yield one finding that names the sentence's new words."""
    new = []
    for word in words(sentence):
        if word.text[0].isdigit() or not is_content(word.text):
            continue
        if stem(word.text) not in evidence.reading.stems and word.text not in new:
            new.append(word.text)
    if new:
        shown = few(", ".join(new[:_SHOWN]))
        yield evidence.info(FindingKind.NEW_WORDS, f"the article does not have: {shown}")
