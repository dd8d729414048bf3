"""Who speaks in the passages speaks in the sentence."""

import pytest

from schemas import Article, Finding, Status
from service.audit import Evidence, Reading, attribution
from tests.audit.build import LEXICON, Told, claim, errors, findings, kinds

UNCONFIRMED = Status.UNCONFIRMED


def test_hearsay_without_its_source_is_an_error() -> None:
    found = findings(
        "attribution",
        "Members were divided over the ban.",
        "Two people familiar with the talks said members were divided over the ban",
        status=Status.UNCONFIRMED,
        source="Two people familiar with the talks",
        unnamed=True,
    )
    assert kinds(found) == [("attribution_dropped", "error")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Two people said members were divided over the ban.",
        "Members were divided over the ban, according to two people.",
        "Members were reportedly divided over the ban.",
    ],
)
def test_hearsay_with_a_source_or_a_word_for_hearsay_passes(sentence: str) -> None:
    found = findings(
        "attribution",
        sentence,
        "Two people familiar with the talks said members were divided over the ban",
        status=Status.UNCONFIRMED,
        source="Two people familiar with the talks",
        unnamed=True,
    )
    assert kinds(found) == []


def test_a_source_with_two_relative_clauses_is_not_parted_from_its_verb() -> None:
    text = (
        "A group, according to a man who has seen the slides but may not talk about them, has "
        "turned up beads in a lake"
    )
    for sentence, expected in (
        (f"{text}.", []),
        ("A group has turned up beads in a lake.", [("attribution_dropped", "error")]),
    ):
        found = findings(
            "attribution", sentence, text, status=Status.UNCONFIRMED, source="man", unnamed=True
        )
        assert kinds(found) == expected


def test_an_opinion_without_its_source_is_an_error() -> None:
    found = findings(
        "attribution",
        "The margin goal is too ambitious.",
        "The margin goal is too ambitious, in the view of Priya Castellane",
        status=Status.OPINION,
        source="Priya Castellane",
    )
    assert kinds(found) == [("attribution_dropped", "error")]


def test_a_named_sources_fact_may_stand_without_it_with_a_warning() -> None:
    found = findings(
        "attribution",
        "The board will meet on Thursday.",
        "Håkonsen said the board would meet on Thursday",
        source="Håkonsen",
    )
    assert kinds(found) == [("attribution_dropped", "warning")]


TEXT = (
    "Gareth Ashdown said the bridge would reopen in June. "
    "Bea Linnet said a report on rust had been buried. Maud Tallis said takings were down."
)


def _about_the_bridge(sentence: str) -> list[Finding]:
    article = Article(text=TEXT, language="en")
    cited = [
        claim(
            article, "Gareth Ashdown said the bridge would reopen in June", source="Gareth Ashdown"
        ),
        claim(
            article,
            "Bea Linnet said a report on rust had been buried",
            number=2,
            source="Bea Linnet",
        ),
    ]
    return list(attribution.check(sentence, Evidence.of(Reading(article, LEXICON), cited, "s1")))


@pytest.mark.parametrize(
    "sentence",
    [
        "Gareth Ashdown said the bridge would reopen in June.",
        "The bridge would reopen in June, said Mr Ashdown.",
        "According to Ashdown, the bridge would reopen in June.",
        "Ashdown said the bridge would reopen in June, while Linnet said a report had been buried.",
        "Ashdown, the council leader, said the bridge would reopen in June.",
        "In a note released on Monday, Ashdown said the bridge would reopen in June.",
        "Ashdown's note, which was released on Monday, says the bridge would reopen in June.",
    ],
)
def test_the_right_speaker_passes(sentence: str) -> None:
    assert kinds(_about_the_bridge(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Maud Tallis said the bridge would reopen in June.",
        "The bridge would reopen in June, said Maud Tallis.",
        "According to Maud Tallis, the bridge would reopen in June.",
        "Bea Linnet said the bridge would reopen in June.",
        "Ashdown said a report on rust had been buried.",
    ],
)
def test_another_speaker_is_an_error(sentence: str) -> None:
    assert ("attribution_changed", "error") in kinds(_about_the_bridge(sentence))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The government had asked for two days.", "diplomat"),
        ("She argued for the poll and was overruled.", "Two people"),
    ],
)
def test_a_verb_of_what_is_said_is_not_the_sources_own(sentence: str, source: str) -> None:
    quote = f"{source} said {sentence[0].lower()}{sentence[1:-1]}"
    found = findings(
        "attribution", sentence, quote, status=Status.UNCONFIRMED, source=source, unnamed=True
    )
    assert kinds(found) == [("attribution_dropped", "error")]


