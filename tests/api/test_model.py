"""A service with a model whose provider is down, or never answers."""

import socket
from collections.abc import Iterator

import httpx2
import pytest

from service.api import create_app
from service.settings import Settings
from tests.api.conftest import serving

PATH = "/v1/summaries"
ARTICLE = {"text": "Halverton fell. The dam may have held, two people said.", "language": "en"}


@pytest.fixture
def provider() -> Iterator[socket.socket]:
    """A listening socket that answers nothing by itself."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)
        yield listener


@pytest.fixture
def client(provider: socket.socket) -> Iterator[httpx2.Client]:
    """A client of a service whose model stands behind `provider`."""
    host, port = provider.getsockname()
    settings = Settings(
        _env_file=None,
        llm_model="small-model",
        llm_base_url=f"http://{host}:{port}/v1",
        llm_attempts=1,
    )
    with serving(create_app(settings)) as connected:
        yield connected


def test_a_provider_that_is_down_is_a_503(client: httpx2.Client, provider: socket.socket) -> None:
    provider.close()
    response = client.post(PATH, json={"article": ARTICLE, "engine": "llm"})
    assert response.status_code == 503
    assert response.json()["type"] == "urn:nutgraf:problem:provider-unavailable"
    assert "Halverton" not in response.text


def test_the_rules_step_in_where_the_model_was_only_preferred(
    client: httpx2.Client, provider: socket.socket
) -> None:
    provider.close()
    response = client.post(PATH, json={"article": ARTICLE, "engine": "auto"})
    assert response.status_code == 200
    assert response.json()["engine"]["name"] == "rules"
    assert response.json()["engine"]["degraded"] is True


def test_the_model_is_given_up_when_the_client_leaves(
    client: httpx2.Client, provider: socket.socket
) -> None:
    body = f'{{"engine": "llm", "article": {{"text": "{ARTICLE["text"]}"}}}}'.encode()
    with socket.create_connection((client.base_url.host, client.base_url.port or 80)) as desk:
        desk.sendall(
            b"POST /v1/summaries HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            b"Content-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n" % len(body) + body
        )
        call, _ = provider.accept()
    # The desk's connection is closed now; the call to the provider must follow, unanswered.
    with call:
        call.settimeout(20)
        while call.recv(65_536):
            pass
    assert client.get("/healthz").status_code == 200
