"""The gateway's stream of halts, mirrored into a book."""

from __future__ import annotations

import json
import logging
from typing import Any, Dict, Iterable, List, Optional, Set, Tuple

from .book import HaltBook
from .reading import HaltReader
from .records import Halt, HaltRecord, Mute
from .scope import Scope
from .signatures import UntrustedRecord
from .sse import ServerSentEvent

_log = logging.getLogger("ripcord")

_MOST_SAID = 100


class Mirror:
    """
    Puts what the stream says into the book.

    What comes before ``ready`` is put off until then: a halt and its release come in some order, and a session that
    was released long ago must not be stopped in between. If the connection breaks before, what has come takes effect
    all the same, for a halt that was seen stops. The id to resume from moves only at ``ready`` and after it, so that
    nothing is skipped.

    :param reader: says what to believe
    :param scopes: a record that is not about one of these is nothing to this session
    :param forgets: whether a key that is gone from the topic is gone from the book. Nobody signs a tombstone: not
        where signatures are asked for
    """

    def __init__(self, book: HaltBook, reader: HaltReader, scopes: Iterable[Scope], forgets: bool) -> None:
        self.last_event_id: Optional[str] = None
        self.records = 0
        self.refused = 0
        self._book = book
        self._reader = reader
        self._scopes = {scope.key for scope in scopes}
        self._forgets = forgets
        self._times: Dict[str, int] = {}
        self._waiting: Optional[List[Tuple[str, Optional[HaltRecord], int]]] = None
        self._anew = False
        self._sent: Set[str] = set()
        self._said: Set[str] = set()

    def begin(self) -> None:
        """A connection has begun, from ``last_event_id`` on."""
        self._waiting = []
        self._sent.clear()
        self._anew = self.last_event_id is None

    def end(self) -> None:
        """The connection is gone."""
        if self._waiting:
            self._apply_waiting()
        self._waiting = None

    def take(self, event: ServerSentEvent) -> None:
        """Takes one event of the stream; of what it does not know it takes no notice."""
        if event.event == "reset":
            self._waiting, self._anew, self.last_event_id = [], True, None
            self._sent.clear()
        elif event.event == "ready":
            self._ready()
        elif event.event in ("record", "removed"):
            change = self._change(event)
            if change is not None and self._waiting is not None:
                self._waiting.append(change)
            elif change is not None:
                self._apply(*change)
        if self._waiting is None and event.id is not None:
            self.last_event_id = event.id

    def time_of(self, halt: Halt) -> Optional[int]:
        """:return: the broker's time of the halt's record, milliseconds since the epoch"""
        return self._times.get(halt.halt_id)

    def _ready(self) -> None:
        self._apply_waiting()
        self._waiting = None
        if self._anew and self._forgets:
            self._book.retain(self._sent)
        self._anew = False

    def _apply_waiting(self) -> None:
        for change in self._waiting or []:
            self._apply(*change)

    def _apply(self, key: str, record: Optional[HaltRecord], time: int) -> None:
        if record is None:
            if self._forgets:
                self._book.remove(key)
        elif self._book.apply(record) and isinstance(record, Halt):
            self._times[record.halt_id] = time

    def _change(self, event: ServerSentEvent) -> Optional[Tuple[str, Optional[HaltRecord], int]]:
        try:
            data = json.loads(event.data)
            key = data["key"]
            if event.event == "removed":
                self._sent.discard(key)
                return key, None, 0
            self.records += 1
            return self._record(key, data)
        except (ValueError, KeyError, TypeError, RecursionError) as unreadable:
            self._refuse("?", f"the event cannot be read: {unreadable!r}")
            return None

    def _record(self, key: str, data: Dict[str, Any]) -> Optional[Tuple[str, Optional[HaltRecord], int]]:
        if self._anew:
            self._sent.add(key)
        try:
            record = self._reader.read(key, data["record"])
        except UntrustedRecord as untrusted:
            self._refuse(key, str(untrusted))
            return None
        if isinstance(record, Mute) or record.scope.key not in self._scopes:
            return None
        return key, record, int(data.get("time", 0))

    def _refuse(self, key: str, reason: str) -> None:
        self.refused += 1
        # Once per key at most: whoever can write records must not fill an agent's log with them.
        if key not in self._said and len(self._said) < _MOST_SAID:
            self._said.add(key)
            _log.warning("a record under %s is refused: %s", key, reason)
