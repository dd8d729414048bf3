"""Words of doubt that hedge nothing where they stand."""

import pytest

from schemas import Status
from service.lexicon import load
from service.lexicon.factuality import status

_FACT, _SPECULATION = Status.STATED_FACT, Status.SPECULATION


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("The ministry’s model assumes that a blocked ditch stays blocked.", _FACT),
        ("The ministry assumes that a blocked ditch stays blocked.", _SPECULATION),
        ("Two journalists accused of spying were freed on Monday.", _FACT),
        ("Police arrested a man suspected of setting the fire.", _FACT),
        ("Two journalists were accused of spying.", Status.UNCONFIRMED),
        ("Two journalists accused of spying deny it.", Status.UNCONFIRMED),
        ("The firm set aside a sum to cover possible claims.", _FACT),
        ("A claim is possible.", _SPECULATION),
        ("Hoping for a better price, he waited.", _FACT),
        ("Hoping for a better price is all he can do.", _SPECULATION),
        ("A claim that two laboratories are now checking.", _FACT),
        ("A claim that two laboratories are wrong.", Status.UNCONFIRMED),
    ],
)
def test_words_of_doubt_that_only_name_describe_or_explain_are_idle(
    clause: str, expected: Status
) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected
