"""A real transport that writes down what a provider answers: one cassette for each request.

It stands under the SDK, so that nothing but calls to providers is captured. A file is named by
the hash of its request and appears whole or not at all; a request that is sent again, at the same
time or later, replaces its own file and no other. What a retry may change (5xx, 429 and the like)
is not recorded: replayed, it would fail for ever.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2

from service.errors import ConfigurationError
from service.gateway import cassette
from service.gateway.cassette import Recorded
from service.gateway.failures import may_pass


class RecordingTransport(httpx2.AsyncBaseTransport):
    """Sends requests on, and records their answers in a folder."""

    def __init__(self, transport: httpx2.AsyncBaseTransport, folder: Path) -> None:
        cassette.require()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"cannot record in {folder}: {error.strerror}"
            raise ConfigurationError(message) from None
        self._transport = transport
        self._folder = folder

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request on; its answer is recorded when it has been read to the end."""
        body = await request.aread()
        request.headers["accept-encoding"] = "identity"  # a cassette is to be read by people
        response = await self._transport.handle_async_request(request)
        if request.method == "POST" and not may_pass(response.status_code):
            assert isinstance(response.stream, httpx2.AsyncByteStream)  # noqa: S101 - async, so is it
            response.stream = _Recorder(response.stream, self._folder, request, body, response)
        return response

    async def aclose(self) -> None:
        """Close the transport beneath."""
        await self._transport.aclose()


class _Recorder(httpx2.AsyncByteStream):
    """Passes a body on, and records it at its end."""

    def __init__(
        self,
        stream: httpx2.AsyncByteStream,
        folder: Path,
        request: httpx2.Request,
        body: bytes,
        response: httpx2.Response,
    ) -> None:
        self._stream = stream
        self._folder = folder
        self._request = request
        self._body = body
        self._status = response.status_code
        self._headers = tuple(response.headers.multi_items())

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks: list[bytes] = []
        async for chunk in self._stream:
            chunks.append(chunk)
            yield chunk
        path = self._request.url.path
        identity = repr(cassette.key(self._request.method, path, self._body)).encode()
        name = f"{hashlib.sha256(identity).hexdigest()[:32]}.yaml"
        recorded = Recorded(
            method=self._request.method,
            url=str(self._request.url),
            path=path,
            body=self._body,
            status=self._status,
            headers=self._headers,
            content=b"".join(chunks),
        )
        await asyncio.to_thread(cassette.write, self._folder / name, recorded)

    async def aclose(self) -> None:
        await self._stream.aclose()
