import { Acknowledging } from "./acknowledging.js";
import { Announcing } from "./announcing.js";
import { HaltBook } from "./book.js";
import { GuardUnavailable, messageOf, SessionHalted } from "./errors.js";
import { Following } from "./following.js";
import { Gateway } from "./gateway.js";
import { Mirror } from "./mirror.js";
import { refuseWrong, type GuardOptions } from "./options.js";
import { HaltReader } from "./reading.js";
import type { Halt } from "./records.js";
import type { Scope } from "./scope.js";
import { TrustedKeys } from "./signatures.js";
import type { ServerSentEvent } from "./sse.js";
import type { Statistics } from "./statistics.js";
import { queryOf, scopesOf, type Subject } from "./subject.js";
import { atMost, turn } from "./waiting.js";
import { Watch } from "./watch.js";

/**
 * Stops an agent when its session, or what it belongs to, is halted.
 *
 * ```ts
 * const guard = new Guard({ url: "http://127.0.0.1:7700", session: "invoice-9", agent: "validator" });
 * try {
 *   for (const step of plan) {
 *     await guard.check(); // throws SessionHalted
 *     await step();
 *   }
 * } finally {
 *   await guard.close();
 * }
 * ```
 *
 * It follows the gateway in the background from `start()` on, which the first check calls. Close it: an open connection
 * keeps the process alive.
 */
export class Guard {
  private readonly subject: Subject;
  private readonly scopes: readonly Scope[];
  private readonly book = new HaltBook();
  private readonly refused = new Set<string>();
  private readonly mirror: Mirror;
  private readonly watch: Watch;
  private readonly following: Following;
  private readonly acknowledging: Acknowledging;
  private readonly announcing: Announcing;
  private readonly warn: (message: string) => void;
  private readonly ready: Promise<void>;
  private nowReady: () => void = () => undefined;
  private startedAt: number | undefined;
  private connections = 0;
  private connected = false;
  private closed = false;
  private unwatched = false;

  /** @throws RangeError naming what is wrong with the options; Error where a key's file cannot be read */
  constructor(private readonly options: GuardOptions) {
    refuseWrong(options);
    const { session, tenant = "default" } = options;
    // An empty id is that of nobody: as the lineage's top it would hide the session's own lineage.
    const [root, parent, agent] = [options.root, options.parent, options.agent].map((id) => id || undefined);
    this.subject = { tenant, session, root, parent, agent };
    this.scopes = scopesOf(this.subject);
    this.warn = options.warn ?? ((message) => console.warn(`ripcord: ${message}`));
    this.ready = new Promise((resolve) => (this.nowReady = resolve));
    const gateway = new Gateway(options.url, options.apiKey);
    const keys = options.trustedKeys === undefined ? undefined : new TrustedKeys(options.trustedKeys);
    this.mirror = new Mirror(this.book, new HaltReader(keys), this.scopes, keys === undefined, this.warn);
    this.watch = new Watch(options.url, options.staleAfterMs ?? 15_000);
    this.acknowledging = new Acknowledging(gateway, this.subject, this.warn);
    this.announcing = new Announcing(
      (halt) => this.halted(halt),
      (halt) => this.call(() => options.onRelease?.(halt)),
    );
    this.following = this.followed(gateway);
  }

  /** Follows the gateway from now on; more than once is once. */
  start(): this {
    if (this.closed) {
      throw new Error("the guard is closed; construct another one");
    }
    if (this.startedAt === undefined) {
      this.startedAt = performance.now();
      this.following.start();
    }
    return this;
  }

  /**
   * Call it before each model or tool call. Takes in what has arrived, and looks into memory; only before the first word
   * of the gateway it waits, up to `startTimeoutMs` from the start.
   *
   * @throws SessionHalted where the session must not go on
   * @throws GuardUnavailable where nobody watches and the guard fails closed
   */
  async check(): Promise<void> {
    this.start();
    if (this.connections === 0) {
      await atMost(Math.max(0, this.untilStarted()), this.ready);
    } else {
      await turn(); // An agent that never lets go of the event loop would never hear of its halt.
    }
    this.checkNow();
  }

  /** As `check`, at once: what has not been taken in yet, because the event loop had no turn, it does not know. */
  checkNow(): void {
    this.start();
    const halts = this.stopping();
    const [first] = halts;
    if (first !== undefined) {
      halts.forEach((halt) => this.acknowledge(halt, "stopped"));
      throw new SessionHalted(first, this.mirror.timeOf(first));
    }
    const problem = this.problem();
    if (problem !== undefined && this.options.fail === "closed") {
      throw new GuardUnavailable(problem);
    }
  }

