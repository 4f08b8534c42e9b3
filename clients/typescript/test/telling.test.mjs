import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gateway, guardOf, halted, halts, logged, untilHalted } from "./fixture.mjs";
import { EVERYTHING, GUARD_HALT_ID, guardHalt, INVOICE, OPERATOR_HALT_ID, operatorHalt } from "./records.mjs";
import { until } from "./waiting.mjs";

describe("told once", () => {
  test("repeats are invisible", async () => {
    const guard = guardOf();
    for (let i = 0; i < 5; i++) {
      gateway.write(guardHalt(INVOICE, 10, 1_000));
    }
    await until(() => guard.statistics().records === 5);
    for (let i = 0; i < 5; i++) {
      assert.ok(await halted(guard));
    }
    gateway.cut();
    await until(() => guard.statistics().connections === 2);

    await until(() => gateway.acks.length >= 2);
    await guard.close();
    assert.deepEqual(gateway.statuses(), [
      [GUARD_HALT_ID, "received"],
      [GUARD_HALT_ID, "stopped"],
    ]);
    assert.equal(halts.length, 1);
  });

  test("an acknowledgement says who and what", async () => {
    const guard = guardOf({ apiKey: "k3y" });
    gateway.write(operatorHalt(EVERYTHING, Date.now()));
    await until(() => gateway.acks.length > 0);
    const { at: when, ...ack } = gateway.acks[0];
    assert.ok(Math.abs(when - Date.now()) < 10_000);
    assert.deepEqual(ack, {
      halt_id: OPERATOR_HALT_ID,
      scope: { kind: "global" },
      tenant_id: "default",
      session_id: "invoice-9",
      agent_id: "validator",
      status: "received",
      client: "ripcord-typescript/0.1.0",
    });
    assert.equal(gateway.requests[0].headers.authorization, "Bearer k3y");
    assert.equal(guard.stopped(), true);
    await until(() => gateway.acks.some((one) => one.status === "stopped"));
  });

  test("who refuses a halt says why, and goes on until the next", async () => {
    const guard = guardOf();
    assert.deepEqual([guard.refuse("nothing to refuse"), guard.stopped()], [false, false]);
    gateway.write(guardHalt(INVOICE, 10, 1_000));
    await untilHalted(guard);

    assert.equal(guard.refuse("the patient is on the table"), true);
    assert.equal(await halted(guard), undefined);
    gateway.write(operatorHalt(EVERYTHING, Date.now()));
    await untilHalted(guard);
    await until(() => gateway.acks.some((one) => one.reason === "the patient is on the table"));
  });

  test("an acknowledgement is tried again", async () => {
    gateway.refuseAcksWith = 503;
    const guard = guardOf();
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await until(() => halts.length === 1);
    gateway.refuseAcksWith = undefined;
    await until(() => guard.statistics().acksSent === 1);
    assert.equal(guard.statistics().acksLost, 0);
  });

  test("an acknowledgement that the gateway cannot take is given up, aloud", async () => {
    gateway.refuseAcksWith = 400;
    const guard = guardOf();
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await until(() => guard.statistics().acksLost === 1);
    assert.ok(logged.some((line) => line.includes("was not sent: it answered 400: not now")));
  });

  test("closing sends what is waiting", async () => {
    const guard = guardOf();
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await untilHalted(guard);
    await guard.close();
    assert.ok(gateway.acks.some((one) => one.status === "stopped"));
    await assert.rejects(guard.check(), /closed/);
  });

  test("a callback that fails stops nothing", async () => {
    const guard = guardOf({
      onHalt: () => {
        throw new Error("so be it");
      },
    });
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await untilHalted(guard);
    await until(() => logged.includes("a callback of the guard failed: so be it"));
  });
});
