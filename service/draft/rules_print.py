"""Words of the article → a sentence that stands alone: trimmed, neutral, with its speaker."""

import re
from collections.abc import Iterable, Sequence

from schemas import DraftClaim, SourceKind, Status
from service.draft.rules_lean import DANGLING, QUOTED, own_words
from service.draft.rules_trim import leading, trimmed
from service.lexicon import Lexicon
from service.lexicon.entries import classes
from service.lexicon.frames import frames
from service.lexicon.lexicon import Bounds
from service.lexicon.typeset import typeset
from service.lexicon.verbs import IRREGULAR
from service.lexicon.words import words
from service.patterns import Pattern

STOP = Pattern(r"[.!?…。！？।؟][”\"’'»)\]]*\Z")
"""What ends a sentence."""
_DANGLING_QUOTE = Pattern(r"[“\"](?:he|she|him|his|her)\b", re.IGNORECASE)
"""Within a quotation "it" and "they" are the speaker's business, as in any quotation in print."""
_WRITER = frozenset({"i", "we", "my", "me", "our"})
"""Whoever wrote the article: a summary is not theirs."""
_LOOSE = frozenset(
    """
    a an the and or but of for with by from which who as than while his its their
    """.split()  # noqa: SIM905 - a list of words
)
"""Words that something has to follow."""
_INNER_PRONOUN = Pattern(r"\b(?:he|she|they|them|him)\b", re.IGNORECASE)
_SPEAKER = Pattern(r"(?:He|She|They)\b(?=\s+(?:also\s+|later\s+)?\w+)")
_QUOTE_SPEAKER = Pattern(
    r"(?:(?<=[,?!][”\"]\s)|(?<=,\s))(?:he|she|they|it)(?=\s(?:said|says|wrote|told|added|warn(?:s|ed)|estimate[sd]|"
    r"reckon(?:s|ed)|think[s]?|argue[sd]|note[sd]|believe[sd]|insist(?:s|ed)|caution(?:s|ed))\b)"
)
_OWNED_ROLE = Pattern(
    r"(?:His|Her|Its|Their)\s(?:[\w’'-]+\s){0,3}[\w’'-]+,\s([^\W\d_a-z][\w’'-]*(?:\s(?:(?:van|von|de|der|al|bin|da|di|la|le)\s)?[^\W\d_a-z][\w’'-]*)*),(?=\s[a-z])"
)
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_LONGEST = 45  # words: a wire sentence seldom has more
_SHORTEST = 4  # words
_CLOSING = 6  # code points: a full stop and the marks behind it
_TELLING = 3  # letters: a longer word of a source tells who it is
_DETERMINED = Pattern(r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his)|\w[’']s)\s\Z")
_CLAUSE = Pattern(r",\s(?:and|but|while|leaving|\w+ing)\s|\s[-–—]\s")
"""What begins a clause that a sentence can do without."""
_MAIN = 9  # words: a shorter rest is seldom the point of a sentence
_DESCRIBED = Pattern(
    r"\s(?!(?:and|or|but|of|in|on|at|to|for|from|by|with|as|than|who|that|is|are|was|were|has|had|have|"
    r"the|an?|his|her|its|their|up|out|into|over)\b)\w"
)
"""What stands behind an adjective: a noun, a name, another adjective."""
_DESCRIBES = Pattern(r"(?:ed|en|ing|ic|al|ish|ive|ous|ful|less|ly|[^r]y)\Z", re.IGNORECASE)
"""Endings of adjectives; a sentence that opens with a loaded noun ("Chaos spread") needs it."""
_EN = classes("en")
_INDEFINITE = Pattern(r"\b(?:an?)\s\Z")
_BEGINS = Pattern(
    r"(?:the|an?|no|some|many|most|two|three|officials|police|prosecutors)\b|[\d$€£“\"]"
)
_VERBS = frozenset(
    {
        *IRREGULAR.split("|"),
        *("is", "are", "was", "were", "has", "have", "may", "might", "could", "would"),
        *("will", "should", "can", "must", "does", "do"),
    }
)
_VERBAL = ("ed", "s")  # endings of verbs; what is verbal by chance has one to spare


class Print:
    """Prints words of an article: neutral, with their speaker and a full stop."""

    def __init__(self, lexicon: Lexicon, article: str) -> None:
        """Keep the reading of the language and the article's text."""
        self._lexicon = lexicon
        self._article = article

    def printed(self, raw: str, used: Sequence[DraftClaim], *, opens: bool) -> str | None:
        """Words of a sentence as they are printed.

        Args:
            raw: The words, `neutral`.
            used: The claims in them.
            opens: Whether they open the sentence.

        Returns:
            The words, or None where they make no sentence or the speaker is unclear. What
            `leans` needs the sentence before it.
        """
        raw = trimmed(raw, used)
        text = self._speaking(raw.strip().rstrip(" ,;:—–"), used[0])
        framed = self._framed(text, used) if _readable(text, opens=opens) else None
        if framed is None:
            return None
        framed = _sentence_case(framed)
        return framed if STOP.search(framed, max(0, len(framed) - _CLOSING)) else f"{framed}."

    def owns_hearsay(self, text: str, used: Sequence[DraftClaim]) -> bool:
        """Whether hearsay says whose it is so plainly that the audit sees it too.

        It does by a verb of reporting, a hedge, or a source that opens its clause: “by the account
        of one of them” does not.
        """
        for claim in used:
            if claim.status is Status.UNCONFIRMED and claim.source:
                opening = text.partition(", ")[0] if ", " in text else text
                if not (
                    _names(opening, [claim.source])
                    or self._lexicon.reports(text)
                    or self._lexicon.hedges(text)
                ):
                    return False
        return True

    def _speaking(self, text: str, claim: DraftClaim) -> str:
        """The text with its speaker in the place of a pronoun."""
        # "Her management, Silverlark, blamed": whose it is stands in another sentence.
        if text[:1] in "HIT" and (owned := _OWNED_ROLE.match(text)):
            text = owned[1] + text[owned.end() :]
        source = claim.source
        if source is None or claim.kind is not SourceKind.NAMED:
            return text
        speaks = _SPEAKER.match(text)
        if speaks is None and any(one in text for one in (" he ", " she ", " they ", " it ")):
            speaks = _QUOTE_SPEAKER.search(text)
        if speaks is None or DANGLING.match(source):
            return text
        found = frames(self._lexicon, text)
        # "She was hurt, police said": the pronoun must be the speaker, and the only one.
        if len(found) != 1 or found[0].source_start != speaks.start():
            return text
        text = text[: speaks.start()] + self._with_article(source) + text[speaks.end() :]
        return _sentence_case(text) if speaks.start() == 0 else text

    def _framed(self, text: str, used: Sequence[DraftClaim]) -> str | None:
        """The text with its speaker in it: as it stands, or with ", X said" behind it.

        None where it would need more than one speaker, or leave a pronoun without its noun.
        """
        source = used[0].source
        sources = [claim.source for claim in used if claim.source]
        if not sources:
            return None if QUOTED.fullmatch(text) else text
        if _names(text, sources):
            return text
        if told := frames(self._lexicon, text):
            # "In his phrase": whose it is stands in another sentence.
            owned = all(text[one.source_start : one.source_end] in _POSSESSIVES for one in told)
            return None if owned else text
        if len(used) > 1 or source is None or _INNER_PRONOUN.search(own_words(text)):
            return None
        if QUOTED.fullmatch(text):
            return re.sub(r"[.,!]?([”\"])\Z", r",\1", text) + f" {self._with_article(source)} said"
        return f"{text.rstrip('.')}, {self._with_article(source)} said"

    def _with_article(self, source: str) -> str:
        """Give a source its article: “the army”, “the Northern Column”, but “prosecutors”."""
        first, last = source.split(maxsplit=1)[0], source.rpartition(" ")[2]
        if first[:1].isupper() or " " in source:
            known = f"the {source}" in self._article or f"The {source}" in self._article
            # "A KerbGuard spokesman said", and later he alone.
            known = known or (first[:1].isupper() and last in _EN["role"])
            return f"the {source}" if known else source
        return source if first.endswith("s") else f"the {source}"


def judging(lexicon: Lexicon, sentence: str) -> bool:
    """Whether a word of judgement stands in a sentence, outside quotation marks."""
    text = typeset(sentence)
    found = lexicon.read(text).evaluations
    if not found or "“" not in text:
        return bool(found)
    inside = [match.span() for match in QUOTED.finditer(text)]
    return any(not any(a <= hit.start < b for a, b in inside) for hit in found)


def neutral(lexicon: Lexicon, sentence: str, bounds: Bounds) -> tuple[str, int] | None:
    """Words of a sentence without the loaded ones, and where in the sentence they end.

    Adverbs can go, adjectives behind an article, and a last clause with all its words; nothing can
    within a quotation.

    Args:
        lexicon: The reading of the language.
        sentence: The sentence's text.
        bounds: Which of it, as half-open code-point offsets.

    Returns:
        The words and their end, or None where a loaded word has to stay.
    """
    start, end = leading(sentence, *bounds), bounds[1]
    hits = lexicon.read(typeset(sentence)).loaded
    if not hits:
        return sentence[start:end], end
    inside = [match.span() for match in QUOTED.finditer(typeset(sentence))]
    text = sentence[:end]
    for hit in reversed(hits):
        if not start <= hit.start < end:
            continue
        if any(first <= hit.start < last for first, last in inside):
            return None
        left = _without(text, hit.start, hit.end, opens=hit.start == start)
        if left is None:
            left = _before_clause(text, start, hit.start)
            if left is None:
                return None
            end = len(left)
        text = left
    return text[start:], end


def _before_clause(text: str, start: int, end: int) -> str | None:
    """The text up to the last clause that begins before `end`; None where little is left."""
    *_, clause = (None, *_CLAUSE.finditer(text, start, end))
    if clause is None:
        return None
    left = text[: clause.start()]
    return left if left.count(" ", start) >= _MAIN and _is_verbal(left[start:]) else None


def _without(text: str, start: int, end: int, *, opens: bool) -> str | None:
    """The text without one word; None where it needs it."""
    word = text[start:end]
    if " " in word or not _DESCRIBED.match(text, end):
        return None
    adverb = word.endswith("ly") and not opens
    indefinite = _INDEFINITE.search(text, 0, start)
    if indefinite and not adverb:
        vowel = text[end + 1] in "aeiou"
        return f"{text[: indefinite.start()]}{'an' if vowel else 'a'} {text[end + 1 :]}"
    if adverb or (opens and _DESCRIBES.search(word)) or _DETERMINED.search(text, 0, start):
        return text[:start] + text[end + 1 :]
    return None


def _readable(text: str, *, opens: bool) -> bool:
    """Whether a text reads as a sentence."""
    length = len(text.split())
    own = own_words(text)
    begins = opens or text[:1].isupper() or _BEGINS.match(text)
    return bool(
        balanced(text)
        and "?" not in text
        and "\n" not in text
        and not _DANGLING_QUOTE.match(text)
        and text.rpartition(" ")[2].rstrip(".") not in _LOOSE
        and _WRITER.isdisjoint(words(own).known)
        and _SHORTEST <= length <= _LONGEST
        and begins
        and (_is_verbal(own) or QUOTED.fullmatch(text))
    )


def _is_verbal(text: str) -> bool:
    """Whether a text has a word that could be a finite verb."""
    return any(word in _VERBS or word.endswith(_VERBAL) for word in words(text).folded)


def _names(text: str, sources: Iterable[str]) -> bool:
    """Whether a text has a word that tells who one is: the last of the source, or any long one."""
    known = None
    for source in sources:
        if source in text:
            return True
        known = known or words(text).known
        *others, last = words(source).folded
        if last in known or any(len(word) > _TELLING and word in known for word in others):
            return True
    return False


def _sentence_case(text: str) -> str:
    if text[0].isupper():
        return text
    for position, char in enumerate(text):
        if char.isalpha():
            return text[:position] + char.upper() + text[position + 1 :]
        if char.isdigit():
            break
    return text


def balanced(text: str) -> bool:
    """Whether every quotation mark has its partner."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0
