"""Names of a sentence stand in the article."""

import pytest

from tests.audit.build import findings, kinds

TEXT = (
    "Governor Ilyan Doresku said no. Gareth Ashdown, the council leader, met Bea Linnet of the "
    "Norlund Growers’ Union. The Meteorological Institute agreed. Théo Marchetti left. "
    "The minister, Jorunn Aspelin, spoke to the European Space Office in the Norlund valley."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Governor Doresku said no.",
        "Mr Doresku said no.",
        "Council leader Gareth Ashdown met Linnet.",
        "Ashdown and Linnet met.",
        "Ashdown's office agreed.",
        "Norlund Growers' Union members met.",
        "The ESO agreed.",
        "Singer Théo Marchetti left.",
        "Unnamed officials said no.",
        "The Norlund Valley office agreed.",
        "However, Minister Jorunn Aspelin spoke.",
        "On Monday in May Marchetti left.",
        "Police arrested nobody.",
        "Protesters blocked the valley.",
        "Newly elected members met.",
    ],
)
def test_a_name_of_the_article_passes_whole_or_in_part(sentence: str) -> None:
    assert kinds(findings("names", sentence, TEXT)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Governor Ilyan Petrov said no.",
        "It was Petrov who said no.",
        "The council met Gareth Linnet.",
        "The Meteorological Union agreed.",
        "Petrov said no.",
        "Petrov ordered the union to meet.",
        "Petrov may meet the council.",
        "The office of Anna Petrov agreed.",
    ],
)
def test_a_name_that_the_article_does_not_have_is_an_error(sentence: str) -> None:
    assert kinds(findings("names", sentence, TEXT)) == [("name", "error")]


def test_an_unknown_noun_is_only_a_warning_where_every_noun_has_a_capital() -> None:
    found = findings("names", "Er sah das Wasser.", "Er sah den See.", language="de")
    assert kinds(found) == [("name", "warning")]


FORMS = (
    "HOLLIS FORK, Neb. — The First Minister spoke. Rhoswen Vane won. Dagny Quist of the Liberals "
    "sat with Mayor Bea Linnet. A Conservative left the United Kingdom. The Farmers’ Alliance met "
    "Emil Osei."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "It happened in Hollis Fork, Nebraska.",
        "She thanked First Minister Rhoswen Vane.",
        "She thanked the Liberals' Dagny Quist.",
        "She thanked the Conservatives.",
        "She thanked the UK.",
    ],
)
def test_a_name_of_the_article_passes_in_another_form(sentence: str) -> None:
    assert kinds(findings("names", sentence, FORMS)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It happened in Hollis Fork, Kansas.",
        "She thanked Mayor Rhoswen Vane.",
        "She thanked First Minister Rhoswen Quist.",
        "She thanked the Liberals' Dagny Vane.",
        "She thanked the Farmers' Osei.",
        "She thanked the Greens.",
        "She thanked the US.",
    ],
)
def test_a_form_of_another_name_is_an_error(sentence: str) -> None:
    assert kinds(findings("names", sentence, FORMS)) == [("name", "error")]
