"""A real server on a free port of loopback."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx2
import pytest
import uvicorn
from fastapi import FastAPI

from service.api import create_app
from service.settings import Settings

Serve = Callable[[FastAPI], httpx2.Client]


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith("NUTGRAF_"):
                patch.delenv(name)
        yield


@contextmanager
def serving(app: FastAPI) -> Iterator[httpx2.Client]:
    """Serve `app` and give a client whose base URL is the server's."""
    config = uvicorn.Config(app, log_config=None, access_log=False, ws="none", lifespan="on")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        # The socket listens already: the client's first connection waits for the server.
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            with httpx2.Client(base_url=address, timeout=30, trust_env=False) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def settings() -> Settings:
    """No model, short articles, one foreign host and one foreign origin."""
    return Settings(
        _env_file=None,
        max_article_code_points=2_000,
        allowed_hosts=("127.0.0.1", "::1", "desk.example.org", "*.wire.example"),
        allowed_origins=("https://cms.example.org",),
    )


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[httpx2.Client]:
    """A client of a service without a model."""
    with serving(create_app(settings)) as connected:
        yield connected
