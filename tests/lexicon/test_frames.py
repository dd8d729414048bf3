"""Who says what: source, cue, and the side of the content."""

import pytest

from service.lexicon.frame import Place
from tests.lexicon.spoken import spoken

_STUDY = "a study published"
_READ = "A report read to the jury"


@pytest.mark.parametrize(
    ("sentence", "source", "place"),
    [
        ("In a two-page letter Orr wrote that it closed.", "Orr", Place.AFTER),
        ("On Monday Ada Orr said that it closed.", "Ada Orr", Place.AFTER),
        ("Late on Tuesday two families told of a flood.", "two families", Place.AFTER),
        ("Ada Orr said it closed in a day, the quickest on record.", "Ada Orr", Place.AFTER),
        (
            "Logs from a bank, seen by this newspaper, show error after error.",
            "Logs from a bank",
            Place.AFTER,
        ),
        ("A memo that this paper has not seen puts it at ten.", "A memo", Place.AFTER),
        ("The receiver, Pell & Haye, foresees a loss.", "Pell & Haye", Place.AFTER),
        ("It fell, as Ada Orr, a cook, sees it.", "Ada Orr", Place.WITHIN),
        ("It leaks, as two who live there read it.", "two who live there", Place.WITHIN),
        ("On the Crown’s case Orr paid.", "the Crown", Place.AFTER),
        ("It slopes, on her theory, to the sea.", "her", Place.WITHIN),
        ("In the mind of Ada Orr, there is no room.", "Ada Orr", Place.AFTER),
        ("It cost a tenth, by the sums of the union.", "the union", Place.WITHIN),
        ("A poll by Moe had the Left on 44 percent.", "A poll by Moe", Place.AFTER),
        ("The list on the door has 14 missing.", "The list on the door", Place.AFTER),
        ("The road is shut, the army said.", "the army", Place.BEFORE),
        ("“It closed,” said Ada Orr, its head.", "Ada Orr", Place.BEFORE),
        ("She said the board would meet.", "She", Place.AFTER),
        ("According to the ministry, it closed.", "the ministry", Place.AFTER),
        ("It closed, according to Ada Orr.", "Ada Orr", Place.BEFORE),
        ("It closed, according to its head, Ada Orr.", "Ada Orr", Place.BEFORE),
        ("It closed, according to Moe’s UK head, Ada Orr.", "Ada Orr", Place.BEFORE),
        ("“It is mine,” Orr writes in the programme.", "Orr", Place.BEFORE),
        ("“It is mine,” deadpanned Orr.", "Orr", Place.BEFORE),
        (
            "“It is mine,” said retired General Ada Orr, who won it.",
            "retired General Ada Orr",
            Place.BEFORE,
        ),
        ("“It is mine,” says Coun. Ada Orr.", "Coun. Ada Orr", Place.BEFORE),
        ("“It is mine,” was the answer of Orr.", "Orr", Place.BEFORE),
        ("“It is mine,” Orr’s lawyer, Ada Lind, reminded the jurors.", "Ada Lind", Place.BEFORE),
        ("As many as 1,600 jobs stand to go, reckons the union.", "the union", Place.BEFORE),
        ("The bank is cutting 80 jobs, disclosed a person at it.", "a person at it", Place.BEFORE),
        (
            "The carrier tested negative, the clinic’s log records.",
            "the clinic’s log",
            Place.BEFORE,
        ),
        ("Some economists anticipate a mild recession.", "Some economists", Place.AFTER),
        ("Several claim that the dam broke.", "Several", Place.AFTER),
        ("The weather service recorded 214 millimetres.", "The weather service", Place.AFTER),
        ("Ecologist Ada Orr counted 83 pairs of snipe.", "Ecologist Ada Orr", Place.AFTER),
        ("The official counts show no such rise.", "The official counts", Place.AFTER),
        ("A cook told police that Orr boasted of the fire.", "A cook", Place.AFTER),
        ("A judge barred it, ruling that it came too late.", "A judge", Place.AFTER),
        ("One of the two added that it was sold.", "One of the two", Place.AFTER),
        ("Within the union some suspect that she lied.", "some", Place.AFTER),
        ("By noon she was describing it as “thin”.", "she", Place.AFTER),
        ("Ada Orr was blunt, calling the fees “a raid”.", "Ada Orr", Place.AFTER),
        ("Diplomats put the odds at no better than even.", "Diplomats", Place.AFTER),
        ("Local channels put the dead as high as 15.", "Local channels", Place.AFTER),
        ("He has booked it, something his agent dismissed as talk.", "his agent", Place.WITHIN),
        ("It fell, a total for which the county says it has no proof.", "the county", Place.WITHIN),
        ("The cook swears the culprit is a fox.", "The cook", Place.AFTER),
        ("The hull was thin, the tally-sheets show.", "the tally-sheets", Place.BEFORE),
        (
            "The board of the port confirmed on Monday that it sank.",
            "The board of the port",
            Place.AFTER,
        ),
        ("For the engineer Ada Orr, the bridge is a disgrace.", "Ada Orr", Place.AFTER),
        ("At an hour a floor it could, by her arithmetic, cost a lot.", "her", Place.WITHIN),
        ("“It is mine,” the old man harrumphed.", "the old man", Place.BEFORE),
        ("It will be late by then, surmises Ada Orr of Moe.", "Ada Orr", Place.BEFORE),
        ("“It is cruel,” her brother, Ada Orr, said by telephone.", "Ada Orr", Place.BEFORE),
        ("It could spare some, a study published on Monday suggests.", _STUDY, Place.BEFORE),
        ("A report read to the jury put the fire in a cupboard.", _READ, Place.AFTER),
        ("A call came from the ministry, which denied it.", "the ministry", Place.WITHIN),
        ("Its director, Ada Orr, pointed to corrections in ink.", "Ada Orr", Place.AFTER),
        ("It is in the clinic, which lists her as stable.", "the clinic", Place.WITHIN),
        ("The front, which claims without proof that it won, left.", "The front", Place.WITHIN),
        ("To Orr, the record is shameful.", "Orr", Place.AFTER),
        ("To Ada Orr of the Mill Trust, that is a scandal.", "Ada Orr", Place.AFTER),
        ("For Ada Orr, of the Mill Trust, it is a scandal.", "Ada Orr", Place.AFTER),
        ("Orr swears not one worker has complained.", "Orr", Place.AFTER),
        ("For Orr, who was not there, the whole affair is a disgrace.", "Orr", Place.AFTER),
        ("The only witness, retired cook Ada Orr, 61, said no.", "Ada Orr", Place.AFTER),
        ("A group, led by the chemist Ada Orr, said no.", "A group", Place.AFTER),
        ("The lease, says its lawyer, Ada Orr, lets them go.", "Ada Orr", Place.AROUND),
        ("The tests, it points out, found nothing.", "it", Place.AROUND),
        ("It closed, she said, for good.", "she", Place.AROUND),
        ("Ada Orr, who runs the inn, said it closed.", "Ada Orr", Place.AFTER),
        ("The board, which met in June, said it closed.", "The board", Place.AFTER),
        ("His agent, Petra Voll, told a podcast it closed.", "Petra Voll", Place.AFTER),
        ("“He is ill,” said his lawyer, Clara Mintz.", "Clara Mintz", Place.BEFORE),
        ("Some growers fear a drought.", "Some growers", Place.AFTER),
        (
            "It went unanswered, the director told reporters that week.",
            "the director",
            Place.BEFORE,
        ),
        ("Mercer, 44, of Hale Street, denied it.", "Mercer", Place.AFTER),
        ("“It held,” said Col. Ivo Strand, its head.", "Col. Ivo Strand", Place.BEFORE),
        ("Laing dismissed that as “fairy stories”.", "Laing", Place.AFTER),
        ("Shares fell after the company warned of a loss.", "the company", Place.AFTER),
        ("On Monday she told supporters that it closed.", "she", Place.AFTER),
        (
            "Two aides who asked not to be named because they are scared said it closed.",
            "Two aides",
            Place.AFTER,
        ),
        (
            "A poll published on Thursday, taken before the vote, found 61 percent against.",
            "A poll published on Thursday",
            Place.AFTER,
        ),
        ("Not so, said Ilse Kamau: three gates leaked.", "Ilse Kamau", Place.AROUND),
        ("The union is confident of a deal.", "The union", Place.AFTER),
        ("It was a move that critics say is late.", "critics", Place.AFTER),
        ("LESK, May 2 - The bank said it closed.", "The bank", Place.AFTER),
        ("Output will rise, the Treasury projects.", "the Treasury", Place.BEFORE),
        ("Its authors caution that the sample was small.", "Its authors", Place.AFTER),
        ("“It was late,” seethed Ada Orr.", "Ada Orr", Place.BEFORE),
        ("He swore to the Sentinel that it was locked.", "He", Place.AFTER),
        ("Ada Orr was at pains to stress that it was safe.", "Ada Orr", Place.AFTER),
        ("Ada Orr took to Facebook to say it was shut.", "Ada Orr", Place.AFTER),
        ("Locals will tell you it is haunted.", "Locals", Place.AFTER),
        ("The registrar noted that it was shut.", "The registrar", Place.AFTER),
        ("Skippers swear they saw it.", "Skippers", Place.AFTER),
        ("He took it, say his accusers.", "his accusers", Place.BEFORE),
        ("Passers-by said they had seen it.", "Passers-by", Place.AFTER),
        ("As per the police, it was shut.", "the police", Place.AFTER),
        ("Managing director Ada Orr said it closed.", "Managing director Ada Orr", Place.AFTER),
        (
            "Ada Orr, a chemist who was not there, said the figures were thin.",
            "Ada Orr",
            Place.AFTER,
        ),
        ("Ada Orr, whose son Petar, 24, started in May, said it closed.", "Ada Orr", Place.AFTER),
        ("Farmers reached by phone described seedlings.", "Farmers reached by phone", Place.AFTER),
        ("Somebody asked who would pay.", "Somebody", Place.AFTER),
        ("Ada Orr was brighter, saying it closed.", "Ada Orr", Place.AFTER),
        ("In June the mission found that it closed.", "the mission", Place.AFTER),
        ("In a statement it “flatly” rejected the charge.", "it", Place.AFTER),
        ("They may convict, Judge Ada Orr directed.", "Judge Ada Orr", Place.BEFORE),
        ("“It hurt,” sobbed the cook.", "the cook", Place.BEFORE),
        ("Engineers hope to have it cut by then.", "Engineers", Place.AFTER),
        ("It also intends to keep three boards.", "It", Place.AFTER),
        ("Ada Orr puts it down to a key.", "Ada Orr", Place.AFTER),
        ("The audit found no trace of it.", "The audit", Place.AFTER),
        ("The survey, held in May, found support for it.", "The survey", Place.AFTER),
        ("Friends remember him as generous.", "Friends", Place.AFTER),
        ("The two men, police said, had argued outside.", "police", Place.AROUND),
        ("The band insists it has not split.", "The band", Place.AFTER),
        ("She does not know who fired.", "She", Place.AFTER),
        ("His lawyers do not expect a hearing.", "His lawyers", Place.AFTER),
        ("The accounts assume 3.4 tonnes.", "The accounts", Place.AFTER),
        ("The 27-year-old denied it.", "The 27-year-old", Place.AFTER),
        ("Ada Orr has pitched the change as a saving.", "Ada Orr", Place.AFTER),
        (
            "Minutes of the board’s meeting record no talk.",
            "Minutes of the board’s meeting",
            Place.AFTER,
        ),
        ("An insider claims bosses had been warned.", "An insider", Place.AFTER),
        ("The analysis rules out starspots.", "The analysis", Place.AFTER),
        (
            "The pier’s operator, the Southern Trust, said it closed.",
            "the Southern Trust",
            Place.AFTER,
        ),
        ("Several told us they had been fined.", "Several", Place.AFTER),
        ("Friends of his say he was pushed.", "Friends of his", Place.AFTER),
        ("Mediators hope to see him by May, the ministry said.", "the ministry", Place.BEFORE),
        (
            "Talks resumed on Monday, the ministry, which mediates, said.",
            "the ministry",
            Place.BEFORE,
        ),
        ("Deed records show eleven sales.", "Deed records", Place.AFTER),
        ("Two others, asked outside, likewise recalled no siren.", "Two others", Place.AFTER),
        ("Analysts pencil in three cuts.", "Analysts", Place.AFTER),
        (
            "A former aide of Orr’s, who asked to be kept out of it, said it closed.",
            "A former aide of Orr’s",
            Place.AFTER,
        ),
        (
            "A clerk, granted anonymity because she still works there, said it closed.",
            "A clerk",
            Place.AFTER,
        ),
        ("A neighbour who’d rather stay out of it said it closed.", "A neighbour", Place.AFTER),
        ("A neighbour swears the culprit was a fox.", "A neighbour", Place.AFTER),
        ("A technician recalled hoods being wiped down.", "A technician", Place.AFTER),
        (
            "The Front, which seized it in May, announced by radio that it held.",
            "The Front",
            Place.AFTER,
        ),
        ("It is cutting 80 jobs, disclosed a person at it.", "a person at it", Place.BEFORE),
        (
            "According to the complaint, Mr Ivo Strand sent the note.",
            "the complaint",
            Place.AFTER,
        ),
        ("According to its head, Ivo Strand, it closed.", "Ivo Strand", Place.AFTER),
        ("Ada Orr considers the trial badly designed.", "Ada Orr", Place.AFTER),
        ("The ombudsman found the delay inexcusable.", "The ombudsman", Place.AFTER),
        ("The trust considers £4m a bargain.", "The trust", Place.AFTER),
        ("Backers sing the praises of it.", "Backers", Place.AFTER),
        ("The society dismissed the plans as a shoebox.", "The society", Place.AFTER),
        ("Critics deride the tower.", "Critics", Place.AFTER),
        (
            "A group, according to a clerk who saw it but had no leave to talk, has found beads.",
            "a clerk",
            Place.AROUND,
        ),
        ("The rebels boast of six tanks destroyed.", "The rebels", Place.AFTER),
        ("Somebody lets it slip that it closed.", "Somebody", Place.AFTER),
        ("The family of the boy accuse the clinic of theft.", "The family of the boy", Place.AFTER),
        ("Some owners go further, claiming that it closed.", "Some owners", Place.AFTER),
        (
            "In a paper, she and 11 colleagues report that it closed.",
            "she and 11 colleagues",
            Place.AFTER,
        ),
        ("To many in the town the clock is a monstrosity.", "many in the town", Place.AFTER),
        ("The lift company’s books tell of a loss.", "The lift company’s books", Place.AFTER),
    ],
)
def test_the_source_and_the_side_of_its_content_are_found(
    sentence: str, source: str, place: Place
) -> None:
    assert spoken(sentence) == [(source, place)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council declined to say why.",
        "Whatever it says, this is lovely work.",
        # The verb is that of a clause within, or no verb of speech.
        "It sold 40, the fewest since the counts began.",
        "Orr’s peat goes on giving off carbon.",
        # What a gauge shows and a crowd saw the article knows itself.
        "The nearest station recorded 212 millimetres.",
        "Reporters counted 14 craters.",
        "The singer recorded three albums.",
        "The two added rooms in May.",
        "The council put up a fence as high as the gate.",
        "The council considered the appeal on Monday.",
        "The court dismissed the appeal as out of time.",
        "The panel found the painting in a terrible mess.",
        "The court found the driver reckless.",
        "Divers found the “black box” in the mud.",
        "The office has not said whether it was hit.",
        "He is said to have left.",
        "The incident report was published in May.",
        "Member states agreed in January to pay.",
        "Workers were told to leave.",
        "“He said so,” the sign had.",
        "Fears of a drought grew.",
        "His agent did not return three calls.",
        "The agency told parents to stop using it.",
        "It rose, as all 19 economists polled by the paper had predicted.",
        "The closure was announced by the ministry in May.",
        "Her party is not so sure.",
        "The ash worries him most.",
        "In the field the screws rejected the glue.",
        "A bacterium found in mud is faster than any strain described so far.",
        "The line will close while the work goes on, and a bus will run.",
        "The likeliest answer is that it closed.",
        "Not everyone is convinced.",
        "Unions were unconvinced.",
        "Ada Orr directed the film.",
        "The county has called off the winter festival.",
        "She called the police.",
        "Two planets announced in May were noise.",
        "She would not name the expert, or say what he did.",
        "Yarosh offered no evidence for the toll.",
        "The first toll, announced at noon on Saturday, was nine.",
        "The defence told a different story.",
        "The mayor’s office referred questions to the police.",
        "The singer, Lol Drake, has said nothing.",
        "He remembered the keys.",
        "Hardly anyone believes him.",
        "The parliament rejected the bill by 40 votes to 38.",
        "The new rules put the cost at the feet of landlords.",
        "On the unit they tell it differently.",
        "Halvard reports third-quarter results on November 5.",
        "It lies under what the geologist calls “wet porridge”.",
        "The review will be published, whatever it finds.",
        "The mills would restart, adding 300,000 tonnes.",
        "It lies in a hand that Effie Brand takes to be old.",
        "The cook, 34, had £3 in her account.",
        "The tests pointed to rust.",
        "He ended the season with 14 goals.",
        "The cadets swear an oath in May.",
        "The king was deposed in 1952.",
        "She submitted the form in May.",
        "Staff will tell you when to leave.",
        "Workers laid out how the pipes would run.",
        "Ada Orr took the bus to Leeds.",
        "It closed at six, as per custom.",
        "It was haunted, so they say.",
        "The letter was said by many to be lost.",
        "The bridge, which fell in May, was old.",
        "Reyes, 23, beats Ada Orr.",
        "The firm, its main rival, added a local chime in 2022.",
        "It has three members, brothers Ada Orr and Bo Orr.",
        "For Aldry, the line closes in May.",
        "For Aldry of the north coast, the line closes in May.",
        "The board has, for now, demanded the keys.",
        "The driver recalled the bus.",
        "Inspectors came twice and cited no violations.",
        "The official line is that it closed.",
        "For some years the mill stood empty.",
        "For Orr, who lost his job, it has been a punishing year.",
    ],
)
def test_words_that_report_nothing_make_no_frame(sentence: str) -> None:
    assert spoken(sentence) == []


