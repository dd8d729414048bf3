"""Article → Sentences: cut the text into numbered sentences without altering it.

Paragraphs, list items and headings are hard bounds. Inside them `sentencex` finds the sentences;
its splits after abbreviations that never or seldom end a sentence are mended here.
"""

from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from schemas import Article, Sentence
from service.patterns import Pattern

_PARAGRAPH_BREAK = Pattern(r"\n[^\S\n]*(?:\n[^\S\n]*)+|[\u2029\x0c]")
# A line that starts a block of its own: a list item or a heading in plain text or Markdown.
_BLOCK_LINE = Pattern(r"[^\S\n]*(?:[•‣◦▪●·*–—-]|#{1,6}|\(?\d{1,3}[.)])[^\S\n]+\S")
_HEADING = Pattern(r"[^\S\n]*#{1,6}[^\S\n]+\S")
# Titles stand before a name, so no sentence ends with one.
_TITLE = Pattern(
    r"(?:^|[\s(“\"‘'])(?:Adm|Brig|Capt|Cllr|Cdr|Col|Coun|Cpl|Cmdr|Dr|Fr|Gen|Gov|Hon|Insp|Lt|Maj|"
    r"Messrs|Mr|Mrs|Ms|Mx|Pfc|Pres|Prof|Pte|Rep|Rev|Sen|Sgt|Sr|Supt|Ven)\.$"
)
# These may end a sentence; they do not where the next words go on with a time or in lower case.
_TIME = Pattern(r"(?:^|\s)[\d.:]*\s?[ap]\.m\.$")
# "At 12.55 a.m." has no verb yet, whatever follows.
_TIME_ALONE = Pattern(r"(?:\w+\s)?[\d.:]+\s?[ap]\.m\.")
_GOES_ON_AFTER_TIME = Pattern(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|"
    r"(?:GMT|UTC|BST|CET|CEST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|Eastern|Central|Mountain|Pacific)\b"
)
_ABBREVIATION = Pattern(
    r"(?:^|[\s(])(?:[A-Z]\.(?:[A-Z]\.)+|[Aa]pprox|Art|Bros|cf|Co|Corp|dept|Dept|e\.g|est|etc|Fig|"
    r"i\.e|Inc|Ltd|Mt|No|Nos|p|para|pp|St|vs?|Vol)\.?$"
)
# sentencex takes "May.", "no." and short units for abbreviations, whatever stands before them.
_WORD_ENDS = Pattern(
    r"(?:\d\s?(?:mm?|g|t|cl?|l|h|hr|min|p|s|sec|km/h|°[CFK])\."
    r"|\b(?:said|says?|saying|voted?|answer(?:s|ed)?|answer\s(?:is|was))\sno\."
    r"|\b(?:in|of|since|by|until|till|from|before|after|for|late|early|mid|last|this|next|and|to|\d\d?)[\s-]May\.)"
    r"(?=\s+[“\"‘']?[^\W\d_a-z])"
)
# The next words cannot begin a sentence, or number the abbreviation ("No. 5").
_GOES_ON = Pattern(r"[\"“‘'(]?(?:[a-z]|\d)")
# "Q." and "A." of an interview, or the first initial of a name: never a sentence of its own.
_LABEL = Pattern(r"[A-Z]\.$")


def segment(article: Article) -> tuple[Sentence, ...]:
    """Cut an article into sentences.

    Returns:
        The sentences in order, numbered from 1, without surrounding white space. Every character
        that is not white space lies in exactly one of them.
    """
    language = article.language.partition("-")[0].lower()
    sentences: list[Sentence] = []
    for paragraph, (start, end) in enumerate(_paragraphs(article.text), start=1):
        for block_start, block_end in _blocks(article.text, start, end):
            block = article.text[block_start:block_end]
            for left, right in _sentences(block, language):
                sentences.append(
                    Sentence(
                        number=len(sentences) + 1,
                        paragraph=paragraph,
                        start=block_start + left,
                        end=block_start + right,
                        text=block[left:right],
                    )
                )
    return tuple(sentences)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of the paragraphs that hold more than white space."""
    start = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Bounds of list items, headings and running text within one paragraph.

    A line that is neither an item nor a heading goes on with the running text before it, so that
    hard-wrapped articles keep their sentences.
    """
    block = position = start
    for line in text[start:end].splitlines(keepends=True):
        if position > block and _BLOCK_LINE.match(line):
            yield block, position
            block = position
        position += len(line)
        if _HEADING.match(line):
            yield block, position
            block = position
    if block < end:
        yield block, end


def _sentences(block: str, language: str) -> Iterator[tuple[int, int]]:
    """Bounds of the sentences of a block, mended and without surrounding white space."""
    # sentencex breaks at line ends; a space has the same width and lets wrapped lines go on.
    flat = block.translate(_LINE_ENDS)
    start = 0
    for boundary in get_sentence_boundaries(language, flat):
        end = boundary["end_index"]
        if end < len(flat) and _unfinished(flat[start:end].strip(), flat[end:].lstrip()):
            continue
        for left, right in _parted(block, start, end):
            text = block[left:right]
            if text.strip():
                yield left + len(text) - len(text.lstrip()), left + len(text.rstrip())
        start = end


def _parted(block: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Bounds of the sentences in one that ends in the middle: “… shut in May. Orr said …”."""
    for found in _WORD_ENDS.finditer(block, start, end):
        before = block[start : found.end()]
        # Within a quotation the speaker's sentences stay together.
        if before.count("“") == before.count("”") and not before.count('"') % 2:
            yield start, found.end()
            start = found.end()
    yield start, end


_LINE_ENDS = {ord(char): " " for char in "\n\r\x0b\x85\u2028"}


def _unfinished(left: str, right: str) -> bool:
    """Whether a split between `left` and `right` falls after an abbreviation."""
    if not right or not left:
        return False
    return bool(
        _LABEL.fullmatch(left)
        or _TITLE.search(left)
        or (_TIME.search(left) and (_GOES_ON_AFTER_TIME.match(right) or right[0].islower()))
        or _TIME_ALONE.fullmatch(left)
        or (_ABBREVIATION.search(left) and _GOES_ON.match(right))
    )
