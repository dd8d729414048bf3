"""Words of the article → a sentence that stands alone: trimmed, neutral, with its speaker."""

import re

from schemas import DraftClaim, SourceKind
from service.lexicon import Lexicon
from service.lexicon.frames import frames
from service.lexicon.typeset import typeset
from service.lexicon.verbs import BEGINS, IRREGULAR
from service.patterns import Pattern

STOP = Pattern(r"[.!?…。！？।؟][”\"’'»)\]]*\Z")
"""What ends a sentence."""
QUOTED = Pattern(r"“[^“”]*”|\"[^\"]*\"")
"""A quotation, marks included."""
_LEADING = Pattern(
    r"(?:But|And|Yet|So|However,|Meanwhile,|Still,|Separately,|Then|Also|Nevertheless,)\s+(?=\S)"
)
_DANGLING = Pattern(
    r"(?!it\s(?:is|was|has\sbeen|remains)\s(?:still\s|also\s)?(?:unclear|not\s(?:yet\s)?(?:clear|known)|unlikely|likely|possible|understood|"
    r"alleged|\d))(?:he|she|it|they|that|this|these|those|his|her|its|their|one(?=\s(?:of|said|says|was|is|had|has|who|in|at|on|from)\b|[,:;])|both|neither|others?|some(?=\s(?:of\sthe|were|are|said|say|have|had)\b)|such|the\s+(?:other|"
    r"latter|former|two|pair|same|move|gap|numbers?|result|remark)|all\s+\w+|another|which|if\s+(?:so|not|it|that|he|"
    r"she|they)|a\s+(?:further|second|third|later))\b",
    re.IGNORECASE,
)
_DANGLING_QUOTE = Pattern(r"[“\"](?:he|she|him|his|her)\b", re.IGNORECASE)
"""Within a quotation "it" and "they" are the speaker's business, as in any quotation in print."""
_INNER_PRONOUN = Pattern(r"\b(?:he|she|they|them|him)\b", re.IGNORECASE)
_SPEAKER = Pattern(r"(?:He|She|They)\b(?=\s+(?:also\s+|later\s+)?\w+)")
_QUOTE_SPEAKER = Pattern(
    r"(?:(?<=[,?!][”\"]\s)|(?<=,\s))(?:he|she|they)(?=\s(?:said|says|wrote|told|added|warned)\b)"
)
_OWNED_ROLE = Pattern(
    r"(?:His|Her|Its|Their)\s(?:[\w’'-]+\s){0,3}[\w’'-]+,\s([^\W\d_a-z][\w’'-]*(?:\s(?:(?:van|von|de|der|al|bin|da|di|la|le)\s)?[^\W\d_a-z][\w’'-]*)*),(?=\s[a-z])"
)
_WORD = Pattern(r"\w+")
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_LONGEST = 45  # words: a wire sentence seldom has more
_SHORTEST = 4  # words
_TELLING = 3  # letters: a longer word of a source tells who it is
_DETERMINED = Pattern(r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his)|\w[’']s)\s\Z")
_DESCRIBED = Pattern(
    r"\s(?!(?:and|or|but|of|in|on|at|to|for|from|by|with|as|than|who|that|is|are|was|were|has|had|have|"
    r"the|an?|his|her|its|their|up|out|into|over)\b)\w"
)
"""What stands behind an adjective: a noun, a name, another adjective."""
_DESCRIBES = Pattern(r"(?:ed|en|ing|ic|al|ish|ive|ous|ful|less|ly|[^r]y)\Z", re.IGNORECASE)
"""Endings of adjectives; a sentence that opens with a loaded noun ("Chaos spread") needs it."""
_INDEFINITE = Pattern(r"\b(?:an?)\s\Z")
_BEGINS = Pattern(
    r"(?:the|an?|no|some|many|most|two|three|officials|police|prosecutors)\b|[\d$€£“\"]"
)
_VERBAL = Pattern(
    rf"{BEGINS}(?:is|are|was|were|has|have|may|might|could|would|will|should|can|must|does|do|\w+ed|"
    rf"{IRREGULAR}|\w+s)\b"
)


def standing(lexicon: Lexicon, raw: str, used: list[DraftClaim], *, opens: bool) -> str | None:
    """The article's words, speaker for pronoun, or None where they need another sentence."""
    text = raw.strip()
    if leading := _LEADING.match(text):
        text = text[leading.end() :]
    text = text.rstrip(" ,;:—–")
    # "Her management, Silverlark, blamed": whose it is stands in another sentence.
    if owned := _OWNED_ROLE.match(text):
        text = owned[1] + text[owned.end() :]
    source = used[0].source
    speaks = _SPEAKER.match(text)
    if speaks is None and any(word in text for word in (" he ", " she ", " they ")):
        speaks = _QUOTE_SPEAKER.search(text)
    if speaks and source and used[0].kind is SourceKind.NAMED and not _DANGLING.match(source):
        found = frames(lexicon, text)
        # "She was hurt, police said": the pronoun must be the speaker, and the only one.
        if len(found) == 1 and found[0].source_start == speaks.start():
            text = text[: speaks.start()] + _with_article(source) + text[speaks.end() :]
            text = _sentence_case(text) if speaks.start() == 0 else text
    return text if _readable(text, opens=opens) else None


def finished(lexicon: Lexicon, text: str, used: list[DraftClaim]) -> str | None:
    """The sentence as it is printed: without loaded words, with its speaker and a full stop.

    None where that cannot be: a loaded word cannot go, quoted or not, or the speaker is unclear.
    """
    own = all(claim.source is None for claim in used)
    text = _unloaded(lexicon, text, own=own)
    left = lexicon.read(text)
    if left.loaded or (own and left.evaluations):
        return None
    framed = _framed(lexicon, text, used)
    if framed is None:
        return None
    framed = _sentence_case(framed)
    return framed if STOP.search(framed) else f"{framed}."


def without_quotations(text: str) -> str:
    """The text with blanks for its quotations: a loaded word within them is the speaker's."""
    if not any(mark in text for mark in "“\"‘'"):
        return text
    return QUOTED.sub(lambda match: " " * len(match.group()), typeset(text))


def _unloaded(lexicon: Lexicon, text: str, *, own: bool) -> str:
    """The text without the loaded words that can go: adverbs, and adjectives behind an article."""
    marks = lexicon.read(without_quotations(text))
    for hit in reversed(marks.evaluations if own and not marks.loaded else marks.loaded):
        word = text[hit.start : hit.end]
        if " " in word or not _DESCRIBED.match(text, hit.end):
            continue
        adverb = word.endswith("ly") and hit.start > 0
        indefinite = _INDEFINITE.search(text, 0, hit.start)
        opens = hit.start == 0 and _DESCRIBES.search(word)
        if indefinite and not adverb:
            vowel = text[hit.end + 1] in "aeiou"
            text = f"{text[: indefinite.start()]}{'an' if vowel else 'a'} {text[hit.end + 1 :]}"
        elif opens or adverb or _DETERMINED.search(text, 0, hit.start):
            text = text[: hit.start] + text[hit.end + 1 :]
    return text


def hangs(text: str) -> bool:
    """Whether a text needs the sentence before it: "It will be tested over the winter"."""
    return _DANGLING.match(text) is not None


def _readable(text: str, *, opens: bool) -> bool:
    """Whether a text reads as a sentence."""
    length = len(text.split())
    begins = opens or text[:1].isupper() or _BEGINS.match(text)
    return bool(
        balanced(text)
        and "?" not in text
        and "\n" not in text
        and not _DANGLING_QUOTE.match(text)
        and _SHORTEST <= length <= _LONGEST
        and begins
        and (_VERBAL.search(_own_words(text)) or QUOTED.fullmatch(text))
    )


def _framed(lexicon: Lexicon, text: str, used: list[DraftClaim]) -> str | None:
    """The text with its speaker in it: as it stands, or with ", X said" behind it.

    None where it would need more than one speaker, or leave a pronoun without its noun.
    """
    source = used[0].source
    if all(claim.source is None for claim in used):
        return text
    if any(claim.source is not None and _names(text, claim.source) for claim in used):
        return text
    if told := frames(lexicon, text):
        # "In his phrase": whose it is stands in another sentence.
        owned = all(text[one.source_start : one.source_end] in _POSSESSIVES for one in told)
        return None if owned else text
    if len(used) > 1 or source is None or _INNER_PRONOUN.search(_own_words(text)):
        return None
    if QUOTED.fullmatch(text):
        return re.sub(r"[.,!]?([”\"])\Z", r",\1", text) + f" {_with_article(source)} said"
    return f"{text.rstrip('.')}, {_with_article(source)} said"


def _own_words(text: str) -> str:
    """The text without its quotations."""
    return QUOTED.sub("", text) if "“" in text or '"' in text else text


def _names(text: str, source: str) -> bool:
    """Whether a text has a word that tells who a source is: its last one, or any long one."""
    known = {word.casefold() for word in _WORD.findall(text)}
    wanted = [word.casefold() for word in _WORD.findall(source)]
    return any(word in known and (len(word) > _TELLING or word == wanted[-1]) for word in wanted)


def _with_article(source: str) -> str:
    """Give a lone role its article: “the army”, but “prosecutors” and “Ingrid Håkonsen”."""
    first = source.split(maxsplit=1)[0]
    return (
        source if first[:1].isupper() or first.endswith("s") or " " in source else f"the {source}"
    )


def _sentence_case(text: str) -> str:
    for position, char in enumerate(text):
        if char.isalpha():
            return text[:position] + char.upper() + text[position + 1 :]
        if char.isdigit():
            break
    return text


def balanced(text: str) -> bool:
    """Whether every quotation mark has its partner."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0
