"""Who may speak to the service."""

import httpx2
import pytest

from service.api.guards import host_name

PATH = "/v1/summaries"
BODY = {"article": {"text": "The dam held."}}


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.0.0.1:8000",
        "[::1]",
        "[::1]:8000",
        "desk.example.org",
        "DESK.example.org:443",
        "desk.example.org.",
        "a.wire.example",
    ],
)
def test_a_listed_host_is_served(client: httpx2.Client, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "desk.example.org.evil.example",
        "evil-desk.example.org",
        "desk.example.org@evil.example",
        "wire.example",
        "evilwire.example",
        "[::2]",
        "::1",
        "127.0.0.1:8000:1",
        "",
    ],
)
def test_a_host_that_is_not_listed_is_refused(client: httpx2.Client, host: str) -> None:
    response = client.get("/healthz", headers={"host": host})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == "urn:nutgraf:problem:unknown-host"
    assert not host or host not in response.text


@pytest.mark.parametrize("header", ["", "a b", "[::1", "::1]", "a:b", "a:123456", "user@a"])
def test_a_malformed_host_has_no_name(header: str) -> None:
    assert host_name(header) is None


def own_origin(client: httpx2.Client) -> str:
    return str(client.base_url).rstrip("/")


FOREIGN = {
    "cross-site": {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
    "same site, another port": {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:1"},
    "form without origin": {"sec-fetch-site": "cross-site"},
    "unknown word": {"sec-fetch-site": "perhaps"},
    "old browser": {"origin": "https://evil.example"},
    "old browser, another port": {"origin": "http://127.0.0.1:1"},
    "sandboxed": {"origin": "null"},
    "no url": {"origin": "http://[evil"},
    "neighbour of an allowed origin": {"origin": "https://cms.example.org.evil.example"},
    "allowed origin without tls": {"origin": "http://cms.example.org"},
}


@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_page_of_another_origin_can_start_no_summary(
    client: httpx2.Client, headers: dict[str, str]
) -> None:
    response = client.post(PATH, json=BODY, headers=headers)
    assert response.status_code == 403
    assert response.json()["type"] == "urn:nutgraf:problem:foreign-origin"
    assert "evil" not in response.text


def test_a_form_of_another_origin_is_refused_before_its_body_is_looked_at(
    client: httpx2.Client,
) -> None:
    headers = {"sec-fetch-site": "cross-site", "content-type": "text/plain"}
    assert client.post(PATH, content=b"{", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "none"},
        {"origin": "https://cms.example.org", "sec-fetch-site": "cross-site"},
    ],
    ids=["no browser", "own page", "typed by the user", "allowed origin"],
)
def test_programs_and_own_pages_may(client: httpx2.Client, headers: dict[str, str]) -> None:
    assert client.post(PATH, json=BODY, headers=headers).status_code == 200


def test_the_own_page_of_an_old_browser_may(client: httpx2.Client) -> None:
    headers = {"origin": own_origin(client)}
    assert client.post(PATH, json=BODY, headers=headers).status_code == 200


def test_reading_is_open_to_links_from_elsewhere(client: httpx2.Client) -> None:
    headers = {"sec-fetch-site": "cross-site"}
    assert client.get("/docs", headers=headers).status_code == 200


def test_a_preflight_gets_no_permission(client: httpx2.Client) -> None:
    response = client.options(
        PATH,
        headers={"origin": "https://evil.example", "access-control-request-method": "POST"},
    )
    assert response.status_code == 405
    assert not [name for name in response.headers if name.startswith("access-control-")]
