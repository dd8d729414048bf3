"""Settings: one frozen object, built at the edge and passed down."""

from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Fallback(BaseModel):
    """A model that is asked when those before it fail."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=True
    )

    model: str = Field(min_length=1)
    """Model id that its provider knows."""
    base_url: str
    """Root of its provider's OpenAI-compatible API."""
    api_key: SecretStr | None = None
    """Key for its provider; local servers need none."""


class Settings(BaseSettings):
    """Read from the environment (`NUTGRAF_…`) and from `.env` in the working directory.

    Every setting is described in `docs/settings.md`; a test fails where one is not.
    """

    model_config = SettingsConfigDict(
        env_prefix="NUTGRAF_",
        env_file=".env",
        env_parse_none_str="none",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
    )

    llm_model: str | None = None
    """Model id that the provider knows. Unset, no article ever leaves the process."""
    llm_base_url: str = "https://api.openai.com/v1"
    """Root of an OpenAI-compatible API."""
    llm_api_key: SecretStr | None = None
    """Key for the provider; local servers need none."""
    llm_timeout: float = Field(default=60.0, gt=0)
    """Time that one attempt may take without a byte arriving. In seconds."""
    llm_attempts: int = Field(default=3, ge=1, le=10)
    """Attempts at one call before the provider counts as unavailable."""
    llm_retry_wait: float = Field(default=8.0, ge=0)
    """Time between two attempts at most; it grows from 0.5 with full jitter. In seconds."""
    llm_temperature: float | None = Field(default=0.0, ge=0, le=2)
    """Sampling temperature; `none` leaves it out, as reasoning models demand."""
    llm_concurrency: int = Field(default=64, ge=1)
    """Calls to one provider at once, at most; fewer while it answers 429."""
    llm_queue: int = Field(default=256, ge=0)
    """Calls that wait for one provider at most; more are turned away."""
    llm_fallbacks: tuple[Fallback, ...] = ()
    """Models to ask, in order, when the first one fails."""
    llm_budget_seconds: float = Field(default=180.0, gt=0)
    """Time that all calls of one request share. In seconds."""
    llm_budget_input_tokens: int | None = Field(default=None, ge=1)
    """Tokens that one request may send; None for any number."""
    llm_budget_output_tokens: int | None = Field(default=None, ge=1)
    """Tokens that one request may be answered; None for any number."""
    llm_budget_cost: float | None = Field(default=None, gt=0)
    """US dollars that one request may cost; None for any sum."""
    llm_prices: Path | None = None
    """A file of prices that win over those of `service/gateway/prices.toml`."""
    llm_max_output_tokens: int = Field(default=8_000, ge=100)
    """Tokens that one answer may have at most."""
    llm_part_code_points: int = Field(default=24_000, ge=500)
    """A longer article is drafted in parts of at most this many code points."""
    max_article_code_points: int = Field(default=200_000, ge=1)
    """A longer article is refused."""
    allowed_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    """Host headers that the HTTP service answers to."""
    allowed_origins: tuple[str, ...] = ()
    """Origins of web pages, besides the service's own, that may call it."""

    @model_validator(mode="after")
    def _key_needs_model(self) -> Self:
        if self.llm_api_key is not None and not self.llm_model:
            message = "NUTGRAF_LLM_API_KEY is set, but NUTGRAF_LLM_MODEL is not; set both"
            raise ValueError(message)
        return self
