import json
import os
import sys
import tempfile
import unittest

import ripcord
from ripcord.reading import HaltReader
from ripcord.records import Mute, Position
from ripcord.signatures import TrustedKeys, UntrustedRecord

from . import keys
from .records import INVOICE, NOW, guard_halt, operator_halt, release, text


class ReadingTest(unittest.TestCase):
    def setUp(self):
        self.reader = HaltReader()

    def test_what_was_written_is_read(self):
        for record in (
            guard_halt(INVOICE, 10, NOW),
            operator_halt(INVOICE, NOW, NOW + 1, [Position(1, 2)]),
            release(INVOICE, NOW, Position(0, 3)),
        ):
            self.assertEqual(record, self.reader.read(record.key, text(record)))

    def test_unknown_members_are_ignored(self):
        halt = guard_halt(INVOICE, 10, NOW)
        more = text(halt)[:-1] + ',"values":{"outcome.count":4},"new":null}'
        self.assertEqual(halt, self.reader.read(halt.key, more))

    def test_mutes_are_known_by_their_key(self):
        mute = '{"kind":"mute","pattern":"cost-spike","reason":"r"}'
        self.assertEqual(Mute("pattern/cost-spike/mute"), self.reader.read("pattern/cost-spike/mute", mute))

    def test_what_cannot_be_read_is_refused_with_its_reason(self):
        halt = guard_halt(INVOICE, 10, NOW)
        whole = text(halt)
        for bad, reason in (
            ("", "cannot be read"),
            ("[]", "no object"),
            ("[" * 100_000, "cannot be read"),
            (whole.replace('"halt"', '"hold"', 1), "kind is 'hold'"),
            (whole.replace('"issued_at":', '"issued_at_":'), "issued_at is missing"),
            (whole.replace(str(NOW), "1.5"), "issued_at is no whole number"),
            (whole.replace(str(NOW), "NaN"), "NaN"),
            (whole.replace('"position"', '"place"'), "position is missing"),
            (whole + "x", "cannot be read"),
        ):
            with self.assertRaisesRegex(UntrustedRecord, reason):
                self.reader.read(halt.key, bad)


@unittest.skipUnless(keys.INSTALLED, keys.WHY_SKIPPED)
class SignatureTest(unittest.TestCase):
    def setUp(self):
        self.key = keys.Key("ops-1")
        self.reader = HaltReader(TrustedKeys({"ops-1": self.key.pem}))
        halt = json.loads(text(operator_halt(INVOICE, NOW)))
        halt["reason"] = 'said "stop","key_id":"x" – at once'
        self.unsigned = json.dumps(halt, separators=(",", ":"), ensure_ascii=False)
        self.record_key = "session/default/invoice-9/operator"

    def refused(self, key, whole, reason):
        with self.assertRaisesRegex(UntrustedRecord, reason):
            self.reader.read(key, whole)

    def test_what_was_signed_is_believed(self):
        read = self.reader.read(self.record_key, self.key.sign(self.unsigned))
        self.assertEqual('said "stop","key_id":"x" – at once', read.reason)

    def test_a_forged_record_is_refused(self):
        self.refused(self.record_key, keys.Key("ops-1").sign(self.unsigned), "does not match")

    def test_a_record_that_nobody_or_a_stranger_signed_is_refused(self):
        self.refused(self.record_key, self.unsigned, "not signed")
        self.refused(self.record_key, keys.Key("stranger").sign(self.unsigned), "key 'stranger'")

    def test_an_altered_record_is_refused_whatever_was_altered(self):
        whole = self.key.sign(self.unsigned)
        for at in range(len(whole)):
            altered = whole[:at] + ("y" if whole[at] == "x" else "x") + whole[at + 1 :]
            self.refused(self.record_key, altered, "")

    def test_another_spelling_of_a_signature_is_refused(self):
        whole = self.key.sign(self.unsigned)
        self.assertTrue(whole.endswith('=="}'))
        self.refused(self.record_key, whole[:-4] + '"}', "not signed")

    def test_a_record_that_was_moved_to_another_key_is_refused(self):
        whole = self.key.sign(self.unsigned)
        self.refused("session/default/other/operator", whole, "belongs under")
        self.refused("session/default/invoice-9/guard", whole, "belongs under")

    def test_a_record_that_no_text_can_be_is_refused(self):
        self.refused(self.record_key, self.key.sign(self.unsigned).replace("–", "\ud800"), "does not match")

    def test_keys_are_read_from_files(self):
        with tempfile.TemporaryDirectory() as directory:
            reader = HaltReader(TrustedKeys({"ops-1": self.key.write(directory)}))
        self.assertEqual(INVOICE, reader.read(self.record_key, self.key.sign(self.unsigned)).scope)

    def test_a_file_that_is_no_key_is_refused_by_name_and_not_quoted(self):
        with tempfile.TemporaryDirectory() as directory:
            path = os.path.join(directory, "not-a-key")
            for content in ("hunter2", "-----BEGIN PUBLIC KEY-----\nhunter\n-----END PUBLIC KEY-----\n"):
                with open(path, "w", encoding="ascii") as file:
                    file.write(content)
                with self.assertRaisesRegex(ValueError, "not-a-key") as refused:
                    TrustedKeys({"ops-1": path})
                self.assertNotIn("hunter", str(refused.exception))


class MissingExtraTest(unittest.TestCase):
    def test_a_key_that_cannot_be_used_is_an_error_at_construction(self):
        before = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "cryptography"}
        self.addCleanup(sys.modules.update, before)
        self.addCleanup(sys.modules.pop, "cryptography", None)
        # None there makes an import fail as that of a package that is not installed.
        sys.modules.update({name: None for name in [*before, "cryptography"]})
        with self.assertRaisesRegex(ImportError, r"ripcord\[cryptography\]"):
            ripcord.Guard("http://127.0.0.1:1", session="s", trusted_keys={"ops-1": "no such file"})

    def test_no_key_at_all_is_an_error_too(self):
        with self.assertRaisesRegex(ValueError, "no key is trusted"):
            ripcord.Guard("http://127.0.0.1:1", session="s", trusted_keys={})
