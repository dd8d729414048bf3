"""The rules' summary: sentences that stand alone, neutral, with their speakers and hedges."""

import re

from schemas import Article, Draft, Status
from service.draft.rules import draft
from service.segment import segment


def _drafted(text: str, most: int = 4, title: str | None = None) -> Draft:
    article = Article(text=text, language="en", title=title)
    return draft(article, segment(article), most)


def _summary(text: str, most: int = 4, title: str | None = None) -> list[str]:
    return [sentence.text for sentence in _drafted(text, most, title).sentences]


_LONG = (
    "The ferry line cut its fares by 12 percent on Monday, the Harbour Board said. "
    "The board runs nine ferries between Orrin and Skarvik. "
    "Fares had risen in each of the 5 years before, the Harbour Board said. "
    "The line carried 4.1 million passengers in 2024, port figures showed. "
    "The cut may not last beyond the winter."
)


def test_one_sentence_says_what_is_uncertain() -> None:
    drafted = _drafted(_LONG, 3)
    statuses = {drafted.claims[at].status for s in drafted.sentences for at in s.claims}  # type: ignore[union-attr]
    assert Status.SPECULATION in statuses
    assert any("may not last" in sentence.text for sentence in drafted.sentences)


def test_no_more_sentences_than_asked_for_come_in_article_order() -> None:
    drafted = _drafted(_LONG, 2)
    cited = [at for sentence in drafted.sentences for at in sentence.claims]
    assert len(drafted.sentences) == 2
    assert cited == sorted(cited)


def test_sentences_begin_with_a_capital_and_end_with_a_stop() -> None:
    for sentence in _summary(_LONG):
        assert re.fullmatch(r"[A-Z“].*[.”]", sentence), sentence


def test_a_speaker_takes_the_place_of_the_pronoun() -> None:
    text = (
        "“The dam will hold,” said Ada Orr, the chief engineer. "
        "She said 40 metres of wall had been renewed since 2019."
    )
    assert "Orr said 40 metres of wall had been renewed since 2019." in _summary(text)


def test_a_pronoun_that_is_not_the_speaker_is_left_alone() -> None:
    text = "She was taken to hospital with 2 broken ribs, Skarvik police said on Monday."
    assert not any(sentence.startswith("Skarvik") for sentence in _summary(text))


def test_a_quotation_that_stands_alone_gets_its_speaker() -> None:
    text = "Ada Orr left the court at noon. “I took nothing from the fund.”"
    assert "“I took nothing from the fund,” Orr said." in _summary(text)


def test_loaded_adverbs_are_trimmed_and_loaded_sentences_left_out() -> None:
    text = (
        "Orr furiously denied the claims about the pier on Monday. "
        "It was a catastrophic bloodbath for all of the 30 investors in the pier."
    )
    assert _summary(text) == ["Orr denied the claims about the pier on Monday."]


def test_questions_are_not_summarised() -> None:
    text = "The pier closed on Monday after 90 years, the council said. Could it open again by May?"
    assert not any("?" in sentence for sentence in _summary(text))


def test_the_title_says_what_matters() -> None:
    text = (
        "The council met for 3 hours in the town hall on Monday. "
        "The Skarvik pier will be sold to a hotel group for 2 million crowns."
    )
    assert _summary(text, 1, title="Skarvik pier to be sold to hotel group") == [
        "The Skarvik pier will be sold to a hotel group for 2 million crowns."
    ]


_APART = " “Nobody asked the town in May,” Tom Vane said."
"""A sentence that no other can join: with room for two, the others have to."""
_GAUGE = (
    "The Skarvik gauge rose to 4.2 metres on Monday, the Harbour Board said. "
    "It could pass 5 metres by Friday."
)


def test_a_sentence_that_says_it_stands_behind_what_it_speaks_of() -> None:
    title = "Skarvik gauge could pass 5 metres"
    apart = _summary(_GAUGE, title=title)
    assert apart[1:] == ["It could pass 5 metres by Friday."]
    [together] = _summary(_GAUGE + _APART, 2, title=title)[:1]
    assert together.endswith("the Harbour Board said; it could pass 5 metres by Friday.")


def test_a_pronoun_behind_a_phrase_needs_the_sentence_before_too() -> None:
    text = "Did the pier close? Under cross-examination she conceded 40 bookings were lost."
    assert _summary(text) == []
    text = "Ada Orr ran the pier for 9 years. Under a deal in May she gave up 40 bookings."
    assert len(_summary(text)) == 2


def test_a_quotation_that_nobody_is_known_to_have_said_is_left_out() -> None:
    assert _summary("The pier closed on Monday. “We lost 40 bookings.”") == [
        "The pier closed on Monday."
    ]


def test_a_source_gets_the_article_that_the_text_gives_it() -> None:
    text = (
        "Nobody told the Northern Column of the plan in May. "
        "“It closed on Monday,” the Northern Column said. “We lost 40 bookings.”"
    )
    assert "“We lost 40 bookings,” the Northern Column said." in _summary(text)


def test_a_sentence_that_says_it_is_left_out_where_the_one_before_cannot_be_printed() -> None:
    text = f"Was the Skarvik gauge not broken? {_GAUGE.split('. ')[1]} The pier closed on Monday."
    assert _summary(text) == ["The pier closed on Monday."]


def test_sentences_share_one_only_where_there_is_no_room() -> None:
    text = "The pier closed on Monday after 90 years. The hotel behind it lost 40 bookings."
    assert len(_summary(text + _APART, 3)) == 3
    assert _summary(text + _APART, 2)[0] == (
        "The pier closed on Monday after 90 years, and the hotel behind it lost 40 bookings."
    )


