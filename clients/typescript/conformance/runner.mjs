// What the conformance suite drives: one argument, a JSON object; commands from standard input; see ../../README.md.
import { createInterface } from "node:readline";
import { Guard, GuardUnavailable, SessionHalted } from "../dist/index.js";

const say = (event, members = {}) => process.stdout.write(JSON.stringify({ event, ...members, at: Date.now() }) + "\n");
const ms = (seconds) => (seconds === undefined ? undefined : seconds * 1000);

function guardOf(options) {
  const { api_key, trusted_keys, stale_after, start_timeout, heartbeat_timeout, ...same } = options;
  return new Guard({
    ...same,
    apiKey: api_key,
    trustedKeys: trusted_keys,
    staleAfterMs: ms(stale_after),
    startTimeoutMs: ms(start_timeout),
    heartbeatTimeoutMs: ms(heartbeat_timeout),
    onHalt: ({ haltId, scope, reason }) =>
      say("callback", { callback: "halt", halt_id: haltId, scope: scope.key, reason }),
    onRelease: ({ haltId, scope }) => say("callback", { callback: "release", halt_id: haltId, scope: scope.key }),
    onGuard: (available, reason) => say("guard", { available, reason }),
  });
}

async function check(guard) {
  try {
    await guard.check();
    say("checked");
  } catch (thrown) {
    if (thrown instanceof SessionHalted) {
      const { haltId, reason, scope, writer, actor } = thrown;
      say("halted", { halt_id: haltId, reason, scope, writer, actor });
    } else if (thrown instanceof GuardUnavailable) {
      say("unavailable", { reason: thrown.reason });
    } else {
      throw thrown;
    }
  }
}

function stats(guard) {
  const { connected, connections, records, refusedRecords, acksSent, acksPending } = guard.statistics();
  say("stats", {
    connected,
    connections,
    records,
    refused_records: refusedRecords,
    acks_sent: acksSent,
    acks_pending: acksPending,
  });
}

let guard;
try {
  guard = guardOf(JSON.parse(process.argv[2])).start();
} catch (failed) {
  say("failed", { error: String(failed?.message ?? failed) });
  process.exit(2);
}
say("started");
for await (const line of createInterface({ input: process.stdin })) {
  const [, command, rest] = /^(\S*)\s*(.*)$/.exec(line.trim());
  if (command === "check") {
    await check(guard);
  } else if (command === "refuse") {
    say("refused", { refused: guard.refuse(rest) });
  } else if (command === "stats") {
    stats(guard);
  } else if (command === "close") {
    break;
  }
}
await guard.close();
say("closed");
process.exit(0);
