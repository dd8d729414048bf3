"""Finds what somebody did not say: “would not be drawn”, “gave no reason”, “did not name them”.

By the guideline such a report is the article's own, and a stated fact: nobody tells that he is
silent. It ends what was said before it in its sentence (`scope.py`) and the account that a sentence
stands in (`draft/rules_accounts.py`).
"""

from service.patterns import Pattern

_VERBS = (
    r"(?:be\sdrawn|tell|sa(?:y|id)|comment|nam(?:e|ed)|giv(?:e|en)|discuss|releas|produc|respon|return|reply|replied|elaborat|"
    r"provid|suppl(?:y|ied)|explain|disclos|confirm|answer|identif|specif|address|mention|publish)"
)
_UNSAID = (
    rf"(?:(?:would|could|did|does|do|has|have|had|will)(?:\snot|n[’']t)(?:\syet)?\s{_VERBS}"
    rf"|(?:was|were)\sunable\sto\s{_VERBS}|neither\s{_VERBS}"
    r"|(?:declin\w+|refus\w+)\sto\b|stopped\sshort\b|took\sno\squestions"
    r"|(?:gave|offered|produced|provided|cited|named|made)\sno\s|could\snot\sbe\sreached|without\s(?:giving|offering|naming))"
)
SILENT = Pattern(rf"\b{_UNSAID}")
"""Anywhere in a sentence."""
GOES_SILENT = Pattern(
    r"(?:(?:al)?though\s)?(?:(?:nobody|no\sone)\s(?:has|could)\b|(?:(?:he|she|it|they|(?:its|his|her|the)\s[\w-]+)\s)?(?:also\s)?"
    rf"(?:{_UNSAID}|(?:has|had)\sno(?:t|thing)?\b))"
)
"""At the beginning of a clause behind what was said."""
