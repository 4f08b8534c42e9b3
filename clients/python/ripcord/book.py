"""What stands on ``ripcord.halts``, and so who may go on."""

from __future__ import annotations

from typing import Dict, Iterable, List, Optional, Set

from .records import Halt, HaltRecord, Mute, Writer
from .scope import Scope
from .standing import NONE, Standing
from .subject import Subject


class HaltBook:
    """
    How every scope stands. One thread applies records in the order of the topic; any number may ask meanwhile, and
    wait for nobody: a standing is replaced, never changed.
    """

    def __init__(self) -> None:
        self._standings: Dict[str, Standing] = {}

    def apply(self, record: HaltRecord) -> bool:
        """:return: whether it changed how its scope stands; False for repeats, for old records and for mutes"""
        if isinstance(record, Mute):
            return False
        before = self.standing(record.scope)
        after = before.after(record)
        self._standings[record.scope.key] = after
        return after is not before

    def remove(self, key: str) -> None:
        """The key is gone from the topic."""
        for writer in Writer:
            suffix = "/" + writer.value
            if key.endswith(suffix):
                self._remove(key[: -len(suffix)], writer)

    def retain(self, keys: Set[str]) -> None:
        """What does not stand under one of the keys is gone from the topic."""
        for scope in list(self._standings):
            for writer in Writer:
                if f"{scope}/{writer.value}" not in keys:
                    self._remove(scope, writer)

    def standing(self, scope: Scope) -> Standing:
        return self._standings.get(scope.key, NONE)

    def halting(self, subject: Subject, now: int) -> Optional[Halt]:
        """
        :param now: milliseconds since the epoch
        :return: the halt that stops the subject the longest; None where it may go on
        """
        return next(iter(self.in_force(subject.scopes(), now)), None) if self._standings else None

    def in_force(self, scopes: Iterable[Scope], now: int) -> List[Halt]:
        """:return: the halts that stop the scopes: what lasts longest first, then in the order of the scopes"""
        found = [halt for scope in scopes for halt in self.standing(scope).in_force(now)]
        return sorted(found, key=Halt.lasting, reverse=True) if len(found) > 1 else found

    def _remove(self, scope: str, writer: Writer) -> None:
        standing = self._standings.get(scope)
        if standing is None:
            return
        left = standing.without(writer)
        if left.is_empty():
            del self._standings[scope]
        else:
            self._standings[scope] = left
