"""The rendering for terminals and pipes."""

import unicodedata

import pytest
from rich.cells import cell_len

from schemas import Engine, EngineName
from service.formats.text import render
from tests.formats.made import LLM, made


def test_every_part_of_a_summary_is_shown() -> None:
    assert render(made()) == (
        "The dam held.\n"
        "\n"
        "Summary\n"
        "  The dam held. [c1] [c3]\n"
        "\n"
        "Stated facts (1)\n"
        "  c1  The dam held.\n"
        "      The dam held.\n"
        "\n"
        "Unconfirmed (1)\n"
        "  c2  The dam held. (unnamed)\n"
        "      The dam held.\n"
        "\n"
        "Speculation (1)\n"
        "  c3  the article\n"
        "      The dam held.\n"
        "\n"
        "Opinion (1)\n"
        "  c4  an unnamed source\n"
        "      The dam held.\n"
        "\n"
        "Findings (6)\n"
        "  error   title: “The dam held.” stands out\n"
        "  warning s1: “The dam held.” stands out\n"
        "  info    c1: “The dam held.” stands out\n"
        "  info    c2: “The dam held.” stands out\n"
        "  info    c3: “The dam held.” stands out\n"
        "  info    c4: “The dam held.” stands out\n"
        "\n"
        "Dropped (1)\n"
        "  summary sentence 2: the quote is not in the article\n"
        "\n"
        "Checks not run (1)\n"
        "  certainty: no lexicon for language “de”\n"
        "\n"
        "Loaded words in the article (1)\n"
        "  The dam held.\n"
        "\n"
        "2 sentences of the article not covered by any claim.\n"
        "Engine: rules\n"
    )


@pytest.mark.parametrize(
    "words",
    ["[bold]loud[/bold] [link=https://evil.example]x[/link]", ":warning: [/]", "\\[red]a[/red]"],
)
def test_markup_in_an_article_is_shown_and_not_obeyed(words: str) -> None:
    assert render(made(words)).count(words) == render(made("The dam held.")).count("The dam held.")


def test_no_control_character_of_an_article_reaches_the_terminal() -> None:
    shown = render(made("a\x1b[2J\x1b]0;title\x07b\x9b31m\u202ec\rd"))
    assert not [char for char in shown if unicodedata.category(char) == "Cc" and char != "\n"]
    assert "\u202e" not in shown


@pytest.mark.parametrize("width", [24, 40, 80, 100])
@pytest.mark.parametrize("words", ["word " * 60, "日本語の文章" * 30, "x" * 300])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(width: int, words: str) -> None:
    lines = render(made(words), width=width).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_terminal_too_narrow_for_any_layout_still_gets_one() -> None:
    assert "Summary" in render(made(), width=1)


def test_colour_is_added_only_when_asked_for_and_changes_no_word() -> None:
    plain = render(made())
    coloured = render(made(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert "\x1b[36m [c1] [c3]\x1b[0m" in coloured


@pytest.mark.parametrize(
    ("engine", "line"),
    [
        (LLM, "Engine: small-model at llm.example.org, prompt draft 01234567"),
        (
            Engine(name=EngineName.RULES, degraded=True),
            "Engine: rules, because the model gave no usable answer (degraded)",
        ),
    ],
)
def test_the_last_line_says_what_made_the_summary(engine: Engine, line: str) -> None:
    assert render(made(engine=engine)).splitlines()[-1] == line


def test_a_replay_is_never_taken_for_a_live_answer() -> None:
    last = render(made(engine=LLM), replayed=True, width=100).splitlines()[-1]
    assert last.endswith("(replayed from a recording)")


def test_a_summary_without_sentences_says_so() -> None:
    summary = made().model_copy(update={"summary": (), "claims": (), "uncovered": ()})
    shown = render(summary)
    assert "No sentence passed the audit." in shown
    assert "Every sentence of the article is covered by a claim." in shown
    assert "Opinion (0)" in shown
