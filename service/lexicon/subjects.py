"""Finds the source beside a reporting verb: the noun phrase before it, or behind it.

No parser: the bounds are punctuation, conjunctions and the closed classes of `en/classes.tsv`.
"""

import re
from typing import NamedTuple

from service.lexicon.entries import classes
from service.lexicon.verbs import BEGINS, IRREGULAR
from service.lexicon.words import words
from service.patterns import Pattern

UPPER = r"[^\x00-@\[-\x7fß-öø-ÿ\W\d]"
"""A capital letter, of any script that has them, or a letter of one that has none.

What ASCII has but capitals stands first, by its codes: that saves asking what each space is.
"""

FINITE = Pattern(
    rf"{BEGINS}(?:is|are|was|were|has|have|had|may|might|could|would|will|should|can|must|did|does|do|ought|"
    rf"\w+ed|says|{IRREGULAR}|\w+n[’']t|cannot)\b"
)
"""A verb that has a subject, as far as its form tells."""

COORDINATE = Pattern(r"\b(?=[abo])(?:and|but|or)(?:\s\w+ly|\salso|\sthen|\sstill|\shas|\shad)?\s\Z")
"""“X put it at six and said”: the second cue has the first one's source."""

COMMA = Pattern(r",(?!\d)")
"""A comma that is no part of a number."""

PREPOSED = Pattern(
    r"\s*(?:in|on|at|after|before|during|by|under|for|with|since|from|sent|speaking|asked|when|as|"
    r"hours|minutes|days)\b",
    re.IGNORECASE,
)
"""Begins an adverbial that stands before the source."""

BREAKS = Pattern(r"[,;:()“”\"—–]")
"""Punctuation that parts a subject from what follows."""

