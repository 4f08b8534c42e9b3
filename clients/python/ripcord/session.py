"""What one guard knows of its session, and the threads that keep it up to date."""

from __future__ import annotations

import logging
import threading
import time
from typing import Any, Callable, List, Optional

from .acknowledging import Acknowledging
from .announcing import Announcing
from .book import HaltBook
from .callbacks import Callbacks
from .following import Following
from .gateway import Gateway
from .mirror import Mirror
from .once import Once
from .reading import HaltReader
from .records import Halt
from .settings import Settings
from .sse import ServerSentEvent
from .statistics import Statistics
from .subject import Subject
from .watch import Watch

_log = logging.getLogger("ripcord")


class Session:
    """
    Three threads: one follows the gateway and is the only one that changes the book, one sends acknowledgements, one
    calls back. Checks only read.
    """

    def __init__(
        self,
        gateway: Gateway,
        subject: Subject,
        settings: Settings,
        reader: HaltReader,
        forgets: bool,
        on_halt: Optional[Callable[[Halt], Any]],
        on_release: Optional[Callable[[Halt], Any]],
        on_guard: Optional[Callable[[bool, Optional[str]], Any]],
    ) -> None:
        self._gateway = gateway
        self._subject = subject
        self._scopes = subject.scopes()
        self._settings = settings
        self._reader = reader
        self._forgets = forgets
        self._on_halt = on_halt
        self._on_release = on_release
        self._on_guard = on_guard
        self._book = HaltBook()
        self._acknowledged = Once()
        self._announced = Once()
        self._announcing = Announcing(self._announced, self._halted, self._released)
        self._refused: "frozenset[str]" = frozenset()
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Everything that threads hold; the book and what was told of it stay."""
        self._lock = threading.Lock()
        self._ready = threading.Event()
        self._started: Optional[float] = None
        self._closed = False
        self._connected = False
        self._connections = 0
        self._unwatched = False
        self._watch = Watch(self._gateway.url, self._settings.stale_after)
        self._mirror = Mirror(self._book, self._reader, self._scopes, self._forgets)
        self._callbacks = Callbacks()
        self._acknowledging = Acknowledging(self._gateway, self._subject, self._acknowledged)
        self._following = Following(
            self._gateway,
            self._subject.query(),
            self._settings.heartbeat_timeout,
            lambda: self._mirror.last_event_id,
            self._mirror.begin,
            self._take,
            self._lose,
        )

    def start(self) -> None:
        """:raises RuntimeError: where the guard is closed"""
        if self._closed:
            raise RuntimeError("the guard is closed; construct another one")
        if self._started is not None:
            return
        with self._lock:
            if self._started is None and not self._closed:
                self._callbacks.start()
                self._acknowledging.start()
                self._following.start()
                self._started = time.monotonic()

    def after_fork(self) -> None:
        """In a child process: no thread is left, and any lock may be held."""
        self._following.abandon()
        for one in (self._acknowledged, self._announced, self._announcing):
            one.after_fork()
        self._begin_anew()

    def close(self) -> None:
        with self._lock:
            if self._closed or self._started is None:
                self._closed = True
                return
            self._closed = True
        deadline = time.monotonic() + self._settings.close_timeout
        for part in (self._following, self._acknowledging, self._callbacks):
            part.close(max(0.0, deadline - time.monotonic()))
        self._connected = False

    def is_ready(self) -> bool:
        return self._ready.is_set()

    def await_ready(self) -> None:
        """Waits until the gateway has sent what stands, up to ``start_timeout`` from the start."""
        if not self._ready.is_set():
            self._ready.wait(max(0.0, self._until_started()))

    def stopping(self) -> List[Halt]:
        """:return: the halts that stop the session, but for those that it refused; what lasts longest first"""
        halts = self._book.in_force(self._scopes, _now())
        return [halt for halt in halts if halt.halt_id not in self._refused] if halts else halts

    def since(self, halt: Halt) -> Optional[int]:
        return self._mirror.time_of(halt)

    def acknowledge_all(self, halts: List[Halt], status: str) -> None:
        for halt in halts:
            # A check can be faster than the thread that found the halt.
            self._acknowledging.acknowledge(halt, "received")
            self._acknowledging.acknowledge(halt, status)

    def refuse(self, halts: List[Halt], reason: str) -> None:
        self._refused = self._refused.union(halt.halt_id for halt in halts)
        for halt in halts:
            self._acknowledging.acknowledge(halt, "received")
            self._acknowledging.acknowledge(halt, "refused", reason)

    def problem(self) -> Optional[str]:
        """:return: why nobody watches; None where somebody does. Tells when that changes"""
        problem = self._watch.problem()
        if problem is None and not self._connections:
            # A heartbeat can come first: that the guard is live does not say what stands.
            problem = f"the gateway {self._gateway.url} has not said yet what stands"
        if problem is None or self._connections or self._until_started() <= 0:
            self._tell(problem)
        return problem

    def statistics(self) -> Statistics:
        mirror, acknowledging = self._mirror, self._acknowledging
        return Statistics(
            self._connected,
            self._connections,
            mirror.records,
            mirror.refused,
            acknowledging.sent,
            acknowledging.pending,
            acknowledging.lost,
        )

    def _until_started(self) -> float:
        """:return: seconds until the gateway must have been reached"""
        started = self._started
        return 0.0 if started is None else started + self._settings.start_timeout - time.monotonic()

    def _take(self, event: ServerSentEvent) -> None:
        self._mirror.take(event)
        if event.event in ("ready", "guard"):
            self._watch.hear(event.data)
        if event.event == "ready":
            self._connected = True
            self._connections += 1
        if self._connected:
            self._compare()
        if event.event == "ready":
            self._ready.set()

    def _lose(self, reason: str) -> None:
        self._connected = False
        self._mirror.end()
        self._watch.lose(reason)
        self._compare()

    def _compare(self) -> None:
        self._announcing.compare(self._book.in_force(self._scopes, _now()))
        self.problem()

    def _halted(self, halt: Halt) -> None:
        self._acknowledging.acknowledge(halt, "received")
        self._callbacks.call(self._on_halt, halt)

    def _released(self, halt: Halt) -> None:
        self._callbacks.call(self._on_release, halt)

    def _tell(self, problem: Optional[str]) -> None:
        """Tells once when nobody watches any more, and once when somebody does again."""
        unwatched = problem is not None
        if self._unwatched == unwatched:
            return
        with self._lock:
            if self._unwatched == unwatched or self._closed:
                return
            self._unwatched = unwatched
        session = f"{self._subject.tenant}/{self._subject.session}"
        if problem is None:
            _log.warning("session %s is watched again", session)
        else:
            _log.warning("nobody watches session %s, and its guard fails %s: %s", session, self._settings.fail, problem)
        self._callbacks.call(self._on_guard, problem is None, problem)


def _now() -> int:
    return int(time.time() * 1000)
