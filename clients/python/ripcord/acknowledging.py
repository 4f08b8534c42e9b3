"""Acknowledgements, sent in a thread of their own."""

from __future__ import annotations

import http.client
import logging
import queue
import threading
import time
from typing import Any, Dict, Optional

from .backoff import Backoff
from .gateway import Gateway, GatewayFailure
from .once import Once
from .records import Halt
from .subject import Subject
from .version import CLIENT

_log = logging.getLogger("ripcord")

#: With the pauses between them about 40 seconds.
_ATTEMPTS = 12
_TIMEOUT = 5.0
_MOST_WAITING = 1_000


class Acknowledging:
    """Tells the gateway how far each halt got: each status once per halt, in order, with bounded retries."""

    def __init__(self, gateway: Gateway, subject: Subject, once: Once) -> None:
        self.sent = 0
        self.lost = 0
        self._gateway = gateway
        self._subject = subject
        self._once = once
        self._waiting: "queue.Queue[Optional[Dict[str, Any]]]" = queue.Queue(_MOST_WAITING)
        self._given_up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="ripcord-acks", daemon=True)

    def start(self) -> None:
        self._thread.start()

    @property
    def pending(self) -> int:
        return self._waiting.unfinished_tasks

    def acknowledge(self, halt: Halt, status: str, reason: Optional[str] = None) -> None:
        """:param status: ``received``, ``stopped`` or ``refused``"""
        if not self._once.first((halt.halt_id, status)):
            return
        acknowledgement = _acknowledgement(halt, self._subject, status, reason)
        try:
            self._waiting.put_nowait(acknowledgement)
        except queue.Full:
            self._lose(acknowledgement, "too many are waiting")

    def close(self, timeout: float) -> None:
        """Sends what is waiting, for so many seconds at most."""
        try:
            self._waiting.put(None, timeout=timeout)
        except queue.Full:
            pass
        self._thread.join(timeout)
        self._given_up.set()
        self._thread.join(0.1)  # Long enough to say what is lost.

    def _run(self) -> None:
        while True:
            acknowledgement = self._waiting.get()
            try:
                if acknowledgement is None:
                    return
                self._send(acknowledgement)
            except Exception:
                self.lost += 1
                _log.exception("an acknowledgement was not sent")
            finally:
                self._waiting.task_done()

    def _send(self, acknowledgement: Dict[str, Any]) -> None:
        backoff = Backoff()
        reason = "the guard was closed"
        for _ in range(_ATTEMPTS):
            try:
                self._gateway.post("/v1/acks", acknowledgement, _TIMEOUT)
                self.sent += 1
                return
            except GatewayFailure as failed:
                reason = str(failed)
                if not failed.may_pass:
                    break
            except (OSError, http.client.HTTPException) as failed:
                reason = str(failed) or type(failed).__name__
            if self._given_up.wait(backoff.delay()):
                break
        self._lose(acknowledgement, reason)

    def _lose(self, acknowledgement: Dict[str, Any], reason: str) -> None:
        self.lost += 1
        halt_id, status = acknowledgement["halt_id"], acknowledgement["status"]
        _log.warning("the acknowledgement '%s' of halt %s was not sent: %s", status, halt_id, reason)


def _acknowledgement(halt: Halt, subject: Subject, status: str, reason: Optional[str]) -> Dict[str, Any]:
    scope = {"kind": halt.scope.kind.value, "tenant": halt.scope.tenant, "id": halt.scope.id}
    members = {
        "halt_id": halt.halt_id,
        "scope": {name: value for name, value in scope.items() if value is not None},
        "tenant_id": subject.tenant,
        "session_id": subject.session,
        "agent_id": subject.agent,
        "status": status,
        "reason": reason,
        "client": CLIENT,
        "at": int(time.time() * 1000),
    }
    return {name: value for name, value in members.items() if value is not None}
