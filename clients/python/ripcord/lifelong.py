"""Guards over the life of the process: after a fork, and at its end."""

from __future__ import annotations

import atexit
import os
import weakref
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .guard import Guard

_known: "weakref.WeakSet[Guard]" = weakref.WeakSet()
_started: "weakref.WeakSet[Guard]" = weakref.WeakSet()


def remember(guard: "Guard") -> None:
    """In a forked child the guard begins anew: threads do not survive a fork."""
    _known.add(guard)


def close_at_exit(guard: "Guard") -> None:
    """A guard that nobody closes sends its acknowledgements before the process ends."""
    _started.add(guard)


def forget(guard: "Guard") -> None:
    _known.discard(guard)
    _started.discard(guard)


def _after_fork() -> None:
    for guard in list(_known):
        guard._after_fork()
    _started.clear()


def _at_exit() -> None:
    for guard in list(_started):
        guard.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
atexit.register(_at_exit)
