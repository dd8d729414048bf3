"""Tells what people did from what they told, where a verb of speech can do either.

“Neighbours complained to the council of noise” the article knows itself: a directive, a question or
a plea is an act, and no report of anything (PARC 3.0 asks for a content that somebody vouches for).
"""

from service.lexicon.entries import classes
from service.patterns import Pattern

_CRIME = classes("en")["crime"]
_DEED = Pattern(
    r"(?:sa(?:id|ys?)\s(?:publicly|openly|in\spublic|on\sthe\srecord)\b"
    r"|sa(?:id|ys?)\s(?:hello|good-?bye|farewell|sorry|grace|mass|prayers?|thanks|thank\syou)\b(?!,?\s(?:that|to\sthe))"
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
_NO_CLAIM = (
    r"(?!(?:that|how|what|why|whether|if|it|there|is|was|are|were|has|had|have|will|would|for|from|in|on|at|to|of|by)\b|(?:[\w’'-]+\s){0,2}?(?:claims?|idea|notion|accounts?|suggestions?|versions?|reports?|"
    r"figures?|need|safety|wisdom|motives?|timing|merits?|cost|value|allegations?|theory|view)\b)"
)
_ACT = Pattern(
    rf"(?:(?:challeng|oppos|support|accept)(?:ed|es|s|e)?|question(?:ed|s)?)\s{_NO_CLAIM}[a-z\d]"
    r"|(?:declare|pronounce)[sd]?\s(?:[\w’'-]+\s){1,4}?(?:dead|fit|unfit|open|closed|void|safe|sane|bankrupt|insolvent|champions?|winners?)\b"
    r"|rule[sd]?\s(?:for|against|in\sfavour|out\sof|(?:[\w’'-]+\s){1,3}?(?:out|offside|ineligible|void)\b)"
    r"|(?:wrote|writes?)\s(?:letters?|(?:the|an?|his|her|their|its|\d+)\s(?:[\w’'-]+\s)?(?:letters?|songs?|books?|names?|answers?|words?|music|code|"
    r"cheques?|checks?|poems?|plays?|novels?|scripts?|date|sum|number)\b(?!\sto\ssay\b))"
    r"|noted\s(?:down\b|the\s(?:date|time|number|plate|registration)\b)"
    r"|identif(?:y|ies|ied)\s(?:the|a|his|her|two|three|four)\s(?:[\w’'-]+\s)?(?:body|bodies|remains|victims?|dead|men|women)\b(?!\sas\b)"
    r"|claim(?:s|ed)?\s(?:the|an?|his|her|their|its|two|three|\d+)\s(?:[\w’'-]+\s){0,2}?(?:stages?|titles?|villages?|wins?|medals?|prizes?|victory|victories|"
    r"places?|crowns?|lives|lead|points?|wickets?|goals?|seats?|towns?|posts?|benefits?|refunds?|expenses|asylum)\b"
    r"|(?:attack|charge|hit|str[iu]ck)(?:s|ed)?\s(?:[\w’'-]+\s){1,5}?(?:with|at\s(?:noon|dawn|dusk|night|\d)|on\s[A-Z]|killing|in\sthe\s(?:night|street))\b"
    r"|(?:welcom|greet|cheer)(?:s|es|ed)?\s(?:the\s|their\s|her\s|him\s|them\s)?(?:[\w’'-]+\s)?(?:home|back|ashore|as|at|on|off|past|along|from)\b"
    r"|called?\s(?:(?:his|her|their|out|the)\s(?:names?|next|numbers?|roll|register)|out\b)"
    r"|swore\s(?:an?|the)\s(?:oath|affidavit)\b"
    r"|(?:blam|accus|prais|critici[sz]|condemn|hail|identifi|describ|nam|cit|quot|urg|warn|remind|advis|ask)ed\sby\b|told\sby\b"
    r"|(?:blam|accus|prais|critici[sz]|condemn|hail|nam)ed\s(?:for|of|as|in|over)\b"
)
"""“Tenants challenged the order”, “a doctor declared him dead”; what was done to the subject."""
_TOLD_OF = Pattern(r"(?:told|warned|informed|notified|reminded)\s(?:of|about)\b")
_PLEA = Pattern(
    r"(?:admit(?:s|ted)?|den(?:y|ies|ied))\s(?:(?:the|one|both|all|two|three|four|five|\d+)\s)?(?:(?:charges?|counts?)\sof\s)?"
    r"(?:attempted\s|conspiracy\sto\s|causing\s|handling\s)?(?P<crime>[a-z-]+)"
)


_DEALS = Pattern(
    r"(?:accept|reject)(?:s|ed)?\s(?:(?:the|an?|his|her|its|their|both|two)\s)?(?:[\w’'.€£$-]+\s){0,2}?(?:resignations?|nominations?|invitations?|"
    r"applications?|approach(?:es)?|bids?|offers?|posts?|jobs?|roles?|seats?|prizes?|awards?|gifts?|deliver(?:y|ies)|payments?|bribes?)\b(?!\sof\s(?:fraud|bias))"
    r"|attack(?:s|ed)?\s(?:twice|again|once|early|late|hard|first|alone|on|from|in|at|over|down|up)\b"
    r"|(?:wrote|writes?)\s(?:to|back|down|home|off)\b(?![^.;]*(?:\sthat\s|“|:))"
    r"|(?:wrote|writes?)\s(?!(?:that|how|it|he|she|they|there)\b)(?:[a-z]+s|(?:the|an?|his|her|their|its)\s[\w-]+)\s(?:in|on|down|into|for|with|about|for|off)\s"
    r"(?![^.;]*(?:\sthat\s|“|:))"
    r"|answer(?:s|ed)?\s(?:(?:about|nearly|some|only|over)\s)?(?:\d|(?:the|his|her|a)\s(?:call|phone|door|bell))"
    r"|post(?:s|ed)?\s(?:an?|the|his|her|two|three)\s(?:[\w-]+\s)?(?:pictures?|photos?|photographs?|videos?|clips?|images?|selfies?)\b"
)
"""What whoever has a name does too: “the premier accepted the post”, “Orr attacked twice”."""


def deed(sentence: str, start: int, *, named: bool = False) -> bool:
    """Whether a cue that begins there tells what somebody did, and no account of anything.

    That those without a name wrote to the council the article knows itself. Of whoever is `named`
    most of it is told as theirs, and only deals and moves are not.
    """
    if "“" not in sentence and _DEALS.match(sentence, start):
        return True
    if named:
        return False
    if _DEED.match(sentence, start):
        return True
    # Behind a comma whoever was told of it is no teller: "Drivers, warned of ice, turned back".
    if _TOLD_OF.match(sentence, start) and sentence.count(",", 0, start) == 1:
        return sentence.endswith(", ", 0, start)
    if "“" not in sentence and _ACT.match(sentence, start):
        return True
    plea = _PLEA.match(sentence, start)
    return plea is not None and plea["crime"] in _CRIME
