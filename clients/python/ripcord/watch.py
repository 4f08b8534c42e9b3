"""Whether anybody watches."""

from __future__ import annotations

import json
import time
from typing import Callable, Optional


class Watch:
    """
    What the gateway last said of the guard, and how long ago.

    :param stale_after: seconds: how old the newest that the guard has judged may be
    :param clock: seconds, going on evenly
    """

    def __init__(self, url: str, stale_after: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._url = url
        self._stale_after = stale_after
        self._clock = clock
        self._heard: Optional[float] = None
        self._guard = "absent"
        self._lag = 0.0
        self._failure: Optional[str] = None

    def hear(self, data: str) -> None:
        """:param data: of an event ``ready`` or ``guard``"""
        try:
            said = json.loads(data)
            guard, lag = said["guard"], float(said.get("guard_lag_ms", 0)) / 1000
        except (ValueError, KeyError, TypeError, AttributeError):
            return  # Heard nothing that says anything: the age of the last word grows.
        self._guard, self._lag, self._heard, self._failure = guard, lag, self._clock(), None

    def lose(self, reason: str) -> None:
        """The connection is gone."""
        self._failure = reason

    def problem(self) -> Optional[str]:
        """:return: why nobody watches; None where somebody does"""
        heard, failure = self._heard, self._failure
        if heard is None:
            return f"the gateway {self._url} cannot be reached: {failure or 'it has not answered yet'}"
        silent = self._clock() - heard
        if silent > self._stale_after:
            return f"the gateway {self._url} has said nothing for {silent:.0f} s: {failure or 'it is silent'}"
        if self._guard != "live":
            return f"the guard is {self._guard}"
        if silent + self._lag > self._stale_after:
            return f"the guard lags by {self._lag:.1f} s, more than {self._stale_after:g} s"
        return None
