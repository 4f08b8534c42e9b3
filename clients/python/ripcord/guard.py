"""The guard: one line before each model or tool call."""

from __future__ import annotations

import asyncio
import os
import ssl
from types import TracebackType
from typing import Any, Callable, Mapping, Optional, Type, Union

from .errors import GuardUnavailable, SessionHalted
from .gateway import Gateway
from .lifelong import close_at_exit, forget, remember
from .reading import HaltReader
from .records import Halt
from .session import Session
from .settings import Settings
from .signatures import TrustedKeys
from .statistics import Statistics
from .subject import Subject


class Guard:
    """
    Stops an agent when its session, or what it belongs to, is halted::

        with ripcord.Guard("http://127.0.0.1:7700", session="invoice-9", agent="validator") as guard:
            for step in plan:
                guard.check()  # raises SessionHalted
                step()

    It follows the gateway in the background from ``start()`` on, which ``with`` and the first ``check()`` call. Any
    thread may use it; a child process that was forked follows on its own.

    :param url: of the gateway
    :param session: the session's id
    :param agent: the agent's id; None where it is not known: a halt of the agent does not reach it then
    :param root: the session at the top of its lineage; None where it is one itself
    :param parent: the session that started it
    :param api_key: with the role ``agent`` or more; None for a gateway without keys
    :param fail: ``open``: checks pass while nobody watches; ``closed``: they raise ``GuardUnavailable``
    :param trusted_keys: by key id a PEM file (or text) with an Ed25519 public key: records that none of them has
        signed are refused. Needs ``pip install 'ripcord[cryptography]'``
    :param stale_after: seconds: how old the newest that the guard has judged may be, before nobody watches
    :param start_timeout: seconds from the start that the first check waits at most, to know what stands
    :param heartbeat_timeout: seconds without a word after which a connection is given up; the gateway says one every 2
    :param close_timeout: seconds that closing waits at most for acknowledgements on their way
    :param on_halt: called with each :class:`Halt` that comes into force, once
    :param on_release: called with the last halt of a scope that is not halted any more
    :param on_guard: called with ``(False, reason)`` when nobody watches, and ``(True, None)`` when somebody does again
    :param ssl_context: for https with certificates of one's own
    :raises ValueError: naming everything that is wrong with the arguments
    :raises ImportError: where keys are given that cannot be used, for lack of the package ``cryptography``
    """

    def __init__(
        self,
        url: str,
        session: str,
        agent: Optional[str] = None,
        root: Optional[str] = None,
        parent: Optional[str] = None,
        tenant: str = "default",
        api_key: Optional[str] = None,
        fail: str = "open",
        trusted_keys: Optional[Mapping[str, Union[str, "os.PathLike[str]"]]] = None,
        stale_after: float = 15.0,
        start_timeout: float = 5.0,
        heartbeat_timeout: float = 6.0,
        close_timeout: float = 2.0,
        on_halt: Optional[Callable[[Halt], Any]] = None,
        on_release: Optional[Callable[[Halt], Any]] = None,
        on_guard: Optional[Callable[[bool, Optional[str]], Any]] = None,
        ssl_context: Optional[ssl.SSLContext] = None,
    ) -> None:
        self._settings = Settings(fail, stale_after, start_timeout, heartbeat_timeout, close_timeout)
        # An empty id is that of nobody: as the lineage's top it would hide the session's own lineage.
        self._subject = Subject(tenant, session, root or None, parent or None, agent or None)
        self._settings.refuse_wrong(self._subject)
        gateway = Gateway(url, api_key, ssl_context)
        keys = TrustedKeys(trusted_keys) if trusted_keys is not None else None
        self._session = Session(
            gateway, self._subject, self._settings, HaltReader(keys), keys is None, on_halt, on_release, on_guard
        )
        remember(self)

    def start(self) -> "Guard":
        """Follows the gateway from now on; more than once is once."""
        self._session.start()
        close_at_exit(self)
        return self

    def check(self) -> None:
        """
        Call it before each model or tool call. Looks into memory; only before the first word of the gateway it waits,
        up to ``start_timeout`` from the start.

        :raises SessionHalted: where the session must not go on
        :raises GuardUnavailable: where nobody watches and the guard fails closed
        :raises RuntimeError: where the guard is closed
        """
        self._session.start()
        self._session.await_ready()
        halts = self._session.stopping()
        if halts:
            self._session.acknowledge_all(halts, "stopped")
            raise SessionHalted(halts[0], self._session.since(halts[0]))
        problem = self._session.problem()
        if problem is not None and self._settings.fail == "closed":
            raise GuardUnavailable(problem)

    async def acheck(self) -> None:
        """As :meth:`check`, without keeping the event loop waiting."""
        self._session.start()
        if not self._session.is_ready():
            await asyncio.get_running_loop().run_in_executor(None, self._session.await_ready)
        self.check()

    @property
    def halt(self) -> Optional[Halt]:
        """The halt that the next check would raise; None where it would not. Waits for nothing."""
        return next(iter(self._session.stopping()), None)

    def stopped(self) -> bool:
        """
        Says that the agent takes no further step, where it learned of the halt otherwise than by a check.

        :return: whether a halt is in force
        """
        halts = self._session.stopping()
        self._session.acknowledge_all(halts, "stopped")
        return bool(halts)

    def refuse(self, reason: str) -> bool:
        """
        Says that the agent goes on all the same, and why. From now on checks pass the halts that are in force at this
        moment, and only these.

        :return: whether a halt is in force
        """
        halts = self._session.stopping()
        self._session.refuse(halts, reason)
        return bool(halts)

    def statistics(self) -> Statistics:
        return self._session.statistics()

    def close(self) -> None:
        """Ends the connection, after sending acknowledgements, for ``close_timeout`` at most."""
        forget(self)
        self._session.close()

    def __enter__(self) -> "Guard":
        return self.start()

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def _after_fork(self) -> None:
        self._session.after_fork()

