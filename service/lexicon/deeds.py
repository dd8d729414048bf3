"""Tells what people did from what they told, where a verb of speech can do either.

“Neighbours complained to the council of noise” the article knows itself: a directive, a question or
a plea is an act, and no report of anything (PARC 3.0 asks for a content that somebody vouches for).
"""

from service.lexicon.entries import classes
from service.patterns import Pattern

_CRIME = classes("en")["crime"]
_DEED = Pattern(
    r"(?:sa(?:id|ys?)\s(?:hello|good-?bye|farewell|sorry|grace|mass|prayers?|thanks|thank\syou)\b(?!,?\s(?:that|to\sthe))"
    r"|(?:report|complain|wrote|write|appeal)[a-z]*(?!\s(?:that|how|what|there|it|they|he|she)\b)(?:\s[\w’'-]+){0,6}?\s(?:to|with)\s"
    r"(?:(?:the|an?|its|their|his|her)\s)?(?:[\w’'-]+\s)?(?:police|officers|council|board|ministry|minister|authorit(?:y|ies)|inspectors?|"
    r"inspectorate|regulator|ombudsman|agency|office|company|management|managers?|owners?|bank|school|club|station|helpline|"
    r"hotline|commission|court|mayor|governor|landlord)\b(?!\s(?:that|how)\b)"
    r"|report(?:s|ed|ing)?\sfor\s(?:work|duty|training)\b"
    r"|ask(?:s|ed)?\s(?:[\w’'-]+\s){0,3}?(?:whether|if|why|who|what|when|where|how|about|for|to)\b"
    r"|(?:warn|advise|urge|instruct|order|remind)(?:s|ed)?\s(?:(?!(?:against|about|of|that)\b)[\w’'-]+\s){1,4}?(?:not\s)?to\s[a-z]+"
    r"|t(?:old|ells?)\s(?:[\w’'-]+\s){0,4}?(?:not\s)?to\s[a-z]+"
    r"|t(?:old|ells?)\s(?:[\w’'-]+\s){1,3}(?:(?:his|her|their)\s(?:names?|ages?|story|stories)|the\struth)\b"
    r"|point(?:s|ed)?\sto(?:wards?)?\s(?:the|his|her)\s(?:door|gate|sky|roof|window|map|floor|hill|sea|river|road)\b)"
)
"""“Neighbours complained to the council of noise”, “a girl asked whether it was sad”."""
_PLEA = Pattern(
    r"(?:admit(?:s|ted)?|den(?:y|ies|ied))\s(?:(?:the|one|both|all|two|three|four|five|\d+)\s)?(?:(?:charges?|counts?)\sof\s)?"
    r"(?:attempted\s|conspiracy\sto\s|causing\s|handling\s)?(?P<crime>[a-z-]+)"
)


def deed(sentence: str, start: int) -> bool:
    """Whether a cue that begins there tells what somebody did, and no account of anything.

    Asked of those who have no name: that they wrote to the council the article knows itself.
    """
    if _DEED.match(sentence, start):
        return True
    plea = _PLEA.match(sentence, start)
    return plea is not None and plea["crime"] in _CRIME
