import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { promisify } from "node:util";
import { FakeGateway } from "./gateway.mjs";
import { guardHalt, INVOICE } from "./records.mjs";
import { until } from "./waiting.mjs";

for (const [name, printed] of [
  ["plain-loop", /stopped after \d+ steps by identical-call@\w+: again\n$/],
  ["cancel", /^aborted within a step: again\n$/],
]) {
  test(`the example ${name} stops`, async (t) => {
    const gateway = await FakeGateway.start();
    t.after(() => gateway.close());
    const file = fileURLToPath(new URL(`../examples/${name}.mjs`, import.meta.url));
    const run = promisify(execFile)(process.execPath, [file, gateway.url, "invoice-9"], { timeout: 20_000 });

    await until(() => gateway.streams.size === 1);
    gateway.write(guardHalt(INVOICE, 10, Date.now()));

    assert.match((await run).stdout, printed);
    assert.ok(gateway.acks.some((ack) => ack.status === "stopped"));
  });
}
