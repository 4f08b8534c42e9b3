"""Stops an AI agent when Ripcord halts its session: ``guard.check()`` before each model or tool call."""

from .errors import GuardUnavailable, RipcordError, SessionHalted
from .guard import Guard
from .records import Actor, Halt, Position, Release
from .scope import Scope, ScopeKind
from .signatures import TrustedKeys, UntrustedRecord
from .statistics import Statistics
from .version import VERSION as __version__

__all__ = [
    "Actor",
    "Guard",
    "GuardUnavailable",
    "Halt",
    "Position",
    "Release",
    "RipcordError",
    "Scope",
    "ScopeKind",
    "SessionHalted",
    "Statistics",
    "TrustedKeys",
    "UntrustedRecord",
    "__version__",
]
