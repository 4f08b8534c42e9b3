import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { Guard, GuardUnavailable, SessionHalted } from "../dist/index.js";
import { Scope } from "../dist/scope.js";
import { FakeGateway } from "./gateway.mjs";
import { newKey } from "./keys.mjs";
import {
  ANOTHER_ID,
  at,
  EVERYTHING,
  GUARD_HALT_ID,
  guardHalt,
  INVOICE,
  OPERATOR_HALT_ID,
  operatorHalt,
  release,
  text,
} from "./records.mjs";
import { until } from "./waiting.mjs";

let gateway, halts, releases, guardStates, logged, guards;

beforeEach(async () => {
  gateway = await FakeGateway.start();
  [halts, releases, guardStates, logged, guards] = [[], [], [], [], []];
});

afterEach(async () => {
  await Promise.all(guards.map((guard) => guard.close()));
  await gateway.close();
});

function guardOf(options = {}) {
  const guard = new Guard({
    url: gateway.url,
    session: "invoice-9",
    agent: "validator",
    closeTimeoutMs: 300,
    onHalt: (halt) => halts.push(halt),
    onRelease: (halt) => releases.push(halt),
    onGuard: (available, reason) => guardStates.push([available, reason]),
    warn: (message) => logged.push(message),
    ...options,
  });
  guards.push(guard);
  return guard.start();
}

async function halted(guard) {
  try {
    await guard.check();
    return undefined;
  } catch (thrown) {
    assert.ok(thrown instanceof SessionHalted, String(thrown));
    return thrown;
  }
}

async function untilHalted(guard) {
  await until(async () => (await halted(guard)) !== undefined, "it was not halted");
  return halted(guard);
}

const untilAllowed = (guard) => until(async () => (await halted(guard)) === undefined, "it was not let go on");
const unavailable = (reason) => (thrown) => thrown instanceof GuardUnavailable && thrown.message.includes(reason);

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

describe("the connection", () => {
  test("a halt that was written while the gateway was away arrives", async () => {
    const guard = guardOf();
    gateway.write(operatorHalt(INVOICE, 1));
    await untilHalted(guard);
    gateway.write(release(INVOICE, 2));
    await untilAllowed(guard);
    await gateway.close();
    const { port, topic } = gateway;
    gateway = await FakeGateway.start(port, topic);
    gateway.write(operatorHalt(INVOICE, 3, { haltId: ANOTHER_ID }));
    assert.equal((await untilHalted(guard)).haltId, ANOTHER_ID);
    assert.equal(gateway.requests[0].headers["last-event-id"], "1");
  });

  test("a halt once seen stays in force while disconnected", async () => {
    const guard = guardOf();
    gateway.write(guardHalt(INVOICE, 10, Date.now()));
    await untilHalted(guard);
    await gateway.close();
    await until(() => !guard.statistics().connected);
    assert.ok(await halted(guard));
    gateway = await FakeGateway.start();
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
    gateway = await FakeGateway.start();
  });
});

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
    gateway = await FakeGateway.start();
  });

  test("a guard that lags is stale", async () => {
    gateway.guard = { guard: "live", guard_lag_ms: 16_000 };
    await assert.rejects(guardOf({ fail: "closed" }).check(), unavailable("lags by 16"));
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
    gateway = await FakeGateway.start();
  });
});

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

describe("options", () => {
  test("everything that is wrong is said at once", () => {
    const wrong = { url: "http://127.0.0.1:1", session: "", fail: "maybe", staleAfterMs: 0, startTimeoutMs: -1 };
    for (const said of ["session is ''", "fail is 'maybe'", "staleAfterMs is 0", "startTimeoutMs is -1"]) {
      assert.throws(() => new Guard(wrong), { message: new RegExp(said) });
    }
  });

  test("an address that is none is refused", () => {
    for (const url of ["127.0.0.1:7700", "ftp://x", "http://", "http://h/?q=1"]) {
      assert.throws(() => new Guard({ url, session: "s" }), /it must be http:\/\/HOST:PORT/, url);
    }
  });

  test("a key is never quoted", () => {
    assert.throws(
      () => new Guard({ url: "http://127.0.0.1:1", session: "s", apiKey: "sec\nret" }),
      ({ message }) => !message.includes("sec"),
    );
  });
});
