import assert from "node:assert/strict";
import { test } from "node:test";
import { EventStream } from "../dist/sse.js";

const bytes = (text) => new TextEncoder().encode(text);

function parsed(...chunks) {
  const stream = new EventStream();
  return chunks.flatMap((chunk) => stream.feed(typeof chunk === "string" ? bytes(chunk) : chunk));
}

test("an event has a name, data and an id", () => {
  assert.deepEqual(parsed('event: record\nid: 7\ndata: {"key":"global/operator"}\n\n'), [
    { event: "record", data: '{"key":"global/operator"}', id: "7" },
  ]);
});

test("it does not matter where the stream is cut, nor how its lines end", () => {
  const text = ": hello\n\nevent: record\nid: 1\ndata: grün\ndata:2\n\nevent: ready\ndata: {}\n\n";
  const expected = [
    { event: "record", data: "grün\n2", id: "1" },
    { event: "ready", data: "{}", id: "1" },
  ];
  for (const ending of ["\n", "\r\n", "\r"]) {
    const whole = bytes(text.replaceAll("\n", ending));
    for (let size = 1; size <= whole.length; size++) {
      const count = Math.ceil(whole.length / size);
      const chunks = Array.from({ length: count }, (_, at) => whole.subarray(at * size, (at + 1) * size));
      assert.deepEqual(parsed(...chunks), expected, `${JSON.stringify(ending)}, pieces of ${size}`);
    }
  }
});

test("comments and unknown fields say nothing", () => {
  assert.deepEqual(parsed(": heartbeat\n\nretry: 10\n\nnonsense\n\n"), []);
});

test("an event without a name is a message, and one without data is none", () => {
  assert.deepEqual(parsed("data: x\n\nevent: record\n\n"), [{ event: "message", data: "x", id: undefined }]);
});

test("an event that the stream breaks off in is dropped", () => {
  assert.deepEqual(parsed("event: record\ndata: half"), []);
});

test("one blank after the colon belongs to the form", () => {
  assert.equal(parsed("data:  x\n\n")[0].data, " x");
});

test("an id stays until another is named", () => {
  assert.deepEqual(
    parsed("id: 3\ndata: a\n\ndata: b\n\n").map((event) => event.id),
    ["3", "3"],
  );
});

test("a byte order mark is skipped", () => {
  assert.equal(parsed("\ufeffdata: x\n\n")[0].data, "x");
});

test("the longest record, with each quote in it escaped, is taken", () => {
  const data = '\\"'.repeat(6 * 1024 * 1024);
  const whole = bytes(`data: ${data}\n\n`);
  const count = Math.ceil(whole.length / 65536);
  const chunks = Array.from({ length: count }, (_, at) => whole.subarray(at * 65536, (at + 1) * 65536));
  const [event] = parsed(...chunks);
  assert.ok(event.data === data);
});

test("an event without an end is refused before it fills the memory", () => {
  const stream = new EventStream(100);
  assert.throws(() => {
    for (let i = 0; i < 20; i++) {
      stream.feed(bytes("data: 1234567\n"));
    }
  }, RangeError);
});
