import asyncio
import os
import pickle

import ripcord
from ripcord.records import Position
from ripcord.scope import Scope, ScopeKind

from .gateway import FakeGateway
from .guard_test_case import GuardTestCase
from .records import EVERYTHING, GUARD_HALT_ID, INVOICE, OPERATOR_HALT_ID, guard_halt, now, operator_halt, release
from .waiting import until

ANOTHER_ID = "0" * 32


class HaltingTest(GuardTestCase):
    def test_a_halt_stops_the_next_step_and_says_why(self):
        guard = self.guard()
        guard.check()

        self.gateway.write(guard_halt(INVOICE, 10, now()))

        halted = self.until_halted(guard)
        self.assertEqual("again", halted.reason)
        self.assertEqual("session/default/invoice-9", halted.scope)
        self.assertEqual(GUARD_HALT_ID, halted.halt_id)
        self.assertEqual("guard", halted.writer)
        self.assertEqual("identical-call@0f3a5c7e9b1d2468", halted.actor.name)
        self.assertLess(abs(halted.since - now()), 10_000)
        self.assertEqual(GUARD_HALT_ID, guard.halt.halt_id)
        self.assertEqual(halted.halt, pickle.loads(pickle.dumps(halted)).halt)

    def test_a_client_that_starts_after_the_halt_refuses_its_first_step(self):
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.assertIsNotNone(self.halted(self.guard()))

    def test_an_empty_root_parent_or_agent_is_none(self):
        guard = self.guard(root="", parent="", agent="")
        self.gateway.write(operator_halt(Scope(ScopeKind.LINEAGE, "default", "invoice-9"), now()))
        self.assertEqual("lineage/default/invoice-9", self.until_halted(guard).scope)

    def test_a_session_that_was_released_before_it_starts_is_not_stopped_in_between(self):
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.gateway.write(release(INVOICE, now(), Position(0, 10)))

        self.assertIsNone(self.halted(self.guard()))
        self.assertEqual([], self.halts)
        self.assertEqual([], self.gateway.acks)

    def test_a_release_lets_it_go_on_and_an_old_halt_stops_it_no_more(self):
        guard = self.guard()
        self.gateway.write(guard_halt(INVOICE, 10, 1_000))
        self.until_halted(guard)

        self.gateway.write(release(INVOICE, now(), Position(0, 12)))
        self.until_allowed(guard)
        until(lambda: len(self.releases) == 1)

        self.gateway.write(guard_halt(INVOICE, 10, 1_000))
        until(lambda: guard.statistics().records == 3)
        self.assertIsNone(self.halted(guard))
        self.gateway.write(guard_halt(INVOICE, 13, 2_000, ANOTHER_ID))
        self.assertEqual(ANOTHER_ID, self.until_halted(guard).halt_id)

    def test_a_pause_ends_by_itself(self):
        guard = self.guard()
        self.gateway.write(operator_halt(INVOICE, now(), now() + 300))
        self.until_halted(guard)
        self.until_allowed(guard)
        until(lambda: len(self.releases) == 1)

    def test_what_belongs_to_others_is_nothing_to_it(self):
        guard = self.guard()
        other = Scope(ScopeKind.SESSION, "default", "invoice-8")
        self.gateway.write(guard_halt(other, 10, now()))
        until(lambda: guard.statistics().records == 1)
        self.assertIsNone(self.halted(guard))

    def test_a_panic_stops_everybody(self):
        guard = self.guard()
        self.gateway.write(operator_halt(EVERYTHING, now()))
        self.assertEqual("global", self.until_halted(guard).scope)

    def test_a_halt_of_the_parent_or_the_root_stops_the_child(self):
        child = self.guard(session="c", root="root", parent="invoice-9")
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.until_halted(child)
        self.assertEqual(
            {"tenant": "default", "session": "c", "root": "root", "parent": "invoice-9", "agent": "validator"},
            self.gateway.requests[0][1],
        )

    def test_a_loop_of_the_event_loop_asks_too(self):
        async def ask():
            guard = self.guard()
            await guard.acheck()
            self.gateway.write(guard_halt(INVOICE, 10, now()))
            with self.assertRaises(ripcord.SessionHalted):
                while True:
                    await guard.acheck()
                    await asyncio.sleep(0)

        asyncio.run(asyncio.wait_for(ask(), 10))

    def test_a_record_that_cannot_be_read_is_refused_once_aloud_and_the_rest_goes_on(self):
        guard = self.guard()
        guard.check()
        for _ in range(3):
            self.gateway.write(None, key="global/operator", written="{")
        self.gateway.send(b"event: record\ndata: no JSON\n\n")
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.until_halted(guard)
        self.assertEqual(4, guard.statistics().refused_records)
        self.assertEqual(1, len([line for line in self.logged if "global/operator is refused" in line]))


