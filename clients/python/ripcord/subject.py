"""Who asks whether it may go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional

from .scope import Scope, ScopeKind


@dataclass(frozen=True)
class Subject:
    """
    The session that asks whether it may go on, and what it belongs to.

    :param root: the session at the top of its lineage; None where it is one itself, or nobody knows
    :param parent: the session that started it; None likewise
    :param agent: None where it is not known
    """

    tenant: str
    session: str
    root: Optional[str] = None
    parent: Optional[str] = None
    agent: Optional[str] = None

    def scopes(self) -> List[Scope]:
        """
        Every scope whose halt stops the session, the narrowest first.

        Those of its parent and its root are among them: what a halted session has begun must not go on without it. A
        session without a root is the root of its own lineage; one that knows only its parent belongs to the lineage of
        that.
        """
        top = next(one for one in (self.root, self.parent, self.session) if one is not None)
        sessions = dict.fromkeys(one for one in (self.session, self.parent, top) if one is not None)
        scopes = [Scope(ScopeKind.SESSION, self.tenant, one) for one in sessions]
        scopes.append(Scope(ScopeKind.LINEAGE, self.tenant, top))
        if self.agent is not None:
            scopes.append(Scope(ScopeKind.AGENT, self.tenant, self.agent))
        scopes.append(Scope(ScopeKind.TENANT, self.tenant))
        scopes.append(Scope(ScopeKind.GLOBAL))
        return scopes

    def query(self) -> Dict[str, str]:
        """The parameters that name the session to the gateway."""
        named = {
            "tenant": self.tenant,
            "session": self.session,
            "root": self.root,
            "parent": self.parent,
            "agent": self.agent,
        }
        return {name: value for name, value in named.items() if value is not None}
