"""Who speaks: titles, roles, pronouns and offices led back to their names."""

import pytest

from schemas import Article, SourceKind, Status
from service.draft.rules import draft
from service.segment import segment
from tests.draft.behind import who_says


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Flight director Jun Arai said it was late. “Hope is no plan,” he added.", "Jun Arai"),
        (
            "Analyst Ann Doyle at Rathbone Peel said it rose. “It will not last,” she said.",
            "Ann Doyle",
        ),
        (
            (
                "Darvaz handles the grain, according to the aid agency Granary Link. It is late. "
                "Stocks are low, the agency said."
            ),
            "Granary Link",
        ),
        ("“It's fourteen,” says her husband, Piotr.", "Piotr"),
        (
            (
                "Speaker Hyacinth Drum used her casting vote on Tuesday. "
                "17:40 Cuthbert Lavall walks in. “It pays for schools,” he says."
            ),
            "Cuthbert Lavall",
        ),
        (
            (
                "Bo Strand denied it. Assistant State’s Attorney Corinne Bapt spent an hour on her "
                "opening statement. “This was payback,” she said."
            ),
            "Corinne Bapt",
        ),
        (
            (
                "Lysander Access will replace its locks. Lysander said so on Monday. "
                "It will take a year, the lock maker told distributors."
            ),
            "Lysander Access",
        ),
        (
            "Moe sold it. Corvair has signed with Corvair Sud; it would say only that it rose.",
            "Corvair",
        ),
        (
            "The name is that of Caldera Ports, a Moe operator; the company said that it rose.",
            "Caldera Ports",
        ),
        ("The name is that of Caldera Point, a Moe hill; the company said it rose.", "company"),
        ("The county office spoke on Friday. The number of cases rose, it said.", "county office"),
        (
            "Ms Ada ten Hove said it was late. “It is a shame,” Ms ten Hove said.",
            "Ada ten Hove",
        ),
        # An unnamed person who has only done something is not "he".
        (
            (
                "Bo Strand, a farmer, said it was late. A walker with a dog passed the gate. "
                "“I shall wait,” he said."
            ),
            "Bo Strand",
        ),
        (
            (
                "Lysander Access will replace its locks. Lysander said so on Monday. "
                "It will take a year, the hoteliers’ union told members."
            ),
            "hoteliers’ union",
        ),
        ("Asked about it, Bo Strand snapped: “I pick the team.”", "Bo Strand"),
        ("Rovers coach Bo Strand was blunt: “We lost the ball.”", "Bo Strand"),
        ("In Bo Strand's view the roof has failed.", "Bo Strand"),
        # Whose noun it is, and not who made it or what opens the sentence.
        (
            "Eastmoor Council met. A survey commissioned by the council found that it was late.",
            "survey commissioned by the council",
        ),
        (
            "Data from the service Netwatch Baltic show that it was late.",
            "Data from the service Netwatch Baltic",
        ),
        (
            "The paper says it is rust. The likeliest source, it adds, is a pipe.",
            "paper",
        ),
        ("Ms Adeyemi had waited for years. “I can sleep again,” she says.", "Adeyemi"),
        (
            "Mr Deng denies fraud. His lawyer, Paula Frey, spoke for an hour. He said it was late.",
            "Deng",
        ),
        ("County Administrator Phil Tran left. “Nothing was drafted,” he said.", "Phil Tran"),
        ("Mayor Anneke Stroud met them. “I do not know,” the mayor said.", "Anneke Stroud"),
        ("Norvik Air cancelled flights. The airline blamed the storm.", "Norvik Air"),
        (
            "The hospital trust put it at £3m. An inquiry opened. The trust said it was late.",
            "hospital trust",
        ),
        (
            "The national hydrology office said it rose. It fell, the office warned.",
            "national hydrology office",
        ),
        ("Tom Hale stood at the gate. “Nobody told us.”", "Tom Hale"),
        ("Orr was there. Hana Petrov would go no further than “a bad day for us”.", "Hana Petrov"),
        ("Ada Orr, on the radio earlier: “It is still moving.”", "Ada Orr"),
        (
            "The Northern Column said it had no guns. Orlo fell. It also denied a raid.",
            "Northern Column",
        ),
        (
            (
                "Its owner, Brightwater Health, said it closed. St Odile's Hospital is old. "
                "The chain blamed the cost."
            ),
            "Brightwater Health",
        ),
        (
            (
                "Bo Strand said no. Thousands signed a petition set up by undertaker Jim Orr. "
                "He says it will do."
            ),
            "Jim Orr",
        ),
        (
            "Dale Orr, 40, farms here. His grandfather bought it. “It is pretty,” he says.",
            "Dale Orr",
        ),
        ("Ada Orr said no. Nobody left. “Only one is ill,” she said.", "Ada Orr"),
        ("According to memos released last night, he was warned.", "memos"),
        ("Noor Haddad and her colleagues argue that it is old.", "Noor Haddad"),
        (
            (
                "Shares in bottle maker Nordhavn Glass fell. It was cold, said Ada Orr of Moe "
                "Partners. The company expects a loss."
            ),
            "Nordhavn Glass",
        ),
        (
            "A survey by Tallow put it at nine. It was late. 58 per cent said no.",
            "survey by Tallow",
        ),
        ("Nina Roy and Paul Marsh own it. They say it will fail.", "Nina Roy and Paul Marsh"),
        (
            "Scientists at the Polar Institute drilled. The ice is old, they report.",
            "Scientists at the Polar Institute",
        ),
        (
            "Cosima Wray said it was a fire. What was done was “the worst thing I can imagine”.",
            "Cosima Wray",
        ),
        (
            "Ada Orr said no. Then the archivist, Effie Brand, took it. “It is old,” she said.",
            "Effie Brand",
        ),
        ("Ada Orr said no. The crew went home. “I will not,” she said.", "Ada Orr"),
        (
            "The Road Integrity Unit (RCIU) met on Monday. He failed a test, the RCIU said.",
            "Road Integrity Unit",
        ),
        ("Luc Orr, a rider, was banned. The 27-year-old denied it.", "Luc Orr"),
        ("The army left. The ministry released footage which it said showed it.", "ministry"),
        (
            "The National Institute of Hygiene met. Amaru Aqua left. No, the institute said.",
            "National Institute of Hygiene",
        ),
        ("Warren Tibbs spoke. “I never met Mr Kimbrough,” he told us.", "Warren Tibbs"),
        ("Luc Orr said no in a statement. It came from a tub, the statement said.", "Luc Orr"),
        (
            (
                "Quillon Optics has put off the launch. Quillon is cold. The company said it would "
                "sell them."
            ),
            "Quillon Optics",
        ),
        ("The Consumer Ombudsman sued. He alleged a fraud.", "Consumer Ombudsman"),
        ("A KerbGuard spokesman said no. He said it was late.", "KerbGuard spokesman"),
        ("Bo Strand said no. One of the rebels, Hew Orr, was scathing. “No,” he said.", "Hew Orr"),
        (
            (
                "Lorcan Weir, a junior minister, was there. The Chief Minister left. "
                "The minister said no."
            ),
            "Lorcan Weir",
        ),
        ("The inn broke a rule, according to the mayor's log.", "mayor's log"),
        (
            "CASTEL ARVO, Oct 1 (TWN) – It is late, Ada Orr said. Castel Arvo is poor, she said.",
            "Ada Orr",
        ),
        (
            "One of them said no. The chief monitor, Bo Strand, has not come. “It is,” he said.",
            "Bo Strand",
        ),
        (
            "The Tern Trust said so. It rose, the broker Moe says. It forecasts a fall.",
            "Moe",
        ),
        (
            "The Tern Trust said so. It rose, Dr Moe says. It forecasts a fall.",
            "Tern Trust",
        ),
        ("The Tern Trust said no. Its own tests, it points out, found nothing.", "Tern Trust"),
        ("Minister of State Bo Quirke will resign. “I paid,” he told us.", "Bo Quirke"),
        ("Minister Bo Quirke left. The road is shut. The Minister said no.", "Bo Quirke"),
        ("Kerry-Ann Dole, 34, had £3. “I cried,” the mum of two told us.", "Kerry-Ann Dole"),
        ("A spokeswoman said it fell. “I cried,” the mum of two told us.", "mum of two"),
        ("Fergal Ó hEithir, who fitted it, said it was old.", "Fergal Ó hEithir"),
    ],
)
def test_a_speaker_is_led_back_to_a_name(text: str, source: str) -> None:
    assert who_says(text)[-1] == (SourceKind.NAMED, source)


