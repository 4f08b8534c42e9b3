"""Where the gateway is, and how it is spoken to."""

from __future__ import annotations

import http.client
import json
import re
import ssl
from typing import Any, Dict, Mapping, Optional
from urllib.parse import urlencode, urlsplit

_KEY = re.compile(r"[\x21-\x7e]+")

#: Of an answer that is no stream, more than this is not read.
_MAX_ANSWER = 64 * 1024


class GatewayFailure(Exception):
    """
    The gateway did not do what was asked; the message says what it said instead.

    :param status: of its answer; 0 where there was none
    """

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status

    @property
    def may_pass(self) -> bool:
        """Whether the same request may succeed later."""
        return self.status < 400 or self.status >= 500 or self.status in (401, 403, 408, 429)


class Gateway:
    """
    :param url: such as ``http://127.0.0.1:7700``; what path it has goes before each path asked for
    :param api_key: sent as a bearer token; None for a gateway without keys
    :param ssl_context: for https with certificates of one's own; None for the platform's
    :raises ValueError: where the address is none
    """

    def __init__(self, url: str, api_key: Optional[str] = None, ssl_context: Optional[ssl.SSLContext] = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError(f"url is '{url}'; it must be http://HOST:PORT or https://HOST[:PORT]")
        if api_key is not None and not _KEY.fullmatch(api_key):
            raise ValueError("api_key has blanks or other characters that no key has, or is empty")
        self.url = url
        self._https = parts.scheme == "https"
        self._host = parts.hostname
        self._port = parts.port
        self._path = parts.path.rstrip("/")
        self._ssl_context = ssl_context
        self._headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}

    def connect(self, timeout: float) -> http.client.HTTPConnection:
        """
        :param timeout: seconds, for connecting and for each reading
        :raises OSError: where nothing answers there
        """
        if self._https:
            context = self._ssl_context or ssl.create_default_context()
            connection: http.client.HTTPConnection = http.client.HTTPSConnection(
                self._host, self._port, timeout=timeout, context=context
            )
        else:
            connection = http.client.HTTPConnection(self._host, self._port, timeout=timeout)
        connection.connect()
        return connection

    def stream(
        self,
        connection: http.client.HTTPConnection,
        path: str,
        query: Mapping[str, str],
        last_event_id: Optional[str],
    ) -> http.client.HTTPResponse:
        """
        :return: an answer that is a stream of events
        :raises GatewayFailure: where it is not
        """
        headers: Dict[str, str] = {**self._headers, "Accept": "text/event-stream", "Cache-Control": "no-cache"}
        if last_event_id is not None:
            headers["Last-Event-ID"] = last_event_id
        connection.request("GET", f"{self._path}{path}?{urlencode(query)}", headers=headers)
        response = connection.getresponse()
        if response.status != 200:
            raise _failure(response)
        kind = response.getheader("Content-Type", "")
        if not kind.startswith("text/event-stream"):
            raise GatewayFailure(f"it answered with '{kind}' where a stream of events belongs; is it the gateway?")
        return response

    def post(self, path: str, body: Any, timeout: float) -> None:
        """
        :raises GatewayFailure: where the answer is no success
        :raises OSError: where there is none
        """
        connection = self.connect(timeout)
        try:
            text = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
            headers = {**self._headers, "Content-Type": "application/json"}
            connection.request("POST", self._path + path, text, headers)
            response = connection.getresponse()
            if not 200 <= response.status < 300:
                raise _failure(response)
            response.read(_MAX_ANSWER)
        finally:
            connection.close()


def _failure(response: http.client.HTTPResponse) -> GatewayFailure:
    text = response.read(_MAX_ANSWER).decode("utf-8", "replace")
    try:
        said = "; ".join(str(error) for error in json.loads(text)["errors"])
    except (ValueError, KeyError, TypeError):
        said = text.strip()[:200]
    return GatewayFailure(f"it answered {response.status}: {said}", response.status)
