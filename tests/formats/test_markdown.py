"""The Markdown rendering, read back by a Markdown parser."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from service.formats.markdown import escape, render
from tests.formats.made import LLM, made

HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=y>",
    "link": "[click](https://evil.example/a) and [ref][1]",
    "image": "![pixel](https://evil.example/p.png)",
    "autolink": "<https://evil.example> <a@evil.example>",
    "bare address": "see https://evil.example/x and www.evil.example",
    "mail": "write to a@evil.example",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~",
    "code": "`a` ```b```",
    "heading": "# Heading",
    "quote": "> quoted",
    "bullet": "- item",
    "plus": "+ item",
    "numbered": "1. item",
    "numbered with a bracket": "12) item",
    "rule": "---",
    "setext": "===",
    "table": "a | b | c",
    "entity": "&lt;b&gt; &#60;",
    "backslash": "\\<b> \\\\",
    "fence": "~~~ x",
    "definition": "[1]: https://evil.example",
    "indented": "    code",
    "across lines": "a\n\n# b\n\n<div>\n",
}
OURS = {"h1", "h2", "p", "ul", "li", "strong", "blockquote"}


def tags(html: str) -> list[str]:
    return re.findall(r"<([a-z0-9]+)", html)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_article_words_add_no_element_to_the_page(words: str) -> None:
    renderer = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
    plain = tags(renderer.render(render(made("The dam held."))))
    hostile = tags(renderer.render(render(made(words))))
    assert hostile == plain
    assert set(hostile) <= OURS


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_reader_sees_the_words_of_the_article(words: str) -> None:
    html = MarkdownIt("commonmark").render(escape(words))
    seen = unescape(re.sub(r"</?p>", "", html)).strip().replace("\N{WORD JOINER}", "")
    assert seen == " ".join(words.split())


@pytest.mark.parametrize("address", ["https://evil.example", "WWW.evil.example", "a@evil.example"])
def test_an_address_is_broken_for_renderers_that_link_by_themselves(address: str) -> None:
    assert re.search(r"://|www\.|@\w", escape(address), re.IGNORECASE) is None


def test_ordinary_prose_needs_no_escapes() -> None:
    prose = "“We’re at 31.4 percent,” she said (on 6 May): 2 + 2 = 4."
    assert escape(prose) == prose


def test_every_part_of_a_summary_is_shown() -> None:
    assert render(made(engine=LLM), replayed=True) == (
        "# The dam held.\n"
        "\n"
        "## Summary\n"
        "\n"
        "The dam held. \\[c1\\] \\[c3\\]\n"
        "\n"
        "## Stated facts (1)\n"
        "\n"
        "- **c1** The dam held.\n"
        "  > The dam held.\n"
        "\n"
        "## Unconfirmed (1)\n"
        "\n"
        "- **c2** The dam held. (unnamed)\n"
        "  > The dam held.\n"
        "\n"
        "## Speculation (1)\n"
        "\n"
        "- **c3** the article\n"
        "  > The dam held.\n"
        "\n"
        "## Opinion (1)\n"
        "\n"
        "- **c4** an unnamed source\n"
        "  > The dam held.\n"
        "\n"
        "## Findings (6)\n"
        "\n"
        "- error, title: “The dam held.” stands out\n"
        "- warning, s1: “The dam held.” stands out\n"
        "- info, c1: “The dam held.” stands out\n"
        "- info, c2: “The dam held.” stands out\n"
        "- info, c3: “The dam held.” stands out\n"
        "- info, c4: “The dam held.” stands out\n"
        "\n"
        "## Dropped (1)\n"
        "\n"
        "- summary sentence 2: the quote is not in the article\n"
        "\n"
        "## Checks not run (1)\n"
        "\n"
        "- certainty: no lexicon for language “de”\n"
        "\n"
        "## Loaded words in the article (1)\n"
        "\n"
        "- The dam held.\n"
        "\n"
        "2 sentences of the article not covered by any claim.\n"
        "\n"
        "Engine: small-model at llm.example.org, prompt draft 01234567 "
        "(replayed from a recording)\n"
    )
