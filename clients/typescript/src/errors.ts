import type { Actor, Halt, Writer } from "./records.js";

/** Thrown by a check: the session must not take another step. */
export class SessionHalted extends Error {
  override readonly name = "SessionHalted";

  /**
   * @param halt why, and who said so
   * @param since the broker's time of the halt's record, milliseconds since the epoch; undefined where it is not known
   */
  constructor(
    readonly halt: Halt,
    readonly since?: number,
  ) {
    super(`halted (${halt.scope.key}, by ${halt.actor.name}): ${halt.reason}`);
  }

  get reason(): string {
    return this.halt.reason;
  }

  /** The halted scope as one word: `session/default/invoice-9`. */
  get scope(): string {
    return this.halt.scope.key;
  }

  get haltId(): string {
    return this.halt.haltId;
  }

  get actor(): Actor {
    return this.halt.actor;
  }

  get writer(): Writer {
    return this.halt.writer;
  }

  /** Epoch milliseconds at which a pause ends by itself; undefined on a halt. */
  get expiresAt(): number | undefined {
    return this.halt.expiresAt;
  }
}

/** Thrown by a check where nobody watches, or nobody can say, and the guard was told to fail closed. */
export class GuardUnavailable extends Error {
  override readonly name = "GuardUnavailable";

  constructor(readonly reason: string) {
    super(`nobody watches, and this guard fails closed: ${reason}`);
  }
}

/** A record that must not be believed; the message says why, after the words "the record is refused:". */
export class UntrustedRecord extends Error {
  override readonly name = "UntrustedRecord";
}

/** What to say of anything that was thrown; a failed fetch hides why in its cause. */
export function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) {
    return String(thrown);
  }
  const cause = thrown.cause;
  return cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code || cause.name : thrown.message;
}
