"""Falsehoods made by code out of true sentences, one change at a time.

Each function yields variants of a reference sentence that say something the article does not, for
measuring what the audit catches. A change that the article itself would bear (another number that
stands in the cited passages) is not made: no check could see it, and docs/guarantees.md says so.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from schemas import Claim, SourceKind
from tests.gold import Gold

Mutate = Callable[[str, Gold, tuple[Claim, ...], Sequence[Gold]], Iterator[str]]

_MONTHS = """
    January February March April May June July August September October November December
    """.split()  # noqa: SIM905 - a list of words
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905 - a list of words
_AUXILIARIES = r"(?:is|are|was|were|has|have|had|will|would|could|may|can)"


def _replaced(sentence: str, match: re.Match[str], new: str) -> str:
    return sentence[: match.start()] + new + sentence[match.end() :]


def numbers(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """One digit of a number is changed, so that the article nowhere has the number."""
    del cited, others
    for match in re.finditer(r"\d+(?:[.,]\d+)*", sentence):
        for step in range(1, 10):
            last = str((int(match.group()[-1]) + step) % 10)
            changed = match.group()[:-1] + last
            if not re.search(rf"(?<!\d){re.escape(changed)}(?!\d)", gold.article.text):
                yield _replaced(sentence, match, changed)
                break


def scales(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A million becomes a billion, a percentage a number of points."""
    del gold, cited, others
    swaps = {"million": "billion", "billion": "million", "percent": "points", "%": " km"}
    for match in re.finditer(r"(?<=\d)\s?(million|billion|percent|%)", sentence):
        yield _replaced(sentence, match, " " + swaps[match.group(1)].strip())


