"""What is done once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Hashable


class Once:
    """Remembers the newest things it was asked about; any thread may ask."""

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._known: "OrderedDict[Hashable, None]" = OrderedDict()

    def first(self, thing: Hashable) -> bool:
        """:return: whether it was not asked about before"""
        with self._lock:
            if thing in self._known:
                self._known.move_to_end(thing)
                return False
            self._known[thing] = None
            if len(self._known) > self._most:
                self._known.popitem(last=False)
            return True

    def after_fork(self) -> None:
        """In a child process the lock may be held by a thread that is not there."""
        self._lock = threading.Lock()
