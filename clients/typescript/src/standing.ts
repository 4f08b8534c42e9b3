import { forgives, hasExpired, type Halt, type HaltRecord, type Position, type Release, type Writer } from "./records.js";

/**
 * How one scope stands: the newest that each writer has said of it.
 *
 * A guard's halt is in force while its position is beyond everything that a release forgives, the operator's or the
 * guard's own: a guard that recovers and writes an old halt again changes nothing by it. An operator's halt is in force
 * until a release takes its place. Either ends when it expires.
 *
 * Records come at least once, and somebody may write an old one again to undo a new one. So a guard's halt does not take
 * the place of one whose event the broker had later, and an operator's record not that of one issued later.
 */
export class Standing {
  static readonly NONE = new Standing();

  /**
   * @param guard the newest halt of the guard
   * @param withdrawal what the guard took back
   * @param operator the operator's halt or release
   */
  constructor(
    readonly guard?: Halt,
    readonly withdrawal?: Release,
    readonly operator?: Halt | Release,
  ) {}

  /** How the scope stands with the record; this very object where the record is a repeat or an old one. */
  after(record: HaltRecord): Standing {
    if (record.kind === "mute") {
      return this;
    }
    if (record.writer === "operator") {
      const newer = this.operator === undefined || record.issuedAt > this.operator.issuedAt;
      return newer ? new Standing(this.guard, this.withdrawal, record) : this;
    }
    if (record.kind === "halt") {
      const newer = this.guard === undefined || record.issuedAt >= this.guard.issuedAt;
      return newer && !isSame(record, this.guard) ? new Standing(record, this.withdrawal, this.operator) : this;
    }
    const newer = this.withdrawal === undefined || record.issuedAt > this.withdrawal.issuedAt;
    return newer ? new Standing(this.guard, record, this.operator) : this;
  }

  /** How the scope stands once the writer's key is gone from the topic. */
  without(writer: Writer): Standing {
    return writer === "guard"
      ? new Standing(undefined, undefined, this.operator)
      : new Standing(this.guard, this.withdrawal, undefined);
  }

  /**
   * The halts that stop the scope; the operator's before the guard's, for a person's word says more.
   *
   * @param now milliseconds since the epoch
   */
  inForce(now: number): Halt[] {
    const found: Halt[] = [];
    if (this.operator?.kind === "halt" && !hasExpired(this.operator, now)) {
      found.push(this.operator);
    }
    const guard = this.guard;
    if (guard?.position !== undefined && !hasExpired(guard, now) && !this.isForgiven(guard.position)) {
      found.push(guard);
    }
    return found;
  }

  /** Whether a release has forgiven what was found at the position. */
  isForgiven(position: Position): boolean {
    return forgives(this.forgiven(), position) || forgives(this.withdrawal?.through ?? [], position);
  }

  /** What the operator's record forgives: the next one under its key must forgive it too. */
  forgiven(): readonly Position[] {
    return this.operator?.through ?? [];
  }

  isEmpty(): boolean {
    return this.guard === undefined && this.withdrawal === undefined && this.operator === undefined;
  }
}

function isSame(one: Halt, other: Halt | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
