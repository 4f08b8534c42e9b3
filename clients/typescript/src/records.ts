import type { Scope } from "./scope.js";

export const WRITERS = ["guard", "operator"] as const;

/** Who writes a key: each key has one kind of writer, so that no writer undoes another's word. */
export type Writer = (typeof WRITERS)[number];

/** The place of an event in `agent.events`; offsets of different partitions do not compare. */
export interface Position {
  readonly partition: number;
  readonly offset: number;
}

/** Who or what stopped or released something: `pattern`, `person` or `system`, and its name. */
export interface Actor {
  readonly kind: string;
  readonly name: string;
}

/** Level-triggered state of a scope: stopped until released. */
export interface Halt {
  readonly kind: "halt";
  /** Names the halt in acknowledgements. */
  readonly haltId: string;
  readonly writer: Writer;
  readonly scope: Scope;
  /** Why, for people. */
  readonly reason: string;
  readonly actor: Actor;
  /** Milliseconds since the epoch; an operator's clock, or the broker's time of a guard's event. */
  readonly issuedAt: number;
  /** Epoch milliseconds at which a pause ends by itself; undefined on a halt. */
  readonly expiresAt?: number | undefined;
  /** Of the completing event; undefined on an operator's halt. */
  readonly position?: Position | undefined;
  /** What an earlier release of the scope has forgiven, and this record keeps forgiving. */
  readonly through: readonly Position[];
  /** The halts of one cause have the same; undefined on an operator's halt. */
  readonly incident?: string | undefined;
}

/** Ends the halts of a scope: what stands at or before `through` is forgiven. */
export interface Release {
  readonly kind: "release";
  readonly writer: Writer;
  readonly scope: Scope;
  readonly reason: string;
  readonly actor: Actor;
  /** The writer's clock, milliseconds since the epoch. */
  readonly issuedAt: number;
  /** Per partition the newest position forgiven. */
  readonly through: readonly Position[];
}

/** For some time a pattern, or everything about a scope, signals without halting. Nothing for agents. */
export interface Mute {
  readonly kind: "mute";
  readonly key: string;
}

export type HaltRecord = Halt | Release | Mute;

/** The key that the record belongs under. */
export function keyOf(record: HaltRecord): string {
  return record.kind === "mute" ? record.key : `${record.scope.key}/${record.writer}`;
}

/** An order: what ends by itself after what does not, and after what ends later. */
export function longestFirst(one: Halt, other: Halt): number {
  const [ends, otherEnds] = [one.expiresAt ?? Infinity, other.expiresAt ?? Infinity];
  return ends === otherEnds ? 0 : otherEnds > ends ? 1 : -1;
}

/** @param now milliseconds since the epoch */
export function hasExpired(halt: Halt, now: number): boolean {
  return halt.expiresAt !== undefined && halt.expiresAt <= now;
}

/** Whether one of the newest positions forgiven is of the same partition and not before it. */
export function forgives(through: readonly Position[], position: Position): boolean {
  return through.some((newest) => newest.partition === position.partition && position.offset <= newest.offset);
}