def test_a_quotation_behind_a_clause_about_its_speaker_has_its_source() -> None:
    text = "Castellanos is blunt: “The theory is a lovely metaphor and a weak argument.”"
    found = findings("attribution", text, text, status=Status.OPINION, source="Castellanos")
    assert kinds(found) == []


def test_a_title_of_courtesy_does_not_make_two_persons_one() -> None:
    article = Article(
        text="Sir Piers Allendale said the alarms had passed. Sir Karl Kein left.", language="en"
    )
    cited = [
        claim(
            article, "Sir Piers Allendale said the alarms had passed", source="Sir Piers Allendale"
        )
    ]
    evidence = Evidence.of(Reading(article, LEXICON), cited, "s1")
    found = attribution.check("Sir Karl Kein said the alarms had passed.", evidence)
    assert ("attribution_changed", "error") in kinds(list(found))


def test_a_body_speaks_and_not_the_place_that_it_is_in() -> None:
    article = Article(text="The zoning board put the vote off. It met in Tolliver.", language="en")
    cited = [claim(article, "The zoning board put the vote off")]
    evidence = Evidence.of(Reading(article, LEXICON), cited, "s1")
    found = attribution.check("The zoning board in Tolliver put the vote off.", evidence)
    assert kinds(list(found)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Katrin Oberoi, who teaches law, said Vasalli would last to the spring.", []),
        (
            "The premier would last to the spring, said Vasalli.",
            [("attribution_changed", "error")],
        ),
    ],
)
def test_a_clause_behind_a_cue_is_no_speaker_of_it(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    said = "Katrin Oberoi, who teaches law, said the premier would last to the spring."
    article = Article(text=f"Ana Vasalli is premier. {said}", language="en")
    cited = claim(article, said, source="Katrin Oberoi")
    evidence = Evidence.of(Reading(article, LEXICON), [cited], "s1")
    assert kinds(list(attribution.check(sentence, evidence))) == found


BRIBE = Told(
    "He took 2 million crowns to pass cargoes, prosecutors say", UNCONFIRMED, "prosecutors"
)
TALK = Told(
    "Regulars will tell you the lot has been promised to a developer", UNCONFIRMED, "Regulars"
)
BALONEY = Told("“Not a word of truth in it,” said Rajiv Pillay", source="Rajiv Pillay")
CONE = Told(
    "In the version of one marshal, the cone had been moved",
    UNCONFIRMED,
    "one marshal",
    unnamed=True,
)
CRACK = Told(
    "Two workers, granted anonymity because they feared for their jobs, said a joint was cracked",
    UNCONFIRMED,
    "Two workers",
    unnamed=True,
)
PAPER = Told("In a paper she and others report that the beads contain nickel", source="paper")
GROUP = Told(
    "A group, says a researcher who has no leave to talk, found matching beads", UNCONFIRMED
)
UNION = Told("The Northern Miners Union will not wait")
SECRETARY = Told(
    "“It was accounting,” said its secretary, Dov Marchetti", Status.OPINION, "Dov Marchetti"
)
CREW = Told("The crew was cut from 14 to nine in spring, he said", source="Dov Marchetti")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("He denies charges that he took 2 million crowns to pass cargoes.", [BRIBE]),
        ("He is accused of taking 2 million crowns to pass cargoes.", [BRIBE]),
        ("Prosecutors charged him, saying he took 2 million crowns to pass cargoes.", [BRIBE]),
        ("Pillay denied talk that the lot has been promised to a developer.", [TALK, BALONEY]),
        ("Two workers speaking anonymously said a joint was cracked.", [CRACK]),
        ("In the version of one marshal, the cone had been moved.", [CONE]),
        ("Researchers report that the beads contain nickel.", [PAPER, GROUP]),
        (
            "The Northern Miners Union, which says the crew was cut to nine, will not wait.",
            [UNION, SECRETARY, CREW],
        ),
    ],
)
def test_a_source_in_other_words_passes(sentence: str, told: list[Told]) -> None:
    assert not {"attribution_dropped", "attribution_changed"} & errors(sentence, *told)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("He took 2 million crowns to pass cargoes.", [BRIBE]),
        ("He charges 2 million crowns to pass cargoes.", [BRIBE]),
        ("The lot has been promised to a developer.", [TALK, BALONEY]),
        ("Pillay said the lot has been promised to a developer.", [TALK, BALONEY]),
        ("A joint was cracked at two places.", [CRACK]),
        ("The cone had been moved.", [CONE]),
        (
            "The Southern Bank, which says the crew was cut to nine, will not wait.",
            [Told("The Southern Bank will not wait"), UNION, SECRETARY, CREW],
        ),
    ],
)
def test_a_source_that_is_gone_or_another_is_an_error(sentence: str, told: list[Told]) -> None:
    assert {"attribution_dropped", "attribution_changed"} & errors(sentence, *told)