def test_a_quotation_before_a_new_name_is_that_persons() -> None:
    text = "The bank broke.\n\n“I saw it coming.” Hana Petrov, 61, was in her kitchen."
    assert who_says(text)[1] == (SourceKind.NAMED, "Hana Petrov")


def test_outside_quotation_marks_we_are_the_article() -> None:
    told = who_says("If it works, we suspect that many will buy it.")
    assert told == [(SourceKind.ARTICLE, None)]


def test_what_somebody_allegedly_wrote_is_told_by_the_article_alone() -> None:
    assert who_says("Ada Orr allegedly wrote that it was late.") == [(SourceKind.ARTICLE, None)]
    assert who_says("Ada Orr wrote that it was late.") == [(SourceKind.NAMED, "Ada Orr")]
    read = "Prosecutor Bo Strand read out a note in which Orr allegedly wrote: “It is late.”"
    assert who_says(read)[-1] == (SourceKind.NAMED, "Bo Strand")


def test_what_it_gives_is_a_documents_where_it_is_one() -> None:
    survey = "An exit survey came out on Sunday. It gave the Union a quarter of the vote."
    assert who_says(survey)[-1] == (SourceKind.NAMED, "exit survey")
    firm = "The firm fell on Sunday. It gave the Union a quarter of the vote."
    assert who_says(firm)[-1] == (SourceKind.ARTICLE, None)