def test_what_others_say_is_joined_by_a_semicolon() -> None:
    text = (
        "The pier closed on Monday after 90 years. "
        "The hotel behind it lost 40 bookings, the council said."
    )
    assert "years; the hotel" in _summary(text + _APART, 2)[0]


def test_behind_a_semicolon_names_and_days_keep_their_capital() -> None:
    text = "The council cut its fares on Monday, Ada Orr said. {} was told of 12 complaints."
    for name in ("Saturday’s meeting", "Mr Bell", "Interior Minister Pál Rezső"):
        assert f"; {name} was told" in _summary(text.format(name) + _APART, 2)[0], name
    for word in ("Residents’ group Clear Pier", "Founder Rafe Bell"):
        lowered = f"; {word[0].lower()}{word[1:]} was told"
        assert lowered in _summary(text.format(word) + _APART, 2)[0], word


def test_who_was_named_in_full_is_named_by_surname_in_the_same_sentence() -> None:
    text = (
        "Ada Orr said the pier would close on Monday after 90 years. "
        "She said the hotel behind it had lost 40 bookings. "
        "Who told Orr? Could Orr have asked?"
    )
    assert "; Orr said the hotel behind it had lost 40 bookings." in _summary(text + _APART, 2)[0]


def test_who_was_named_before_is_named_by_surname_from_then_on() -> None:
    text = (
        "Chief executive Tegan Blackwood said the pier would close on Monday. "
        "The hotel behind it lost 40 bookings in May, the council said. "
        "{} said the cut may not last beyond the winter."
    )
    first, *_, last = _summary(text.format("She"), title="Blackwood on pier")
    assert first.startswith("Chief executive Tegan Blackwood said")
    assert last == "Blackwood said the cut may not last beyond the winter."


def test_a_body_and_one_of_two_with_a_surname_keep_their_full_name() -> None:
    text = "{0} said the pier would close on Monday. {0} said the hotel lost 40 bookings. {1}"
    told = _summary(text.format("Red Fife", "The pier closed in 1990."))
    assert [sentence[:13] for sentence in told[:2]] == ["Red Fife said"] * 2
    told = _summary(text.format("Ada Orr", "Nobody told Jutta Orr in May."))
    assert [sentence[:12] for sentence in told[:2]] == ["Ada Orr said"] * 2


def test_who_is_named_by_surname_alone_gets_the_full_name() -> None:
    text = (
        "Was it Ada Orr, the founder of the pier, who said so? "
        "The pier at Skarvik closed on Monday. {} said the hotel lost 40 bookings."
    )
    assert "Ada Orr said the hotel lost 40 bookings." in _summary(text.format("Ms Orr"))
    assert "Dr Orr said the hotel lost 40 bookings." in _summary(text.format("Dr Orr"))


def test_what_leans_on_the_sentence_before_stands_behind_it() -> None:
    sentence = "The council insisted that no such offer was made in May."
    assert _summary(f"Did the pier close? {sentence}") == []
    assert len(_summary(f"The pier at Orrin closed on Monday after 90 years. {sentence}")) == 2


def test_a_role_that_is_the_speaker_gets_its_article() -> None:
    text = (
        "A KerbGuard spokesman said the signs at both gates were up. He said 41 tickets were gone."
    )
    assert _summary(text)[-1] == "The KerbGuard spokesman said 41 tickets were gone."


def test_a_rank_keeps_its_capital_before_a_name() -> None:
    text = "The council cut its fares on Monday, Ada Orr said. {} was told of 12 complaints."
    assert "; Judge Tom Bell was told" in _summary(text.format("Judge Tom Bell") + _APART, 2)[0]
    assert "; manager Tom Bell was told" in _summary(text.format("Manager Tom Bell") + _APART, 2)[0]


def test_the_writer_has_no_place_in_a_summary() -> None:
    assert _summary("I stood on the pier at Orrin on Monday. The pier closed in May.") == [
        "The pier closed in May."
    ]
    [said] = _summary("“I stood on the pier at Orrin on Monday,” Ada Orr said.")
    assert said.startswith("“I stood")


def test_hearsay_that_names_its_source_in_passing_is_left_out() -> None:
    text = "It had gone without a check since spring, by the account of one of them."
    assert _summary(f"Two clerks ran the pier at Orrin. {text}") == [
        "Two clerks ran the pier at Orrin."
    ]


def test_a_loaded_noun_is_never_cut_as_if_it_were_an_adjective() -> None:
    text = "Chaos spread on Monday. Rescuers pulled the battered from the pier."
    assert _summary(text) == []
    assert _summary("Rescuers pulled the battered men from the pier.") == [
        "Rescuers pulled the men from the pier."
    ]


def test_a_judgement_of_the_article_is_left_out_and_a_speaker_s_is_kept() -> None:
    assert _summary("The pier closed on Monday. It is important for the town.") == [
        "The pier closed on Monday."
    ]
    said = "The pier is important for the town, Ada Orr said."
    assert _summary(said) == [said]


def test_a_last_clause_goes_with_its_loaded_word_and_its_claim_is_not_cited() -> None:
    text = "The pier at Skarvik closed on Monday after 90 years, and they did it the hard way."
    assert _summary(text) == ["The pier at Skarvik closed on Monday after 90 years."]
    text = "The council of Skarvik closed the pier on Monday, and the axe could fall on Orrin too."
    drafted = _drafted(text)
    [sentence] = drafted.sentences
    assert sentence.text == "The council of Skarvik closed the pier on Monday."
    assert [drafted.claims[at].status for at in sentence.claims] == [Status.STATED_FACT]  # type: ignore[union-attr]
