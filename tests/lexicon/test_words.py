"""Where the words of a text stand is told by the words themselves."""

import pytest

from service.lexicon.words import Words, WordTree


@pytest.mark.parametrize(
    "text",
    [
        "A a-a 'a' a_a, the then_then the?",
        "“It’s the co-op’s,” said O’Neill: 1.5 million??",
        "Straße 5 — then, then… the ‑ end",
        "",
        "… — ‑",
    ],
)
def test_words_stand_where_they_are_said_to_and_none_is_left_out(text: str) -> None:
    read = Words(text)
    bounds = list(zip(read.starts, read.ends, strict=True))
    assert [text[a:b].lower().replace("’", "'") for a, b in bounds] == read.folded
    assert [read.ends[position] for position in range(len(read))] == read.ends
    between = zip([0, *read.ends], [*read.starts, len(text)], strict=True)
    assert not any(char.isalnum() for a, b in between for char in text[a:b])


@pytest.mark.parametrize(
    "text",
    ["A a-a 'a' a_a, the then_then the?", "It's the co-op's 'x-': 1.5 million??", "-- a--b '-a"],
)
def test_plain_english_is_cut_like_any_other_text(text: str) -> None:
    assert text.isascii()
    assert ["é", *Words(text).folded] == Words(f"é {text}").folded


def test_a_letter_whose_small_form_is_longer_shifts_nothing() -> None:
    read = Words("İstanbul’da 12 kişi")
    assert read.starts == [0, 12, 15]
    assert read.ends == [11, 14, 19]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a", [[(0, 1, "one")], []]),
        ("a b", [[(0, 2, "two")], []]),
        ("a “b”", [[(0, 2, "two")], []]),
        ("a. b", [[(0, 1, "one")], []]),
        ("a b c", [[(0, 3, "any")], []]),
        ("about 12", [[], [(0, 2, "number")]]),
        ("about b", [[], []]),
        ("about b c d", [[], []]),
        ("by b 12", [[], [(0, 3, "times")]]),
        ("by b c", [[], []]),
        ("by 12 to", [[], [(0, 3, "range")]]),
        ("by 12", [[], []]),
        ("at b, c", [[(0, 3, "listed")], []]),
        ("c d, e", [[(0, 3, "comma")], []]),
        ("c d e", [[], []]),
        ("c d; e", [[], []]),
        ("a, b", [[(0, 1, "one")], []]),
        ("to x y, z end", [[], [(0, 5, "open")]]),
        ("to x y z end", [[], []]),
        ("to end y, z", [[], []]),
        ("to x 12 day", [[], [(0, 4, "dated")]]),
        ("to x 12 end", [[], []]),
    ],
)
def test_the_longest_sequence_of_a_layer_is_found_within_its_clause(
    text: str, found: list[list[tuple[int, int, str]]]
) -> None:
    sequences = [
        ((("a",),), 0, "one"),
        ((("a",), ("b", "d")), 0, "two"),
        ((("a",), ("b",)), 0, "late"),
        ((("a",), ("*",), ("c",)), 0, "any"),
        ((("about",), ("#",)), 1, "number"),
        ((("by",), ("*",), ("#",)), 1, "times"),
        ((("by",), ("#",), ("to",)), 1, "range"),
        ((("at",), ("*",), (",",), ("c",)), 0, "listed"),
        ((("c",), ("d",), (",",), ("e",)), 0, "comma"),
        ((("to",), ("*",), ("*",), (",",), ("*",), ("end",)), 1, "open"),
        ((("to",), ("*",), ("#",), ("day",)), 1, "dated"),
    ]
    assert WordTree(sequences, 2).find(Words(text)) == found


def test_what_is_found_once_is_found_again() -> None:
    # A sequence is laid out where it is first met, and so is what stands behind its comma.
    tree = WordTree([((("not",), ("now",), (",",), ("not",), ("ever",)), 0, "never")], 1)
    texts = ["Not now, not ever.", "Not now, not this year.", "Not now, not ever."]
    assert [len(tree.find(Words(text))[0]) for text in texts] == [1, 0, 1]