def test_what_somebody_had_asked_for_is_told_and_not_asked() -> None:
    assert spoken("Three members said they had urged her to go.") == [
        ("Three members", Place.AFTER)
    ]
    assert spoken("Three members urged her to go.") == [("Three members", Place.AFTER)]


def test_who_spoke_goes_on_in_a_relative_clause() -> None:
    text = "“It is a cut,” said Ada Orr of Moe, who expects two more."
    assert [source for source, _ in spoken(text)] == ["Ada Orr of Moe", "Ada Orr of Moe"]


def test_a_second_cue_after_a_conjunction_has_the_first_ones_source() -> None:
    for joint in ("and", "but"):
        text = f"Orr put it at nine {joint} said rain had fallen."
        assert [source for source, _ in spoken(text)] == ["Orr", "Orr"]


def test_what_somebody_else_reports_belongs_to_the_outermost_speaker() -> None:
    assert spoken("The data suggest a leak, said Ada Orr.") == [("Ada Orr", Place.BEFORE)]
    told = "The army has proposed a patrol, two officials said."
    assert spoken(told) == [("two officials", Place.BEFORE)]
    denied = "Orr said it leaked, a claim the ministry denies."
    assert spoken(denied) == [("Orr", Place.AFTER), ("the ministry", Place.WITHIN)]
    assert len(spoken("The army proposed a patrol, which two officials said was late.")) > 1
