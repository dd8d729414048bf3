"""What tokens cost: one data file of list prices with their dates, and the newsroom's own.

A price that is not known is None, never 0: a budget of money then has nothing to count with, and
says so when the gateway is built.
"""

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import Field, ValidationError

from schemas.base import Frozen
from service.errors import ConfigurationError

_MILLION = 1_000_000
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")


class Price(Frozen):
    """The list price of one model at one provider."""

    provider: str
    """Host of the provider, with its port where the base URL has one."""
    model: str
    """Model id; one that ends with a date is also found without it."""
    input: float = Field(ge=0)
    """US dollars for a million tokens sent."""
    cached: float | None = Field(default=None, ge=0)
    """US dollars for a million tokens sent that the provider had cached; null: as `input`."""
    output: float = Field(ge=0)
    """US dollars for a million tokens answered."""
    as_of: date
    """Day on which the price was read."""

    def of(self, input_tokens: int, cached_tokens: int, output_tokens: int) -> float:
        """US dollars for a call; `cached_tokens` are some of `input_tokens`."""
        cached = self.input if self.cached is None else self.cached
        fresh = input_tokens - cached_tokens
        return (fresh * self.input + cached_tokens * cached + output_tokens * self.output) / (
            _MILLION
        )

    def output_for(self, money: float) -> int:
        """Output tokens that `money`, in US dollars, pays for."""
        if money < 0:
            return 0
        return int(money * _MILLION / self.output) if self.output else _MILLION


class _Prices(Frozen):
    price: tuple[Price, ...]


def find_price(provider: str, model: str, own: Path | None) -> Price | None:
    """The price of a model.

    Args:
        provider: Host of the provider.
        model: Model id.
        own: A file of the same form as `prices.toml`, whose prices win.

    Raises:
        ConfigurationError: `own` cannot be read, or is not of that form.
    """
    names = (model, _DATED.sub("", model))
    for prices in ((_read_own(own),) if own else ()) + (_listed(),):
        for name in names:
            for price in prices:
                if (price.provider, price.model) == (provider, name):
                    return price
    return None


@cache
def _listed() -> tuple[Price, ...]:
    text = (files("service.gateway") / "prices.toml").read_text("utf-8")
    return _Prices.model_validate(tomllib.loads(text)).price


def _read_own(path: Path) -> tuple[Price, ...]:
    wanted = "accepted: the form of service/gateway/prices.toml (NUTGRAF_LLM_PRICES)"
    try:
        return _Prices.model_validate(tomllib.loads(path.read_text("utf-8"))).price
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        message = f"{path} cannot be read as TOML; {wanted}"
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        message = f"{path}: {place}: {error.errors()[0]['msg']}; {wanted}"
    raise ConfigurationError(message)
