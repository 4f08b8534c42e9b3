import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gateway, guardOf, halted, replaceGateway, untilAllowed, untilHalted } from "./fixture.mjs";
import { ANOTHER_ID, guardHalt, INVOICE, operatorHalt, release } from "./records.mjs";
import { until } from "./waiting.mjs";

describe("the connection", () => {
  test("a halt that was written while the gateway was away arrives", async () => {
    const guard = guardOf();
    gateway.write(operatorHalt(INVOICE, 1));
    await untilHalted(guard);
    gateway.write(release(INVOICE, 2));
    await untilAllowed(guard);
    await gateway.close();
    const { port, topic } = gateway;
    await replaceGateway(port, topic);
    gateway.write(operatorHalt(INVOICE, 3, { haltId: ANOTHER_ID }));
    assert.equal((await untilHalted(guard)).haltId, ANOTHER_ID);
    // An acknowledgement that the first gateway did not take may come before it.
    const followed = gateway.requests.find(({ url }) => url.startsWith("/v1/halts"));
    assert.equal(followed.headers["last-event-id"], "1");
  });

  test("a halt once seen stays in force while disconnected", async () => {
    const guard = guardOf();
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await untilHalted(guard);
    await gateway.close();
    await until(() => !guard.statistics().connected);
    assert.ok(await halted(guard));
    await replaceGateway();
  });

  test("a connection that falls silent is given up", async () => {
    gateway.heartbeatMs = 60_000;
    const guard = guardOf({ heartbeatTimeoutMs: 200 });
    await until(() => guard.statistics().connections >= 2);
  });

  test("a key that is gone is forgotten", async () => {
    const guard = guardOf();
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await untilHalted(guard);
    gateway.remove("session/default/invoice-9/guard");
    await untilAllowed(guard);
  });

  test("after a reset, what is not sent again is gone", async () => {
    const guard = guardOf();
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await untilHalted(guard);
    gateway.forget();
    gateway.cut();
    await untilAllowed(guard);
  });

  test("what comes before a broken start counts", async () => {
    const guard = guardOf();
    await guard.check();
    gateway.send("event: reset\ndata: {}\n\n");
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await until(() => guard.statistics().records === 1);
    assert.equal(await halted(guard), undefined);
    await gateway.close();
    await untilHalted(guard);
    await replaceGateway();
  });
});
