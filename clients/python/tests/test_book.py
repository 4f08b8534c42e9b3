"""The rules of halts, case by case as the Java module that all agree on tests them."""

import unittest

from ripcord.book import HaltBook
from ripcord.records import Mute, Position, Writer
from ripcord.scope import Scope, ScopeKind
from ripcord.subject import Subject

from .records import EVERYTHING, INVOICE, NOW, guard_halt, operator_halt, release

ASKING = Subject("default", "invoice-9", agent="validator")


class HaltBookTest(unittest.TestCase):
    def setUp(self):
        self.book = HaltBook()

    def halting(self, now=NOW, subject=ASKING):
        return self.book.halting(subject, now)

    def test_without_a_halt_everybody_may_go_on(self):
        self.assertIsNone(self.halting())

    def test_only_a_release_that_reaches_its_position_ends_a_guards_halt(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.assertIsNotNone(self.halting())

        self.book.apply(release(INVOICE, NOW + 1, Position(0, 9)))
        self.assertIsNotNone(self.halting())

        self.book.apply(release(INVOICE, NOW + 2, Position(0, 10)))
        self.assertIsNone(self.halting())

    def test_an_old_halt_that_is_written_again_is_harmless_and_a_new_one_is_not(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.book.apply(release(INVOICE, NOW + 1, Position(0, 12)))

        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.assertIsNone(self.halting())

        self.book.apply(guard_halt(INVOICE, 13, NOW + 9))
        self.assertIsNotNone(self.halting())
        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.assertEqual(Position(0, 13), self.halting().position)

    def test_an_old_release_that_is_written_again_lifts_nothing(self):
        old = release(INVOICE, NOW, Position(0, 12))
        self.book.apply(old)
        self.book.apply(operator_halt(INVOICE, NOW + 5, through=[Position(0, 12)]))

        self.assertFalse(self.book.apply(old))
        self.assertIsNotNone(self.halting())

    def test_what_was_forgiven_stays_forgiven_when_an_operators_halt_over_it_ends(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.book.apply(release(INVOICE, NOW + 1, Position(0, 12)))
        self.book.apply(operator_halt(INVOICE, NOW + 2, NOW + 100, [Position(0, 12)]))

        self.assertIsNotNone(self.halting(NOW + 99))
        self.assertIsNone(self.halting(NOW + 100))

    def test_the_guard_takes_back_what_a_release_had_overtaken(self):
        self.book.apply(release(INVOICE, NOW, Position(0, 12)))
        self.book.apply(guard_halt(INVOICE, 13, NOW + 1))
        self.book.apply(release(INVOICE, NOW + 1, Position(0, 13), writer=Writer.GUARD))

        self.assertIsNone(self.halting())
        self.book.apply(guard_halt(INVOICE, 14, NOW + 9))
        self.assertIsNotNone(self.halting())

    def test_a_descendant_born_after_its_root_was_halted_is_refused(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))

        child = Subject("default", "invoice-9-b", root="invoice-9", parent="invoice-9-a")
        grandchild = Subject("default", "c", root="root", parent="invoice-9")
        stranger = Subject("default", "c", root="root", parent="b")
        self.assertIsNotNone(self.halting(subject=child))
        self.assertIsNotNone(self.halting(subject=grandchild))
        self.assertIsNone(self.halting(subject=stranger))
        self.assertIsNone(self.halting(subject=Subject("other", "invoice-9")))

    def test_every_scope_of_the_subject_stops_it(self):
        for scope in (
            INVOICE,
            Scope(ScopeKind.LINEAGE, "default", "invoice-9"),
            Scope(ScopeKind.AGENT, "default", "validator"),
            Scope(ScopeKind.TENANT, "default"),
            EVERYTHING,
        ):
            self.book = HaltBook()
            self.book.apply(operator_halt(scope, NOW))
            self.assertEqual(scope, self.halting().scope)

    def test_the_narrowest_halt_is_the_reason(self):
        self.book.apply(operator_halt(EVERYTHING, NOW))
        self.book.apply(guard_halt(INVOICE, 10, NOW))

        self.assertEqual(INVOICE, self.halting().scope)

    def test_the_halt_that_lasts_longest_is_the_reason(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.book.apply(operator_halt(INVOICE, NOW + 1, expires_at=NOW + 100))
        self.book.apply(operator_halt(EVERYTHING, NOW, expires_at=NOW + 200))

        in_force = self.book.in_force(ASKING.scopes(), NOW)
        self.assertEqual([None, NOW + 200, NOW + 100], [halt.expires_at for halt in in_force])
        self.assertEqual(in_force[0], self.halting())

    def test_of_halts_that_last_as_long_a_persons_is_the_reason(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.book.apply(operator_halt(INVOICE, NOW))

        self.assertEqual(Writer.OPERATOR, self.halting().writer)

    def test_a_release_of_one_scope_is_none_of_another(self):
        self.book.apply(operator_halt(EVERYTHING, NOW))
        self.book.apply(release(INVOICE, NOW + 1, Position(0, 99)))

        self.assertIsNotNone(self.halting())

    def test_a_mute_stops_and_releases_nobody(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))

        self.assertFalse(self.book.apply(Mute("session/default/invoice-9/mute")))
        self.assertIsNotNone(self.halting())

    def test_what_is_gone_from_the_topic_is_forgotten(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.book.apply(operator_halt(INVOICE, NOW))

        self.book.remove("session/default/invoice-9/operator")
        self.assertIsNotNone(self.halting())
        self.book.remove("session/default/invoice-9/guard")
        self.assertIsNone(self.halting())

    def test_what_does_not_stand_any_more_is_forgotten(self):
        self.book.apply(guard_halt(INVOICE, 10, NOW))
        self.book.apply(operator_halt(EVERYTHING, NOW))

        self.book.retain({"global/operator"})
        self.assertEqual(EVERYTHING, self.halting().scope)


class ReleaseTest(unittest.TestCase):
    def test_a_release_forgives_what_stands_at_or_before_its_positions_per_partition(self):
        one = release(INVOICE, 1, Position(0, 10), Position(2, 5))

        self.assertTrue(one.forgives(Position(0, 10)))
        self.assertTrue(one.forgives(Position(0, 0)))
        self.assertFalse(one.forgives(Position(0, 11)))
        self.assertFalse(one.forgives(Position(1, 0)))
        self.assertTrue(one.forgives(Position(2, 5)))
        self.assertFalse(one.forgives(Position(2, 6)))

    def test_a_release_of_nothing_forgives_nothing(self):
        self.assertFalse(release(INVOICE, 1).forgives(Position(0, 0)))


class ScopeTest(unittest.TestCase):
    def test_a_scope_is_one_word(self):
        for kind, tenant, id, key in (
            ("session", "acme", "invoice-9", "session/acme/invoice-9"),
            ("lineage", "acme", "batch-1", "lineage/acme/batch-1"),
            ("agent", "acme", "validator", "agent/acme/validator"),
            ("tenant", "acme", None, "tenant/acme"),
            ("global", None, None, "global"),
            ("session", "a/b", "c%2Fd", "session/a%2Fb/c%252Fd"),
            ("session", "a+b", "\n\x9fé", "session/a+b/%0A%C2%9Fé"),
        ):
            self.assertEqual(key, Scope(ScopeKind(kind), tenant, id).key)

    def test_a_scope_names_what_its_kind_needs_and_nothing_else(self):
        for kind, tenant, id in (
            ("session", "acme", None),
            ("session", None, "s"),
            ("lineage", None, None),
            ("agent", "acme", None),
            ("tenant", "acme", "s"),
            ("tenant", None, None),
            ("global", "acme", None),
            ("global", None, "s"),
        ):
            with self.assertRaisesRegex(ValueError, f"scope {kind} has tenant {tenant} and id {id}"):
                Scope(ScopeKind(kind), tenant, id)
