import { Backoff } from "./backoff.js";
import { messageOf } from "./errors.js";
import type { Gateway } from "./gateway.js";
import { EventStream, type ServerSentEvent } from "./sse.js";
import { pause } from "./waiting.js";

/** Who is told what the connection brings. */
export interface Follower {
  /** The id to resume from; undefined to begin anew. */
  readonly lastEventId: string | undefined;
  /** A connection has begun. */
  began(): void;
  took(event: ServerSentEvent): void;
  /** A connection is gone, or an attempt failed. */
  lost(reason: string): void;
}

/** Keeps the connection to the gateway up: connects again when it breaks or falls silent. */
export class Following {
  private readonly closing = new AbortController();
  private readonly backoff = new Backoff();
  private connection: AbortController | undefined;

  /** @param heartbeatTimeoutMs how long without a byte until a connection is given up */
  constructor(
    private readonly gateway: Gateway,
    private readonly path: string,
    private readonly heartbeatTimeoutMs: number,
    private readonly follower: Follower,
    private readonly warn: (message: string) => void,
  ) {}

  start(): void {
    void this.run();
  }

  close(): void {
    this.closing.abort();
    this.connection?.abort();
  }

  private async run(): Promise<void> {
    while (!this.closing.signal.aborted) {
      const reason = await this.read();
      if (!this.closing.signal.aborted) {
        this.lose(reason);
        await pause(this.backoff.delay(), this.closing.signal);
      }
    }
  }

  /** @return why it ended */
  private async read(): Promise<string> {
    const connection = (this.connection = new AbortController());
    let silence: NodeJS.Timeout | undefined;
    let silent = false;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        silent = true;
        connection.abort();
      }, this.heartbeatTimeoutMs);
    };
    try {
      listen();
      const stream = await this.gateway.stream(this.path, this.follower.lastEventId, connection.signal);
      this.follower.began();
      const events = new EventStream();
      for await (const chunk of stream) {
        listen();
        events.feed(chunk).forEach((event) => this.took(event));
      }
      return "the gateway ended the connection";
    } catch (failed) {
      return silent ? `nothing came for ${this.heartbeatTimeoutMs / 1000} s` : messageOf(failed);
    } finally {
      clearTimeout(silence);
      connection.abort();
    }
  }

  private took(event: ServerSentEvent): void {
    this.follower.took(event);
    if (event.event === "ready") {
      this.backoff.reset();
    }
  }

  private lose(reason: string): void {
    try {
      this.follower.lost(reason);
    } catch (unforeseen) {
      // Whatever it is, a guard that stops following would be the worse mistake.
      this.warn(`following the halts failed; it is tried again: ${messageOf(unforeseen)}`);
    }
  }
}
