"""What needs the sentence before it: words that stand for what another one names.

A summary prints such a sentence right behind the one it leans on, or not at all. On the articles
the rules were developed on, that cost a summary of 147 words one key claim in two hundred.
"""

import re

from service.draft.rules_naming import NO_NAME
from service.lexicon.entries import classes
from service.lexicon.words import words
from service.patterns import Pattern

QUOTED = Pattern(r"“[^“”]*”|\"[^\"]*\"")
"""A quotation, marks included."""
DANGLING = Pattern(
    r"(?!it\s(?:is|was|has\sbeen|remains)\s(?:still\s|also\s)?(?:unclear|not\s(?:yet\s)?(?:clear|known)|unlikely|likely|possible|understood|"
    r"alleged|\d))(?:he|she|it|they|that|this|these|those|his|her|its|their|one(?=\s(?:of|said|says|was|is|had|has|who|in|at|on|from)\b|[,:;])|both|neither|others?|some(?=\s(?:of\sthe|were|are|said|say|have|had)\b)|such|the\s+(?:other|"
    r"latter|former|two|pair|same|move|gap|numbers?|result|remark)|all\s+\w+|another|which|if\s+(?:so|not|it|that|he|"
    r"she|they)|a\s+(?:further|second|third|later))\b",
    re.IGNORECASE,
)
"""What opens a sentence and stands for words of another: "he", "the latter", "all three"."""
_FRONTED = Pattern(
    r"(?:in|on|at|under|by|from|with|for|after|before|since|to|during|of|asked|dated|speaking|once|when|"
    r"while|until)\s(?:[^\s,]+\s){1,6}?(?:[^\s,]+,\s)?(?:he|she|they|it(?!\s(?:is|was)\s))\s",
    re.IGNORECASE,
)
"""A phrase before a pronoun, as in "Under cross-examination she conceded"."""
_HEAD = Pattern(
    r"(?:asked\sabout\s(?:that|this|it|them)|(?:\w+\s)?(?:minutes|hours|days|weeks|months|years)\slater|in\sa\s(?:second|further|"
    r"later)|(?:one|two|three|some|most|many|all|several)\sof\s(?:them|those|these)|(?:in|of|with|without|for|on)\s(?:one\sof\s)?"
    r"(?:them|those|these|that|this)|(?:one|another|others|several),|another\s(?:said|says|added)|(?:much\s)?the\ssame)\b",
    re.IGNORECASE,
)
"""More of what opens such a sentence: "asked about that", "hours later", "in one of them"."""
_OBJECT = Pattern(
    r"(?:[^\s,;]+\s){1,6}(?:reject|den[iy]|dismiss|disput|buy|call|bought|found|sold|took|made|wrote|describ|confirm|twist)\w*\s(?:that|"
    r"this|it|both|them)(?=[,.;]|\s(?:in|as|at|on|with|outright|account|claim|view|figure|charge|arithmetic)\b|\s[“\"‘])"
)
"""What a first clause is about without naming it: "Rourke rejected that account"."""
_SUBJECTS = frozenset({"he", "she", "they", "it"})
_OBJECTS = frozenset({"that", "this", "it", "both", "them"})
_INSIDE: tuple[tuple[frozenset[str], Pattern], ...] = (
    (frozenset({"such"}), Pattern(r"\b(?:(?:no|any|every)\ssuch|such\san?)\b", re.IGNORECASE)),
    (frozenset({"two"}), Pattern(r"\b[Tt]he\stwo\s(?:\w+ed|met|had|have|were|are)\b")),
    (
        frozenset({"account", "arithmetic", "mark", "threshold", "gap", "dating", "offer"}),
        Pattern(
            r"\b(?:that|those|these)\s(?:account|arithmetic|mark|threshold|gap|dating|offer)\b"
        ),
    ),
    (
        frozenset({"them", "those", "these"}),
        Pattern(
            r"\b\d[\d,]*\sof\s(?:them|those|these)\b|\A[^,]{3,30},\sthe\s\w+\sof\s(?:them|those),"
            r"|,\sone\sof\sthem\s(?:said|says|added)\b"
        ),
    ),
    (
        _SUBJECTS,
        Pattern(
            r",\s(?:he|she|they|it)\s(?:sa(?:id|ys?)|told|add(?:s|ed)?|estimate[sd]?|reckon(?:s|ed)?|thinks?|warn(?:s|ed)?|"
            r"argue[sd]?|wrote|writes?|note[sd]?|believe[sd]?|insist(?:s|ed)?|caution(?:s|ed)?)\b"
        ),
    ),
)
"""What leans wherever it stands, with the words without one of which it does not."""
_STAND_FOR = frozenset({"his", "her", "him"}).union(*(one for one, _ in _INSIDE))
_LEFT_OUT = (" did", " does", " had", " has", " was", " were", " could", " would")
"""Last words of a clause whose verb stands in another: "said at least four did"."""
_SINGULAR = Pattern(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_SINGULARS = frozenset({"he", "she", "him", "her", "his"})
_EN = classes("en")
_PERSONS = frozenset().union(
    *(_EN[name] for name in ("role", "title", "person", "female_noun", "male_noun")),
    ("who", "whose", "one", "nobody", "somebody", "anyone", "former", "employee", "worker", "man"),
)
"""Words for somebody whom "he" or "she" can mean, in the singular."""
_CAPITALISED = Pattern(r"(?<=[^.!?]\s)[^\W\d_a-z][\w’'-]+")
_OPENING = Pattern(r"[^\W\d_]+")


def leans(text: str, article: str) -> bool:
    """Whether a text needs the sentence before it: "It will be tested over the winter"."""
    if DANGLING.match(text) or _HEAD.match(text):
        return True
    own = own_words(text)
    known = words(own).known
    if not known.isdisjoint(_OBJECTS) and _OBJECT.match(text):
        return True
    if not known.isdisjoint(_SUBJECTS):
        fronted = _FRONTED.match(text)
        if fronted and not _has_name(fronted.group()):
            return True
    if own.rstrip(".").endswith(_LEFT_OUT):
        return True
    if known.isdisjoint(_STAND_FOR):
        return False
    return _is_unnamed(own, article) or any(
        not known.isdisjoint(one) and pattern.search(own) for one, pattern in _INSIDE
    )


def _is_unnamed(text: str, article: str) -> bool:
    """Whether "he" or "she" is nobody whom the text has named: "Replays suggested he was right"."""
    if _SINGULARS.isdisjoint(words(text).known):
        return False
    found = _SINGULAR.search(text)
    before = text[: found.start()] if found else ""
    if any(word.removesuffix("s") in _PERSONS for word in words(before).known):
        return False
    if _has_name(before):
        return False
    first = _OPENING.match(text)
    word = first.group().lower() if first else ""
    return word in NO_NAME or f" {word}" in article


def _has_name(text: str) -> bool:
    """Whether a name stands in a text, the first word apart."""
    return any(name.lower() not in NO_NAME for name in _CAPITALISED.findall(text))


def own_words(text: str) -> str:
    """The text without its quotations."""
    return QUOTED.sub("", text) if "“" in text or '"' in text else text
