"""Tells a judgement by how a sentence is built, where no word in it judges.

“One dip is an anecdote”, “this wasn’t an act of God, it was an act of accounting”, “a serious board
names its price”: who says what something is, what it is instead, or what a good one does, weighs it
(Martin & White 2005, on invoked appraisal). Of the sentences that people speak in the annotated
articles a, d–j, m and n all of the second kind are opinions, and all of the third.
"""

from service.lexicon.entries import classes
from service.patterns import Pattern

_EN = classes("en")
_NOT = r"(?:n[’']t|\snot|\snever)"
_IS = Pattern(
    rf"(?<!there\s)(?<!There\s)\b(?:(?:is|are)(?:{_NOT})?|(?<![”\w]\s)(?:This|That)\swas|(?<![Tt]here[’']s)(?<=[’']s)(?:\snot)?)\s(?:just\s|only\s|really\s)?an?\s(?P<what>[^\W\d][\w’'-]*)"
)
"""What something is or is not: “One dip is an anecdote”; in a speaker's mouth a judgement."""
_INSTEAD = Pattern(
    rf"\b(?P<who>[\w’'-]+)\s(?:is|are|was|were){_NOT}\s(?:just\s|only\s|about\s)?an?\s[^\d,;:“”]{{3,40}}[,;—–]\s?(?:it|this|that|they)(?:[’']s|\s(?:is|was|are|were))\s(?:an?|the)\s[\w’'-]+\sof\s"
)
"""“Wasn’t an act of God, it was an act of accounting”."""
_MOST = Pattern(
    r"\b(?:is|are|was|were|[’']s)\sthe\smost\s(?!recent|common|likely|populous|northerly|southerly|westerly|easterly|senior|used|read|sold|watched)[a-z-]+\s[a-z]"
)
"""“It’s the most patient cow on campus”: nobody measures that."""
_OF_A_KIND = Pattern(
    r"\A[“\"'‘]*(?:But\s|And\s)?(?:An?|Any|Every)\s[a-z-]+\s(?:(?:that|who|which)\s(?:[a-z]{2,}(?<!s)s|cannot|can[’']t|will|is|has)|without|with\sno)\s"
    r"[^;“”]*?\b(?:is|has|cannot|can[’']t|must|does|needs|means|makes)\b"
)
"""“A government that hides a contract has already told you”: what one of its kind does."""
_DENIED = Pattern(
    r"\b(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e)(?:\s(?:is|are|am)(?:n[’']t|\snot)|[’'](?:s|re|m)\snot)\san?\s\Z"
)
"""“He is not a criminal” denies a charge."""
_DESCRIBES = _EN["role"] | _EN["descriptive"]
"""What somebody is by trade, and a thing to look at: “she is a nurse” judges nothing."""
_WORTHY = Pattern(
    r"(?:(?:But|And|Yet|Still,)\s)?(?:An?|Any|No)\s(?:decent|proper|self-respecting|competent|grown-up|sensible|responsible|serious|civilised|civilized)"
    r"\s(?P<what>[a-z’'-]+)(?:\s[a-z’'-]+)?\s(?:[a-z]{2,}(?<!s)s|must|would|can(?:not|[’']t)?|doesn[’']t|does\snot)\s(?!(?:by|in|at|of|on)\b)"
)
"""“A serious board names its price”; a serious fire is only large."""


def weighs(own: str) -> bool:
    """Whether a speaker says what something is: “a promise with a share price”.

    Args:
        own: The speaker's words.
    """
    for found in _IS.finditer(own):
        if found["what"] not in _DESCRIBES and not _DENIED.search(own, 0, found.start("what")):
            return True
    return any(one.search(own) is not None for one in (_OF_A_KIND, _MOST, _INSTEAD))


def demands_of_all(clause: str) -> bool:
    """Whether a clause says what a good one of its kind does: “a serious board names its price”."""
    found = _WORTHY.match(clause)
    return found is not None and ("erious" not in found.group() or found["what"] in _EN["body"])
