"""A guard and its gateway, with what it told."""

import logging
import unittest

import ripcord

from .gateway import FakeGateway
from .waiting import until


class GuardTestCase(unittest.TestCase):
    def setUp(self):
        self.gateway = FakeGateway()
        self.addCleanup(lambda: self.gateway.close())
        self.halts, self.releases, self.guard_states = [], [], []
        log = logging.getLogger("ripcord")
        self.logged = []
        handler = logging.Handler()
        handler.emit = lambda record: self.logged.append(record.getMessage())
        log.addHandler(handler)
        log.propagate = False
        self.addCleanup(log.removeHandler, handler)

    def guard(self, **options):
        options = {"session": "invoice-9", "agent": "validator", "close_timeout": 0.5, **options}
        guard = ripcord.Guard(
            self.gateway.url,
            on_halt=self.halts.append,
            on_release=self.releases.append,
            on_guard=lambda available, reason: self.guard_states.append((available, reason)),
            **options,
        )
        self.addCleanup(guard.close)
        return guard.start()

    def halted(self, guard):
        try:
            guard.check()
            return None
        except ripcord.SessionHalted as halted:
            return halted

    def until_halted(self, guard):
        until(lambda: self.halted(guard) is not None, "it was not halted")
        return self.halted(guard)

    def until_allowed(self, guard):
        until(lambda: self.halted(guard) is None, "it was not let go on")
