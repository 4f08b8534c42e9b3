/** Stops an AI agent when Ripcord halts its session: `await guard.check()` before each model or tool call. */
export { GuardUnavailable, SessionHalted, UntrustedRecord } from "./errors.js";
export { Guard } from "./guard.js";
export type { GuardOptions } from "./options.js";
export type { Actor, Halt, Position, Release, Writer } from "./records.js";
export { Scope, type ScopeKind } from "./scope.js";
export type { Statistics } from "./statistics.js";
export type { Subject } from "./subject.js";
export { VERSION } from "./version.js";
