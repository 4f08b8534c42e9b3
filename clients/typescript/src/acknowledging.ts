import { Backoff } from "./backoff.js";
import { messageOf } from "./errors.js";
import { GatewayFailure, type Gateway } from "./gateway.js";
import { Once } from "./once.js";
import type { Halt } from "./records.js";
import type { Subject } from "./subject.js";
import { CLIENT } from "./version.js";
import { atMost, pause } from "./waiting.js";

/** How far a halt got. */
export type Status = "received" | "stopped" | "refused";

/** With the pauses between them about 40 seconds. */
const ATTEMPTS = 12;
const TIMEOUT_MS = 5_000;
const MOST_WAITING = 1_000;

/** Tells the gateway how far each halt got: each status once per halt, in order, with bounded retries. */
export class Acknowledging {
  sent = 0;
  lost = 0;
  pending = 0;
  private readonly once = new Once();
  private readonly givingUp = new AbortController();
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly gateway: Gateway,
    private readonly subject: Subject,
    private readonly warn: (message: string) => void,
  ) {}

  acknowledge(halt: Halt, status: Status, reason?: string): void {
    if (!this.once.first(`${status} ${halt.haltId}`)) {
      return;
    }
    if (this.pending >= MOST_WAITING) {
      this.lose(halt, status, "too many are waiting");
      return;
    }
    const { tenant, session, agent } = this.subject;
    const { kind, tenant: scopeTenant, id } = halt.scope;
    const body = {
      halt_id: halt.haltId,
      scope: { kind, tenant: scopeTenant, id },
      tenant_id: tenant,
      session_id: session,
      agent_id: agent,
      status,
      reason,
      client: CLIENT,
      at: Date.now(),
    };
    this.pending++;
    this.last = this.last.then(() => this.send(halt, status, body)).finally(() => this.pending--);
  }

  /** Sends what is waiting, for so many milliseconds at most. */
  async close(timeoutMs: number): Promise<void> {
    await atMost(timeoutMs, this.last);
    this.givingUp.abort();
    await this.last;
  }

  private async send(halt: Halt, status: Status, body: unknown): Promise<void> {
    const backoff = new Backoff();
    let reason = "the guard was closed";
    for (let attempt = 0; attempt < ATTEMPTS && !this.givingUp.signal.aborted; attempt++) {
      try {
        await this.post(body);
        this.sent++;
        return;
      } catch (failed) {
        reason = messageOf(failed);
        if (failed instanceof GatewayFailure && !failed.mayPass) {
          break;
        }
      }
      await pause(backoff.delay(), this.givingUp.signal);
    }
    this.lose(halt, status, reason);
  }

  private async post(body: unknown): Promise<void> {
    const attempt = new AbortController();
    const abort = (): void => attempt.abort();
    const timer = setTimeout(abort, TIMEOUT_MS);
    this.givingUp.signal.addEventListener("abort", abort);
    try {
      await this.gateway.post("/v1/acks", body, attempt.signal);
    } finally {
      clearTimeout(timer);
      this.givingUp.signal.removeEventListener("abort", abort);
    }
  }

  private lose(halt: Halt, status: Status, reason: string): void {
    this.lost++;
    this.warn(`the acknowledgement '${status}' of halt ${halt.haltId} was not sent: ${reason}`);
  }
}
