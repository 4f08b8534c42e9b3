"""Records as the topic holds them."""

import json
import time

from ripcord.records import Actor, Halt, Position, Release, Writer
from ripcord.scope import Scope, ScopeKind

NOW = 1_767_225_608_000
GUARD_HALT_ID = "37e65e7e0fc76d5ead9afe3245f5a5a1"
OPERATOR_HALT_ID = "9c1185a5c5e9fc54612808977ee8f548"
MARIA = Actor("person", "maria")
INVOICE = Scope(ScopeKind.SESSION, "default", "invoice-9")
EVERYTHING = Scope(ScopeKind.GLOBAL)


def guard_halt(scope, offset, kafka_time, halt_id=GUARD_HALT_ID):
    actor = Actor("pattern", "identical-call@0f3a5c7e9b1d2468")
    return Halt(halt_id, Writer.GUARD, scope, "again", actor, kafka_time, position=Position(0, offset))


def operator_halt(scope, issued_at, expires_at=None, through=(), halt_id=OPERATOR_HALT_ID):
    return Halt(halt_id, Writer.OPERATOR, scope, "panic", MARIA, issued_at, expires_at, through=tuple(through))


def release(scope, issued_at, *through, writer=Writer.OPERATOR):
    return Release(writer, scope, "checked", MARIA, issued_at, through)


def text(record):
    """The record as JSON, as Java writes it: no blanks, absent values left out."""
    members = {
        "kind": "halt" if isinstance(record, Halt) else "release",
        "schema_version": 1,
        "halt_id": getattr(record, "halt_id", None),
        "writer": record.writer.value,
        "scope": _present(kind=record.scope.kind.value, tenant=record.scope.tenant, id=record.scope.id),
        "reason": record.reason,
        "actor": {"kind": record.actor.kind, "name": record.actor.name},
        "issued_at": record.issued_at,
        "expires_at": getattr(record, "expires_at", None),
        "position": _position(record.position) if getattr(record, "position", None) else None,
        "through": [_position(one) for one in record.through],
    }
    return json.dumps(_present(**members), separators=(",", ":"), ensure_ascii=False)


def now():
    return int(time.time() * 1000)


def _position(position):
    return {"partition": position.partition, "offset": position.offset}


def _present(**members):
    return {name: value for name, value in members.items() if value is not None}
