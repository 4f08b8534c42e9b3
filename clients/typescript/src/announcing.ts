import { Once } from "./once.js";
import type { Halt } from "./records.js";

/** Compares the halts in force with those told of before. */
export class Announcing {
  private readonly once = new Once();
  private standing = new Map<string, Halt>();

  /**
   * @param halted called once per halt
   * @param released called with the last halt of a scope that is not halted any more
   */
  constructor(
    private readonly halted: (halt: Halt) => void,
    private readonly released: (halt: Halt) => void,
  ) {}

  compare(inForce: readonly Halt[]): void {
    // Of each scope the halt that lasts longest, which comes first.
    const now = new Map([...inForce].reverse().map((halt) => [halt.scope.key, halt]));
    const ended = [...this.standing].filter(([scope]) => !now.has(scope)).map(([, halt]) => halt);
    this.standing = now;
    inForce.filter((halt) => this.once.first(halt.haltId)).forEach(this.halted);
    ended.forEach(this.released);
  }
}
