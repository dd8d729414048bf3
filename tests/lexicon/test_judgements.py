"""What judges and what only looks like it, in the article's own voice."""

import pytest

from schemas import Status
from service.lexicon import load
from service.lexicon.factuality import status

_FACT, _OPINION = Status.STATED_FACT, Status.OPINION


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Taxpayers deserve more.", _OPINION),
        ("It was the best concert in years.", _OPINION),
        ("The fine is a disgrace.", _OPINION),
        ("The bill is austerity on steroids.", _OPINION),
        ("Buying the place is the easy part.", _OPINION),
        ("Fans are owed a straight answer.", _OPINION),
        ("To dig now would be vandalism.", _OPINION),
        ("The timing could hardly be worse.", _OPINION),
        ("It’s a dreadful pass.", _OPINION),
        ("It is another body blow to the sport.", _OPINION),
        ("Trucks should have come on Sunday.", _OPINION),
        ("It is the wisest thing anyone has said.", _OPINION),
        ("He is the most careful rider I have ever worked with.", _OPINION),
        ("It would be naive to think that it is the only one.", _OPINION),
        ("Close games have a habit of turning on kicks.", _OPINION),
        ("The trouble for her is the chairman.", _OPINION),
        ("The row is a storm in a teacup.", _OPINION),
        ("The board has a lot to answer for.", _OPINION),
        ("The system is not fit for purpose.", _OPINION),
        ("The levy was, to put it mildly, unpopular.", _OPINION),
        ("The audit makes for grim reading.", _OPINION),
        ("The excuse was asinine.", _OPINION),
        ("It isn’t right to bill them.", _OPINION),
        ("The argument was weak.", _OPINION),
        ("The debate was toxic.", _OPINION),
        ("The service was deeply moving.", _OPINION),
        ("The dismissal was unfair.", _OPINION),
        ("The ruin is a reminder of the war.", _OPINION),
        ("They pulled the figure out of thin air.", _OPINION),
        ("What a waste of a season.", _OPINION),
        ("The new system had better work.", _OPINION),
        ("It is time for a new bridge.", _OPINION),
        ("The sequel lacks bite.", _OPINION),
        ("The yard should never reopen.", _OPINION),
        ("The talks were long on show and short on detail.", _OPINION),
        ("The ruling marks a watershed.", _OPINION),
        ("The carmaker is a laughingstock.", _OPINION),
        ("The choice owes more to pride than to sums.", _OPINION),
        ("It is sound advice, if dull.", _OPINION),
        ("There are few sadder sights.", _OPINION),
        ("The bill is all stick and no carrot.", _OPINION),
        ("The deal reeks of desperation.", _OPINION),
        ("It raises more questions than it answers.", _OPINION),
        ("It beggars belief that nobody checked.", _OPINION),
        ("To call it soup would be to flatter it.", _OPINION),
        ("The stand is pure theatre.", _OPINION),
        ("The fund let the public down.", _OPINION),
        ("The plan is dead on arrival.", _OPINION),
        ("A decent letter takes ten minutes.", _OPINION),
        ("Whatever it is, it is not a plan.", _OPINION),
        ("The sums do not stack up.", _OPINION),
        ("The system is broken.", _OPINION),
        ("What the town needs is a hospital.", _OPINION),
        ("The code has no teeth.", _OPINION),
        ("So much for joined-up government.", _OPINION),
        ("The plan belongs in the bin.", _OPINION),
        ("He would not wish the job on his worst enemy.", _OPINION),
        ("What a pity that nobody thought to ask them.", _OPINION),
        ("Ministers should reopen the road.", _OPINION),
        ("The council should reopen the road in May.", _OPINION),
        ("The worst of the storm passed at noon.", _FACT),
        ("It was the worst of all storms.", _OPINION),
        ("The train should have arrived at noon.", _FACT),
        ("The minister should have known at noon.", _OPINION),
        ("The pool is a good 17 miles off.", _FACT),
        ("The pool is a good one.", _OPINION),
        ("The three judges held that the jury should have been told.", _FACT),
        ("The jury should have been told.", _OPINION),
    ],
)
def test_a_judgement_is_an_opinion_and_a_measure_is_none(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected
