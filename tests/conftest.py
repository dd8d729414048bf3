"""Cassettes, and how long properties are tried."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from vcr import VCR
from vcr.cassette import Cassette
from vcr.request import Request

from service.gateway.cassette import KEPT_HEADERS, ReadableYaml

CASSETTES = Path(__file__).resolve().parent.parent / "cassettes"

# Shared machines are slow at times; a property that hangs is caught by pytest-timeout.
settings.register_profile(
    "default", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "long", max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")


def pytest_recording_configure(config: pytest.Config, vcr: VCR) -> None:  # noqa: ARG001
    vcr.register_serializer("yaml", ReadableYaml)


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, Any]:
    # `record_mode` never stands here: it would beat `--record-mode=none`.
    return {
        "match_on": ["method", "path", "body"],
        "before_record_request": _public_request,
        "before_record_response": _public_response,
    }


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    return str(CASSETTES)


@pytest.fixture(autouse=True)
def whole_cassette(vcr: Cassette | None) -> Iterator[None]:
    """A cassette is played to its end: one that is not holds calls that nobody makes any more."""
    yield
    if vcr is not None and vcr.record_mode.value == "none":
        assert vcr.all_played, "a part of the cassette was not used; record again: `make record`"


def _public_request(request: Request) -> Request:
    """The request without what only the recorder's machine knows, its key first of all."""
    request.headers = {"content-type": "application/json"}
    return request


def _public_response(response: dict[str, Any]) -> dict[str, Any]:
    response["headers"] = {
        name: values for name, values in response["headers"].items() if name.lower() in KEPT_HEADERS
    }
    return response
