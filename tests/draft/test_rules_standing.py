"""What a source is: named, unnamed, an accuser."""

import pytest

from schemas import Article, SourceKind, Status
from service.draft.rules import draft
from service.segment import segment
from tests.draft.behind import who_says


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Word around the harbour is that he has sold it.", "Word around the harbour"),
        ("Rumours that the firm will sell have gone round since May.", "Rumours"),
        ("A widely shared video purports to show a blast.", "video"),
        ("A text doing the rounds orders staff to leave.", "text doing the rounds"),
        ("An unsigned memo circulating in town purports to be one.", "unsigned memo circulating"),
        ("It was late, said one member, who would talk only if promised anonymity.", "one member"),
    ],
)
def test_hearsay_has_an_unnamed_source(text: str, source: str) -> None:
    assert who_says(text)[0] == (SourceKind.UNNAMED, source)


def test_what_the_crown_says_of_the_accused_stays_unconfirmed() -> None:
    article = Article(
        text="Opening the Crown’s case, Harriet Lyle KC said that Owen Strand took the wine. "
        "He sold it, she told jurors.",
        language="en",
    )
    claims = draft(article, segment(article)).claims
    assert {c.status for c in claims if c is not None} == {Status.UNCONFIRMED}


def test_a_prosecutors_quotation_that_goes_on_is_as_unproven() -> None:
    text = "“He robbed widows,” the prosecutor told jurors. “He did it for a boat.”"
    article = Article(text=text, language="en")
    claims = [claim for claim in draft(article, segment(article)).claims if claim]
    assert {claim.status for claim in claims} == {Status.UNCONFIRMED}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In the state’s version, he took the log.", Status.UNCONFIRMED),
        ("Prosecuting, Ada Orr said he had taken the log.", Status.UNCONFIRMED),
        ("The advocate depute, Ada Orr, said he had taken the log.", Status.UNCONFIRMED),
        ("The state’s case is that he took the log.", Status.UNCONFIRMED),
        ("The plaintiff’s lawyers maintain that he took the log.", Status.UNCONFIRMED),
        ("In a lawsuit filed on Tuesday, Ada Orr says he took the log.", Status.UNCONFIRMED),
        ("Ada Orr, the lead prosecutor, said he had taken the log.", Status.UNCONFIRMED),
        ("He had taken the log, said Ada Orr, the lead prosecutor.", Status.UNCONFIRMED),
        ("Ada Orr, a former prosecutor, said he had taken the log.", Status.STATED_FACT),
        ("In a letter sent on Tuesday, Ada Orr says he took the log.", Status.STATED_FACT),
        ("The council’s lawyers maintain that he took the log.", Status.STATED_FACT),
        ("It was put to the jury that he took the log.", Status.UNCONFIRMED),
        ("The state’s case was heard in the small room.", Status.STATED_FACT),
        ("In the state’s forests, he took the log.", Status.STATED_FACT),
        ("The state’s auditor said he had taken the log.", Status.STATED_FACT),
        ("Speaking to reporters, Ada Orr said he had taken the log.", Status.STATED_FACT),
    ],
)
def test_who_tries_somebody_states_nothing(text: str, status: Status) -> None:
    article = Article(text=text, language="en")
    assert [c.status for c in draft(article, segment(article)).claims if c] == [status]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("For her critics the exercise was a disgrace.", "her critics"),
        ("To many in Ambry, population 1,160, it is a slow death.", "many in Ambry"),
        ("A government whip reckoned the majority could reach nine.", "government whip"),
        ("Some in the orchestra whisper that it never left.", "Some in the orchestra"),
        (
            "A diplomat close to the talks said it was over. “It failed,” the diplomat said.",
            "diplomat close to the talks",
        ),
        ("The minister’s allies call it a triumph.", "minister’s allies"),
        ("Legend has it that he sold it.", "Legend"),
        ("Two residents heard it. A third said no.", "third"),
        ("Old hands shake their heads: it will, they say, be a plaque.", "Old hands"),
        ("Users of a channel shared a video that they said showed a blast.", "Users"),
        (
            "A worker, who did not want to be named, said no. “It broke,” the insider claimed.",
            "worker",
        ),
        ("Speaking on condition of anonymity, she said it cracked.", "she"),
        ("One top investor said no. The same holder said it was late.", "One top investor"),
        ("Investigators suspect that more is hidden.", "Investigators"),
        ("A driver hired by the firm said no.", "driver hired by the firm"),
        ("Regulars at the Lucky Spoon say it was sold.", "Regulars at the Lucky Spoon"),
        ("Two medics, neither permitted to talk to the press, counted six bodies.", "Two medics"),
        ("Health officials told reporters it was late.", "Health officials"),
        ("A cook, neither permitted to talk nor paid, said it cracked.", "cook"),
    ],
)
def test_who_could_not_be_looked_up_is_unnamed(text: str, source: str) -> None:
    assert who_says(text)[-1] == (SourceKind.UNNAMED, source)


def test_a_charge_is_the_accusers_whom_the_article_names() -> None:
    text = "Rask is accused of taking bribes. It was cash, prosecutors said."
    assert who_says(text)[0] == (SourceKind.NAMED, "prosecutors")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Health officials in Tamsel county confirmed 38 cases.",
            "Health officials in Tamsel county",
        ),
        ("Analysts at Brightwater said it rose.", "Analysts at Brightwater"),
        ("The investigators said it rose.", "investigators"),
        ("It fell, according to counts by the chamber.", "counts by the chamber"),
        ("It fell, according to a summary published by the firm.", "summary"),
        ("Three of its deputies, led by Ada Orr, said it was late.", "Ada Orr"),
        ("Ada Orr dug it up. She and 11 colleagues report that it was late.", "Ada Orr"),
        ("One investor said no. The same firm said it was late.", "same firm"),
    ],
)
def test_who_speaks_for_an_office_or_a_firm_is_named(text: str, source: str) -> None:
    assert who_says(text)[-1] == (SourceKind.NAMED, source)
