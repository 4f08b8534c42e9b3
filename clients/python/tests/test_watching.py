import unittest

import ripcord

from .guard_test_case import GuardTestCase
from .records import INVOICE, guard_halt, now
from .waiting import until


class WatchingTest(GuardTestCase):
    def test_an_open_guard_warns_once_and_lets_go_on(self):
        guard = self.guard()
        guard.check()
        self.gateway.guard = {"guard": "stale", "guard_lag_ms": 20_000}
        until(lambda: self.guard_states)
        for _ in range(3):
            guard.check()
        self.gateway.guard = {"guard": "live", "guard_lag_ms": 4}
        until(lambda: len(self.guard_states) == 2)
        self.assertEqual([(False, "the guard is stale"), (True, None)], self.guard_states)
        self.assertEqual(
            [
                "nobody watches session default/invoice-9, and its guard fails open: the guard is stale",
                "session default/invoice-9 is watched again",
            ],
            self.logged,
        )

    def test_a_closed_guard_stops_while_nobody_watches(self):
        self.gateway.guard = {"guard": "absent"}
        guard = self.guard(fail="closed")
        with self.assertRaisesRegex(ripcord.GuardUnavailable, "the guard is absent"):
            guard.check()
        self.gateway.guard = {"guard": "live", "guard_lag_ms": 4}
        until(lambda: self.guard_states == [(False, "the guard is absent"), (True, None)])
        guard.check()

    def test_a_closed_guard_stops_when_the_gateway_is_silent_for_too_long(self):
        guard = self.guard(fail="closed", stale_after=0.5)
        guard.check()
        self.gateway.close()

        def unavailable():
            try:
                guard.check()
            except ripcord.GuardUnavailable as reason:
                return "has said nothing" in str(reason)

        until(unavailable)

    def test_a_guard_that_lags_is_stale(self):
        self.gateway.guard = {"guard": "live", "guard_lag_ms": 16_000}
        with self.assertRaisesRegex(ripcord.GuardUnavailable, "lags by 16"):
            self.guard(fail="closed").check()

    def test_a_lag_that_nobody_names_stops_nobody(self):
        self.gateway.guard = {"guard": "live"}
        self.guard(fail="closed").check()

    def test_a_closed_guard_stops_until_it_knows_what_stands_though_somebody_watches(self):
        self.gateway.tells_ready = False
        guard = self.guard(fail="closed", start_timeout=0.3)

        def unread():
            with self.assertRaises(ripcord.GuardUnavailable) as unavailable:
                guard.check()
            return "has not said yet what stands" in str(unavailable.exception)

        until(unread)
        self.gateway.send(b'event: ready\ndata: {"guard":"live","guard_lag_ms":4}\n\n')
        until(lambda: guard.statistics().connections == 1)
        until(lambda: guard.check() is None)

    def test_a_halt_says_more_than_that_nobody_watches(self):
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.gateway.guard = {"guard": "absent"}
        self.assertIsNotNone(self.halted(self.guard(fail="closed")))

    def test_without_a_gateway_the_first_check_waits_and_the_others_do_not(self):
        url = self.gateway.url
        self.gateway.close()
        with ripcord.Guard(url, session="s", start_timeout=0.2, fail="closed") as guard:
            for _ in range(1_000):
                with self.assertRaisesRegex(ripcord.GuardUnavailable, "cannot be reached"):
                    guard.check()


class OptionsTest(unittest.TestCase):
    def test_everything_that_is_wrong_is_said_at_once(self):
        with self.assertRaises(ValueError) as refused:
            ripcord.Guard("http://127.0.0.1:1", session="", fail="maybe", stale_after=0, start_timeout=-1)
        for said in ("session is ''", "fail is 'maybe'", "stale_after is 0", "start_timeout is -1"):
            self.assertIn(said, str(refused.exception))

    def test_an_address_that_is_none_is_refused(self):
        for url in ("127.0.0.1:7700", "ftp://x", "http://", "http://h/?q=1"):
            with self.assertRaisesRegex(ValueError, "it must be http://HOST:PORT"):
                ripcord.Guard(url, session="s")

    def test_a_key_is_never_quoted(self):
        with self.assertRaises(ValueError) as refused:
            ripcord.Guard("http://127.0.0.1:1", session="s", api_key="sec\nret")
        self.assertNotIn("sec", str(refused.exception))
