"""Speakers without a name: an office, a body or a group speaks in the sentence as in its passages.

Rule: invariant 2 of the design. The head of a common noun phrase that speaks ("the ministry said",
"according to prosecutors") must stand in the passages, in their sources' names, beside a mention of
these, or around a passage that has no source. Where it does not, and speaks elsewhere in the
article, the words have changed mouth.

    source         sentence                    elsewhere             finding
    army           The ministry blamed it      the ministry said     changed
    Silverlark     Bookmakers said no          bookmakers say        changed
    two residents  Officials said no           officials said        changed
    Siân Pryce     The engineer said no        engineer Siân Pryce   none: she is one
    Vohl           The company said no         the company said      none: Vohl may be it
    the ministry   Officials said no           officials said        none: they speak for it

It cannot see a speaker whom the article never lets speak: "experts" may be anyone's name for them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from schemas import SourceKind
from service.audit.capitals import name_runs
from service.audit.evidence import Evidence
from service.audit.words import REPORTING_VERBS, Word, content_stems, is_content, stem, words
from service.lexicon import Lexicon
from service.lexicon.entries import classes

_PHRASE = 6
"""Words of a noun phrase that are read: "two people with knowledge of the matter" has seven."""
_AROUND = 200
"""Code points before a passage in which its speaker may be introduced: the sentence before."""
_BESIDE = 60
"""Code points beside a source's name in which its office stands: "council engineer Siân Pryce"."""
_LOOK = 80
"""Code points beside a noun in which its verb of speech is sought."""
_STOP = re.compile(
    r"[,;:—–“”\"()]|\.\s|\s(?:and|but|while|whereas|although|that|which|who|as|what|because|if|when)\s",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"(?<!\w)(?:be|been|being|is|are|was|were|to)$", re.IGNORECASE)
"""What stands before a verb whose subject does not speak: "had been warned"."""
_SUBJECT = re.compile(r"\s(?:the|an?|its|his|her|their|one|two|some|several)\s|\s[A-ZÀ-Þ]")
"""How a subject begins that stands behind its verb ("…, said the ministry"); else it is before."""
_GENERAL = frozenset(
    "official officials authorities spokesman spokeswoman spokesperson article".split()  # noqa: SIM905 - a list of words
)
"""Words that stand for any office that speaks, and for the article itself."""
_AUTHORS = frozenset(
    map(stem, "researchers scientists academics".split())  # noqa: SIM905 - a list of words
)
"""Words for those who wrote a paper or a study."""
_ITS = re.compile(r"(?:.*\W|,\s)(?:its|their)\s(?:[\w-]+,?\s){1,4}$|,\s(?:its|their)\s", re.DOTALL)
"""What makes somebody a body's own: "its secretary, [Dov Marchetti]", "[Vettori], its head"."""
_TAIL = frozenset("in on at of from with to for by about on who".split())  # noqa: SIM905 - a list of words
"""Words behind the head of a noun phrase: "traders on the Quay"."""
_WHEN = frozenset(
    "today yesterday earlier later week month year time first previously meanwhile already".split()  # noqa: SIM905 - a list of words
)


