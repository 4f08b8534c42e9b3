import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gateway, guardOf, guardStates, halted, logged, replaceGateway, unavailable } from "./fixture.mjs";
import { guardHalt, INVOICE } from "./records.mjs";
import { until } from "./waiting.mjs";

describe("watching", () => {
  test("an open guard warns once and lets go on", async () => {
    const guard = guardOf();
    await guard.check();
    gateway.guard = { guard: "stale", guard_lag_ms: 20_000 };
    await until(() => guardStates.length === 1);
    await guard.check();
    gateway.guard = { guard: "live", guard_lag_ms: 4 };
    await until(() => guardStates.length === 2);
    assert.deepEqual(guardStates, [
      [false, "the guard is stale"],
      [true, undefined],
    ]);
    assert.deepEqual(logged, [
      "nobody watches session default/invoice-9, and its guard fails open: the guard is stale",
      "session default/invoice-9 is watched again",
    ]);
  });

  test("a closed guard stops while nobody watches", async () => {
    gateway.guard = { guard: "absent" };
    const guard = guardOf({ fail: "closed" });
    await assert.rejects(guard.check(), unavailable("the guard is absent"));
    gateway.guard = { guard: "live", guard_lag_ms: 4 };
    await until(() => guardStates.length === 2);
    await guard.check();
  });

  test("a closed guard stops when the gateway is silent for too long", async () => {
    const guard = guardOf({ fail: "closed", staleAfterMs: 500 });
    await guard.check();
    await gateway.close();
    await until(() =>
      guard.check().then(
        () => false,
        (thrown) => unavailable("has said nothing")(thrown),
      ),
    );
    await replaceGateway();
  });

  test("a guard that lags is stale", async () => {
    gateway.guard = { guard: "live", guard_lag_ms: 16_000 };
    await assert.rejects(guardOf({ fail: "closed" }).check(), unavailable("lags by 16"));
  });

  test("a lag that nobody names stops nobody", async () => {
    gateway.guard = { guard: "live" };
    await guardOf({ fail: "closed" }).check();
  });

  test("a closed guard stops until it knows what stands, though somebody watches", async () => {
    gateway.tellsReady = false;
    const guard = guardOf({ fail: "closed", startTimeoutMs: 300 });
    await until(() =>
      guard.check().then(
        () => assert.fail("it was let go on"),
        (thrown) => unavailable("has not said yet what stands")(thrown),
      ),
    );
    gateway.send('event: ready\ndata: {"guard":"live","guard_lag_ms":4}\n\n');
    await until(() => guard.statistics().connections === 1);
    await guard.check();
  });

  test("a halt says more than that nobody watches", async () => {
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    gateway.guard = { guard: "absent" };
    assert.ok(await halted(guardOf({ fail: "closed" })));
  });

  test("without a gateway the first check waits and the others do not", async () => {
    await gateway.close();
    const guard = guardOf({ fail: "closed", startTimeoutMs: 200 });
    for (let i = 0; i < 1_000; i++) {
      await assert.rejects(guard.check(), unavailable("cannot be reached"));
    }
    await replaceGateway();
  });
});
