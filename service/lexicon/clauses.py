"""Cuts an English sentence where a clause begins that may have a status or a source of its own.

The algorithm, the only one that splits sentences here:

1. Mark every point where a new proposition can begin: a semicolon, a dash, the end of a sentence
   inside a quotation, a conjunction ("but", "while", "and" before a verb), a relative "which",
   an appositive that takes a clause of its own ("a decision that …"), a participle after a comma
   (", suggesting that …"), a figure set beside ("up from …").
2. Cut there. Each piece knows its link: how it hangs on the piece before.
3. Whoever reads the pieces joins neighbours again that turn out to have the same status and source.

Nothing is cut by grammar: a comma alone never cuts, so an aside between commas stays where it is.
"""

from enum import StrEnum
from typing import NamedTuple

from service.lexicon.verbs import BEGINS, IRREGULAR
from service.patterns import Pattern


class Link(StrEnum):
    """How a piece hangs on the one before it."""

    START = "start"
    """First in its sentence."""
    SENTENCE = "sentence"
    """A sentence of its own: after a semicolon, or inside a quotation."""
    CONTRAST = "contrast"
    """But, while, although: sources change here."""
    AND = "and"
    """And: sources mostly stay."""
    ASIDE = "aside"
    """Which, a participle, a dash: a remark on the piece before."""
    MAIN = "main"
    """The predicate behind a relative clause of its subject."""
    COLON = "colon"
    """After a colon: what the piece before announces or explains."""
    COMMENT = "comment"
    """An appositive or a comparison: the article's remark on what a source said."""


class Piece(NamedTuple):
    """A stretch of a sentence between two cuts."""

    start: int
    """First code point in the sentence."""
    end: int
    """One past the last."""
    link: Link
    """How it hangs on the one before."""
    quoted: bool
    """Whether it begins within quotation marks."""


