"""The connection to the gateway, kept up in a thread of its own."""

from __future__ import annotations

import http.client
import logging
import os
import socket
import threading
from typing import Callable, Mapping, Optional

from .backoff import Backoff
from .gateway import Gateway, GatewayFailure
from .sse import EventStream, ServerSentEvent

_log = logging.getLogger("ripcord")

_CHUNK = 64 * 1024


class Following:
    """
    Follows the halts of one session: connects, hands each event on, and connects again when the connection breaks or
    falls silent.

    :param heartbeat_timeout: seconds without a byte after which a connection is given up
    :param resume_from: tells the id to resume from, or None to begin anew
    :param began: called when a connection begins, before its first event
    :param took: called with each event
    :param ended: called when a connection is gone or an attempt failed, with the reason
    """

    def __init__(
        self,
        gateway: Gateway,
        query: Mapping[str, str],
        heartbeat_timeout: float,
        resume_from: Callable[[], Optional[str]],
        began: Callable[[], None],
        took: Callable[[ServerSentEvent], None],
        ended: Callable[[str], None],
    ) -> None:
        self._gateway = gateway
        self._query = query
        self._timeout = heartbeat_timeout
        self._resume_from = resume_from
        self._began = began
        self._took = took
        self._ended = ended
        self._backoff = Backoff()
        self._closed = threading.Event()
        self._socket: Optional[socket.socket] = None
        self._thread = threading.Thread(target=self._run, name="ripcord-follow", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self, timeout: float) -> None:
        """Ends the connection; waits for the thread, up to the timeout in seconds."""
        self._closed.set()
        reading = self._socket
        if reading is not None:
            try:
                reading.shutdown(socket.SHUT_RDWR)  # Wakes the thread out of its reading.
            except OSError:
                pass
        if self._thread is not threading.current_thread() and self._thread.ident is not None:
            self._thread.join(timeout)

    def abandon(self) -> None:
        """In a forked child: lets go of the parent's connection, without a word to the other side."""
        inherited = self._socket
        if inherited is not None:
            try:
                os.close(inherited.detach())
            except OSError:
                pass

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                reason = self._connection()
                if not self._closed.is_set():
                    self._ended(reason)
            except Exception:
                # Whatever it is, a guard that stops following would be the worse mistake.
                _log.exception("following the halts failed; it is tried again")
            self._closed.wait(self._backoff.delay())

    def _connection(self) -> str:
        """:return: why it ended"""
        try:
            connection = self._gateway.connect(self._timeout)
            try:
                self._socket = connection.sock
                return self._read(connection)
            finally:
                self._socket = None
                connection.close()
        except socket.timeout:
            return f"nothing came for {self._timeout:g} s"
        except (OSError, http.client.HTTPException, GatewayFailure, ValueError) as failed:
            return str(failed) or type(failed).__name__

    def _read(self, connection: http.client.HTTPConnection) -> str:
        response = self._gateway.stream(connection, "/v1/halts", self._query, self._resume_from())
        events = EventStream()
        self._began()
        while not self._closed.is_set():
            chunk = response.read1(_CHUNK)
            if not chunk:
                return "the gateway ended the connection"
            for event in events.feed(chunk):
                self._took(event)
                if event.event == "ready":
                    self._backoff.reset()
        return "closed"