_EN = classes("en")
_SPEAKING = _EN["body"] | _EN["title"] | {"he", "she", "police", "prosecutors", "authorities"}
"""Nouns for whoever can speak and be looked up; what a crowd said, a story tells in passing."""
_LEADING = Pattern(
    r"(?:(?:but|and|yet|so|or|while|although|though|however|meanwhile|as|because|whereas|"
    r"separately|still|even|instead|then|also|once|later|now|finally|if|when|where|asked|that|which|whom)\b,?\s+)+",
    re.IGNORECASE,
)
# As in the pattern that cuts clauses, what a mark begins is left out as one behind white space.
_CLAUSE_START = Pattern(
    r"[;:.!?”\",\s](?:(?<=\S)(?:"
    r"(?<=[;:.!?”\"])\s+"
    r"|(?<=,)\s+(?:(?:but|while|whereas|although|though|yet)\s+|(?P<comma>(?:and|as|because|which|that)\s+)))"
    r"|(?<=\s)(?:[—–-]\s"
    r"|(?=[abistw])(?P<space>(?:but|while|whereas|although|though)\s+|(?:because|since|if|when|after|before)\s+(?=(?:he|she|they|it)\s))))"
)
"""A name for what a comma before the verb can close."""
_NESTED = Pattern(
    r"\s(?:that|which|whom|as|and|than|what|when)\s+"
    rf"(?=(?:he|she|they|it|we|[a-z]+s|the\s+[\w’'-]+|{UPPER}[\w’'-]+(?:\s+{UPPER}[\w’'-]+)*)\s*\Z)"
)
_ADVERB = Pattern(
    r"(?:\s|\A|,)[“\"]?(?:(?!(?:family|assembly|supply|ally|bully|reply)\b)[a-z]\w*ly|also|both|now|later|then|always|often|soon|already|nevertheless|yesterday|today|rather|twice|likewise|simply|merely|"
    r"once|again|still|first|even|has|have|had|hours|days|weeks|since|long|just|at\s+first|in\s+turn|"
    r"on\s+\w+day)[”\"]?\s*\Z"
)
_BEING = (" is ", " are ", " was ", " were ")
_ADVERB_WORDS = 2  # "in turn": none of them has more
_TITLED = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Cllr|Coun)\.?\s+)?"
_NAME_ONLY = Pattern(
    rf"\s*(?:the\s+)?{_TITLED}{UPPER}[\w’'.-]+(?:\s+(?:(?:[a-z]{{1,3}}|&)\s+)?{UPPER}[\w’'.-]*)*\s*\Z"
)
_ROLE_NAME = Pattern(
    rf"\s*(?:(?:the|an?|its|his|her|their)\s)?(?:(?!(?:by|near|in|at|of|from|with|for|on|to)\s)[a-z][\w-]*\s){{1,4}}"
    rf"({UPPER}[\w’'-]+(?:\s{UPPER}[\w’'-]+)+)\Z"
)
"""“Retired trimmer Bev Orr”; “led by Bev Orr” is another's."""
_ONE_OF = Pattern(r"\s*(?:one|another|the\s|an?\s|its\s|his\s|her\s|their\s)", re.IGNORECASE)
_AFTER_NAME = Pattern(
    r"[,.;:()“”\"—–?!]|\s(?:published|released|issued|dated|on|who|which|that|as|after|when|but|while|"
    r"and\s+(?:was|is|has)|during|last|at\s+a|in\s+a|seen|obtained|will|would|could|may|might|is|are|"
    r"was|were|has|had|showed)\b"
)
_ABBREVIATED = Pattern(
    r"(?:\b(?:Adm|Brig|Capt|Cllr|Cmdr|Col|Coun|Cpl|Det|Dr|Fr|Gen|Gov|Hon|Insp|Lt|Maj|Mr|Mrs|Ms|Mt|Prof|Rep|Rev|Sen|Sgt|St|"
    rf"Supt|Ven)|\b{UPPER})\Z"
)
"""What a full stop stands behind without ending a name: titles and initials."""
_ABOUT = Pattern(r"\s*(?:(?:aged\s)?\d\d?|(?:of|from|at|who|whose|which|where)\s.*)\Z", re.DOTALL)
"""Between commas behind a name: an age, an address, a relative clause."""
_CONJUNCTIONS = ("after", "before", "because", "since", "when", "as", "once", "until")
_SUBORDINATE = Pattern(rf"\s(?:{'|'.join(_CONJUNCTIONS)})\s+(?=\w)")
_TOLD_IN = 8  # words: the longest subject that is looked for behind such a conjunction
_WHO = Pattern(r"(?<=[a-z])\swho(?:[’'](?:d|s|ve|re|ll))?\s[^,;:“”\"()]{8,160}\Z")
"""A relative clause without commas, up to the verb."""
_DOCUMENT_THAT = Pattern(
    r"(?:An?|The|One|Another)\s(?:[a-z][\w’-]*\s){0,2}?(?P<noun>[a-z-]+)(?=\sthat\s[^,;:“”]{8,100}\Z)"
)
"""“A memo that this paper has not seen puts it at ten”."""
_OWN_SUBJECT = Pattern(
    r"\b(?:he|she|they|it|we|that|and|but|which|who|to|not)(?:\s(?:also|has|have|had|\w+ly))?\s\Z"
)
"""The verb belongs to the relative clause itself."""
_PREPOSED = Pattern(
    r"(?:on|in|at|by|after|before|during|since|until|last|this|to|for|from|under|over|then|now)\s"
    r"(?:(?:the|an?|his|her|its|their)\s)?[\w’'-]+\s(?:.*?(?<!\sof)(?<!\sin)(?<!\sat)(?<!\son)(?<!\sby)(?<!\sto)(?<!\sfor)\s)??"
    r"((?:he|she|they|it)\Z|(?:the|an?|its|his|her|their)\s.*)\Z",
    re.IGNORECASE,
)
"""“In June the mission”, “in a statement it”: an adverbial that no comma parts from the source."""
_BARE_RELATIVE = Pattern(
    r"(?:something|(?:an?|the)\s[a-z][\w-]*)\s((?:the|its|his|her|their)\s[\w’'-]+)\Z",
    re.IGNORECASE,
)
_PREPOSED_NAME = Pattern(
    r"(?:In|On|At|By|After|Before|During|Since|From)\s(?:[^,;:]*\s)?"
    r"(?:(?!(?:of|in|at|on|by|to|for|from|with|and|the|an?|its|his|her|their|de|da|di|von|van|der|den|al|bin|la|le)\s)[a-z\d][\w’-]*"
    r"|\w+day|January|February|March|April|May|June|July|August|September|October|November|December)\s"
    rf"({UPPER}[\w’'-]*(?:\s{UPPER}[\w’'-]*)*)\Z"
)
"""“In a letter Orr”, “on Monday Ada Orr”: a name behind an adverbial."""
_PREPOSED_CROWD = Pattern(
    r"(?:(?:Late|Early)\s(?=on|in))?(?:In|on|in|On|At|Out\sof|Inside|Outside|Among|Across|Around|Near|Behind|After|Since|Along|Within|Throughout|Beyond|Under)\s.*?\s"
    r"((?:(?:two|three|four|five|six|some|many|several|few)(?:\s(?!of\b)|\Z)|people\b|residents\b|locals\b|officials\b|traders\b|"
    r"villagers\b|farmers\b|workers\b).*)\Z",
    re.DOTALL,
)
FULL_NAME = Pattern(rf"{UPPER}[\w’'-]+(?<![’']s)\s{UPPER}")
"""A given name and the next."""
_NAME_BEHIND = Pattern(rf",\s(?:[a-z][\w’'-]*\s){{0,3}}({UPPER}[\w’'.-]+(?:\s{UPPER}[\w’'.-]+)+)")
_KIN = Pattern(r"(?:his|her|their|my|our)\s", re.IGNORECASE)
_FIRST_NAME = Pattern(rf",\s({UPPER}[\w’'-]+)(?=[,.;:]|\Z)")
_INNER = 7  # code points: the shortest text that one of these three fits ("in a he")
_FURTHER = Pattern(r"\s(?:go|goes|went)\s(?:further|farther|on)\b")
_NAMED = Pattern(rf"{UPPER}[\w’'-]+\Z")
_RELATIVE = Pattern(r",\s(?:which|who)\s(?:[a-z]+ly\s|also\s|has\s|had\s|have\s)?\Z")
_PRONOUN_LETTERS = 32  # code points: a relative pronoun and what stands between it and its verb
_ANTECEDENT = Pattern(
    rf"(?<![\w’'-])(?P<who>(?:(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z][\w’'-]*\s){{0,2}}?[a-z][\w’'-]*"
    rf"|(?:{UPPER}[\w’'-]*\s)*{UPPER}[\w’'-]*)){_RELATIVE.pattern}"
)
_NOUN_LETTERS = 110  # code points: the longest noun phrase that such a clause is looked for behind
_MANY = 2  # parts between commas beyond which content stands before the source


