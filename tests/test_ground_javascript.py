"""Offsets for JavaScript, proven by a JavaScript engine: `text.slice(utf16_start, utf16_end)`."""

import json
import shutil
import subprocess
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article, Draft, DraftClaim, SourceKind, Span, Status
from service.ground import ground
from service.segment import segment

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="node is not installed")

# Reads pairs of a text and its spans; prints those whose slice is not the span's text.
SCRIPT = """
const cases = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));
const wrong = cases.flatMap(([text, spans]) =>
  spans.filter((s) => text.slice(s.utf16_start, s.utf16_end) !== s.text));
process.stdout.write(JSON.stringify(wrong));
"""

# A text, a quote in it, and the source of the claim.
QUOTES = {
    "emoji": ("😀😀 Fans cheered 🎉, Ann 👍🏽 said. 👩\u200d🚒 left.", "cheered 🎉, Ann", "Ann"),
    "combining marks": (
        "Cafe\u0301s close, I\u0307rem said: Z\u0351\u036b\u0343.",
        "Cafés close",
        "I\u0307rem",
    ),
    "astral letters": ("𝒯𝒽𝑒 𝒹𝒶𝓂 held, 𝒜𝓃𝓃 said.", "held, 𝒜𝓃𝓃 said", "𝒜𝓃𝓃"),
    "astral ideographs": ("𠮷野家关闭五天，𠮷田说。", "关闭五天，𠮷田说", "𠮷田"),
    "right to left": (
        "قالت \u200fوزارة الصحة\u200f إن 15 شخصاً أصيبوا 😀 أمس.",
        "إن 15 شخصاً أصيبوا 😀 أمس",
        "وزارة الصحة",
    ),
    "Hebrew with points": ("😀 שָׁלוֹם עוֹלָם, אמר דן.", "שָׁלוֹם עוֹלָם", "דן"),
    "no spaces": ("😀今天有5天假期，市长说。東京は晴れ。", "有5天假期，市长说", "市长"),
    "line ends": ("One 😀.\r\n\r\nTwo 😀 three,\u2028Ann said.", "Two 😀 three, Ann", "Ann"),
}


def mismatches(cases: list[tuple[Article, list[Span]]]) -> list[dict[str, object]]:
    """The spans that JavaScript slices to something else than their text."""
    assert NODE is not None
    done = subprocess.run(  # noqa: S603 - fixed arguments
        [NODE, "-e", SCRIPT],
        input=json.dumps(
            [(article.text, [span.model_dump() for span in spans]) for article, spans in cases]
        ),
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    wrong: list[dict[str, object]] = json.loads(done.stdout)
    return wrong


def test_the_script_finds_a_wrong_offset() -> None:
    article = Article(text="😀 left.")
    wrong = article.span(0, 1).model_copy(update={"utf16_end": 1})
    assert len(mismatches([(article, [wrong])])) == 1


@pytest.mark.parametrize(("text", "quote", "source"), QUOTES.values(), ids=QUOTES.keys())
def test_javascript_cuts_the_same_words(text: str, quote: str, source: str) -> None:
    article = Article(text=text)
    sentences = segment(article)
    claim = DraftClaim(
        first=1,
        last=len(sentences),
        status=Status.STATED_FACT,
        kind=SourceKind.NAMED,
        source=source,
        quote=quote,
    )
    (found,) = ground(article, sentences, Draft(claims=(claim,), sentences=())).claims
    assert found.attribution.span is not None
    spans = [found.provenance[0], found.attribution.span]
    for span in spans:
        assert text[span.start : span.end] == span.text
    assert mismatches([(article, spans)]) == []


# One process reads many articles: an example here is worth dozens.
@settings(max_examples=max(5, settings().max_examples // 100))
@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=60).filter(str.strip), st.randoms()),
        min_size=20,
        max_size=60,
    )
)
def test_javascript_cuts_the_same_stretch_of_any_text(drawn: list[tuple[str, Random]]) -> None:
    cases = []
    for text, random in drawn:
        article = Article(text=text)
        bounds = [sorted(random.choices(range(len(text) + 1), k=2)) for _ in range(4)]
        cases.append((article, [article.span(*pair) for pair in bounds]))
    assert mismatches(cases) == []
