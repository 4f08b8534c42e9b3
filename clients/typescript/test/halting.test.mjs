import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SessionHalted } from "../dist/index.js";
import { Scope } from "../dist/scope.js";
import { gateway, guardOf, halted, halts, logged, releases, untilAllowed, untilHalted } from "./fixture.mjs";
import { ANOTHER_ID, at, EVERYTHING, GUARD_HALT_ID, guardHalt, INVOICE, operatorHalt, release } from "./records.mjs";
import { until } from "./waiting.mjs";

describe("halting", () => {
  test("a halt stops the next step and says why", async () => {
    const guard = guardOf();
    await guard.check();

    gateway.write(guardHalt(INVOICE, 10, Date.now()));

    const thrown = await untilHalted(guard);
    assert.equal(thrown.reason, "again");
    assert.equal(thrown.scope, "session/default/invoice-9");
    assert.equal(thrown.haltId, GUARD_HALT_ID);
    assert.equal(thrown.writer, "guard");
    assert.equal(thrown.actor.name, "identical-call@0f3a5c7e9b1d2468");
    assert.ok(Math.abs(thrown.since - Date.now()) < 10_000);
    assert.equal(guard.halt.haltId, GUARD_HALT_ID);
    assert.throws(() => guard.checkNow(), SessionHalted);
  });

  test("a client that starts after the halt refuses its first step", async () => {
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    assert.ok(await halted(guardOf()));
  });

  test("an empty root, parent or agent is none", async () => {
    const guard = guardOf({ root: "", parent: "", agent: "" });
    gateway.write(operatorHalt(new Scope("lineage", "default", "invoice-9"), Date.now()));
    assert.equal((await untilHalted(guard)).scope, "lineage/default/invoice-9");
  });

  test("a session that was released before it starts is not stopped in between", async () => {
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    gateway.write(release(INVOICE, Date.now(), [at(10)]));

    assert.equal(await halted(guardOf()), undefined);
    assert.deepEqual([halts, gateway.acks], [[], []]);
  });

  test("a release lets it go on, and an old halt stops it no more", async () => {
    const guard = guardOf();
    gateway.write(guardHalt(INVOICE, 10, 1_000));
    await untilHalted(guard);

    gateway.write(release(INVOICE, Date.now(), [at(12)]));
    await untilAllowed(guard);
    await until(() => releases.length === 1);

    gateway.write(guardHalt(INVOICE, 10, 1_000));
    await until(() => guard.statistics().records === 3);
    assert.equal(await halted(guard), undefined);
    gateway.write(guardHalt(INVOICE, 13, 2_000, ANOTHER_ID));
    assert.equal((await untilHalted(guard)).haltId, ANOTHER_ID);
  });

  test("a pause ends by itself", async () => {
    const guard = guardOf();
    gateway.write(operatorHalt(INVOICE, Date.now(), { expiresAt: Date.now() + 300 }));
    await untilHalted(guard);
    await untilAllowed(guard);
    await until(() => releases.length === 1);
  });

  test("what belongs to others is nothing to it", async () => {
    const guard = guardOf();
    gateway.write(guardHalt(new Scope("session", "default", "invoice-8"), 10, Date.now()));
    await until(() => guard.statistics().records === 1);
    assert.equal(await halted(guard), undefined);
  });

  test("a panic stops everybody", async () => {
    const guard = guardOf();
    gateway.write(operatorHalt(EVERYTHING, Date.now()));
    assert.equal((await untilHalted(guard)).scope, "global");
  });

  test("a halt of the parent or the root stops the child", async () => {
    const child = guardOf({ session: "c", root: "root", parent: "invoice-9" });
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await untilHalted(child);
    const query = "tenant=default&session=c&root=root&parent=invoice-9&agent=validator";
    assert.equal(gateway.requests[0].url, `/v1/halts?${query}`);
  });

  test("a loop that never waits for anything else hears of its halt", async () => {
    const guard = guardOf();
    await guard.check();
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    const deadline = performance.now() + 10_000;
    await assert.rejects(async () => {
      while (performance.now() < deadline) {
        await guard.check();
      }
    }, SessionHalted);
  });

  test("a record that cannot be read is refused, once aloud, and the rest goes on", async () => {
    const guard = guardOf();
    await guard.check();
    for (let i = 0; i < 3; i++) {
      gateway.write(undefined, { key: "global/operator", written: "{" });
    }
    gateway.send("event: record\ndata: no JSON\n\n");
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await untilHalted(guard);
    assert.equal(guard.statistics().refusedRecords, 4);
    assert.equal(logged.filter((line) => line.includes("global/operator is refused")).length, 1);
  });
});
