// An agent that is a plain loop: one line before each model or tool call.
//
//     npm run build && node examples/plain-loop.mjs http://127.0.0.1:7700 invoice-9
import { setTimeout as pause } from "node:timers/promises";
import { Guard, SessionHalted } from "@ripcord/client";

const [url, session] = process.argv.slice(2);
const guard = new Guard({ url, session, agent: "validator" });
let steps = 0;
try {
  for (;;) {
    await guard.check();
    console.log(`step ${steps++}: stripe_api.get_status says pending_review`);
    await pause(200); // What a call to a tool takes.
  }
} catch (thrown) {
  if (!(thrown instanceof SessionHalted)) {
    throw thrown;
  }
  console.log(`stopped after ${steps} steps by ${thrown.actor.name}: ${thrown.reason}`);
} finally {
  await guard.close();
}
