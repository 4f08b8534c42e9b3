"""What a halt stops."""

from __future__ import annotations

import enum
import functools
from dataclasses import dataclass
from typing import Optional


class ScopeKind(enum.Enum):
    """How far a halt reaches; the value is the word in JSON and in keys."""

    SESSION = "session"
    #: A root session and its descendants.
    LINEAGE = "lineage"
    AGENT = "agent"
    TENANT = "tenant"
    GLOBAL = "global"


@dataclass(frozen=True)
class Scope:
    """
    What a halt stops.

    :param tenant: None for the global scope
    :param id: the session's, root session's or agent's id; None for tenant and global
    :raises ValueError: where it names more or less than its kind needs
    """

    kind: ScopeKind
    tenant: Optional[str] = None
    id: Optional[str] = None

    def __post_init__(self) -> None:
        of_tenant = self.kind is not ScopeKind.GLOBAL
        of_one = of_tenant and self.kind is not ScopeKind.TENANT
        if of_tenant != (self.tenant is not None) or of_one != (self.id is not None):
            raise ValueError(
                f"scope {self.kind.value} has tenant {self.tenant} and id {self.id}; "
                "global needs neither, tenant needs a tenant, the others need both"
            )

    @functools.cached_property
    def key(self) -> str:
        """The scope as one word, part of keys on ``ripcord.halts``: ``session/default/invoice-9``."""
        parts = (self.kind.value, self.tenant, self.id)
        return "/".join(_encoded(part) for part in parts if part is not None)


def _encoded(part: str) -> str:
    """A part of a key; what would make two keys read the same is percent-encoded."""
    return "".join(_percent(one) if _is_reserved(one) else one for one in part)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))


def _is_reserved(character: str) -> bool:
    code = ord(character)
    return character in "/%" or code < 0x20 or 0x7F <= code <= 0x9F