class ToldOnceTest(GuardTestCase):
    def test_repeats_are_invisible(self):
        guard = self.guard()
        for _ in range(5):
            self.gateway.write(guard_halt(INVOICE, 10, 1_000))
        until(lambda: guard.statistics().records == 5)
        for _ in range(5):
            self.assertIsNotNone(self.halted(guard))
        self.gateway.cut()
        until(lambda: guard.statistics().connections == 2)

        until(lambda: len(self.gateway.acks) >= 2)
        guard.close()
        self.assertEqual([(GUARD_HALT_ID, "received"), (GUARD_HALT_ID, "stopped")], self.gateway.statuses())
        self.assertEqual(1, len(self.halts))

    def test_an_acknowledgement_says_who_and_what(self):
        guard = self.guard(api_key="k3y")
        self.gateway.write(operator_halt(EVERYTHING, now()))
        until(lambda: self.gateway.acks)
        ack = self.gateway.acks[0]
        self.assertLess(abs(ack.pop("at") - now()), 10_000)
        self.assertEqual(
            {
                "halt_id": OPERATOR_HALT_ID,
                "scope": {"kind": "global"},
                "tenant_id": "default",
                "session_id": "invoice-9",
                "agent_id": "validator",
                "status": "received",
                "client": "ripcord-python/0.1.0",
            },
            ack,
        )
        self.assertEqual("Bearer k3y", self.gateway.requests[0][2]["Authorization"])
        self.assertTrue(guard.stopped())
        until(lambda: (OPERATOR_HALT_ID, "stopped") in self.gateway.statuses())

    def test_who_refuses_a_halt_says_why_and_goes_on_until_the_next(self):
        guard = self.guard()
        self.assertFalse(guard.refuse("nothing to refuse"))
        self.assertFalse(guard.stopped())
        self.gateway.write(guard_halt(INVOICE, 10, 1_000))
        self.until_halted(guard)

        self.assertTrue(guard.refuse("the patient is on the table"))
        self.assertIsNone(self.halted(guard))
        self.gateway.write(operator_halt(EVERYTHING, now()))
        self.until_halted(guard)
        until(lambda: any(ack.get("reason") == "the patient is on the table" for ack in self.gateway.acks))

    def test_an_acknowledgement_is_tried_again(self):
        self.gateway.refuse_acks_with = 503
        guard = self.guard()
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        until(lambda: self.halts)
        self.gateway.refuse_acks_with = None
        until(lambda: guard.statistics().acks_sent == 1)
        self.assertEqual(0, guard.statistics().acks_lost)

    def test_an_acknowledgement_that_the_gateway_cannot_take_is_given_up_aloud(self):
        self.gateway.refuse_acks_with = 400
        guard = self.guard()
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        until(lambda: guard.statistics().acks_lost == 1)
        self.assertTrue(any("was not sent: it answered 400: not now" in line for line in self.logged))

    def test_closing_sends_what_is_waiting(self):
        guard = self.guard()
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.until_halted(guard)
        guard.close()
        self.assertIn((GUARD_HALT_ID, "stopped"), self.gateway.statuses())
        with self.assertRaises(RuntimeError):
            guard.check()

    def test_a_callback_that_fails_or_hangs_stops_nothing(self):
        guard = ripcord.Guard(self.gateway.url, session="invoice-9", on_halt=lambda halt: 1 / 0)
        self.addCleanup(guard.close)
        guard.check()
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.until_halted(guard)
        until(lambda: "a callback of the guard failed" in self.logged)


class ConnectionTest(GuardTestCase):
    def test_a_halt_that_was_written_while_the_gateway_was_away_arrives(self):
        guard = self.guard()
        self.gateway.write(operator_halt(INVOICE, 1, through=[]))
        self.until_halted(guard)
        self.gateway.write(release(INVOICE, 2))
        self.until_allowed(guard)
        port = self.gateway.port
        self.gateway.close()
        records = self.gateway._records
        self.gateway = FakeGateway(port)
        self.gateway._records = records
        self.gateway.write(operator_halt(INVOICE, 3, halt_id=ANOTHER_ID))
        self.assertEqual(ANOTHER_ID, self.until_halted(guard).halt_id)
        resumed = [headers.get("Last-Event-ID") for _, _, headers in self.gateway.requests]
        self.assertEqual("1", resumed[0])

    def test_a_halt_once_seen_stays_in_force_while_disconnected(self):
        guard = self.guard()
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.until_halted(guard)
        self.gateway.close()
        until(lambda: not guard.statistics().connected)
        self.assertIsNotNone(self.halted(guard))

    def test_a_connection_that_falls_silent_is_given_up(self):
        self.gateway.heartbeat = 60
        guard = self.guard(heartbeat_timeout=0.2)
        until(lambda: guard.statistics().connections >= 2)

    def test_a_key_that_is_gone_is_forgotten(self):
        guard = self.guard()
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.until_halted(guard)
        self.gateway.remove("session/default/invoice-9/guard")
        self.until_allowed(guard)

    def test_after_a_reset_what_is_not_sent_again_is_gone(self):
        guard = self.guard()
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.until_halted(guard)
        self.gateway.forget()
        self.gateway.cut()
        self.until_allowed(guard)

    def test_what_comes_before_a_broken_start_counts(self):
        guard = self.guard()
        until(lambda: self.gateway.following == 1)
        self.gateway.send(b"event: reset\ndata: {}\n\n")
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        until(lambda: guard.statistics().records == 1)
        self.assertIsNone(self.halted(guard))
        self.gateway.close()
        self.until_halted(guard)

    def test_a_forked_child_follows_on_its_own(self):
        guard = self.guard()
        guard.check()
        child = os.fork()
        if child == 0:
            try:
                self.until_halted(guard)
                os._exit(0)
            except BaseException:
                os._exit(1)
        until(lambda: self.gateway.following == 2)
        self.gateway.write(guard_halt(INVOICE, 10, now()))
        self.assertEqual(0, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        self.until_halted(guard)
