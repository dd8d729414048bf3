"""Who hopes, fears or expects, and what talk and documents have somebody do."""

import pytest

from service.lexicon.frame import Place
from tests.lexicon.spoken import spoken


@pytest.mark.parametrize(
    ("sentence", "source", "place"),
    [
        ("Growers along the river dread a frost.", "Growers along the river", Place.AFTER),
        ("Her vet is cautiously optimistic that it will heal.", "Her vet", Place.AFTER),
        ("Some dockers are inclined to think it was sold.", "Some dockers", Place.AFTER),
        ("Orr is keeping her fingers crossed for rain.", "Orr", Place.AFTER),
        ("The owners are proud that it never closed.", "The owners", Place.AFTER),
        ("A leaked memo has the scheme £14m over budget.", "A leaked memo", Place.AFTER),
        ("Bookmakers have the race level.", None, None),
        ("Talk in the yard is that it was sold.", "Talk in the yard", Place.AFTER),
        ("Word on the quay has it that it was sold.", "Word on the quay", Place.AFTER),
        (
            "There are those on the council who foresee a sale.",
            "those on the council",
            Place.AFTER,
        ),
        ("“Utter tosh” was the verdict of Ada Orr, a farmer.", "Ada Orr", Place.BEFORE),
        ("Talk in the inn, a pub, is that it was sold.", "Talk in the inn", Place.AFTER),
        ("The talk at the cordon is all of a burst main.", "The talk at the cordon", Place.AFTER),
        ("That is the allegation made by Ada Orr, a farmer.", "Ada Orr", Place.AROUND),
        ("Investigators lean towards rust.", "Investigators", Place.AFTER),
        ("“It fell by itself” was Orr’s evidence to the inquest.", "Orr", Place.BEFORE),
    ],
)
def test_attitude(sentence: str, source: str | None, place: Place | None) -> None:
    assert spoken(sentence) == ([(source, place)] if source else [])


@pytest.mark.parametrize(
    "sentence",
    [
        # What others expect of the road is not the road's.
        "The road is expected to close in May.",
        "A third term cannot be ruled out.",
        "It is conceivable that the boat sank.",
        # Who may lose does not say so.
        "Growers may lose the crop.",
        "The closure sparked fears that more could follow.",
        "How many are left is anyone’s guess.",
        "A hung council looks all but certain.",
        # What a document has of its own.
        "The survey has a margin of error of three points.",
        "The word is on the sign.",
        "The talk is on Monday.",
        "The investigators leaned on a wall.",
    ],
)
def test_no_attitude(sentence: str) -> None:
    assert spoken(sentence) == []