def nouns(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The content words of the noun phrase that speaks by a verb at `[start, end)` of a text.

    They stand behind "according to" and behind a verb that follows a comma or a quotation, else
    before the verb. None where a pronoun speaks, or nobody.
    """
    left, right = text[max(0, start - _LOOK) : start].rstrip(), text[end : end + _LOOK]
    if text[start:end].casefold().startswith("according") or (
        left.endswith((",", "”", '"')) and _SUBJECT.match(right)
    ):
        stop = _STOP.search(right)
        phrase = words(right[: stop.start()] if stop else right)[:_PHRASE]
    elif _PASSIVE.search(left):
        return ()
    else:
        left = left.rstrip(",")
        stops = list(_STOP.finditer(left))
        phrase = words(left[stops[-1].end() :] if stops else left)[-_PHRASE:]
    tail = next((at for at, word in enumerate(phrase) if at and word.folded in _TAIL), len(phrase))
    return tuple(word for word in phrase[:tail] if _names(word))


def _names(word: Word) -> bool:
    folded = word.folded
    return (
        is_content(word.text)
        and folded not in REPORTING_VERBS
        and folded not in _WHEN
        and not folded.endswith("ly")
        and not folded.isdigit()
    )


def is_strange(phrase: tuple[Word, ...], evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is a speaker of the article, and none of the passages cited."""
    stems = {stem(word.text) for word in phrase}
    if not stems or stem(phrase[-1].text) in content_stems(evidence.text):
        return False
    if any(stem(phrase[-1].text) in authors(source) for source in evidence.sources):
        return False
    general = any(word.folded in _GENERAL for word in phrase)
    if general and any(
        claim.attribution.kind is not SourceKind.UNNAMED for claim in evidence.cited
    ):
        return False
    body = any(word.folded in _bodies() for word in phrase)
    if body and any(_is_body(source, evidence.article.text) for source in evidence.sources):
        return False
    head = stem(phrase[-1].text)
    if any(head in content_stems(text) for text in _beside(evidence)):
        return False
    return _speaks(head, evidence, lexicon)


def _is_body(source: str, text: str) -> bool:
    """Whether a source's name may be an organisation's.

    A person's is shortened to its last word ("Pryce said"), an organisation's to its first.
    """
    names = source.split()
    if not names or not names[-1][0].isupper():
        return False
    last = re.escape(names[-1])
    short = (
        re.search(rf"(?<!{re.escape(names[-2])} )(?<!\w){last}(?!\w)", text) if names[1:] else None
    )
    return short is None


@lru_cache(maxsize=64)
def authors(source: str) -> frozenset[str]:
    """Stems of the words for those who speak by a document: the researchers of a study."""
    last = source.split()[-1:]
    return _AUTHORS if last and last[0].casefold() in classes("en")["document"] else frozenset()


@lru_cache(maxsize=64)
def spoken_for(source: str, text: str) -> frozenset[str]:
    """Stems of the body that a person is introduced with as its own, where it has a name.

    "The union is not waiting. …, said its secretary, Dov Marchetti": the union says so.
    """
    names = source.split()
    if len(names) < 2 or not names[-1][0].isupper():  # noqa: PLR2004 - who is introduced has two names
        return frozenset()
    at = text.find(source)
    if at < 0:
        return frozenset()
    left, right = text[max(0, at - _BESIDE) : at], text[at + len(source) :][:_BESIDE]
    if not (_ITS.search(left) or _ITS.match(right)):
        return frozenset()
    bodies = [
        run
        for run in name_runs(text[max(0, at - _AROUND) : at], joined=True)
        if any(word.text in classes("en")["body_name"] for word in run)
    ]
    return frozenset(stem(word.text) for word in bodies[-1]) if bodies else frozenset()


def _bodies() -> frozenset[str]:
    """Nouns that may stand for any organisation with a name."""
    return classes("en")["body"] | classes("en")["topic_body"]


def _beside(evidence: Evidence) -> Iterator[str]:
    """The article's text around what has no source of its own, and around mentions of sources."""
    text = evidence.article.text
    for claim in evidence.cited:
        if claim.attribution.source is None:
            start, end = claim.provenance[0].start, claim.provenance[-1].end
            yield text[max(0, start - _AROUND) : end + _BESIDE]
    for source in filter(str.strip, evidence.sources):
        name = source.split()[-1]
        if name[0].isupper():
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]


def _speaks(wanted: str, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether a noun of this stem stands by a verb of speech somewhere in the article."""
    text = evidence.article.text
    for match in re.finditer(rf"(?<!\w){re.escape(wanted)}\w*", text, re.IGNORECASE):
        low = max(0, match.start() - _LOOK)
        around = text[low : match.end() + _LOOK]
        at = match.start() - low
        for hit in lexicon.reports(around):
            if (
                any(stem(word.text) == wanted for word in nouns(around, hit.start, hit.end))
                and abs(hit.start - at) <= _LOOK
            ):
                return True
    return False
