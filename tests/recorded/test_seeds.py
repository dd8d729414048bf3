"""Every seed through a real model: what it answered, and what was made of it."""

import pytest
from vcr.cassette import Cassette

from service.segment import segment
from tests.recorded.answers import output_tokens
from tests.recorded.pinned import Pinned, each, pinned, summarised
from tests.recorded.recording import SEEDS, Recording

BUDGET = 19
"""Output tokens a sentence of the article, summary included, pooled: docs/architecture.md."""

PINNED = {
    "a01-tessel-reservoir": Pinned(
        calls=1,
        lines=17,
        first="1f|Norlund Water Authority",
        statuses=(13, 1, 4, 1),
        lead="The Tessel reservoir, which supplies about 640,000 people, fell to 31.4 percent of capacity on Monday, its lowest level for early May since records began in 1962, said the Norlund Water Authority, which has not imposed restrictions on households.",
        cites=("c1 c2", "c6 c11 c12", "c3 c4 c9", "c7 c14"),
    ),
    "a02-moonwire-tour": Pinned(
        calls=2,
        lines=21,
        first="1f",
        statuses=(13, 3, 5, 1),
        lead="Pop singer Coralie Fenn has cancelled her 22-date Moonwire tour three days before opening night, affecting 180,000 ticket-holders; her management, Silverlark, cited “exhaustion” in a statement issued at 11.52pm on Tuesday.",
        cites=("c1 c2", "c3 c6 c7 c8", "c7 c8 c10 c11", "c13 c14 c15"),
    ),
    "a03-halcyon-silence": Pinned(
        calls=1,
        lines=21,
        first="1f",
        statuses=(9, 1, 12, 2),
        lead="The €412 million Halcyon 2 orbiter last answered a command from Earth 19 days ago; it shut down its instruments as it began a fourth pass behind Ceres, and a recovery signal went unanswered, flight director Iñaki Zubeldia said.",
        cites=("c1 c3 c4", "c7 c8 c9 c11", "c13 c19 c20 c21", "c1 c14 c23"),
    ),
    "a04-swing-bridge": Pinned(
        calls=1,
        lines=21,
        first="1f|Carrow District Council",
        statuses=(16, 3, 4, 2),
        lead="Carrow District Council confirmed that Pennick’s swing bridge will stay closed to all traffic until at least September after inspectors found corrosion in 11 of its 16 roller bearings, with repairs expected to cost £1.8 million, engineer Siân Pryce-Morgan said.",
        cites=("c1 c4", "c14 c15 c17 c18", "c8 c9 c10 c24", "c19 c20 c21 c25"),
    ),
    "a05-vohl-results": Pinned(
        calls=2,
        lines=18,
        first="1f|Vohl Industries|… a year earlier",
        statuses=(12, 1, 7, 1),
        lead="Vohl Industries on Wednesday reported second-quarter net profit of $318.6 million, up 7.2% from a year earlier, while its operating margin narrowed to 11.6% from 12.9% and its shares fell 4.1% to $67.35 by 1530 GMT.",
        cites=("c1 c3 c5 c6", "c14 c16", "c10 c11 c12", "c14 c15 c19 c20 c21"),
    ),
    "a06-hospice-trial": Pinned(
        calls=1,
        lines=22,
        first="1u|prosecutors",
        statuses=(18, 6, 1, 1),
        lead="Prosecutors alleged as the trial of former charity treasurer Matthias Oberlin opened on Tuesday that he took €2.3 million from a children’s hospice over six years; he denies 14 counts of fraud and two of forgery.",
        cites=("c1 c2", "c12 c14", "c7 c20 c21 c22 c23 c24 c25", "c8 c11 c22 c23 c24 c25"),
    ),
    "a07-barley-migraine": Pinned(
        calls=1,
        lines=19,
        first="1f|study of 186 people|… journal Cephalic Medicine",
        statuses=(14, 0, 7, 1),
        lead="Adults who drank a daily glass of fermented barley averaged 5.1 migraine days a month against 6.8 in the placebo group, a study of 186 people reported, although its authors cautioned that the effect may be due to chance.",
        cites=("c1 c2 c3 c4", "c11 c12 c13", "c14 c15 c16", "c6 c20 c21"),
    ),
    "a08-quiroga-landslide": Pinned(
        calls=2,
        lines=21,
        first="1-2f|Ximena Ortuño",
        statuses=(14, 2, 6, 1),
        lead="Sunday’s landslide at the Quiroga Alta market has killed at least 41 people and a further 67 were unaccounted for, Civil Protection chief Ximena Ortuño said on Tuesday; mud and rock buried 58 stalls and half of Calle del Agua.",
        cites=("c1 c2 c7 c8", "c9 c11 c12", "c5 c6 c22 c23", "c18 c20 c21"),
    ),
    "a09-ndiaye-lund-transfer": Pinned(
        calls=1,
        lines=21,
        first="1u|~reports in Denmark|… reports in Denmark",
        statuses=(13, 4, 6, 2),
        lead="According to reports in Denmark, Brackwater striker Emil Ndiaye-Lund is on the brink of a switch to Sporting Valdemar and could be unveiled as early as Friday; he has scored 17 goals in 26 league games this season.",
        cites=("c1 c2 c13", "c6 c7 c8 c9", "c15 c16", "c11 c12 c22 c23 c24"),
    ),
    "a10-orrin-leak": Pinned(
        calls=1,
        lines=24,
        first="1s",
        statuses=(11, 4, 7, 3),
        lead="Orrin's next tablet may have no ports if a set of leaked drawings is genuine; the 14 sheets were posted on Sunday by an anonymous account, @ferriteghost, and it could not be established who made the file.",
        cites=("c1 c2 c3", "c7 c10 c11", "c17 c18", "c21 c22 c23 c24"),
    ),
    "a11-lethmark-budget": Pinned(
        calls=1,
        lines=22,
        first="1s|Jorunn Aspelin|… 2026 budget",
        statuses=(11, 1, 11, 1),
        lead='Lethmark\'s finance minister, Jorunn Aspelin, said on Monday that an early election was "not impossible" if parliament rejects the 2026 budget, the first time a member of the government has raised the prospect in public.',
        cites=("c1 c2", "c1 c7 c9", "c4 c5 c6 c13", "c3 c21"),
    ),
    "a12-tarsk-drones": Pinned(
        calls=1,
        lines=26,
        first="1u|Ilyan Doresku|… said on Saturday",
        statuses=(13, 6, 7, 1),
        lead="Air defences shot down 47 drones over the Tarsk region overnight, said Governor Ilyan Doresku, who reported that debris hit two apartment blocks in Belosh and no one was killed; his office raised the number of injured to seven.",
        cites=("c1 c3 c4 c5", "c9 c10 c18 c19", "c11 c13 c14", "c16 c22 c23"),
    ),
    "b01-quay-parking": Pinned(
        calls=1,
        lines=19,
        first="1-3f",
        statuses=(14, 3, 4, 2),
        lead="Thornmere Town Council on Tuesday put off a decision on evening parking charges at Haddle Quay; the proposal would charge £1.80 an hour between 6 p.m. and 10 p.m. in the quay's 142 bays.",
        cites=("c1 c2 c3", "c9 c10", "c4 c5 c13", "c21 c22"),
    ),
    "b02-lake-vessen": Pinned(
        calls=1,
        lines=24,
        first="1f|state-of-the-basin report|… state-of-the-basin report",
        statuses=(14, 1, 7, 3),
        lead="Lake Vessen has lost 11.3% of its volume since 1994 and its average surface temperature in July rose from 19.4 °C to 21.7 °C, according to a report that the Vessen Basin Authority released on Monday.",
        cites=("c1 c2 c3", "c11 c12 c15", "c19 c20 c22 c23", "c5 c24"),
    ),
    "b03-skarholt-mud": Pinned(
        calls=1,
        lines=22,
        first="1o",
        statuses=(11, 2, 7, 8),
        lead="The Skarholt Folk Gathering is to be moved, from 2027, to the old Brandal ferry terminal, which the organisers, Skarholt Sound AS, say can hold 12,000 people, against 7,500 in the meadow.",
        cites=("c1 c5 c6 c7", "c16 c17 c19", "c6 c7 c8", "c4 c5 c26 c28"),
    ),
    "b04-neonatal-ward": Pinned(
        calls=1,
        lines=27,
        first="1f",
        statuses=(17, 2, 9, 1),
        lead="St. Brannoc’s Hospital in Carrow Hythe closed its neonatal ward on Saturday and moved 11 babies after a routine test found Pseudomonas in the tap water; none of the babies has tested positive and all are stable, the hospital said.",
        cites=("c1 c2 c10", "c17 c19 c20", "c3 c4 c5 c7", "c11 c12 c21 c23"),
    ),
    "b05-merrow-gap": Pinned(
        calls=1,
        lines=56,
        first="1f|Transport Accident Bureau",
        statuses=(45, 4, 9, 4),
        lead="A train that left the rails at Merrow Gap in March, killing two and injuring 37, was travelling at 61 m.p.h. through a curve limited to 45 m.p.h., said the Transport Accident Bureau, whose preliminary report does not say why.",
        cites=("c1 c2", "c16 c19 c20", "c8 c9 c37", "c48 c49"),
    ),
    "b06-key-rate": Pinned(
        calls=1,
        lines=25,
        first="1f||… in 14 months",
        statuses=(16, 1, 9, 2),
        lead="The Bank of Aldmark raised its key rate by 0.25 percentage points to 3.75% on Thursday, its first increase in 14 months, in a 6–3 vote, and signalled that another could follow in September.",
        cites=("c1 c2 c3", "c23 c24 c25", "c5 c6 c13", "c15 c28"),
    ),
    "b07-lethmark-election": Pinned(
        calls=1,
        lines=57,
        first="1-2f",
        statuses=(39, 4, 17, 3),
        lead="In Lethmark, Premier Douglas Amsel’s party has lost its majority after 13 years: with 88.4% of votes counted, the Electoral Office gave Reform and Land 27 seats, the Civic Alliance 26 and the Harbour List six; a majority is 31.",
        cites=("c1 c2 c3 c4", "c14 c15 c27", "c23 c26 c39", "c48 c50 c56"),
    ),
    "b08-tallow-creek": Pinned(
        calls=1,
        lines=23,
        first="1f|union",
        statuses=(17, 3, 5, 1),
        lead="About 1,900 workers at the Tallow Creek plant of U.S. appliance maker Dunmore Corp. walked off the job at 6 a.m. Monday, halting three of its four assembly lines, the union said; Dunmore said all four were running.",
        cites=("c1 c2", "c7 c8 c9 c10", "c5 c6 c23", "c16 c17 c18"),
    ),
    "b09-boat-grave": Pinned(
        calls=1,
        lines=25,
        first="1f|archaeologists from Northfold University",
        statuses=(17, 1, 8, 2),
        lead="A timber chamber found beneath a supermarket car park in Ellersby holds the remains of a boat 7.9 metres long, archaeologists from Northfold University announced on Wednesday; 214 iron rivets have so far been uncovered, but no body found.",
        cites=("c1 c3 c5", "c2 c11 c12 c13", "c19 c20 c21", "c15 c16 c28"),
    ),
    "b10-kettle-recall": Pinned(
        calls=1,
        lines=13,
        first="1f|Consumer Safety Office",
        statuses=(24, 0, 0, 0),
        lead="Halvorsen Domestic AB is recalling 48,600 electric kettles sold under the Brisk and Brisk Duo names after 14 units overheated, the Consumer Safety Office said on Friday, 8 May; two people were treated for burns to the hand.",
        cites=("c1 c2 c3 c4", "c5 c6 c21 c22 c23", "c16 c17 c19 c20", "c11 c12 c13 c14 c24"),
    ),
    "b11-petrel-2": Pinned(
        calls=1,
        lines=26,
        first="1f||… has not opened",
        statuses=(17, 2, 7, 2),
        lead="The weather satellite Petrel-2 reached orbit on Sunday, but one of its two solar panels has not opened, halting at 11 degrees, according to Tarn Orbital, which said that the craft might have to run at half power.",
        cites=("c1 c2 c8", "c21 c22 c23", "c9 c10 c11 c18", "c15 c16 c17 c24"),
    ),
    "b12-hamstring": Pinned(
        calls=1,
        lines=16,
        first="1-2s",
        statuses=(5, 2, 17, 1),
        lead="Mateus Okonjo-Reyes limped off in the 71st minute at Garrowby on Saturday holding the back of his left thigh, and the article says Bexmoor City could be about to lose him for the cup final in 19 days.",
        cites=(
            "c1 c2 c3 c5",
            "c6 c8 c9 c10",
            "c4 c11 c12 c13 c14 c15 c16 c17",
            "c18 c19 c23 c24 c25",
        ),
    ),
}


@pytest.mark.vcr
@pytest.mark.parametrize("recorded", each(SEEDS))
def test_a_seed_is_summarised_as_it_was(
    recorded: Recording, vcr: Cassette, record_mode: str
) -> None:
    summary = summarised(recorded, live=record_mode != "none")
    if record_mode == "none":  # a new recording has new words; they are pinned by hand, above
        assert PINNED[recorded.name] == pinned(summary, vcr)


def test_the_recorded_drafts_stay_within_the_token_budget() -> None:
    sentences = sum(len(segment(recorded.gold.article)) for recorded in SEEDS)
    assert sum(output_tokens(recorded.name) for recorded in SEEDS) / sentences <= BUDGET
