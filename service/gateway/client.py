"""The models that the settings name, in the order in which they are asked."""

from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

import httpx2
import openai
from pydantic import SecretStr

from service.errors import ConfigurationError
from service.gateway.prices import find_price
from service.gateway.record import RecordingTransport
from service.gateway.replay import ReplayTransport
from service.gateway.route import Route
from service.settings import Settings


class Gateway:
    """The way to the configured models."""

    def __init__(self, routes: tuple[Route, ...]) -> None:
        self.routes = routes
        """The model that is asked first, and those that are asked when it fails."""

    @property
    def model(self) -> str:
        """Id of the model that is asked first."""
        return self.routes[0].model

    @property
    def provider(self) -> str | None:
        """Host of its provider; None where recordings answer."""
        return self.routes[0].provider

    @classmethod
    def from_settings(
        cls, settings: Settings, replay: Path | None = None, record: Path | None = None
    ) -> Self:
        """Build a route for every model.

        Args:
            settings: The settings.
            replay: A cassette, or a folder of them: they answer, and nobody is asked.
            record: A folder that takes a cassette for every answer.

        Raises:
            ConfigurationError: A budget of money was set, and a model's price is not known.
            UnreadableInput: `replay` is not a cassette.
        """
        transport = ReplayTransport.from_path(replay) if replay else None

        def route(model: str, base_url: str, key: SecretStr | None) -> Route:
            host = urlsplit(base_url).netloc.rpartition("@")[2]
            price = find_price(host, model, settings.llm_prices)
            if settings.llm_budget_cost is not None and price is None:
                message = (
                    f"NUTGRAF_LLM_BUDGET_COST is set, and no price is known for {model} at {host}; "
                    "accepted: its price in the file that NUTGRAF_LLM_PRICES names"
                )
                raise ConfigurationError(message)
            client = _client(settings, base_url, key, transport, record)
            return Route(client, model, None if replay else host, price, settings)

        first = route(settings.llm_model or "", settings.llm_base_url, settings.llm_api_key)
        others = [route(one.model, one.base_url, one.api_key) for one in settings.llm_fallbacks]
        return cls((first, *others))

    async def aclose(self) -> None:
        """Close the connections."""
        for route in self.routes:
            await route.aclose()

    async def probe(self) -> None:
        """Ask the first provider for its models, once.

        Raises:
            ModelError: It does not answer, or not with success.
        """
        await self.routes[0].probe()


def _client(
    settings: Settings,
    base_url: str,
    key: SecretStr | None,
    replay: ReplayTransport | None,
    record: Path | None,
) -> openai.AsyncOpenAI:
    """The SDK's client, with its own retries off."""
    timeout = httpx2.Timeout(settings.llm_timeout)
    limits = httpx2.Limits(
        max_connections=settings.llm_concurrency,
        max_keepalive_connections=settings.llm_concurrency,
    )
    # None lets the client build its own, which heeds the proxies that the environment names.
    transport: httpx2.AsyncBaseTransport | None = replay
    if record is not None:
        transport = RecordingTransport(httpx2.AsyncHTTPTransport(limits=limits), record)
    return openai.AsyncOpenAI(
        # Local servers want no key, but the SDK wants a string.
        api_key=key.get_secret_value() if key else "none",
        base_url=base_url,
        max_retries=0,
        timeout=timeout,
        http_client=httpx2.AsyncClient(timeout=timeout, limits=limits, transport=transport),
    )