class Subject(NamedTuple):
    """A source that stands before its verb."""

    start: int
    """First code point in the sentence."""
    end: int
    """One past the last."""
    aside: str
    """What is said of it between commas; may be empty."""
    clause: int
    """Where its part of the clause begins: content may stand before."""


def noun_phrase(sentence: str, start: int) -> tuple[int, int]:
    """Bounds of the source that begins behind `start`: half-open, empty where there is none."""
    while start < len(sentence) and sentence[start].isspace():
        start += 1
    stop = _AFTER_NAME.search(sentence, start)
    while stop and stop.group() == "." and _ABBREVIATED.search(sentence, start, stop.start()):
        stop = _AFTER_NAME.search(sentence, stop.end())
    end = stop.start() if stop else len(sentence)
    while end > start and sentence[end - 1].isspace():
        end -= 1
    return start, end


def apposed(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the name behind a role: “said his lawyer, Clara Mintz”; else the role's own."""
    if FULL_NAME.search(sentence[start:end]):
        return start, end
    rest = sentence[end:]
    name = _NAME_BEHIND.match(rest)
    name = name or (_KIN.match(sentence, start, end) and _FIRST_NAME.match(rest))
    if not name:
        return start, end
    return end + name.start(1), end + name.start(1) + len(name[1].rstrip("."))


def subject(sentence: str, verb: int) -> Subject | None:
    """Find the source of the verb that begins at `verb`."""
    clause = _clause_start(sentence, verb)
    related = _with_relative(sentence, verb)
    if related:
        return related
    end = _without_adverbs(sentence, clause, verb)
    text = sentence[clause:end].rstrip()
    parts = _parts(text, clause)
    if not parts:
        return None
    if text.endswith(","):
        if sentence[verb : verb + 12].partition(" ")[0].endswith("ing"):
            # "Orr, its head, would not discuss it, saying only": the subject of the sentence.
            parts = [bounds for bounds in parts if not PREPOSED.match(sentence, *bounds)][
                :1
            ] or parts
            parts = [
                (left, _before_finite(sentence, left, _before_further(sentence, left, right)))
                for left, right in parts
            ]
        return _before_aside(sentence, parts)
    left, right = parts[-1]
    nested = [
        found
        for found in _NESTED.finditer(sentence, left, right)
        # "Both Orr and Lind say".
        if not (found.group().strip() == "and" and _NAMED.search(sentence, left, found.start()))
    ]
    if nested:
        left = nested[-1].end()
    start = left
    if COORDINATE.search(sentence, left, verb):
        # "The bank raised its rate and signalled": the clause's own subject.
        if sentence[left:right].strip() in {"and", "but", "or"}:
            left = start = 0
        first = _of_first_verb(sentence, (clause, left), right)
        if first:
            return first
        right = _before_finite(sentence, left, right)
    left, right = _trim(sentence, left, right)
    left = _behind_preposed(sentence, left, right)
    return Subject(left, right, "", start) if left < right else None


def _behind_preposed(sentence: str, left: int, right: int) -> int:
    """Where the source begins in "a measure the opposition", "on Monday she"."""
    if right - left >= _INNER:
        for inner in (_BARE_RELATIVE, _PREPOSED, _PREPOSED_CROWD, _PREPOSED_NAME):
            found = inner.match(sentence, left, right)
            left = found.start(1) if found else left
    return left


def antecedent(sentence: str, verb: int) -> tuple[int, int] | None:
    """Bounds of whom a relative clause tells of: “the ministry, which calls that a lie”."""
    if not _RELATIVE.search(sentence, max(0, verb - _PRONOUN_LETTERS), verb):
        return None
    found = _ANTECEDENT.search(sentence, max(0, verb - _NOUN_LETTERS), verb)
    return found.span("who") if found else None


def _of_first_verb(sentence: str, begins: tuple[int, int], right: int) -> Subject | None:
    """The source of the verb before "and": "Ann Poole, who is standing down, rose and said"."""
    for begin in begins:
        finite = FINITE.search(sentence, begin, right)
        if finite and sentence[: finite.start()].rstrip().endswith(","):
            return subject(sentence, finite.start())
    return None


def _with_relative(sentence: str, verb: int) -> Subject | None:
    """The source before a relative clause: "two aides who asked not to be named said"."""
    memo = _DOCUMENT_THAT.match(sentence, 0, verb) if sentence.find(" that ", 0, verb) > 0 else None
    if memo and memo["noun"] in _EN["document"] and FINITE.search(sentence, memo.end() + 6, verb):
        return Subject(0, memo.end(), sentence[memo.end() : verb], 0)
    related = _WHO.search(sentence, 0, verb) if "who" in sentence else None
    if related is None or _OWN_SUBJECT.search(sentence, related.end(), verb):
        return None
    left, right = _trim(sentence, _before(sentence, related.start()), related.start())
    return Subject(left, right, sentence[right:verb], left) if left < right else None


def _parts(text: str, start: int) -> list[tuple[int, int]]:
    """Bounds of what stands between commas in a text that begins at `start`."""
    if "," not in text:
        return [(start, start + len(text))] if text else []
    parts: list[tuple[int, int]] = []
    for part in COMMA.split(text):
        if part.strip():
            parts.append((start, start + len(part)))
        start += len(part) + 1
    return parts


def _before_further(sentence: str, left: int, right: int) -> int:
    """Where a source ends in "some go further, claiming"."""
    further = _FURTHER.search(sentence, left, right)
    return further.start() if further else right


def _before_finite(sentence: str, left: int, right: int) -> int:
    """Where the first finite verb stands, if something stands before it; else `right`."""
    finite = FINITE.search(sentence, left, right)
    return finite.start() if finite and sentence[left : finite.start()].strip() else right


def _clause_start(sentence: str, verb: int) -> int:
    """Where the clause of a verb begins."""
    # "The board, which met in May, said": a comma before the verb closes what a comma opened.
    closed = sentence[:verb].rstrip().endswith(",")
    clause = 0
    for match in _CLAUSE_START.finditer(sentence, 0, verb):
        # "An aide, granted anonymity because she works there, said".
        aside = match.lastgroup == "comma" or "," in sentence[clause : match.start()]
        if sentence[match.end() : verb].strip() and not (closed and match.lastgroup and aside):
            clause = match.end()
    if not closed:
        clause = _told_in(sentence, clause, verb)
    leading = _LEADING.match(sentence, clause, verb)
    if leading and sentence[leading.end() : verb].strip():
        clause = leading.end()
    return clause


def _told_in(sentence: str, clause: int, verb: int) -> int:
    """Where the subject begins in “shares fell after the company warned”: behind the conjunction.

    It does where a clause stands before, nothing parts the subject from its verb, and the subject
    is someone who can speak: a name, an office.
    """
    if words(sentence).known.isdisjoint(_CONJUNCTIONS):
        return clause
    last = None
    for joint in _SUBORDINATE.finditer(sentence, clause, verb):
        last = joint
    if last is None:
        return clause
    source = sentence[last.end() : verb].split()
    if not 0 < len(source) <= _TOLD_IN or not FINITE.search(sentence, clause, last.start()):
        return clause
    if BREAKS.search(sentence, last.end(), verb) or FINITE.search(sentence, last.end(), verb):
        return clause
    return last.end() if can_speak(source) else clause


def can_speak(source: list[str]) -> bool:
    """Whether some words are those of a name or an office, and not of a crowd or a thing."""
    return any(word[:1].isupper() or word.casefold() in _SPEAKING for word in source)


def _before(sentence: str, end: int) -> int:
    """Where the part of the sentence begins that ends at `end`."""
    last = 0
    for found in BREAKS.finditer(sentence, 0, end):
        last = found.end()
    return last


def _without_adverbs(sentence: str, clause: int, verb: int) -> int:
    """Where the source ends: adverbs and auxiliaries between it and the verb are left out."""
    end = verb
    if sentence.endswith(_BEING, clause + 1, verb):
        # "By Wednesday she was describing it as thin".
        end = sentence.rindex(" ", clause, verb - 1)
    while True:
        text = sentence[clause:end]
        parts = text.rsplit(maxsplit=_ADVERB_WORDS)
        adverb = _ADVERB.search(text, len(parts[0]) if len(parts) > _ADVERB_WORDS else 0)
        if not adverb or not text[: adverb.start()].strip():
            return end
        end = clause + adverb.start() + (text[adverb.start()] == ",")


def _before_aside(sentence: str, parts: list[tuple[int, int]]) -> Subject | None:
    """“X, a former sister, testified”: the source stands before the aside, or is the aside."""
    told = [bounds for bounds in parts if not _ABOUT.match(sentence, *bounds)] or parts
    heads = [bounds for bounds in told if not PREPOSED.match(sentence, *bounds)] or told
    left, right = heads[-2] if len(heads) > _MANY else heads[0]
    if len(heads) == _MANY < len(parts) and FINITE.search(sentence, left, right):
        # "Talks resumed on Monday, the ministry, which mediates, said".
        left, right = heads[1]
    start = left
    aside = sentence[right : parts[-1][1]]
    following = [bounds for bounds in heads if bounds[0] > left]
    role = not _NAME_ONLY.match(sentence[left:right]) or _ONE_OF.match(sentence, left, right)
    if following and role:
        named = _NAME_ONLY.match(sentence[slice(*following[0])])
        titled = _ROLE_NAME.match(sentence, *following[0])
        if named:
            left, right = following[0]
        elif titled:
            # "One of them, the former justice minister Ingrid Sall, has not".
            left, right = titled.span(1)
    left, right = _trim(sentence, left, right)
    return Subject(left, right, aside, start) if left < right else None


def _trim(sentence: str, left: int, right: int) -> tuple[int, int]:
    """Take off white space, quotation marks and a conjunction in front."""
    while left < right and (sentence[left].isspace() or sentence[left] in '“”"(,'):
        left += 1
    while right > left and (sentence[right - 1].isspace() or sentence[right - 1] in ',“”")'):
        right -= 1
    leading = _LEADING.match(sentence, left, right)
    return (leading.end() if leading and leading.end() < right else left), right
