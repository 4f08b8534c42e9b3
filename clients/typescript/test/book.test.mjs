// The rules of halts, case by case as the Java module that all agree on tests them.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { HaltBook } from "../dist/book.js";
import { forgives } from "../dist/records.js";
import { Scope } from "../dist/scope.js";
import { at, EVERYTHING, guardHalt, INVOICE, NOW, operatorHalt, release } from "./records.mjs";

const ASKING = { tenant: "default", session: "invoice-9", agent: "validator" };

describe("a book of halts", () => {
  let book;
  const halting = (now = NOW, subject = ASKING) => book.halting(subject, now);
  const isHalted = (...which) => halting(...which) !== undefined;

  beforeEach(() => {
    book = new HaltBook();
  });

  test("without a halt everybody may go on", () => {
    assert.equal(isHalted(), false);
  });

  test("only a release that reaches its position ends a guard's halt", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));
    assert.equal(isHalted(), true);

    book.apply(release(INVOICE, NOW + 1, [at(9)]));
    assert.equal(isHalted(), true);

    book.apply(release(INVOICE, NOW + 2, [at(10)]));
    assert.equal(isHalted(), false);
  });

  test("an old halt that is written again is harmless and a new one is not", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));
    book.apply(release(INVOICE, NOW + 1, [at(12)]));

    book.apply(guardHalt(INVOICE, 10, NOW));
    assert.equal(isHalted(), false);

    book.apply(guardHalt(INVOICE, 13, NOW + 9));
    assert.equal(isHalted(), true);
    book.apply(guardHalt(INVOICE, 10, NOW));
    assert.deepEqual(halting().position, at(13));
  });

  test("an old release that is written again lifts nothing", () => {
    const old = release(INVOICE, NOW, [at(12)]);
    book.apply(old);
    book.apply(operatorHalt(INVOICE, NOW + 5, { through: [at(12)] }));

    assert.equal(book.apply(old), false);
    assert.equal(isHalted(), true);
  });

  test("what was forgiven stays forgiven when an operator's halt over it ends", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));
    book.apply(release(INVOICE, NOW + 1, [at(12)]));
    book.apply(operatorHalt(INVOICE, NOW + 2, { expiresAt: NOW + 100, through: [at(12)] }));

    assert.equal(isHalted(NOW + 99), true);
    assert.equal(isHalted(NOW + 100), false);
  });

  test("the guard takes back what a release had overtaken", () => {
    book.apply(release(INVOICE, NOW, [at(12)]));
    book.apply(guardHalt(INVOICE, 13, NOW + 1));
    book.apply(release(INVOICE, NOW + 1, [at(13)], "guard"));

    assert.equal(isHalted(), false);
    book.apply(guardHalt(INVOICE, 14, NOW + 9));
    assert.equal(isHalted(), true);
  });

  test("a descendant born after its root was halted is refused", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));

    const of = (session, root, parent) => ({ tenant: "default", session, root, parent });
    assert.equal(isHalted(NOW, of("invoice-9-b", "invoice-9", "invoice-9-a")), true);
    assert.equal(isHalted(NOW, of("c", "root", "invoice-9")), true);
    assert.equal(isHalted(NOW, of("c", "root", "b")), false);
    assert.equal(isHalted(NOW, { tenant: "other", session: "invoice-9" }), false);
  });

  test("every scope of the subject stops it", () => {
    for (const scope of [
      INVOICE,
      new Scope("lineage", "default", "invoice-9"),
      new Scope("agent", "default", "validator"),
      new Scope("tenant", "default"),
      EVERYTHING,
    ]) {
      book = new HaltBook();
      book.apply(operatorHalt(scope, NOW));
      assert.equal(halting().scope, scope);
    }
  });

  test("the narrowest halt is the reason", () => {
    book.apply(operatorHalt(EVERYTHING, NOW));
    book.apply(guardHalt(INVOICE, 10, NOW));
    assert.equal(halting().scope, INVOICE);
  });

  test("the halt that lasts longest is the reason", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));
    book.apply(operatorHalt(INVOICE, NOW + 1, { expiresAt: NOW + 100 }));
    book.apply(operatorHalt(EVERYTHING, NOW, { expiresAt: NOW + 200 }));
    const inForce = book.inForce([INVOICE, EVERYTHING], NOW);
    assert.deepEqual(
      inForce.map((halt) => halt.expiresAt),
      [undefined, NOW + 200, NOW + 100],
    );
    assert.equal(halting(), inForce[0]);
  });

  test("of halts that last as long a person's is the reason", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));
    book.apply(operatorHalt(INVOICE, NOW));
    assert.equal(halting().writer, "operator");
  });

  test("a release of one scope is none of another", () => {
    book.apply(operatorHalt(EVERYTHING, NOW));
    book.apply(release(INVOICE, NOW + 1, [at(99)]));
    assert.equal(isHalted(), true);
  });

  test("a mute stops and releases nobody", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));
    assert.equal(book.apply({ kind: "mute", key: "session/default/invoice-9/mute" }), false);
    assert.equal(isHalted(), true);
  });

  test("what is gone from the topic is forgotten", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));
    book.apply(operatorHalt(INVOICE, NOW));

    book.remove("session/default/invoice-9/operator");
    assert.equal(isHalted(), true);
    book.remove("session/default/invoice-9/guard");
    assert.equal(isHalted(), false);
  });

  test("what does not stand any more is forgotten", () => {
    book.apply(guardHalt(INVOICE, 10, NOW));
    book.apply(operatorHalt(EVERYTHING, NOW));

    book.retain(new Set(["global/operator"]));
    assert.equal(halting().scope, EVERYTHING);
  });
});

test("a release forgives what stands at or before its positions, per partition", () => {
  const through = [at(10), at(5, 2)];
  assert.deepEqual(
    [at(10), at(0), at(11), at(0, 1), at(5, 2), at(6, 2)].map((one) => forgives(through, one)),
    [true, true, false, false, true, false],
  );
  assert.equal(forgives([], at(0)), false);
});

test("a scope is one word", () => {
  for (const [kind, tenant, id, key] of [
    ["session", "acme", "invoice-9", "session/acme/invoice-9"],
    ["lineage", "acme", "batch-1", "lineage/acme/batch-1"],
    ["agent", "acme", "validator", "agent/acme/validator"],
    ["tenant", "acme", undefined, "tenant/acme"],
    ["global", undefined, undefined, "global"],
    ["session", "a/b", "c%2Fd", "session/a%2Fb/c%252Fd"],
    ["session", "a+b", "\n\u009fé", "session/a+b/%0A%C2%9Fé"],
  ]) {
    assert.equal(new Scope(kind, tenant, id).key, key);
  }
});

test("a scope names what its kind needs and nothing else", () => {
  for (const [kind, tenant, id] of [
    ["session", "acme", undefined],
    ["session", undefined, "s"],
    ["lineage", undefined, undefined],
    ["agent", "acme", undefined],
    ["tenant", "acme", "s"],
    ["tenant", undefined, undefined],
    ["global", "acme", undefined],
    ["global", undefined, "s"],
  ]) {
    assert.throws(() => new Scope(kind, tenant, id), { message: new RegExp(`scope ${kind} has tenant ${tenant}`) });
  }
});
