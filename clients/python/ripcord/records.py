"""What stands on ``ripcord.halts``: halts and releases (mutes are nothing for agents)."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from math import inf
from typing import Iterable, Optional, Tuple, Union

from .scope import Scope


class Writer(enum.Enum):
    """Who writes a key: each key has one kind of writer, so that no writer undoes another's word."""

    #: The guard job.
    GUARD = "guard"
    #: The gateway or the command line, for a person.
    OPERATOR = "operator"


@dataclass(frozen=True)
class Position:
    """The place of an event in ``agent.events``; offsets of different partitions do not compare."""

    partition: int
    offset: int


@dataclass(frozen=True)
class Actor:
    """
    Who or what stopped or released something.

    :param kind: ``pattern``, ``person`` or ``system``
    :param name: the definition's id@hash, the person's name, or the part of the system
    """

    kind: str
    name: str


@dataclass(frozen=True)
class Halt:
    """
    Level-triggered state of a scope: stopped until released.

    :param halt_id: names the halt in acknowledgements
    :param reason: why, for people
    :param issued_at: milliseconds since the epoch; an operator's clock, or the broker's time of a guard's event
    :param expires_at: epoch milliseconds at which a pause ends by itself; None for a halt
    :param position: of the completing event; None on an operator's halt
    :param through: what an earlier release of the scope has forgiven, and this record keeps forgiving
    :param incident: the halts of one cause have the same; None on an operator's halt
    """

    halt_id: str
    writer: Writer
    scope: Scope
    reason: str
    actor: Actor
    issued_at: int
    expires_at: Optional[int] = None
    position: Optional[Position] = None
    through: Tuple[Position, ...] = ()
    incident: Optional[str] = None

    @property
    def key(self) -> str:
        """The key that the record belongs under."""
        return f"{self.scope.key}/{self.writer.value}"

    def lasting(self) -> float:
        """:return: when it ends by itself, milliseconds since the epoch; infinity where it does not"""
        return inf if self.expires_at is None else self.expires_at

    def has_expired(self, now: int) -> bool:
        """:param now: milliseconds since the epoch"""
        return self.expires_at is not None and self.expires_at <= now


@dataclass(frozen=True)
class Release:
    """
    Ends the halts of a scope: what stands at or before ``through`` is forgiven.

    :param issued_at: the writer's clock, milliseconds since the epoch
    :param through: per partition the newest position forgiven
    """

    writer: Writer
    scope: Scope
    reason: str
    actor: Actor
    issued_at: int
    through: Tuple[Position, ...] = ()

    @property
    def key(self) -> str:
        """The key that the record belongs under."""
        return f"{self.scope.key}/{self.writer.value}"

    def forgives(self, position: Position) -> bool:
        return forgives(self.through, position)


@dataclass(frozen=True)
class Mute:
    """For some time a pattern, or everything about a scope, signals without halting. Nothing for agents."""

    key: str


HaltRecord = Union[Halt, Release, Mute]


def forgives(through: Iterable[Position], position: Position) -> bool:
    """:return: whether one of the newest positions forgiven is of the same partition and not before it"""
    return any(
        newest.partition == position.partition and position.offset <= newest.offset for newest in through
    )
