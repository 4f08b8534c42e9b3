"""How long to wait before the next attempt."""

from __future__ import annotations

import random


class Backoff:
    """
    Twice as long from attempt to attempt, and never as long as its neighbours: a thousand clients that lost the same
    gateway do not come back at the same moment.

    :param first: seconds
    :param longest: seconds
    """

    def __init__(self, first: float = 0.1, longest: float = 5.0) -> None:
        self._first = first
        self._longest = longest
        self._next = first

    def delay(self) -> float:
        """:return: seconds to wait now: between half and all of what is due"""
        due = self._next
        self._next = min(self._longest, due * 2)
        return due * random.uniform(0.5, 1.0)

    def reset(self) -> None:
        """The attempt succeeded."""
        self._next = self._first