  /** The halt that the next check would throw; undefined where it would not. */
  get halt(): Halt | undefined {
    return this.stopping()[0];
  }

  /**
   * Says that the agent takes no further step, where it learned of the halt otherwise than by a check.
   *
   * @return whether a halt is in force
   */
  stopped(): boolean {
    const halts = this.stopping();
    halts.forEach((halt) => this.acknowledge(halt, "stopped"));
    return halts.length > 0;
  }

  /**
   * Says that the agent goes on all the same, and why. From now on checks pass the halts that are in force at this
   * moment, and only these.
   *
   * @return whether a halt is in force
   */
  refuse(reason: string): boolean {
    const halts = this.stopping();
    for (const halt of halts) {
      this.refused.add(halt.haltId);
      this.acknowledge(halt, "refused", reason);
    }
    return halts.length > 0;
  }

  statistics(): Statistics {
    const { connected, connections, mirror, acknowledging } = this;
    return {
      connected,
      connections,
      records: mirror.records,
      refusedRecords: mirror.refused,
      acksSent: acknowledging.sent,
      acksPending: acknowledging.pending,
      acksLost: acknowledging.lost,
    };
  }

  /** Ends the connection, after sending acknowledgements, for `closeTimeoutMs` at most. */
  async close(): Promise<void> {
    this.closed = true;
    this.connected = false;
    this.following.close();
    await this.acknowledging.close(this.options.closeTimeoutMs ?? 2_000);
  }

  private followed(gateway: Gateway): Following {
    const mirror = this.mirror;
    const follower = {
      get lastEventId() {
        return mirror.lastEventId;
      },
      began: () => mirror.begin(),
      took: (event: ServerSentEvent) => this.take(event),
      lost: (reason: string) => this.lose(reason),
    };
    const timeout = this.options.heartbeatTimeoutMs ?? 6_000;
    return new Following(gateway, `/v1/halts?${queryOf(this.subject)}`, timeout, follower, this.warn);
  }

  private take(event: ServerSentEvent): void {
    this.mirror.take(event);
    if (event.event === "ready" || event.event === "guard") {
      this.watch.hear(event.data);
    }
    if (event.event === "ready") {
      this.connected = true;
      this.connections++;
      this.nowReady();
    }
    if (this.connected) {
      this.compare();
    }
  }

  private lose(reason: string): void {
    this.connected = false;
    this.mirror.end();
    this.watch.lose(reason);
    this.compare();
  }

  private compare(): void {
    this.announcing.compare(this.book.inForce(this.scopes, Date.now()));
    this.problem();
  }

  private stopping(): Halt[] {
    return this.book.inForce(this.scopes, Date.now()).filter((halt) => !this.refused.has(halt.haltId));
  }

  private halted(halt: Halt): void {
    this.acknowledging.acknowledge(halt, "received");
    this.call(() => this.options.onHalt?.(halt));
  }

  private acknowledge(halt: Halt, status: "stopped" | "refused", reason?: string): void {
    // A pause can begin before anything was told of it.
    this.acknowledging.acknowledge(halt, "received");
    this.acknowledging.acknowledge(halt, status, reason);
  }

  /** Why nobody watches; undefined where somebody does. Tells when that changes. */
  private problem(): string | undefined {
    const problem = this.watch.problem() ?? this.unread();
    const isDue = problem === undefined || this.connections > 0 || this.untilStarted() <= 0;
    if (isDue && !this.closed && this.unwatched !== (problem !== undefined)) {
      this.unwatched = problem !== undefined;
      this.tell(problem);
    }
    return problem;
  }

  /** A heartbeat can come first: that the guard is live does not say what stands. */
  private unread(): string | undefined {
    return this.connections > 0 ? undefined : `the gateway ${this.options.url} has not said yet what stands`;
  }

  private tell(problem: string | undefined): void {
    const session = `${this.subject.tenant}/${this.subject.session}`;
    if (problem === undefined) {
      this.warn(`session ${session} is watched again`);
      this.call(() => this.options.onGuard?.(true));
    } else {
      this.warn(`nobody watches session ${session}, and its guard fails ${this.options.fail ?? "open"}: ${problem}`);
      this.call(() => this.options.onGuard?.(false, problem));
    }
  }

  private call(callback: () => unknown): void {
    const failed = (error: unknown): void => this.warn(`a callback of the guard failed: ${messageOf(error)}`);
    void Promise.resolve().then(callback).catch(failed);
  }

  /** Milliseconds until the gateway must have been reached. */
  private untilStarted(): number {
    const started = this.startedAt;
    return started === undefined ? 0 : started + (this.options.startTimeoutMs ?? 5_000) - performance.now();
  }
}