def test_hearsay_ends_where_another_clause_begins() -> None:
    text = "A shared video purports to show a blast; Ada Orr said it was false."
    assert who_says(text)[-1] == (SourceKind.NAMED, "Ada Orr")
    text = "A shared video shows 30 dead, a total for which Ada Orr says she has no proof."
    assert who_says(text)[-1] == (SourceKind.NAMED, "Ada Orr")


def test_accounts_that_nobody_could_verify_are_unconfirmed_and_denials_are_not() -> None:
    article = Article(
        text="The army said the front shelled the town. The front denied it. Neither account could "
        "be independently verified.",
        language="en",
    )
    claims = draft(article, segment(article)).claims
    assert [c.status for c in claims if c is not None] == [
        Status.UNCONFIRMED,
        Status.STATED_FACT,
        Status.STATED_FACT,
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # An American lead names the day without "on".
        (
            "A fire shut the mill on Sunday, and two men were hurt, the county office said Monday.",
            ["named"],
        ),
        ("On Friday, the county office said prices fell, and two mills would shut.", ["named"]),
        # What stands in behind "and" is about the clause behind it.
        ("Orr hired nine men in May and, by his count, still lost a third.", ["article", "named"]),
        ("Orr hired nine men and still lost a third, by his count.", ["named"]),
        # An apposition with a clause of its own has a source of its own.
        (
            "It sold the mill in 2019, a deal Ada Orr called a blunder.",
            ["article", "named"],
        ),
        ("It sold the mill in 2019, a deal of four weeks.", ["article"]),
        # What the last one said holds all that the first one does.
        ("Osmar has proposed a patrol, two officials said.", ["unnamed"]),
        ("Osmar has proposed a patrol, and two officials said no.", ["named", "unnamed"]),
    ],
)
def test_a_source_has_its_own_clauses_and_no_more(text: str, kinds: list[str]) -> None:
    assert [str(kind) for kind, _ in who_says(text)] == kinds


def test_a_participle_behind_a_speakers_noun_is_no_clause() -> None:
    told = who_says("The pit was too shallow, said a diplomat briefed on the talks.")
    assert told[-1][0] is SourceKind.UNNAMED
    told = who_says("The suit, filed in May, says the firm ended it in June.")
    assert told[-1][1] == "suit"


