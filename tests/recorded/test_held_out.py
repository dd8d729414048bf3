"""Held-out articles through a real model: what it answered, and what was made of it."""

import pytest
from vcr.cassette import Cassette

from tests.recorded.pinned import Pinned, each, pinned, summarised
from tests.recorded.recording import HELD_OUT, Recording

PINNED = {
    "k01-trash-contract": Pinned(
        calls=1,
        lines=24,
        first="1-3f",
        statuses=(22, 2, 5, 2),
        lead="The Port Talley City Council voted 4-3 early Wednesday to hand trash pickup to Brightway Hauling under a $38 million five-year contract starting July 1, and the monthly rate for a single-family home will rise to $31.40 from $27.75.",
        cites=(
            "c1 c2 c3 c27",
            "c4 c5 c6 c7 c8 c9 c14",
            "c21 c23 c24 c25 c26",
            "c1 c2 c3 c15 c16 c17 c18",
        ),
    ),
    "k02-kestrin-results": Pinned(
        calls=1,
        lines=26,
        first="1f|Kestrin NV|Packaging maker Kestrin … full-year outlook",
        statuses=(18, 4, 7, 2),
        lead="Packaging maker Kestrin NV reported a 17% fall in third-quarter operating profit to 61.4 million euros and trimmed its full-year outlook, but its shares closed up 9.3% as traders bet that U.S. rival Torvane Group would make a bid.",
        cites=("c1 c2 c3 c4 c5 c6", "c9 c12 c18", "c24 c25 c26 c27", "c7 c8 c30 c31"),
    ),
    "k03-glass-sponge": Pinned(
        calls=1,
        lines=24,
        first="1-2f",
        statuses=(18, 1, 9, 2),
        lead="A team led by Marit Hallbeck of the University of Tarnholm puts the age of a glass sponge on the Skerrin Bank at 9,300 years, give or take 1,400; if the figure stands, it would be among the oldest animals alive.",
        cites=("c1 c2 c3 c4", "c10 c11 c12 c14 c15", "c21 c22 c23 c24", "c16 c26 c27 c28"),
    ),
    "k04-wrenfield-striker": Pinned(
        calls=1,
        lines=25,
        first="1-3f",
        statuses=(21, 2, 6, 3),
        lead="Wrenfield Town were left with one fit forward for Saturday's derby after Femi Adeyo, the division's top scorer with 17 goals, twisted his right knee; manager Len Garrick said it might be six weeks, \"might be the lot\".",
        cites=("c1 c2 c3 c4 c6", "c11 c12 c13 c14", "c15 c16 c17 c18 c19", "c11 c23 c31"),
    ),
    "k05-silo-morning": Pinned(
        calls=1,
        lines=51,
        first="1-2f",
        statuses=(45, 4, 13, 4),
        lead="Fourteen people are known to have died when two grain silos at the Hallam Doyle terminal in Port Mirren blew up on Tuesday night, emergency commissioner Ruth Penhallow said; nine more were missing, thirty-eight were in hospital.",
        cites=("c1 c2 c3 c4 c5", "c22 c23 c26 c27 c31", "c14 c16 c21", "c47 c48 c49 c53 c54 c55"),
    ),
    "k06-forest-walkout": Pinned(
        calls=2,
        lines=51,
        first="1f||Sarvenia’s three-party … forest company",
        statuses=(36, 5, 10, 5),
        lead="Sarvenia’s government lost its majority on Tuesday when the Regions Party withdrew its four ministers in protest at the planned sale of a stake in the state forest company; Prime Minister Henrik Vasalli said he would not resign.",
        cites=("c1 c6", "c28 c29 c30 c31 c33 c34", "c9 c12 c45", "c6 c9 c11"),
    ),
    "k07-payroll-token": Pinned(
        calls=1,
        lines=27,
        first="1f|Quillstack|… for 16 days",
        statuses=(20, 3, 6, 1),
        lead="Payroll software firm Quillstack has confirmed that an intruder had access to one of its support systems for 16 days but it still can't say how much customer data went out; its notice said production databases were not touched.",
        cites=("c1 c2 c5", "c6 c7 c13 c14", "c3 c4 c17 c18 c19", "c8 c28 c29"),
    ),
    "k08-joint-infections": Pinned(
        calls=2,
        lines=23,
        first="1-2f",
        statuses=(20, 2, 6, 2),
        lead="Corliss Valley Hospital said Wednesday it has halted all hip and knee replacements after seven patients came down with the same uncommon bacterium; one has died, and whether the infection played a part is not yet known.",
        cites=("c3 c4 c5", "c16 c17 c18 c19 c20", "c9 c10 c11 c13", "c7 c8 c10 c12 c21 c22 c23"),
    ),
    "k09-mussel-heatwave": Pinned(
        calls=1,
        lines=26,
        first="1f||… have died",
        statuses=(20, 2, 8, 2),
        lead="Up to two-thirds of the mussels at farms in Tolsay Sound have died in what the National Ocean Centre says is the longest marine heatwave recorded there; the Fisheries Agency, surveying 22 sites, found between 31% and 68% had died.",
        cites=("c1 c2 c9", "c10 c21 c22", "c17 c18 c19", "c11 c25 c30"),
    ),
    "k10-biscuit-tin": Pinned(
        calls=1,
        lines=31,
        first="1f",
        statuses=(18, 3, 5, 6),
        lead="Lisbon dealer Duarte Seabra announced in November that he owned seven wax discs of the voice of Berta Quintal, a fado singer who died in 1934, found in a biscuit tin in Alvorim; the asking price is €240,000.",
        cites=("c1 c2 c3 c5 c6", "c10 c11 c22 c23", "c14 c15 c16 c17 c18 c20", "c24 c25 c27"),
    ),
    "l01-ferry-subsidy": Pinned(
        calls=2,
        lines=30,
        first="1f|papers laid before parliament",
        statuses=(16, 3, 6, 6),
        lead="The transport secretary overruled her most senior official to award a £312m subsidy to Calder & Rae, papers laid before parliament show; Sir Julian Mossop told Rosalind Achterlonie he could not certify the contract as value for money.",
        cites=("c1 c3", "c8 c10 c11", "c21 c22", "c24 c25"),
    ),
    "l02-cocoa-coupon": Pinned(
        calls=1,
        lines=33,
        first="1f|Addo Hale Commodities|… exchange filing",
        statuses=(22, 4, 6, 4),
        lead="Addo Hale Commodities missed a $48 million coupon due on Monday, the cocoa trader said in an exchange filing, sending its 2028 bonds to a record low of 41 cents on the dollar.",
        cites=("c1 c2", "c7 c8 c9", "c5 c6 c18", "c3 c35"),
    ),
    "l03-hearing-recall": Pinned(
        calls=1,
        lines=32,
        first="1f",
        statuses=(21, 3, 7, 5),
        lead="More than 1,000 babies are being called back for hearing checks; Glanmor and Teifi Health Board said 1,140 were screened on two devices that overlooked quieter sounds and six of 212 retested so far have permanent hearing loss.",
        cites=("c1 c2 c3", "c11 c12", "c7 c8 c9 c10", "c28 c29 c33"),
    ),
    "l04-weller-street": Pinned(
        calls=2,
        lines=32,
        first="1-2f",
        statuses=(24, 3, 7, 4),
        lead="Judge Lourdes Whitcombe vacated the murder and arson convictions of Delroy Pickens, who served 27 years, ruling that jurors were never shown a lab report that found no gasoline on his clothes.",
        cites=("c1 c2 c3 c4", "c12 c13 c14 c15", "c16 c17 c18", "c6 c7 c8 c9 c10"),
    ),
    "l05-sleeping-seeds": Pinned(
        calls=2,
        lines=33,
        first="1f",
        statuses=(21, 3, 6, 6),
        lead="Tveit and 14 colleagues report in the Annals of Cryobotany raising three campions from seeds found 23 metres down in Yukon permafrost, whose coats radiocarbon puts at 11,400 years, give or take 90, according to the paper.",
        cites=("c3 c4", "c14 c15 c16", "c19", "c33 c34 c35"),
    ),
    "l06-grain-elevator": Pinned(
        calls=1,
        lines=29,
        first="1f|Dale Ostrander",
        statuses=(21, 4, 5, 4),
        lead="An explosion at Conroy Grain Cooperative’s main terminal in Harlan Bend, Kansas, killed three workers and left two others unaccounted for, Sheriff Dale Ostrander said; rescuers pulled a sixth man from a collapsed gallery.",
        cites=("c1 c2 c3 c4", "c9 c10 c12 c13", "c6 c7 c15 c16", "c19 c33 c34"),
    ),
    "l07-cattle-mart": Pinned(
        calls=1,
        lines=27,
        first="1f|Kilderrig Co-operative Livestock Society",
        statuses=(19, 4, 7, 4),
        lead="The last bullock will go through the ring at Kilderrig Mart on January 30, the Kilderrig Co-operative Livestock Society confirmed; its annual report shows a loss of €118,000, the third in a row.",
        cites=("c1 c3 c4", "c25 c26 c27", "c8 c10 c11 c12 c13 c14", "c28 c29 c33 c34"),
    ),
    "l08-late-whistle": Pinned(
        calls=1,
        lines=35,
        first="1f",
        statuses=(21, 5, 5, 8),
        lead="The Port Ellery Gannets reached the netball grand final by beating the Coolabine Comets 58-57 in front of 9,340 people, after a penalty with four seconds left was put away by Bronte Silk.",
        cites=("c1 c3 c5 c6", "c5 c6 c10 c13 c14", "c15 c17 c18 c19", "c33 c34 c35 c36"),
    ),
    "l09-crane-patch": Pinned(
        calls=2,
        lines=29,
        first="1f|Merrin Ports",
        statuses=(19, 4, 6, 6),
        lead="An update to crane-control software halted all 22 automated stacking cranes at Osterkroog Container Terminal for 31 hours last week, operator Merrin Ports told customers; harbour authority data show nine vessels diverted and some 6,800 boxes delayed.",
        cites=("c1 c2", "c6 c7 c8", "c11 c16 c17", "c22 c26"),
    ),
    "l10-onion-market": Pinned(
        calls=1,
        lines=35,
        first="1f",
        statuses=(17, 5, 8, 6),
        lead="A mortar round came down in the onion market at ten past four, and two people were killed and nine hurt, said Davit Orbel, the surgeon at the town clinic.",
        cites=("c6 c7 c8", "c10 c11 c12", "c4 c22 c23", "c24 c33"),
    ),
}


@pytest.mark.vcr
@pytest.mark.parametrize("recorded", each(HELD_OUT))
def test_a_held_out_article_is_summarised_as_it_was(
    recorded: Recording, vcr: Cassette, record_mode: str
) -> None:
    summary = summarised(recorded, live=record_mode != "none")
    if record_mode == "none":  # a new recording has new words; they are pinned by hand, above
        assert PINNED[recorded.name] == pinned(summary, vcr)
