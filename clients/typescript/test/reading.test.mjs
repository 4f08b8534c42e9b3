import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Guard, UntrustedRecord } from "../dist/index.js";
import { HaltReader } from "../dist/reading.js";
import { keyOf } from "../dist/records.js";
import { TrustedKeys } from "../dist/signatures.js";
import { newKey } from "./keys.mjs";
import { at, guardHalt, INVOICE, NOW, operatorHalt, release, text } from "./records.mjs";

const refusal = (reason) => (thrown) => thrown instanceof UntrustedRecord && thrown.message.includes(reason);

describe("reading", () => {
  const reader = new HaltReader();

  test("what was written is read", () => {
    for (const record of [
      guardHalt(INVOICE, 10, NOW),
      operatorHalt(INVOICE, NOW, { expiresAt: NOW + 1, through: [at(2, 1)] }),
      release(INVOICE, NOW, [at(3)]),
    ]) {
      assert.deepEqual(reader.read(keyOf(record), text(record)), record);
    }
  });

  test("unknown members are ignored", () => {
    const halt = guardHalt(INVOICE, 10, NOW);
    const more = text(halt).slice(0, -1) + ',"values":{"outcome.count":4},"new":null}';
    assert.deepEqual(reader.read(keyOf(halt), more), halt);
  });

  test("mutes are known by their key", () => {
    const key = "pattern/cost-spike/mute";
    assert.deepEqual(reader.read(key, '{"kind":"mute","pattern":"cost-spike","reason":"r"}'), { kind: "mute", key });
  });

  test("what cannot be read is refused with its reason", () => {
    const halt = guardHalt(INVOICE, 10, NOW);
    const whole = text(halt);
    for (const [bad, reason] of [
      ["", "cannot be read"],
      ["[]", "no object"],
      [whole.replace('"halt"', '"hold"'), "kind is 'hold'"],
      [whole.replace('"issued_at":', '"issued_at_":'), "issued_at is missing"],
      [whole.replace(String(NOW), "1.5"), "issued_at is no whole number"],
      [whole.replace(String(NOW), "NaN"), "cannot be read"],
      [whole.replace('"position"', '"place"'), "position is missing"],
      [whole.replace('"kind":"halt"', '"__proto__":{"kind":"halt"}'), "kind is missing"],
      [whole + "x", "cannot be read"],
    ]) {
      assert.throws(() => reader.read(keyOf(halt), bad), refusal(reason), bad);
    }
  });
});

describe("signatures", () => {
  const key = newKey("ops-1");
  const reader = new HaltReader(new TrustedKeys({ "ops-1": key.pem }));
  const reason = 'said "stop","key_id":"x" – at once';
  const unsigned = text({ ...operatorHalt(INVOICE, NOW), reason });
  const recordKey = "session/default/invoice-9/operator";
  const refused = (whole, why, under = recordKey) => assert.throws(() => reader.read(under, whole), refusal(why), whole);

  test("what was signed is believed", () => {
    assert.equal(reader.read(recordKey, key.sign(unsigned)).reason, reason);
  });

  test("a forged record is refused", () => {
    refused(newKey("ops-1").sign(unsigned), "does not match");
  });

  test("a record that nobody or a stranger signed is refused", () => {
    refused(unsigned, "not signed");
    refused(newKey("stranger").sign(unsigned), "key 'stranger'");
  });

  test("an altered record is refused, whatever was altered", () => {
    const whole = key.sign(unsigned);
    for (let at = 0; at < whole.length; at++) {
      refused(whole.slice(0, at) + (whole[at] === "x" ? "y" : "x") + whole.slice(at + 1), "");
    }
  });

  test("another spelling of a signature is refused", () => {
    const whole = key.sign(unsigned);
    assert.ok(whole.endsWith('=="}'));
    refused(whole.slice(0, -4) + '"}', "not signed");
  });

  test("a record that was moved to another key is refused", () => {
    refused(key.sign(unsigned), "belongs under", "session/default/other/operator");
    refused(key.sign(unsigned), "belongs under", "session/default/invoice-9/guard");
  });

  test("a record that no text can be is refused", () => {
    refused(key.sign(unsigned).replace("–", "\ud800"), "does not match");
  });

  test("keys are read from files, and a file that is none is refused by name and not quoted", (t) => {
    const directory = mkdtempSync(join(tmpdir(), "ripcord-"));
    t.after(() => rmSync(directory, { recursive: true }));
    const path = join(directory, "one.pub");
    writeFileSync(path, key.pem);
    const read = new HaltReader(new TrustedKeys({ "ops-1": path })).read(recordKey, key.sign(unsigned));
    assert.equal(read.scope.key, INVOICE.key);

    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ type: "spki", format: "pem" });
    for (const content of ["hunter2", "-----BEGIN PUBLIC KEY-----\nhunter\n-----END PUBLIC KEY-----\n", rsa]) {
      writeFileSync(path, content);
      assert.throws(
        () => new TrustedKeys({ "ops-1": path }),
        ({ message }) => message.includes("one.pub") && !message.includes("hunter"),
      );
    }
  });

  test("no key at all is an error at construction", () => {
    assert.throws(() => new Guard({ url: "http://127.0.0.1:1", session: "s", trustedKeys: {} }), /no key is trusted/);
  });
});
