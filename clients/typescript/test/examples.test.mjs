import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { FakeGateway } from "./gateway.mjs";
import { guardHalt, INVOICE } from "./records.mjs";

for (const [name, printed] of [
  ["plain-loop", /stopped after \d+ steps by identical-call@\w+: again\n$/],
  ["cancel", /\naborted within a step: again\n$/],
]) {
  test(`the example ${name} stops`, async (t) => {
    const gateway = await FakeGateway.start();
    t.after(() => gateway.close());
    const file = fileURLToPath(new URL(`../examples/${name}.mjs`, import.meta.url));
    const run = spawn(process.execPath, [file, gateway.url, "invoice-9"], { timeout: 20_000 });
    let output = "";
    run.stdout.on("data", (text) => (output += text));
    const ended = once(run, "close");

    await once(run.stdout, "data");
    gateway.write(guardHalt(INVOICE, 10, Date.now()));

    assert.deepEqual(await ended, [0, null], output);
    assert.match(output, printed);
    assert.ok(gateway.acks.some((ack) => ack.status === "stopped"));
  });
}
