"""What somebody may do, what a rule provides for, and what is left to chance."""

import pytest

from schemas import Status
from service.lexicon import load
from service.lexicon.factuality import status

_FACT, _SPECULATION = Status.STATED_FACT, Status.SPECULATION


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("A tenant may keep one cat.", _FACT),
        ("Visitors may leave their bags at the desk.", _FACT),
        ("The bank may keep its rate.", _SPECULATION),
        ("Visitors may leave.", _SPECULATION),
        ("Players may stay for two years.", _SPECULATION),
        ("Owners there may build with an engineer’s certificate.", _FACT),
        ("Owners there may face a bill with an engineer’s report.", _SPECULATION),
        ("The commissioner may close a shop for up to 72 hours.", _FACT),
        ("The firm may close the plant for two weeks.", _SPECULATION),
        ("The driver may have left without permission.", _SPECULATION),
        ("Residents may bring in one car per household.", _FACT),
        ("Bills may rise by 40 crowns per household.", _SPECULATION),
        ("Crews dragged out hoses so kids could skate by breakfast.", _FACT),
        ("Output has doubled, so prices could fall by spring.", _SPECULATION),
        ("Insurers may withdraw cover at seven days’ notice.", _FACT),
        ("Insurers may withdraw cover at short notice.", _SPECULATION),
        ("The minister may ask the Speaker to dissolve the house.", _FACT),
        ("The minister may ask for more.", _SPECULATION),
        ("Credits can be cancelled by the regulator.", _FACT),
        ("The wall shows cracks you could put an arm in.", _FACT),
        ("With two wins you could end up third.", _SPECULATION),
        ("None could produce a letter.", _FACT),
        ("None could be worse than the first.", _SPECULATION),
        ("The crew turned back before the ice could close in.", _FACT),
        ("The ice could close in before noon.", _SPECULATION),
        ("In the 1970s a miner could buy a house for 900 crowns.", _FACT),
        ("In May a miner could buy a house for 900 crowns.", _SPECULATION),
        ("Patients may choose any clinic.", _FACT),
        ("Patients may prefer any clinic.", _SPECULATION),
        ("The court may extend the deadline by 30 days.", _FACT),
        ("The drought may extend to the coast.", _SPECULATION),
    ],
)
def test_a_permission_is_no_chance(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("It lapses on March 31 unless both sides renew it.", _FACT),
        ("If a member resigns, the seat is filled by the next on the list.", _FACT),
        ("Should the motion carry, the Speaker has two days to inform the Senate.", _FACT),
        ("The minister vowed to resign if the bill failed.", _FACT),
        ("The governor may dissolve the house if a money bill is lost.", _FACT),
        ("Credits can be cancelled by the regulator if the savings prove not to exist.", _FACT),
        ("Buyers will be offered their money back if the tests go against the book.", _FACT),
        ("Buyers will be disappointed if the tests go against the book.", _SPECULATION),
        ("The house may fall if a money bill is lost.", _SPECULATION),
        ("If the tribunal finds for the tenants, the landlord must repay the rent.", _FACT),
        ("If it is in orbit, it must come round again.", _SPECULATION),
        ("The plan, if approved, goes to the full council.", _FACT),
        ("The grant is paid only if the roof is mended first.", _FACT),
        ("If that holds, smelters are out of the running.", _SPECULATION),
        ("If a member resigns, the party will lose its majority.", _SPECULATION),
        ("If it fails, the fund is lost.", _SPECULATION),
    ],
)
def test_what_a_rule_or_a_pledge_provides_for_hangs_on_nothing(
    clause: str, expected: Status
) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected
