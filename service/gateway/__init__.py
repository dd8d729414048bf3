"""The way to a model: one OpenAI-compatible provider, called with a budget of attempts.

Importing this package costs nothing; the SDK is imported when a gateway is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from service.gateway.client import Gateway
    from service.settings import Settings


def connect(settings: Settings, replay: Path | None = None) -> Gateway | None:
    """Build the gateway that the settings describe.

    Args:
        settings: Says which model, where, and how often to try.
        replay: A cassette; answers come from it and nothing is sent.

    Returns:
        The gateway, or None where no model is configured: then nothing is ever sent anywhere.

    Raises:
        UnreadableInput: `replay` is not a cassette.
    """
    if not settings.llm_model:
        return None
    from service.gateway.client import Gateway  # noqa: PLC0415 - 0.5 s that the rules never pay

    return Gateway.from_settings(settings, replay)
