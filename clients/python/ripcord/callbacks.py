"""The agent's callbacks, in a thread of their own: one that hangs must not keep the next halt from being seen."""

from __future__ import annotations

import logging
import queue
import threading
from typing import Any, Callable, Optional, Tuple

_log = logging.getLogger("ripcord")


class Callbacks:
    """Calls back one after the other, in order."""

    def __init__(self) -> None:
        self._waiting: "queue.SimpleQueue[Optional[Tuple[Callable[..., Any], Tuple[Any, ...]]]]" = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="ripcord-callbacks", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def call(self, callback: Optional[Callable[..., Any]], *arguments: Any) -> None:
        """Calls it soon; None is nothing to call."""
        if callback is not None:
            self._waiting.put((callback, arguments))

    def close(self, timeout: float) -> None:
        """Calls what is waiting, for so many seconds at most."""
        self._waiting.put(None)
        if self._thread is not threading.current_thread():
            self._thread.join(timeout)

    def _run(self) -> None:
        while True:
            call = self._waiting.get()
            if call is None:
                return
            callback, arguments = call
            try:
                callback(*arguments)
            except Exception:
                _log.exception("a callback of the guard failed")
