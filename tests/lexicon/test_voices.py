"""What it changes who says something."""

import pytest

from schemas import Status
from service.lexicon import load
from service.lexicon.factuality import status
from service.lexicon.voices import Clause, Voice

_FACT, _SPECULATION = Status.STATED_FACT, Status.SPECULATION
_UNCONFIRMED, _OPINION = Status.UNCONFIRMED, Status.OPINION


@pytest.mark.parametrize(
    ("clause", "voice", "expected"),
    [
        ("She said the board would meet on Thursday.", Voice(cue="said"), _FACT),
        ("Analysts said it closed.", Voice(cue="said", unnamed=True), _UNCONFIRMED),
        ("A girl asked why it had closed.", Voice(cue="asked", unnamed=True), _FACT),
        ("One of them said it could close.", Voice(cue="said", unnamed=True), _SPECULATION),
        ("Prosecutors say he paid.", Voice(cue="say", accuser=True), _UNCONFIRMED),
        # What an accuser grants, and its own steps, are no charge.
        ("The camera had failed, they conceded.", Voice(cue="conceded", accuser=True), _FACT),
        ("Prosecutors said they had opened a case.", Voice(cue="said", accuser=True), _FACT),
        ("Prosecutors said they found cash.", Voice(cue="said", accuser=True), _UNCONFIRMED),
        ("He called the images “fabricated”.", Voice(cue="called"), _FACT),
        ("He called the idea “a betrayal”.", Voice(cue="called"), _OPINION),
        ("He called the inquiry a witch hunt.", Voice(cue="called"), _OPINION),
        ("He called the inquiry a tax on hope.", Voice(cue="called"), _OPINION),
        ("He called the council a second time.", Voice(cue="called"), _FACT),
        ("He thinks the fine is unfair.", Voice("thinks", makes=_SPECULATION), _OPINION),
        ("He thinks the wrong valve was shut.", Voice("thinks", makes=_SPECULATION), _SPECULATION),
        ("They called it “a betrayal”.", Voice(cue="called", unnamed=True), _OPINION),
        ("They said it was a betrayal.", Voice(cue="said", unnamed=True), _UNCONFIRMED),
        ("He called the report “a fantasy”.", Voice(cue="called"), _FACT),
        ("Growers fear it.", Voice(cue="fear", makes=_SPECULATION), _SPECULATION),
        ("She said the case was “a house built on sand”.", Voice(cue="said"), _OPINION),
        ("She said the bank had “a dismal record”.", Voice(cue="said"), _OPINION),
        ("She said the dismal weather had “lifted”.", Voice(cue="said"), _FACT),
        ("She said there was “a crack like a gun”.", Voice(cue="said"), _FACT),
        ("He describes a lid that “flew past my head”.", Voice(cue="describes"), _FACT),
        ("He described it as “careful”.", Voice(cue="described"), _OPINION),
        ("It fell during what it calls “a routine task”.", Voice(cue="calls"), _FACT),
        ("She thought it “a shocker”.", Voice("thought", makes=_SPECULATION), _OPINION),
        ("“Adoring her isn’t a strategy.”", Voice(cue="said", spoken=True), _OPINION),
        ("“He is not a criminal.”", Voice(cue="said", spoken=True), _FACT),
        ("“It was no act of God.”", Voice(cue="said", spoken=True), _FACT),
        ("“It wasn’t a fox, it was a dog.”", Voice(cue="said", spoken=True), _FACT),
        (
            "“It wasn’t an act of God, it was an act of thrift.”",
            Voice(cue="said", spoken=True),
            _OPINION,
        ),
        ("“His tea was still warm.”", Voice(cue="said", spoken=True), _FACT),
        ("“It is an old boat.”", Voice(cue="said", spoken=True), _FACT),
        ("“One dip is an anecdote.”", Voice(cue="said", spoken=True), _OPINION),
        ("“That’s a cut in everything but name.”", Voice(cue="said", spoken=True), _OPINION),
        ("“There’s a pump behind the hall.”", Voice(cue="said", spoken=True), _FACT),
        ("“My sister is a nurse.”", Voice(cue="said", spoken=True), _FACT),
        ("One dip is an anecdote.", Voice(cue="said"), _FACT),
        # What others will do is foretold; what the speaker's side will do is a plan.
        ("“These numbers will move again.”", Voice(cue="said", spoken=True), _SPECULATION),
        ("“It’ll be gone by spring.”", Voice(cue="said", spoken=True), _SPECULATION),
        ("She told the ward meeting she’ll move a bill.", Voice(cue="told"), _FACT),
        ("She told the ward meeting it’ll rain.", Voice(cue="told"), _SPECULATION),
        ("She said it came to a month’s worth of flour.", Voice(cue="said"), _FACT),
        ("She called that “baloney”.", Voice(cue="called"), _FACT),
        ("She called the truce the most useful thing signed.", Voice(cue="called"), _OPINION),
        ("She called the storm the most recent of four.", Voice(cue="called"), _FACT),
        ("It was hailed as a national best.", Voice(), _FACT),
        ("It was hailed as the best in the land.", Voice(), _OPINION),
        ("It was seen by nobody who shouldn’t have seen it.", Voice(), _FACT),
        ("It will push a loaf to nine dollars.", Voice(cue="warns"), _SPECULATION),
        ("It will push a loaf to nine dollars.", Voice(cue="says"), _FACT),
        ("The gate will close on Monday.", Voice(cue="warned"), _FACT),
        ("“We will appeal.”", Voice(cue="said", spoken=True), _FACT),
        ("“The council will appeal.”", Voice(cue="said", spoken=True), _FACT),
        ("“The gate will open on Monday.”", Voice(cue="said", spoken=True), _FACT),
        ("“I heard it before I saw it.”", Voice(cue="said", spoken=True), _FACT),
        ("“We were wrong about the date.”", Voice(cue="said", spoken=True), _FACT),
        ("“It was wrong to sell.”", Voice(cue="said", spoken=True), _OPINION),
        ("“If it leaked, the tender was a sham.”", Voice("said", spoken=True), _SPECULATION),
        ("“If it is lost, she has to go.”", Voice(cue="said", spoken=True), _OPINION),
        ("“I think it's wonderful.”", Voice(cue="said", spoken=True), _OPINION),
        ("“I think it was a fox.”", Voice(cue="said", spoken=True), _SPECULATION),
        ("“How do you not notice a boat?” he said.", Voice(cue="said", spoken=True), _SPECULATION),
        ("“We are deeply sorry.”", Voice(cue="said", spoken=True), _FACT),
        ("a costly blunder that haunts it", Voice(comment=True), _OPINION),
        ("Prosecutors rejected that.", Voice("rejected", _FACT, denies=True, accuser=True), _FACT),
    ],
)
def test_a_source_counts(clause: str, voice: Voice, expected: Status) -> None:
    lexicon = load("en")
    assert lexicon is not None
    assert status(lexicon, clause, voice) is expected


def test_what_a_source_did_not_say_of_itself_is_not_unknown() -> None:
    lexicon = load("en")
    assert lexicon is not None
    text = "A neighbour, who did not give her name, said it rang."
    marks = lexicon.read(text)
    aside = Clause.of(marks, text, 0, len(text), (0, text.index("said")))
    assert aside.unknown is None
    assert Clause.of(marks, text, 0, len(text)).unknown is not None
