import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gateway, guardOf, halted, releases, untilAllowed, untilHalted } from "./fixture.mjs";
import { newKey } from "./keys.mjs";
import { EVERYTHING, INVOICE, operatorHalt, release, text } from "./records.mjs";
import { until } from "./waiting.mjs";

describe("trust", () => {
  const key = newKey("ops-1");
  const write = (record, { sign = key.sign, ...rest } = {}) =>
    gateway.write(record, { ...rest, written: sign(text(record)) });

  test("only what is signed stops or releases", async () => {
    const guard = guardOf({ trustedKeys: { "ops-1": key.pem } });
    const unsigned = { sign: (record) => record };
    write(operatorHalt(EVERYTHING, Date.now()), unsigned);
    write(operatorHalt(EVERYTHING, Date.now()), { sign: newKey("ops-1").sign });
    write(operatorHalt(EVERYTHING, Date.now()), { key: "session/default/invoice-9/operator" });
    await until(() => guard.statistics().refusedRecords === 3);
    assert.equal(await halted(guard), undefined);

    write(operatorHalt(INVOICE, 5));
    await untilHalted(guard);
    write(release(INVOICE, 6), unsigned);
    write(release(INVOICE, 4));
    await until(() => guard.statistics().records === 6);
    assert.ok(await halted(guard));
    write(release(INVOICE, 7));
    await untilAllowed(guard);
  });

  test("a tombstone lifts nothing, for nobody can sign it", async () => {
    const guard = guardOf({ trustedKeys: { "ops-1": key.pem } });
    write(operatorHalt(INVOICE, 5));
    await untilHalted(guard);
    gateway.remove("session/default/invoice-9/operator");
    gateway.cut();
    await until(() => guard.statistics().connections === 2);
    assert.ok(await halted(guard));
    gateway.forget();
    gateway.cut();
    await until(() => guard.statistics().connections === 3);
    assert.ok(await halted(guard));
    assert.deepEqual(releases, []);
  });
});
