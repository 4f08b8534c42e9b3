"""How a guard behaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List

from .subject import Subject


@dataclass(frozen=True)
class Settings:
    """All times are seconds; see :class:`Guard`."""

    fail: str
    stale_after: float
    start_timeout: float
    heartbeat_timeout: float
    close_timeout: float

    def refuse_wrong(self, subject: Subject) -> None:
        """:raises ValueError: naming all that is wrong with the settings and the subject at once"""
        problems: List[str] = []
        if self.fail not in ("open", "closed"):
            problems.append(f"fail is {self.fail!r}; it must be 'open' or 'closed'")
        for name in ("stale_after", "heartbeat_timeout"):
            if not getattr(self, name) > 0:
                problems.append(f"{name} is {getattr(self, name)!r}; it must be seconds, more than 0")
        for name in ("start_timeout", "close_timeout"):
            if not getattr(self, name) >= 0:
                problems.append(f"{name} is {getattr(self, name)!r}; it must be seconds, 0 or more")
        for name in ("tenant", "session"):
            if not getattr(subject, name):
                problems.append(f"{name} is {getattr(subject, name)!r}; it must be the {name}'s id")
        if problems:
            raise ValueError("; ".join(problems))
