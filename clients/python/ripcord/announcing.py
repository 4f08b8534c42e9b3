"""What has changed for the session, told once."""

from __future__ import annotations

import threading
from typing import Callable, Dict, Sequence

from .once import Once
from .records import Halt


class Announcing:
    """
    Compares the halts in force with those told of before.

    :param halted: called once per halt
    :param released: called with the last halt of a scope that is not halted any more
    """

    def __init__(self, once: Once, halted: Callable[[Halt], None], released: Callable[[Halt], None]) -> None:
        self._once = once
        self._halted = halted
        self._released = released
        self._standing: Dict[str, Halt] = {}
        self._lock = threading.Lock()

    def compare(self, in_force: Sequence[Halt]) -> None:
        with self._lock:
            # Of each scope the halt that lasts longest, which comes first.
            now: Dict[str, Halt] = {}
            for halt in in_force:
                now.setdefault(halt.scope.key, halt)
            ended = [halt for scope, halt in self._standing.items() if scope not in now]
            self._standing = now
            for halt in in_force:
                if self._once.first(halt.halt_id):
                    self._halted(halt)
            for halt in ended:
                self._released(halt)

    def after_fork(self) -> None:
        """In a child process the lock may be held by a thread that is not there."""
        self._lock = threading.Lock()
