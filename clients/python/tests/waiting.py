"""Awaiting what happens in another thread."""

import threading
import time

PATIENCE = 10.0
_never = threading.Event()


def until(condition, message="it did not come to pass"):
    """Looks again and again; fails after ten seconds."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(message() if callable(message) else message)
        _never.wait(0.005)
