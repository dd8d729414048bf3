"""What tokens cost."""

from pathlib import Path

import pytest

from service.errors import ConfigurationError
from service.gateway import connect
from service.gateway.prices import find_price
from service.settings import Settings

HOST = "api.openai.com"
OWN = """
[[price]]
provider = "api.openai.com"
model = "gpt-4.1-mini"
input = 0.5
output = 2.0
as_of = 2026-11-01
"""


def test_a_listed_model_is_found_also_by_the_id_of_a_dated_version() -> None:
    listed = find_price(HOST, "gpt-4.1-mini", None)
    assert listed is not None
    assert find_price(HOST, "gpt-4.1-mini-2025-04-14", None) == listed
    assert listed.of(1_000_000, 0, 1_000_000) == pytest.approx(listed.input + listed.output)


def test_cached_tokens_cost_what_the_list_says() -> None:
    listed = find_price(HOST, "gpt-4.1-mini", None)
    assert listed is not None
    assert listed.of(1_000_000, 400_000, 0) == pytest.approx(0.6 * 0.40 + 0.4 * 0.10)


@pytest.mark.parametrize(
    ("host", "model"), [("llm.example", "gpt-4.1-mini"), (HOST, "gpt-4.1-minimal"), (HOST, "")]
)
def test_what_is_not_listed_has_no_price(host: str, model: str) -> None:
    assert find_price(host, model, None) is None


def test_a_file_of_ones_own_wins(tmp_path: Path) -> None:
    own = tmp_path / "prices.toml"
    own.write_text(OWN, encoding="utf-8")
    found = find_price(HOST, "gpt-4.1-mini", own)
    assert found is not None
    assert (found.input, found.cached) == (0.5, None)
    assert found.of(2_000_000, 1_000_000, 0) == 1.0
    assert find_price(HOST, "gpt-4.1", own) == find_price(HOST, "gpt-4.1", None)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read as TOML"),
        ("not toml", "cannot be read as TOML"),
        (OWN.replace("output = 2.0\n", ""), r"price\.0\.output: Field required"),
        (OWN.replace("0.5", "-1"), r"price\.0\.input"),
        (OWN + "spare = 1\n", r"price\.0\.spare"),
    ],
)
def test_a_file_that_is_none_is_named_with_the_place(
    tmp_path: Path, content: str | None, words: str
) -> None:
    own = tmp_path / "prices.toml"
    if content is not None:
        own.write_text(content, encoding="utf-8")
    with pytest.raises(
        ConfigurationError, match=f"prices.toml.*{words}.*NUTGRAF_LLM_PRICES|{words}"
    ):
        find_price(HOST, "gpt-4.1-mini", own)


def test_a_budget_of_money_wants_a_price_for_every_model() -> None:
    settings = Settings(
        _env_file=None, llm_model="mine", llm_base_url="http://llm.example/v1", llm_budget_cost=1
    )
    with pytest.raises(ConfigurationError, match=r"mine at llm\.example.*NUTGRAF_LLM_PRICES"):
        connect(settings)