def dates(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A month or weekday is replaced by the next one that the cited passages do not have."""
    del gold, others
    text = " ".join(claim.text for claim in cited)
    for names in (_MONTHS, _DAYS):
        for match in re.finditer(r"\b(?:" + "|".join(names) + r")\b", sentence):
            at = names.index(match.group())
            turned = names[at + 1 :] + names[:at]
            yield _replaced(sentence, match, next(name for name in turned if name not in text))


def _people(gold: Gold) -> list[str]:
    """Full names among an article's named sources."""
    names = {c.attribution.source for c in gold.claims if c.attribution.kind is SourceKind.NAMED}
    return sorted(
        n for n in names if n and re.fullmatch(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)+", n)
    )


def names(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A full name is replaced by one of another article."""
    del cited
    strangers = [name for other in others if other.id != gold.id for name in _people(other)]
    for i, name in enumerate(_people(gold)):
        if name in sentence:
            yield sentence.replace(name, strangers[i * 7 % len(strangers)])


def mixed_names(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A person's surname is replaced by another's of the same article."""
    del cited, others
    people = _people(gold)
    for i, name in enumerate(people):
        other = people[(i + 1) % len(people)]
        if name in sentence and other != name:
            yield sentence.replace(name, f"{name.split()[0]} {other.split()[-1]}")


def speakers(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A person who speaks is replaced by another speaker of the same article."""
    del others
    voices = " ".join(f"{c.text} {c.attribution.source or ''}" for c in cited)
    for name in _people(gold):
        strangers = [n for n in _people(gold) if n.split()[-1] not in voices]
        verb = "(?:said|say|called|told|denied|warned|saying)"
        speaks = rf"{name}\W+(?:\w+\W+){{0,3}}?{verb}|(?:said|to) {name}"
        if name in sentence and strangers and re.search(speaks, sentence):
            yield sentence.replace(name, strangers[0])


def negations_added(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A "not" is put behind an auxiliary that has none."""
    del gold, cited, others
    for match in re.finditer(rf"\b{_AUXILIARIES}\b(?! (?:not|no|never|been no)\b)", sentence):
        if sentence[match.start() - 1 : match.start()] != '"':
            yield _replaced(sentence, match, match.group() + " not")


def negations_removed(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A negation is taken away, or a denial becomes a confirmation."""
    del gold, cited, others
    swaps = {
        "denied": "confirmed",
        "denies": "admits",
        "nothing": "something",
        "neither": "each",
        "without": "with",
        "no one": "someone",
        "declined to comment": "commented",
    }
    pattern = r"\b(?:(?P<swap>" + "|".join(swaps) + r")\b|(?:not|no|never)\s)"
    for match in re.finditer(pattern, sentence, re.IGNORECASE):
        yield _replaced(sentence, match, swaps[match["swap"].lower()] if match["swap"] else "")


def hedges(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """All hedges of a clause go: "may" becomes "will", "reportedly" is dropped."""
    del gold, cited, others
    modal = re.compile(r"\b(?:may|might|could)\b(?! not\b)")
    adverb = re.compile(
        r"\b(?:reportedly|purportedly|possibly|probably|likely|allegedly|apparently|perhaps)\s"
    )
    for match in modal.finditer(sentence):
        yield _replaced(sentence, match, "will")
    for match in adverb.finditer(sentence):
        yield _replaced(sentence, match, "")


def hedges_added(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A hedge is put into a sentence whose claims have none."""
    del gold, others
    if any(claim.status.value in ("speculation", "unconfirmed") for claim in cited):
        return
    for match in re.finditer(r"\b(?:was|were|has|had|is|are)\b", sentence):
        yield _replaced(sentence, match, f"{match.group()} probably")
        return


def quotations(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """The last word of a quotation is replaced; other words are put inside quotation marks."""
    del gold, cited, others
    for match in re.finditer(r"(\w+)(?=[”\"])", sentence):
        yield _replaced(sentence, match, "wonderful")
    for match in re.finditer(r"\b(said|called|denied)\b(?! [“\"])", sentence):
        yield _replaced(sentence, match, f"{match.group()} “with pleasure”")


def attributions(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """The reporting frame of hearsay or opinion is taken away."""
    del gold, others
    if not cited or any(c.status.value not in ("unconfirmed", "opinion") for c in cited):
        return
    frame = re.search(r"^[^,;]{3,80}? (?:said|say|alleged|claimed|reported)(?: that)? ", sentence)
    tail = re.search(r",? (?:[^,]{3,60} (?:said|alleged|claimed))\.$", sentence)
    if frame:
        yield sentence[frame.end() :]
    if tail:
        yield sentence[: tail.start()] + "."


_GUESSED = r"(?:thought|believed|said|understood|reported)"
_EXPECTED = r"(?:expected|forecast|projected|predicted|tipped|likely|unlikely|set)"
_DOUBTFUL = r"(?:alleged|suspected|possible|potential|probable|likely|purported)"
_PLAINER = {
    "has": rf"(?:appears|seems) to have|is {_GUESSED} to have",
    "have": rf"(?:appear|seem) to have|are {_GUESSED} to have",
    "had": rf"(?:appeared|seemed) to have|(?:was|were) {_GUESSED} to have",
    "will": rf"(?:is|are) (?:\w+ly )?{_EXPECTED} to",
    "would": rf"(?:was|were) (?:\w+ly )?{_EXPECTED} to",
    "shows": "suggests",
    "show": "suggest",
    "showed": "suggested",
    "the": rf"the {_DOUBTFUL}",
    "a": rf"an? {_DOUBTFUL}",
}
"""What is guessed, expected or inferred, under the frame that states it."""
_GUESSES = {
    "says": r"believes|thinks|suspects|reckons|fears|expects",
    "said": r"believed|thought|suspected|reckoned|feared|expected",
    "say": r"believe|think|suspect|reckon|fear|expect",
}
_ALSO_HEDGED = re.compile(
    r"\b(?:may|might|could|would|should|if|unless|likel\w+|probabl[ey]|possib\w+|plausible|to)\b"
)
"""A guess at what "may" be remains a guess without its verb, and "expects it to" needs it."""


def frames(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A frame of guessing, expecting or inferring becomes a plain one."""
    del gold, others
    if not any(claim.status.value in ("speculation", "unconfirmed") for claim in cited):
        return
    for plain, guessed in _PLAINER.items():
        for match in re.finditer(rf"\b(?:{guessed})\b", sentence):
            if not _ALSO_HEDGED.search(re.split("[,;.]", sentence[match.end() :])[0]):
                yield _replaced(sentence, match, plain)
    for claim in cited:
        speaker = re.escape((claim.attribution.source or "").split(" ")[-1])
        for plain, guessed in _GUESSES.items():
            for match in re.finditer(
                rf"(?<=\b{speaker} )(?:{guessed})\b" if speaker else r"\0", sentence
            ):
                if not _ALSO_HEDGED.search(re.split("[,;.]", sentence[match.end() :])[0]):
                    yield _replaced(sentence, match, plain)


_SAYS = (
    r"(?:said|says?|claim(?:s|ed)?|alleged?s?|believe[sd]?|argue[sd]?|insist(?:s|ed)?|thinks?|"
    r"thought|fear(?:s|ed)?|warn(?:s|ed)?)"
)
_NOBODY = re.compile(
    r"(?:one|others?|the other|an? (?:second|third)|some|many|both|they|he|she|it)\b", re.IGNORECASE
)
"""Sources that are whoever the text speaks of: no other speaker can be told from them."""


def offices(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """An office, a body or a group that speaks is replaced by another of the same article."""
    del others
    voices = " ".join(f"{c.text} {c.attribution.source or ''}" for c in cited).casefold()
    groups = {c.attribution.source for c in gold.claims if c.attribution.source} - set(
        _people(gold)
    )
    strangers = sorted(
        source
        for source in groups
        if not _NOBODY.match(source)
        and not any(word in voices for word in source.casefold().split() if len(word) > 3)
    )
    for source in sorted(groups & {c.attribution.source for c in cited}):
        verb = rf"(?:{_SAYS}|told|called|denied|put)"
        name = re.escape(source)
        speaks = rf"\b(?:(?:the|an?) )?{name}(?=,? {verb}\b)|(?<=ccording to ){name}"
        for match in re.finditer(speaks, sentence, re.IGNORECASE):
            for stranger in strangers[:1]:
                shown = stranger if stranger[0].isupper() else f"the {stranger}"
                yield _replaced(
                    sentence, match, shown if match.start() else shown[0].upper() + shown[1:]
                )


def sources(
    sentence: str, gold: Gold, cited: tuple[Claim, ...], others: Sequence[Gold]
) -> Iterator[str]:
    """A source of hearsay or opinion is taken away with its verb, wherever it stands."""
    del gold, others
    facts = {
        c.attribution.source for c in cited if c.status.value in ("stated_fact", "speculation")
    }
    doubtful = {c.attribution.source for c in cited if c.status.value in ("unconfirmed", "opinion")}
    for source in sorted(filter(None, doubtful - facts)):
        name = re.escape(source)
        head = rf"^[^,;“”\"]{{0,40}}{name}(?: \w+){{0,2}}? {_SAYS}(?: that)? (?=[\w“])"
        tail = rf", (?:according to [^,;]{{0,30}}{name}|[^,;]{{0,30}}{name} {_SAYS})(?=[.,;])"
        said = rf", {_SAYS} [^,;]{{0,30}}{name}(?=[.,;])"
        for match in re.finditer(f"{head}|{tail}|{said}", sentence):
            yield _replaced(sentence, match, "")


MUTATIONS: dict[str, Mutate] = {
    mutate.__name__: mutate
    for mutate in (
        numbers, scales, dates, names, mixed_names, speakers, negations_added, negations_removed,
        hedges, hedges_added, quotations, attributions, frames, offices, sources,
    )
}  # fmt: skip
