import unittest

from ripcord.sse import EventStream, ServerSentEvent


def parsed(*chunks):
    stream = EventStream()
    return [event for chunk in chunks for event in stream.feed(chunk)]


class EventStreamTest(unittest.TestCase):
    def test_an_event_has_a_name_data_and_an_id(self):
        self.assertEqual(
            [ServerSentEvent("record", '{"key":"global/operator"}', "7")],
            parsed(b'event: record\nid: 7\ndata: {"key":"global/operator"}\n\n'),
        )

    def test_it_does_not_matter_where_the_stream_is_cut_nor_how_its_lines_end(self):
        text = ": hello\n\nevent: record\nid: 1\ndata: grün\ndata:2\n\nevent: ready\ndata: {}\n\n"
        expected = [ServerSentEvent("record", "grün\n2", "1"), ServerSentEvent("ready", "{}", "1")]
        for ending in ("\n", "\r\n", "\r"):
            whole = text.replace("\n", ending).encode("utf-8")
            for size in range(1, len(whole) + 1):
                chunks = [whole[at : at + size] for at in range(0, len(whole), size)]
                self.assertEqual(expected, parsed(*chunks), f"{ending!r}, pieces of {size}")

    def test_comments_and_unknown_fields_say_nothing(self):
        self.assertEqual([], parsed(b": heartbeat\n\nretry: 10\n\nnonsense\n\n"))

    def test_an_event_without_a_name_is_a_message_and_one_without_data_is_none(self):
        self.assertEqual([ServerSentEvent("message", "x")], parsed(b"data: x\n\nevent: record\n\n"))

    def test_an_event_that_the_stream_breaks_off_in_is_dropped(self):
        self.assertEqual([], parsed(b"event: record\ndata: half"))

    def test_one_blank_after_the_colon_belongs_to_the_form(self):
        self.assertEqual([ServerSentEvent("message", " x")], parsed(b"data:  x\n\n"))

    def test_an_id_stays_until_another_is_named(self):
        self.assertEqual(["3", "3"], [event.id for event in parsed(b"id: 3\ndata: a\n\ndata: b\n\n")])

    def test_a_byte_order_mark_is_skipped(self):
        self.assertEqual([ServerSentEvent("message", "x")], parsed(b"\xef\xbb\xbfdata: x\n\n"))

    def test_the_longest_record_with_each_quote_in_it_escaped_is_taken(self):
        data = '\\"' * (6 * 1024 * 1024)
        whole = f"data: {data}\n\n".encode("utf-8")
        chunks = [whole[at : at + 65536] for at in range(0, len(whole), 65536)]
        self.assertTrue([ServerSentEvent("message", data)] == parsed(*chunks))

    def test_an_event_without_an_end_is_refused_before_it_fills_the_memory(self):
        stream = EventStream(max_bytes=100)
        with self.assertRaises(ValueError):
            for _ in range(20):
                list(stream.feed(b"data: 1234567\n"))
