"""Records of ``ripcord.halts``, read, and believed where they are what they say."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Tuple

from .records import Actor, Halt, HaltRecord, Mute, Position, Release, Writer
from .scope import Scope, ScopeKind
from .signatures import TrustedKeys, UntrustedRecord


class HaltReader:
    """:param trusted: believe what one of these keys has signed; None to believe whoever may write to the topic"""

    def __init__(self, trusted: Optional[TrustedKeys] = None) -> None:
        self._trusted = trusted

    def read(self, key: str, text: str) -> HaltRecord:
        """
        :param key: of the record, which nobody signs: a record under a key that is not its own is refused
        :raises UntrustedRecord: where the record is unreadable, forged, altered, or moved to another key
        """
        believed = text if self._trusted is None else self._trusted.verified(text)
        record = _parsed(believed)
        if record.key != key:
            raise UntrustedRecord(f"it says that it belongs under {record.key} and stands under {key}")
        return record


def _parsed(text: str) -> HaltRecord:
    try:
        members = _Members(json.loads(text, parse_constant=_refuse), "the record")
        kind = members.text("kind")
        if kind == "halt":
            return _halt(members)
        if kind == "release":
            return _release(members)
        if kind == "mute":
            return _mute(members)
        raise ValueError(f"kind is '{kind}'; it must be halt, release or mute")
    except (ValueError, RecursionError) as unreadable:
        raise UntrustedRecord(f"it cannot be read: {unreadable}") from None


def _halt(members: "_Members") -> Halt:
    halt = Halt(
        halt_id=members.text("halt_id"),
        writer=Writer(members.text("writer")),
        scope=_scope(members.object("scope")),
        reason=members.text("reason"),
        actor=_actor(members.object("actor")),
        issued_at=members.whole("issued_at"),
        expires_at=members.whole("expires_at") if members.has("expires_at") else None,
        position=_position(members.object("position")) if members.has("position") else None,
        through=_through(members),
        incident=members.text("incident") if members.has("incident") else None,
    )
    if halt.writer is Writer.GUARD and halt.position is None:
        raise ValueError("position is missing; a guard's halt has one")
    return halt


def _release(members: "_Members") -> Release:
    if not members.has("through"):
        raise ValueError("through is missing; a release has it")
    return Release(
        writer=Writer(members.text("writer")),
        scope=_scope(members.object("scope")),
        reason=members.text("reason"),
        actor=_actor(members.object("actor")),
        issued_at=members.whole("issued_at"),
        through=_through(members),
    )


def _mute(members: "_Members") -> Mute:
    if members.has("pattern"):
        return Mute(f"pattern/{members.text('pattern')}/mute")
    return Mute(f"{_scope(members.object('scope')).key}/mute")


def _scope(members: "_Members") -> Scope:
    return Scope(
        ScopeKind(members.text("kind")),
        members.text("tenant") if members.has("tenant") else None,
        members.text("id") if members.has("id") else None,
    )


def _actor(members: "_Members") -> Actor:
    return Actor(members.text("kind"), members.text("name"))


def _through(members: "_Members") -> Tuple[Position, ...]:
    if not members.has("through"):
        return ()
    return tuple(_position(_Members(one, "through")) for one in members.list("through"))


def _position(members: "_Members") -> Position:
    return Position(members.whole("partition"), members.whole("offset"))


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


class _Members:
    """A JSON object whose members are taken out by name and type; null reads as absent."""

    def __init__(self, value: Any, name: str) -> None:
        if not isinstance(value, dict):
            raise ValueError(f"{name} is no object")
        self._members: Dict[str, Any] = value

    def has(self, name: str) -> bool:
        return self._members.get(name) is not None

    def text(self, name: str) -> str:
        value = self._members.get(name)
        if not isinstance(value, str):
            raise ValueError(f"{name} is {'missing' if value is None else 'no string'}")
        return value

    def whole(self, name: str) -> int:
        value = self._members.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"{name} is {'missing' if value is None else 'no whole number'}")
        return value

    def list(self, name: str) -> List[Any]:
        value = self._members.get(name)
        if not isinstance(value, list):
            raise ValueError(f"{name} is no list")
        return value

    def object(self, name: str) -> "_Members":
        return _Members(self._members.get(name), name)
