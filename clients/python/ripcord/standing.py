"""How one scope stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, Optional, Tuple, Union

from .records import Halt, HaltRecord, Mute, Position, Release, Writer, forgives


@dataclass(frozen=True)
class Standing:
    """
    The newest that each writer has said of a scope.

    A guard's halt is in force while its position is beyond everything that a release forgives, the operator's or the
    guard's own: a guard that recovers and writes an old halt again changes nothing by it. An operator's halt is in
    force until a release takes its place. Either ends when it expires.

    Records come at least once, and somebody may write an old one again to undo a new one. So a guard's halt does not
    take the place of one whose event the broker had later, and an operator's record not that of one issued later.

    :param guard: the newest halt of the guard; None where there is none
    :param withdrawal: what the guard took back; None where nothing
    :param operator: the operator's halt or release; None where there is none
    """

    guard: Optional[Halt] = None
    withdrawal: Optional[Release] = None
    operator: Union[Halt, Release, None] = None

    def after(self, record: HaltRecord) -> "Standing":
        """:return: how the scope stands with the record; this very object where it is a repeat or an old one"""
        if isinstance(record, Mute):
            return self
        if record.writer is Writer.OPERATOR:
            newer = self.operator is None or record.issued_at > self.operator.issued_at
            return replace(self, operator=record) if newer else self
        if isinstance(record, Halt):
            newer = self.guard is None or record.issued_at >= self.guard.issued_at
            return replace(self, guard=record) if newer and record != self.guard else self
        newer = self.withdrawal is None or record.issued_at > self.withdrawal.issued_at
        return replace(self, withdrawal=record) if newer else self

    def without(self, writer: Writer) -> "Standing":
        """:return: how the scope stands once the writer's key is gone from the topic"""
        if writer is Writer.GUARD:
            return replace(self, guard=None, withdrawal=None)
        return replace(self, operator=None)

    def in_force(self, now: int) -> List[Halt]:
        """
        :param now: milliseconds since the epoch
        :return: the halts that stop the scope; the operator's before the guard's, for a person's word says more
        """
        found = []
        if isinstance(self.operator, Halt) and not self.operator.has_expired(now):
            found.append(self.operator)
        guard = self.guard
        if guard is not None and guard.position is not None and not guard.has_expired(now):
            if not self.is_forgiven(guard.position):
                found.append(guard)
        return found

    def is_forgiven(self, position: Position) -> bool:
        """:return: whether a release has forgiven what was found at the position"""
        withdrawn = self.withdrawal is not None and self.withdrawal.forgives(position)
        return withdrawn or forgives(self.forgiven(), position)

    def forgiven(self) -> Tuple[Position, ...]:
        """:return: what the operator's record forgives: the next one under its key must forgive it too"""
        return self.operator.through if self.operator is not None else ()

    def is_empty(self) -> bool:
        return self == NONE


NONE = Standing()