_VERB = (
    rf"(?:may|might|could|would|will|should|can|must|is|are|was|were|has|have|does|do|says|\w{{3,}}ed|{IRREGULAR}|cannot|it|he|"
    r"she|they|there|that|nobody|no\s+one|I|we|you|(?:I|we|you|he|she|they)[’'](?:d|ll|m|re|ve|s)|(?:expect|hope|think|believe|fear|doubt|suspect|want|plan|intend|say|warn|insist|deny|argue|claim)s?|denies|appears|seems|[a-z]{3,}s(?=\sthat\b)|looks(?=\s(?:likely|set|like|as))|risks|threatens)"
)
_TOLD = (
    r"(?:claims|allegations|accusations|reports|rumou?rs|fears|talk|speculation|suggestions|suspicions|concerns?|"
    r"worries|warnings|expectations|hopes|bets)"
)
_GROUNDS = (
    rf"amid(?:st)?\s(?:[a-z]+\s){{0,2}}?{_TOLD}\b|on\s(?:[a-z]+\s)?{_TOLD}\s(?:of|that|about|over)\b"
    r"|after\s(?:he|she|it|they|(?:the|its|his|her)\s[a-z]+)\s(?:(?:was|were|had\sbeen)\s(?:accused|alleged|suspected)\b|(?:warned|forecast|predicted)\s)"
    r"|because\s(?:he|she|it|they)\s(?:fears?(?!\sfor)|expects?|hopes?|believes?|thinks?|suspects?|may|might|could)\b"
)
"""What a clause gives for its grounds may be open where it is not: “fell on fears of a war”."""
_SO = (
    r"so(?!\s(?:that|far|long|much|called|many\sof|they\ssay|it\s(?:is|was)\ssaid|(?:I|we)\s(?:hear|gather)|I(?:\sam|[’']m)\stold|"
    r"(?:(?:the\s)?(?:(?:local|family|village|island|club|old|popular)\s)?(?:story|tale|legend|lore|talk|theory|saying|rumou?r|gossip)\s(?:goes|went|runs|ran|has|says)))\b)"
)
"""“…, so it closed”, but not “…, so that”, “…, so the story goes”."""
_SINCE = (
    r"since\s(?!\d|then\b|the\s(?:start|end|beginning|turn|last|war)\b|[A-Z]|last\b|early\b|late\b|at\b|"
    r"deleted\b|\w+ed\b)"
)
"""“…, since nobody paid”, but not “…, since May”."""
_THEN = (
    r"(?:hours|days|weeks|minutes|months|an?\s(?:day|week|month|year)|\w+\s(?:hours|days|weeks|months|years))\s"
    r"(?:before|after)\s"
)
"""“…, two days after it had opened”."""
_HAS_IT = r"[^,;:“”]{2,60}?\s(?:ha(?:s|ve|d)|tells?|told|sees?|saw|remembers?)\sit\b"
"""“The sale, as one director has it, was left to others” tells one thing."""
_SOMEBODY = (
    r"(?:he|she|it|they|nobody|no\s[a-z]+|(?:the|its|his|her|their)\s[a-z]+|"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
_TAKES_ISSUE = (
    r"(?:(?:has|have|had|could|can)\s(?:\w+\s)?[a-z]+ed|(?:has|have|had)\s(?:not\s)?been\sable|calls?|called|"
    r"den(?:y|ies|ied)|rejects?|rejected|dismiss(?:es|ed)?|disput(?:es?|ed)|describes?|described)\b"
)
_BEHIND_A_COMMA = {
    # “…, but nobody came”
    "butcomma": r"[“\"‘']?(?:but|while|whilst|whereas|yet)\s+",
    # “…, and nobody came”
    "andcomma": rf"(?:and|{_SO})\s+",
    # “…, although nobody came”
    "concede": (
        r"(?=(?:al)?though\s|even\s(?:though|as)\s|"
        rf"as\s(?!of\b|well\b|for\b|{_HAS_IT})|because\s|"
        rf"{_SINCE}|{_THEN}|amid\s"
        r"|despite\s|in\swhat\s|with\s)"
    ),
    # “…, which may close”, “…, one of whom left”, “…, suggesting that”
    "which": (
        r"(?=(?:(?:by|in|at|of|for|from|under|after|with|on|during)\s(?:which|whom|whose)|"
        r"(?:one|some|many|most|both|none|all|two|three)\sof\s(?:which|whom)|which|who|whose|where|"
        r"(?:accused|charged|suspected)\s(?:of|with))\s|\w+ing\s|\w+ly\s\w+ing\s)"
    ),
    # “…, a claim the ministry denies”
    "claim": (
        r"(?=(?:an?|one)\s(?:charge|claim|allegation|accusation|account|assertion|suggestion|version)\s"
        r"(?:he|she|it|they|the|his|her|its|their|[A-Z][\w’'-]+)\s)"
    ),
    # “…, a figure it disputes”, “…, a decision that …”, “…, up from nine”
    "comment": (
        rf"(?=by\sfar\sthe\s|an?\s(?:[a-z-]+\s){{1,3}}?{_SOMEBODY}\s"
        rf"{_TAKES_ISSUE}|(?:in\s)?(?:an?|the)\s(?:[\w’'-]+\s){{1,5}}?(?:that|which)\s|the\sfirst\stime\s"
        r"|(?:up|down)\sfrom\s|compared\s(?:with|to)\s|against\s(?:an?|the|[\w’'-]+[’']s)\s|versus\s|in\sline\swith\s)"
    ),
    # “The board, which reportedly met, is to close it”
    "main": (
        r"(?=(?:(?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|did|does)\b|"
        rf"{IRREGULAR}\b|[a-z]{{3,}}ed\s))"
    ),
}
_BEHIND_A_SPACE = {
    # “a man who is believed to have left”
    "believed": (
        r"(?=who\s(?:is|are|was|were)\s(?:also\s)?"
        r"(?:believed|thought|said|understood|reported|feared|alleged|suspected|rumoured)\b)"
    ),
    # “it fell on fears of a war”
    "grounds": rf"(?={_GROUNDS})",
    # “a leak that may be old”
    "that": r"(?=that\s(?:may|might|could)\s)",
    # “it fell – or so it seems – by half”
    "dash": r"[—–-]{1,2}\s+",
    # “it fell but may rise”, and neither “nothing but” nor “for a while”
    "but": (
        r"(?=[bw])(?<!\banything\s)(?<!\bnothing\s)(?<!\ball\s)(?:but|"
        r"(?<!\ba\s)(?<!\bthe\s)(?<!\bshort\s)(?<!\blittle\s)(?<!\blong\s)(?<!\bworth\s)while|whereas)\s+"
        r"(?!also\b)|(?=(?:al)?though\s)(?<!\bas\s)"
    ),
    # “it fell and may rise”
    "and": (
        rf"(?:and|or)\s+(?=(?:\w+ly\s)?(?:{_VERB}|an?(?!\s(?:half|quarter)\b)|the|its|his|her|their|some|many)\b)"
    ),
}
"""Where a proposition can begin behind white space alone, and above behind a comma; as asked."""


def _either(points: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{begins})" for name, begins in points.items())


# A cut begins with one of a few characters, and so does the pattern: it fails at once elsewhere.
# Nearly all of them are white space, so that what a mark begins is left out there as one.
_POINT = Pattern(
    r"[;:—.!?,\s](?:(?<=\S)(?:"
    r"(?<=;)(?P<semicolon>\s+)"
    r"|(?<=:)(?P<colon>\s+)"
    r"|(?<=—)(?P<tight>)"
    r"|(?<=[.!?])(?P<stop>\s+(?=[“\"‘']?[^\W\d_a-zß-öø-ÿ]))"
    rf"|(?<=,)[”\"’']?\s+(?:{_either(_BEHIND_A_COMMA)}))"
    rf"|(?<=\s)(?=[—–-]|a[flmn]|b[eu]|o[nr]|wh|th[ao])(?:{_either(_BEHIND_A_SPACE)}))"
)
_LINKS = {
    "semicolon": Link.SENTENCE,
    "colon": Link.COLON,
    "tight": Link.ASIDE,
    "stop": Link.SENTENCE,
    "butcomma": Link.CONTRAST,
    "andcomma": Link.AND,
    "concede": Link.CONTRAST,
    "which": Link.ASIDE,
    "claim": Link.COMMENT,
    "comment": Link.COMMENT,
    "main": Link.MAIN,
    "believed": Link.CONTRAST,
    "grounds": Link.CONTRAST,
    "that": Link.ASIDE,
    "dash": Link.ASIDE,
    "but": Link.CONTRAST,
    "and": Link.AND,
}
"""How what begins at a point hangs on the piece before it."""
_OF_A_NOUN = frozenset({"and", "which", "that", "comment"})
"""Points that cut only behind a clause: a bare noun keeps what it is joined to or described by."""
# "-ing" words after a comma that begin no remark.
_NO_REMARK = Pattern(
    r"(?:including|according|during|regarding|concerning|following|being|speaking|citing|judging|going\sby)\b"
)
_OF_THE_SUBJECT = Pattern(
    r"(?!Whether\b)(?:[\w’'-]+\s){0,7}?[\w’'-]+,\s(?:(?:reportedly|allegedly|perhaps|possibly|probably|apparently|expected|thought|believed|said|feared|accused|suspected|rumoured|estimated)\s|(?:who|which|whose)\s)[^;:]*,\Z"
)
"""“The board, which reportedly met”: what follows is the predicate, and a claim of its own."""
_COMMENT_FIRST = Pattern(r"(?:beating|missing)\b")
_PREDICATE = Pattern(
    rf"{BEGINS}(?:is|are|was|were|has|have|may|might|could|would|will|should|can|must|does|do|not|says|{IRREGULAR}|come|go|run|"
    r"remain|stand|begin|lie|lies|reads?|shows?|takes|makes|gives|keeps|brings|goes|becomes|means|includes|contains|remains|belongs|"
    r"depends|begins|continues|expects|suspects|believes|thinks|predicts|suggests|indicates|implies|reckons|provides|requires|allows|involves|carries|sells|buys|pays|owes|owns|sits|tells|knows|wants|seems|\w+ed|(?:aim|plan|want|hope|intend|seek|expect|need|agree)s?(?=\sto\s)"
    r"|\w{2,}s(?=\s(?:the|an?|its|his|her|their|no|more|that|up|out|off|not|\d|two|three|four|five|six|seven|eight|nine|ten|some|many|several|both|all)))\b"
)
_WORDLY = Pattern(r"[^\W_]")
_CLOSES = Pattern(r"[”\"]")
QUOTATION = Pattern(r"“[^“”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)")
"""A quotation in double marks; one that is never closed runs to the end."""


def quotations(sentence: str, offset: int = 0) -> tuple[tuple[int, int], ...]:
    """Find what stands within double quotation marks, marks included, from an offset on."""
    if "“" not in sentence and '"' not in sentence:
        return ()
    return tuple([match.span() for match in QUOTATION.finditer(sentence, offset)])


def within(inside: tuple[tuple[int, int], ...], offset: int) -> bool:
    """Whether an offset lies within one of some quotations."""
    for start, end in inside:  # noqa: SIM110 - asked of every piece; a generator takes twice as long
        if start <= offset < end:
            return True
    return False


def holds_word(text: str) -> bool:
    """Whether a letter or a figure stands in a text; mostly one begins it."""
    return text[:1].isalnum() or _WORDLY.search(text) is not None


def pieces(sentence: str, *, quoted: bool = False) -> tuple[Piece, ...]:
    """Cut a sentence by the algorithm above.

    Args:
        sentence: The sentence's text.
        quoted: Whether it begins within a quotation that an earlier sentence opened.

    Returns:
        At least one piece, in order, without the white space and punctuation between them;
        offsets count into the sentence.
    """
    inside = quotations(sentence)
    if quoted:
        close = _CLOSES.search(sentence)
        end = close.end() if close else len(sentence)
        inside = ((0, end), *quotations(sentence, end))
    bounds: list[tuple[int, int, Link]] = []
    start, link = 0, Link.START
    for match in _POINT.finditer(sentence):
        at, behind = match.span()
        if behind >= len(sentence) or at <= start:
            continue
        name = match.lastgroup or "stop"
        following = _LINKS[name]
        if name == "which" and _NO_REMARK.match(sentence, behind):
            continue
        if name == "which" and _COMMENT_FIRST.match(sentence, behind):
            following = Link.COMMENT
        if name == "main" and not _OF_THE_SUBJECT.match(sentence, start, at + 1):
            continue
        if name in _OF_A_NOUN and not _PREDICATE.search(sentence, start, at):
            # A bare noun before it: the aside belongs to the subject ("the board, which met,").
            continue
        if name == "stop" and not within(inside, at):
            continue
        # The mark that ends a sentence belongs to it: a question is one by it.
        bounds.append((start, at + (name == "stop"), link))
        start, link = behind, following
    bounds.append((start, len(sentence), link))
    found = [
        Piece(*stripped, link, bool(inside) and within(inside, stripped[0]))
        for start, end, link in bounds
        if (stripped := _stripped(sentence, start, end))
    ]
    return tuple(found) or (Piece(0, len(sentence), Link.START, quoted),)


def _stripped(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """Bounds without white space; None where no letter or figure stands between them."""
    piece = sentence[start:end]
    if not holds_word(piece):
        return None
    return end - len(piece.lstrip()), start + len(piece.rstrip())
