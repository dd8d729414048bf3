"""A sentence denies what its passages deny, and nothing else."""

import pytest

from schemas import Status
from tests.audit.build import Told, errors, findings, kinds

SPECULATION, UNCONFIRMED = Status.SPECULATION, Status.UNCONFIRMED


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("No one was hurt.", "No one was hurt."),
        ("Nobody was hurt in the fire.", "No one was hurt in the fire."),
        ("He denied there had been a fight.", "“There was no fight,” he said."),
        ("It has not issued a report.", "It has yet to issue a report."),
        ("The mayor did not comment.", "The mayor declined to comment."),
        ("It is not known whether she will appear.", "It is unclear if she will appear."),
        ("It closed without notice.", "It closed without notice."),
        ("The bridge is shut.", "The bridge is shut."),
        ("The villagers have not been reached.", "Crews could not reach the villagers."),
        ("The rumours could not be confirmed.", "Neither could be confirmed."),
        ("The local wants a raise.", "Local No. 418 wants a raise."),
        ("He said without it repairs do not happen.", "“Without it, repairs do not happen.”"),
        ("The chair said it was not; nearly 1,900 objected.", "The chair told me it was not."),
    ],
)
def test_a_negation_kept_in_other_words_passes(sentence: str, source: str) -> None:
    assert kinds(findings("negation", sentence, source)) == []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The council did not impose limits.", "The council imposed limits on households."),
        ("The club has no plan to sell.", "The club has a plan to sell the stand."),
        ("The trial will never resume.", "The trial will resume on Monday."),
        ("The council imposed limits.", "The council has not imposed limits."),
        ("The quarry carried out blasting.", "The quarry carried out no blasting."),
        ("He signed the papers.", "He never signed the papers."),
        ("No one was not hurt.", "No one was hurt."),
    ],
)
def test_a_negation_too_many_or_too_few_is_an_error(sentence: str, source: str) -> None:
    assert ("negation", "error") in kinds(findings("negation", sentence, source))


MAYOR = "Asked about the pool, the mayor declined to comment"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "The mayor has not said whether the pool will close.",
            [Told("The pool will close in May, surveyors say", SPECULATION), Told(MAYOR)],
        ),
        (
            "A worker who was not identified said the valve had failed.",
            [
                Told(
                    "The valve had failed, said one worker", UNCONFIRMED, "one worker", unnamed=True
                )
            ],
        ),
        (
            "Two clerks said earlier orders had been lost, which the firm denied.",
            [
                Told("Two clerks said earlier orders had been lost", UNCONFIRMED, "Two clerks"),
                Told("The firm denied losing any earlier orders", source="firm"),
            ],
        ),
        (
            "Two clerks said orders had been lost, which has not been confirmed.",
            [Told("Two clerks said orders had been lost", UNCONFIRMED, "Two clerks")],
        ),
        (
            "Drake said a leak could not be ruled out.",
            [Told("A leak may have caused it, Drake said", SPECULATION, "Drake")],
        ),
        (
            "It is not clear whether a leak caused it.",
            [Told("A leak may have caused it", SPECULATION)],
        ),
        (
            "A bad seal opened the gates.",
            [Told("A bad seal, not a bad man, opened the gates")],
        ),
        (
            "The cause is not established; blasting may have cracked the salt.",
            [
                Told("Blasting may have cracked the salt", SPECULATION),
                Told("The cause is unclear"),
            ],
        ),
    ],
)
def test_a_denial_in_quite_other_words_passes(sentence: str, told: list[Told]) -> None:
    assert errors(sentence, *told) == set()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # Not to have said that it will close is to have said nothing, or something else.
        (
            "The mayor has not said the pool will close.",
            [Told("The mayor said the pool will close"), Told("The owner declined to comment")],
        ),
        (
            "The mayor has not said whether the pool will close.",
            [Told("The mayor said the pool will close"), Told("The owner declined to comment")],
        ),
        (
            "Ann Oke, who was not named, said the valve had failed.",
            [Told("The valve had failed, said Ann Oke", source="Ann Oke")],
        ),
        (
            "Two clerks said earlier orders had been lost, which the firm confirmed.",
            [
                Told("Two clerks said earlier orders had been lost", UNCONFIRMED, "Two clerks"),
                Told("The firm denied losing any earlier orders", source="firm"),
            ],
        ),
        (
            "Orders had been lost, which has not been confirmed.",
            [Told("Orders had been lost")],
        ),
        ("It is clear that a leak caused it.", [Told("A leak may have caused it", SPECULATION)]),
        ("A bad man opened the gates.", [Told("A bad seal, not a bad man, opened the gates")]),
        ("The cause is established.", [Told("The cause is not established")]),
    ],
)
def test_what_is_not_denied_there_is_an_error_here(sentence: str, told: list[Told]) -> None:
    assert errors(sentence, *told)
