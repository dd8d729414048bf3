"""What went wrong, in words that a person can read."""

from schemas import SourceKind
from service.evaluate.mistakes import Mistake, find_mistakes
from tests.evaluate.made import (
    FACT,
    MIXED,
    OPINION,
    TEXT,
    UNCONFIRMED,
    annotated,
    claim,
    record,
    summary,
)


def told(mistake: Mistake) -> tuple[str, str, str, str]:
    return (mistake.kind, mistake.gold, mistake.predicted, mistake.words)


def test_wrong_statuses_are_listed_in_article_order_with_their_words() -> None:
    found = [told(one) for one in find_mistakes(annotated(), summary(*MIXED))]
    assert found[:3] == [
        ("fact lost", "stated_fact", "speculation", "on Monday"),
        ("leak", "speculation", "stated_fact", "It may snow"),
        ("uncovered", "opinion", "nothing", "day"),
    ]


def test_wrong_sources_are_told_by_kind_and_by_words() -> None:
    answer = summary(
        claim("Rain fell on Monday", kind=SourceKind.NAMED, source="Snow Club"),
        claim("It may snow", kind=SourceKind.NAMED, source="Snow Club"),
        claim("Traders reportedly left", kind=SourceKind.UNNAMED, source="traders"),
    )
    sources = [told(one) for one in find_mistakes(annotated(), answer) if "source" in one.kind]
    assert sources == [
        ("source", "named “Weather Office of Norlund”", "named “Snow Club”", "Rain fell on Monday"),
        ("kind of source", "article", "named “Snow Club”", "It may snow"),
    ]


def test_the_summarys_mistakes_come_last() -> None:
    answer = summary(
        sentences=[("Grim rain fell on Monday.", "Rain fell on Monday")],
        dropped=["drafted sentence 2"],
    )
    assert [told(one) for one in find_mistakes(annotated(), answer)][-3:] == [
        ("key claim", "speculation", "nothing", "It may snow"),
        ("loaded", "“grim”", "in the summary", "Grim rain fell on Monday."),
        ("dropped", "nothing", "drafted sentence 2", "it is not there"),
    ]


def test_neighbours_with_the_same_mistake_are_told_apart_by_their_claims() -> None:
    made = record()
    made["claims"][1]["status"] = "unconfirmed"
    answer = summary(claim(TEXT[: TEXT.index("A grim")], status=FACT))
    found = [told(one)[3] for one in find_mistakes(annotated(**made), answer)]
    assert found[:2] == ["It may snow", "Traders reportedly left"]


def test_other_wrong_statuses_are_neither_leaks_nor_lost_facts() -> None:
    answer = summary(claim("A grim day"), claim("It may snow", status=UNCONFIRMED))
    kinds = {told(one)[1:3]: str(one.kind) for one in find_mistakes(annotated(), answer)}
    assert kinds["opinion", "stated_fact"] == "status"
    assert kinds["speculation", "unconfirmed"] == "status"


def test_words_outside_the_gold_are_told() -> None:
    without = annotated(claims=record()["claims"][:3])
    found = find_mistakes(without, summary(claim("A grim day", status=OPINION)))
    assert ("outside", "nothing", "opinion", "A grim day") in map(told, found)


def test_a_right_answer_has_no_mistakes() -> None:
    answer = summary(
        claim("Rain fell on Monday", kind=SourceKind.NAMED, source="Weather Office"),
        claim("It may snow", status=annotated().claims[1].status),
        claim(
            "Traders reportedly left", status=UNCONFIRMED, kind=SourceKind.UNNAMED, source="Traders"
        ),
        claim("A grim day", status=OPINION),
        sentences=[("Rain fell on Monday", "Rain fell on Monday"), ("It may snow", "It may snow")],
    )
    assert find_mistakes(annotated(), answer) == ()