def test_records_of_a_kind_tell() -> None:
    told = who_says("It had no permit, licensing records show.")
    assert told == [(SourceKind.NAMED, "licensing records")]
    told = who_says("It had no permit, and falling prices show.")
    assert (SourceKind.NAMED, "falling prices") not in told


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It goes, in her book, and the union puts the odds at one in ten.", "union"),
        ("More of them, growers dread, would be lost.", "growers"),
        ("No survey was held, Ada Orr, counsel for the town, submitted.", "Ada Orr"),
        ("He was drunk, was the version given by one of the pair.", "one"),
        ("In the version preferred by opposition staffers, he was drunk.", "opposition staffers"),
        ("A ghillie who had kept out of it maintained that it was sold.", "ghillie"),
    ],
)
def test_a_source_is_told_by_its_place(text: str, source: str) -> None:
    assert source in [words for _, words in who_says(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gates it has opened put the price up.",
        "None has reported a fault.",
        "Officers have called four times.",
        "A dam that has not filled puts ten at risk.",
        "Ada Orr left it as she saw it.",
        "On the baker’s case stood a clock.",
        "The list on the door has 14 names.",
        "The hut had a view on 44 peaks.",
        "In Upper Moe the gates are shut.",
        "The players, Wojcik included, could be paid.",
        "Anton Wiesel, the foreman on duty, is among the injured.",
        "Two towns, islands both, have shrunk.",
        "Ada Orr, counsel for the town, resigned.",
        "A ghillie who had kept out of it gave him a hare.",
    ],
)
def test_whoever_stands_there_without_speaking_is_none(text: str) -> None:
    assert {kind for kind, _ in who_says(text)} == {SourceKind.ARTICLE}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ada Orr says she paid, and a receipt is on her fridge.", ["named", "article"]),
        ("Ada Orr said she had paid, and it had cleared.", ["named"]),
        ("It is thin, the Lakeland poll found, and the city has no runoff.", ["named", "article"]),
        ("It is thin, Ada Orr said, and the city has no runoff.", ["named"]),
        ("Ada Orr said that she paid, and that a receipt hung there.", ["named"]),
        ("Ada Orr, 48, has pleaded not guilty.", ["named"]),
        ("Ada Orr pleaded guilty on Monday.", ["article"]),
    ],
)
def test_what_is_said_ends_with_its_clause(text: str, kinds: list[str]) -> None:
    assert [str(kind) for kind, _ in who_says(text)] == kinds


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Pillay has his fingers crossed for skating by Christmas.", "Pillay"),
        ("The union counts on 62 million francs.", "union"),
        ("Ada Orr, who keeps the lists, would not put a penny on it.", "Ada Orr"),
        ("The union does not anticipate a strike.", "union"),
        ("Ada Orr would not be surprised to see it appealed.", "Ada Orr"),
        ("Ada Orr is pencilling in a rise of 6 per cent.", "Ada Orr"),
    ],
)
def test_an_attitude_is_told_in_many_words(text: str, source: str) -> None:
    assert who_says(text) == [(SourceKind.NAMED, source)]


@pytest.mark.parametrize(
    "text",
    [
        "Pillay has his fingers in the till.",
        "Few would put money on a second term.",
        "Nobody was surprised by the strike.",
        "It is fine, and we’d have said so before.",
        "Ada Orr was withdrawn with the words “not fit to start”.",
        # Who is hit by it judges nothing.
        "For families, the delay is hard to forgive.",
        "For shopkeepers the episode was a lesson in the worth of cash.",
    ],
)
def test_what_is_no_attitude_is_the_articles(text: str) -> None:
    assert who_says(text) == [(SourceKind.ARTICLE, None)]


def test_who_terms_something_judges_it_and_what_is_termed_so_does_not() -> None:
    told = who_says("Ada Orr termed the charge baseless in her reply.")
    assert told == [(SourceKind.NAMED, "Ada Orr")]
    told = who_says("The pause was termed a lull in the trade.")
    assert {kind for kind, _ in told} == {SourceKind.ARTICLE}
