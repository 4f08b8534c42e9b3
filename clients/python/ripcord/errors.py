"""What ``guard.check()`` raises."""

from __future__ import annotations

from typing import Any, Optional, Tuple

from .records import Actor, Halt


class RipcordError(Exception):
    """Whatever this package raises on purpose while an agent runs."""


class SessionHalted(RipcordError):
    """
    The session must not take another step.

    :param halt: why, and who said so
    :param since: the broker's time of the halt's record, milliseconds since the epoch; None where it is not known
    """

    def __init__(self, halt: Halt, since: Optional[int] = None) -> None:
        super().__init__(f"halted ({halt.scope.key}, by {halt.actor.name}): {halt.reason}")
        self.halt = halt
        self.since = since

    def __reduce__(self) -> Tuple[Any, ...]:
        return SessionHalted, (self.halt, self.since)

    @property
    def reason(self) -> str:
        return self.halt.reason

    @property
    def scope(self) -> str:
        """The halted scope as one word: ``session/default/invoice-9``."""
        return self.halt.scope.key

    @property
    def halt_id(self) -> str:
        return self.halt.halt_id

    @property
    def actor(self) -> Actor:
        return self.halt.actor

    @property
    def writer(self) -> str:
        """``guard`` or ``operator``."""
        return self.halt.writer.value

    @property
    def expires_at(self) -> Optional[int]:
        """Milliseconds since the epoch at which a pause ends by itself; None for a halt."""
        return self.halt.expires_at


class GuardUnavailable(RipcordError):
    """Nobody watches, or nobody can say whether the session is halted, and the guard was told to fail closed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"nobody watches, and this guard fails closed: {reason}")
        self.reason = reason

    def __reduce__(self) -> Tuple[Any, ...]:
        return GuardUnavailable, (self.reason,)
