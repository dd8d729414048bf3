"""The decided cases of the annotation guideline, one sentence each."""

from pathlib import Path

import pytest

from schemas import Status
from service.evaluate.annotated import read_folder
from service.lexicon import load
from service.lexicon.clauses import pieces
from service.lexicon.factuality import Voice, plain, status
from service.segment import segment

_ARTICLES = Path(__file__).parent.parent / "draft" / "articles"

_FACT, _SPECULATION = Status.STATED_FACT, Status.SPECULATION
_UNCONFIRMED, _OPINION = Status.UNCONFIRMED, Status.OPINION


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("No one was hurt.", _FACT),
        ("Crews could not reach the village.", _FACT),
        ("The council may by law fine him.", _FACT),
        ("He faces up to ten years in prison if convicted.", _FACT),
        ("It was unclear whether the pump had failed.", _FACT),
        ("The office has not said whether the plant was hit.", _FACT),
        ("The vote will be held on Tuesday.", _FACT),
        ("Migraine affects an estimated one adult in seven.", _FACT),
        ("The pump may have failed.", _SPECULATION),
        ("Whether it holds is another matter.", _SPECULATION),
        ("Who pays for it?", _SPECULATION),
        ("He could not rule out other departures.", _SPECULATION),
        ("The wheel is thought to have failed.", _SPECULATION),
        ("It was a watershed, perhaps.", _SPECULATION),
        ("Costs are expected to double.", _SPECULATION),
        ("The pair reportedly left.", _UNCONFIRMED),
        ("He is said to have left.", _UNCONFIRMED),
        ("Taxpayers deserve more.", _OPINION),
        ("It was the best concert in years.", _OPINION),
        ("The fine is a disgrace.", _OPINION),
        ("Drivers will have to pay from June.", _FACT),
        ("He appeared in court on Monday.", _FACT),
        ("None of those could be checked.", _FACT),
        ("Her party is not so sure.", _FACT),
        ("Lenders may call in their loans.", _FACT),
        ("A sensor seems a safe bet.", _SPECULATION),
        ("Gossip has it that they split.", _UNCONFIRMED),
        ("A jury was told that he took it.", _UNCONFIRMED),
        ("To dig now would be vandalism.", _OPINION),
        ("The timing could hardly be worse.", _OPINION),
    ],
)
def test_the_articles_own_voice(clause: str, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause) is expected


@pytest.mark.parametrize(
    ("clause", "voice", "expected"),
    [
        ("She said the board would meet on Thursday.", Voice(cue="said"), _FACT),
        ("Analysts said it closed.", Voice(cue="said", unnamed=True), _UNCONFIRMED),
        ("One of them said it could close.", Voice(cue="said", unnamed=True), _SPECULATION),
        ("Prosecutors say he paid.", Voice(cue="say", accuser=True), _UNCONFIRMED),
        ("He called the images “fabricated”.", Voice(cue="called"), _FACT),
        ("He called the idea “a betrayal”.", Voice(cue="called"), _OPINION),
        ("Growers fear it.", Voice(cue="fear", makes=_SPECULATION), _SPECULATION),
    ],
)
def test_a_source_counts(clause: str, voice: Voice, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause, voice) is expected


def test_a_sentence_that_is_plain_has_no_clause_that_is_anything_but_stated() -> None:
    lexicon = load("en")
    assert lexicon is not None
    sentences = [
        sentence.text
        for annotated in read_folder(_ARTICLES, ("[d-h]*",)).articles
        for sentence in segment(annotated.article)
        if plain(lexicon.read(sentence.text), sentence.text)
    ]
    clauses = [text[cut.start : cut.end] for text in sentences for cut in pieces(text)]
    assert len(clauses) > len(sentences) > 0
    assert {status(lexicon, clause) for clause in clauses} == {_FACT}
