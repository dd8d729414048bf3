"""What the lexicon finds in a text, and what it takes for no hedge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import CueKind, Status
from service.lexicon import Lexicon, load

_GERMAN = (
    "Die Regierung hat am Montag mitgeteilt, dass die Brücke in der Stadt geschlossen bleibt. "
    "Das war nach Angaben der Polizei nicht zu erwarten, will man der Zeitung glauben."
)
_ENGLISH = (
    "The government said on Monday that the bridge in the city would stay closed. Police had not "
    "expected it, and it was not known when it will open."
)


def _english() -> Lexicon:
    lexicon = load("en")
    assert lexicon is not None
    return lexicon


def _kinds(text: str) -> list[tuple[str, CueKind]]:
    return [(text[h.start : h.end], h.entry.kind) for h in _english().cues(text)]


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us"])
def test_english_tags_give_the_english_lexicon(tag: str) -> None:
    assert load(tag) is load("en")


def test_other_languages_have_no_lexicon() -> None:
    assert load("de", _ENGLISH) is None


def test_an_unnamed_language_is_told_by_the_text() -> None:
    assert load("und", _ENGLISH) is load("en")
    assert load("und", _GERMAN) is None
    assert load("und", "") is None


@pytest.mark.parametrize(
    "text",
    [
        "Crews could not reach the village.",
        "Deputies may by law abstain only in person.",
        "The ban ends on May 5.",
        "A vote was held in May.",
        "Theresa May left early.",
        "He asked if it was open.",
        "A poll of 900 likely voters was held.",
        "Call as soon as possible.",
        "Rates rose a quarter point to 4 percent.",
    ],
)
def test_words_that_only_look_like_a_hedge_are_left_out(text: str) -> None:
    assert not [hit for hit in _english().cues(text) if hit.entry.status is Status.SPECULATION]


def test_a_scheduled_event_is_no_forecast() -> None:
    assert _kinds("The vote will be held on Tuesday.") == []
    assert _kinds("Prices will rise.") == [("will rise", CueKind.PREDICTION)]


def test_the_negation_in_a_trap_is_still_a_negation() -> None:
    assert _kinds("They could not land.") == [("not", CueKind.NEGATION)]


def test_the_longest_cue_wins_and_swallows_its_negation() -> None:
    assert _kinds("A vote is “not impossible”.") == [("not impossible", CueKind.POSSIBILITY)]


def test_a_cue_is_found_across_a_quotation_mark_inside_it() -> None:
    assert _kinds("He “may well” leave")[0] == ("may well", CueKind.POSSIBILITY)


def test_a_cue_never_spans_two_sentences() -> None:
    assert "according to" not in [words for words, _ in _kinds("It is according. To him.")]


def test_hearsay_decides_alone() -> None:
    (hit,) = _english().hedges("He reportedly left.")
    assert (hit.entry.status, hit.entry.decisive) == (Status.UNCONFIRMED, True)


def test_loaded_words_are_found_and_plain_ones_are_not() -> None:
    text = "The brazen raid was a stark reminder of the war."
    assert [text[h.start : h.end] for h in _english().loaded(text)] == ["brazen", "stark reminder"]
    assert _english().loaded("The raid lasted five hours and injured four people.") == ()


def test_tabloid_words_and_figures_are_for_the_drafter_alone() -> None:
    read = _english().read
    for text, loaded in (
        ("The shop binned its whole stock.", "binned"),
        ("The league shot itself in the foot.", "shot itself in the foot"),
        ("The plan met a torrent of abuse.", "torrent of abuse"),
    ):
        assert [text[h.start : h.end] for h in read(text).loaded] == [loaded]
        assert _english().loaded(text) == ()
    assert read("The torrent carried off two cars.").loaded == ()
    assert read("A man shot himself by accident.").loaded == ()


@pytest.mark.parametrize(
    "source",
    [
        "analysts",
        "two people familiar with the matter",
        "residents",
        "Traders on the Quay",
        "a source close to the board",
        "climate scientists",
        "an unnamed diplomat",
        "a stablehand at the yard",
        "Netizens",
        "the whistleblower",
        "half the town",
        "those present",
        "a close friend of the couple",
        "forum posts",
        "eyewitness accounts",
        "senior figures",
        "the grapevine",
        "a sysadmin at a freight firm",
        "a fellow in a parka",
        "one mole",
        "a twin of the groom",
        "a European envoy",
    ],
)
def test_sources_that_nobody_could_look_up_are_unnamed(source: str) -> None:
    assert _english().unnamed_source(source)


@pytest.mark.parametrize(
    "source",
    [
        "defence ministry",
        "the Norlund Water Authority",
        "analyst Priya Castellane",
        "prosecutors",
        "police",
        "the researchers",
        "stewards",
        "the vets",
        "official figures",
        "the chef",
        "a jury",
        "a coroner",
        "a charity working in the city",
        "a log seen by the Echo",
        "a team led by Ada Orr",
        "a disclosure at the end of the paper",
        "Governor Ilyan Doresku",
        "",
    ],
)
def test_names_offices_and_authorities_are_not_unnamed(source: str) -> None:
    assert not _english().unnamed_source(source)


@given(st.text())
def test_any_text_gives_hits_in_order_that_never_overlap(text: str) -> None:
    end = 0
    for hit in _english().cues(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end


def test_the_number_of_a_thing_denies_nothing() -> None:
    assert _kinds("Local No. 418 met at Gate No. 2.") == []
    assert _kinds("No. It met.") == [("No", CueKind.NEGATION)]


def test_a_comma_stands_in_a_cue_where_it_says_so_and_nowhere_else() -> None:
    text = "The aid was too little, too late. It was too little; too late."
    assert [text[h.start : h.end] for h in _english().read(text).loaded] == ["too little, too late"]
    (hit,) = _english().read("It is a matter of when, not if.").hedges
    assert (hit.start, hit.end) == (8, 30)
