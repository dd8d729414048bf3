"""What is no prose does not come in with a summary sentence."""

import pytest

from tests.audit.build import findings, kinds

TEXT = (
    "The dam held, and 5 < 6 & 7 > 2, she typed <b>boldly</b>. See https://dam.test/a (p. 3) [1]."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "The dam held, and 5 < 6 & 7 > 2.",
        "She typed <b>boldly</b>.",
        "The dam held; see https://dam.test/a.",
        "The dam (5 m) held [1] (p. 3).",
        "The ratio: data held.",
    ],
)
def test_prose_and_what_the_article_has_pass(sentence: str) -> None:
    assert findings("markup", sentence, TEXT) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror=alert(1)",
        "</script>",
        "<!-- note -->",
        "&lt;b&gt;",
        "&#x3c;b",
        "[here](javascript:alert(1))",
        "![x](//evil.test/x.png)",
        "https://evil.test/a",
        "javascript:alert(1)",
    ],
)
def test_markup_that_the_article_does_not_have_is_an_error(markup: str) -> None:
    assert ("markup", "error") in kinds(findings("markup", f"The dam held. {markup}", TEXT))
