/** Whether anybody watches: what the gateway last said of the guard, and how long ago. */
export class Watch {
  private heardAt: number | undefined;
  private guard = "absent";
  private lagMs = 0;
  private failure: string | undefined;

  /** @param staleAfterMs how old the newest that the guard has judged may be */
  constructor(
    private readonly url: string,
    private readonly staleAfterMs: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** @param data of an event `ready` or `guard` */
  hear(data: string): void {
    try {
      const said = JSON.parse(data);
      if (typeof said.guard !== "string") {
        return; // It says nothing: the age of the last word grows.
      }
      this.guard = said.guard;
      this.lagMs = Number(said.guard_lag_ms ?? 0);
      this.heardAt = this.clock();
      this.failure = undefined;
    } catch {
      return; // Likewise.
    }
  }

  /** The connection is gone. */
  lose(reason: string): void {
    this.failure = reason;
  }

  /** Why nobody watches; undefined where somebody does. */
  problem(): string | undefined {
    if (this.heardAt === undefined) {
      return `the gateway ${this.url} cannot be reached: ${this.failure ?? "it has not answered yet"}`;
    }
    const silent = this.clock() - this.heardAt;
    if (silent > this.staleAfterMs) {
      return `the gateway ${this.url} has said nothing for ${seconds(silent)} s: ${this.failure ?? "it is silent"}`;
    }
    if (this.guard !== "live") {
      return `the guard is ${this.guard}`;
    }
    if (silent + this.lagMs > this.staleAfterMs) {
      return `the guard lags by ${seconds(this.lagMs)} s, more than ${seconds(this.staleAfterMs)} s`;
    }
    return undefined;
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
