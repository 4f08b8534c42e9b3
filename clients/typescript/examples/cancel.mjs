// Cuts off what is in between two checks: a model that is still answering is aborted as soon as the halt comes.
//
//     npm run build && node examples/cancel.mjs http://127.0.0.1:7700 invoice-9
import { setTimeout as pause } from "node:timers/promises";
import { Guard, SessionHalted } from "@ripcord/client";

const [url, session] = process.argv.slice(2);
const halting = new AbortController();
const guard = new Guard({ url, session, agent: "validator", onHalt: (halt) => halting.abort(halt.reason) });
try {
  await guard.check();
  console.log("asking the model");
  // Most model and tool calls take a signal: fetch(url, { signal }).
  await pause(3_600_000, undefined, { signal: halting.signal });
} catch (thrown) {
  if (thrown instanceof SessionHalted) {
    console.log(`stopped before a step: ${thrown.reason}`);
  } else if (halting.signal.aborted) {
    guard.stopped();
    console.log(`aborted within a step: ${halting.signal.reason}`);
  } else {
    throw thrown;
  }
} finally {
  await guard.close();
}
