"""Sets all quotation marks of a sentence as “ and ”, letter for letter, so that offsets stay.

Publishers quote with “…”, "…", ‘…’ or '…'. Whoever looks for quotations behind this looks for one
kind of mark only. A single mark is one of a pair where no letter stands on its outer side: an
apostrophe ("don’t", "the workers’ union") has none on the inner side or no partner.
"""

from service.patterns import Pattern

_SINGLE = Pattern(r"(?<![\w’'])[‘'](?=[\w“\"…$€£])([^‘“”\"\n]{2,400}?[\w.,!?…%)])[’'](?!\w)")


def typeset(sentence: str, *, quoted: bool = False) -> str:
    """Set the quotation marks of a sentence in one way.

    Args:
        sentence: The sentence's text.
        quoted: Whether it begins within a quotation that an earlier sentence opened.

    Returns:
        A text of the same length, in which only quotation marks differ.
    """
    if '"' in sentence:
        parts = sentence.split('"')
        opens = not (quoted and "”" not in parts[0] and "“" not in sentence)
        made = [parts[0]]
        for part in parts[1:]:
            made += ("“" if opens else "”", part)
            opens = not opens
        return "".join(made)
    if "“" not in sentence and "”" not in sentence and ("‘" in sentence or "'" in sentence):
        return _SINGLE.sub(lambda found: f"“{found[1]}”", sentence)
    return sentence
