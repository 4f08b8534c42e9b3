import { longestFirst, WRITERS, type Halt, type HaltRecord, type Writer } from "./records.js";
import type { Scope } from "./scope.js";
import { Standing } from "./standing.js";
import { scopesOf, type Subject } from "./subject.js";

/** What stands on `ripcord.halts`, and so who may go on. */
export class HaltBook {
  private readonly standings = new Map<string, Standing>();

  /** Whether it changed how its scope stands; false for repeats, for old records and for mutes. */
  apply(record: HaltRecord): boolean {
    if (record.kind === "mute") {
      return false;
    }
    const before = this.standing(record.scope);
    const after = before.after(record);
    this.standings.set(record.scope.key, after);
    return after !== before;
  }

  /** The key is gone from the topic. */
  remove(key: string): void {
    for (const writer of WRITERS) {
      const suffix = `/${writer}`;
      if (key.endsWith(suffix)) {
        this.removeOf(key.slice(0, -suffix.length), writer);
      }
    }
  }

  /** What does not stand under one of the keys is gone from the topic. */
  retain(keys: ReadonlySet<string>): void {
    for (const scope of [...this.standings.keys()]) {
      WRITERS.filter((writer) => !keys.has(`${scope}/${writer}`)).forEach((writer) => this.removeOf(scope, writer));
    }
  }

  standing(scope: Scope): Standing {
    return this.standings.get(scope.key) ?? Standing.NONE;
  }

  /**
   * The halt that stops the subject the longest; undefined where it may go on.
   *
   * @param now milliseconds since the epoch
   */
  halting(subject: Subject, now: number): Halt | undefined {
    return this.inForce(scopesOf(subject), now)[0];
  }

  /** The halts that stop the scopes: what lasts longest first, then in the order of the scopes. */
  inForce(scopes: readonly Scope[], now: number): Halt[] {
    if (this.standings.size === 0) {
      return [];
    }
    return scopes.flatMap((scope) => this.standing(scope).inForce(now)).sort(longestFirst);
  }

  private removeOf(scope: string, writer: Writer): void {
    const left = this.standings.get(scope)?.without(writer);
    if (left === undefined || left.isEmpty()) {
      this.standings.delete(scope);
    } else {
      this.standings.set(scope, left);
    }
  }
}
