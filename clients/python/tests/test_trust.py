import unittest

from . import keys
from .guard_test_case import GuardTestCase
from .records import EVERYTHING, INVOICE, now, operator_halt, release, text
from .waiting import until


@unittest.skipUnless(keys.INSTALLED, keys.WHY_SKIPPED)
class TrustTest(GuardTestCase):
    def setUp(self):
        super().setUp()
        self.key = keys.Key("ops-1")
        self.client = self.guard(trusted_keys={"ops-1": self.key.pem})

    def write(self, record, sign=None, key=None):
        self.gateway.write(record, key, (sign or self.key.sign)(text(record)))

    def test_only_what_is_signed_stops_or_releases(self):
        self.write(operator_halt(EVERYTHING, now()), sign=lambda text: text)
        self.write(operator_halt(EVERYTHING, now()), sign=keys.Key("ops-1").sign)
        self.write(operator_halt(EVERYTHING, now()), key="session/default/invoice-9/operator")
        until(lambda: self.client.statistics().refused_records == 3)
        self.assertIsNone(self.halted(self.client))

        self.write(operator_halt(INVOICE, 5))
        self.until_halted(self.client)
        self.write(release(INVOICE, 6), sign=lambda text: text)
        self.write(release(INVOICE, 4))
        until(lambda: self.client.statistics().records == 6)
        self.assertIsNotNone(self.halted(self.client))
        self.write(release(INVOICE, 7))
        self.until_allowed(self.client)

    def test_a_tombstone_lifts_nothing_for_nobody_can_sign_it(self):
        self.write(operator_halt(INVOICE, 5))
        self.until_halted(self.client)
        self.gateway.remove("session/default/invoice-9/operator")
        self.gateway.cut()
        until(lambda: self.client.statistics().connections == 2)
        self.assertIsNotNone(self.halted(self.client))
        self.gateway.forget()
        self.gateway.cut()
        until(lambda: self.client.statistics().connections == 3)
        self.assertIsNotNone(self.halted(self.client))
        self.assertEqual([], self.releases)
