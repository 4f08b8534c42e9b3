import type { Halt } from "./records.js";

/** What a guard is told when it is constructed. */
export interface GuardOptions {
  /** Of the gateway: `http://127.0.0.1:7700`. */
  url: string;
  /** The session's id. */
  session: string;
  /** The agent's id. Where it is left out, a halt of the agent does not reach it. */
  agent?: string | undefined;
  /** The session at the top of its lineage; left out where it is one itself. */
  root?: string | undefined;
  /** The session that started it. */
  parent?: string | undefined;
  /** `default` where left out. */
  tenant?: string | undefined;
  /** With the role `agent` or more; left out for a gateway without keys. */
  apiKey?: string | undefined;
  /** `open`, the default: checks pass while nobody watches; `closed`: they throw `GuardUnavailable`. */
  fail?: "open" | "closed" | undefined;
  /** By key id a PEM file (or text) with an Ed25519 public key: records that none of them has signed are refused. */
  trustedKeys?: Readonly<Record<string, string>> | undefined;
  /** How old the newest that the guard has judged may be, before nobody watches; 15,000. */
  staleAfterMs?: number | undefined;
  /** How long from the start the first check waits at most, to know what stands; 5,000. */
  startTimeoutMs?: number | undefined;
  /** How long without a word until a connection is given up; 6,000. The gateway says one every 2,000. */
  heartbeatTimeoutMs?: number | undefined;
  /** How long closing waits at most for acknowledgements on their way; 2,000. */
  closeTimeoutMs?: number | undefined;
  /** Called with each halt that comes into force, once. */
  onHalt?: ((halt: Halt) => unknown) | undefined;
  /** Called with the last halt of a scope that is not halted any more. */
  onRelease?: ((halt: Halt) => unknown) | undefined;
  /** Called with false and the reason when nobody watches, and with true when somebody does again. */
  onGuard?: ((available: boolean, reason?: string) => unknown) | undefined;
  /** Where warnings go; `console.warn`. */
  warn?: ((message: string) => void) | undefined;
}

/** @throws RangeError naming all that is wrong with the options at once */
export function refuseWrong(options: GuardOptions): void {
  const problems: string[] = [];
  if (!["open", "closed", undefined].includes(options.fail)) {
    problems.push(`fail is '${options.fail}'; it must be 'open' or 'closed'`);
  }
  for (const [name, least] of Object.entries({
    staleAfterMs: 1,
    heartbeatTimeoutMs: 1,
    startTimeoutMs: 0,
    closeTimeoutMs: 0,
  })) {
    const value: unknown = options[name as keyof GuardOptions];
    if (value !== undefined && !(typeof value === "number" && value >= least)) {
      problems.push(`${name} is ${String(value)}; it must be milliseconds, ${least} or more`);
    }
  }
  for (const name of ["session", "tenant"] as const) {
    const value: unknown = options[name];
    if (!(typeof value === "string" && value !== "") && !(name === "tenant" && value === undefined)) {
      problems.push(`${name} is '${String(value ?? "")}'; it must be the ${name}'s id`);
    }
  }
  if (problems.length > 0) {
    throw new RangeError(problems.join("; "));
  }
}
