"""Which of those who are named a pronoun, a relation or a noun for a body means."""

import pytest

from schemas import SourceKind
from tests.draft.behind import who_says


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # A given name, a surname that two share, whose relative somebody is.
        (
            "A cook, unnamed, said no. It may last, said Jean-Marc Oro, its head. “Yes,” he said.",
            "Jean-Marc Oro",
        ),
        (
            "Emil Orr made it. His niece, Britta Orr, denied it. “He did signs,” she said.",
            "Britta Orr",
        ),
        (
            "The inspector has gone. Aikman’s daughter, Lorna, sat. “It is late,” she said.",
            "Lorna",
        ),
        ("Bo Strand retired. Ada Orr said no. In her estimate it was worth more.", "Ada Orr"),
        ("The Minister said no. Collector Farida Mar said yes. “It is,” she said.", "Farida Mar"),
        ("Bo Orr said no. S. Muthu, who tills, has prawns. “It pays,” she said.", "Muthu"),
        # The body that an article is about, or that a noun tells apart.
        (
            (
                "Noor Hale of the University of Vestmark dug it up. Tomás Erd of the Brunn "
                "Institute said no. The university said it was late."
            ),
            "University of Vestmark",
        ),
        (
            (
                "Ardvale Glass is short of cash. Ardvale has a lender, and its owner is Corvane "
                "Capital. Ardvale owes Corvane Capital 3 million. The company denies it."
            ),
            "Ardvale Glass",
        ),
        (
            "Tolland Press will print it. It lay near Ennisk, according to the publisher.",
            "Tolland Press",
        ),
        (
            "Heaters made by Kestrel Thermal failed. The company said it was late.",
            "Kestrel Thermal",
        ),
        (
            "Platterly said it would pay. The results will come out in May, it added.",
            "Platterly",
        ),
        # Somebody else's given name, or a body that is named less often, is left alone.
        ("Emil Orr made it. Dr Orr said it was old. “He signed it,” he said.", "Emil Orr"),
        (
            (
                "Ardvale Glass is short. Corvane Capital owns it. Corvane Capital has a fund. "
                "The company denies it."
            ),
            "Corvane Capital",
        ),
    ],
)
def test_the_one_who_is_meant_is_found(text: str, source: str) -> None:
    assert who_says(text)[-1] == (SourceKind.NAMED, source)
