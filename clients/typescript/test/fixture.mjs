// A guard and its gateway, with what it told; anew for each test.
import assert from "node:assert/strict";
import { afterEach, beforeEach } from "node:test";
import { Guard, GuardUnavailable, SessionHalted } from "../dist/index.js";
import { FakeGateway } from "./gateway.mjs";
import { until } from "./waiting.mjs";

export let gateway, halts, releases, guardStates, logged;
let guards;

beforeEach(async () => {
  gateway = await FakeGateway.start();
  [halts, releases, guardStates, logged, guards] = [[], [], [], [], []];
});

afterEach(async () => {
  await Promise.all(guards.map((guard) => guard.close()));
  await gateway.close();
});

/** The gateway goes; another comes in its place, at the port of the old one or anywhere. */
export async function replaceGateway(port, topic) {
  gateway = await FakeGateway.start(port, topic);
}

export function guardOf(options = {}) {
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

export async function halted(guard) {
  try {
    await guard.check();
    return undefined;
  } catch (thrown) {
    assert.ok(thrown instanceof SessionHalted, String(thrown));
    return thrown;
  }
}

export async function untilHalted(guard) {
  await until(async () => (await halted(guard)) !== undefined, "it was not halted");
  return halted(guard);
}

export const untilAllowed = (guard) => until(async () => (await halted(guard)) === undefined, "it was not let go on");
export const unavailable = (reason) => (thrown) => thrown instanceof GuardUnavailable && thrown.message.includes(reason);
