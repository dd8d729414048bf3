"""The way to the models: survives what a provider can do, and spends no more than told.

Importing this package costs nothing; the SDK is imported when a gateway is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from service.gateway.client import Gateway
    from service.settings import Settings


def connect(
    settings: Settings, replay: Path | None = None, record: Path | None = None
) -> Gateway | None:
    """Build the gateway that the settings describe.

    Args:
        settings: Say which models, where, and what they may cost.
        replay: A cassette or a folder of them; answers come from it and nothing is sent.
        record: A folder that takes a cassette for every answer.

    Returns:
        The gateway, or None where no model is configured: then nothing is ever sent anywhere.

    Raises:
        ConfigurationError: The settings contradict each other.
        UnreadableInput: `replay` is not a cassette.
    """
    if not settings.llm_model:
        return None
    from service.gateway.client import Gateway  # noqa: PLC0415 - 0.5 s that the rules never pay

    return Gateway.from_settings(settings, replay, record)
