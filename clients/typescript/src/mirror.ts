import type { HaltBook } from "./book.js";
import { messageOf, UntrustedRecord } from "./errors.js";
import { Members } from "./members.js";
import type { HaltReader } from "./reading.js";
import type { Halt, Release } from "./records.js";
import type { Scope } from "./scope.js";
import type { ServerSentEvent } from "./sse.js";

const MOST_SAID = 100;

/** Of a key: a record with its time, or that it is gone. */
type Change = { readonly key: string; readonly record?: Halt | Release; readonly time?: number };

/**
 * Puts what the gateway's stream says into the book.
 *
 * What comes before `ready` is put off until then: a halt and its release come in some order, and a session that was
 * released long ago must not be stopped in between. If the connection breaks before, what has come takes effect all the
 * same, for a halt that was seen stops. The id to resume from moves only at `ready` and after it, so that nothing is
 * skipped.
 */
export class Mirror {
  lastEventId: string | undefined;
  records = 0;
  refused = 0;
  private readonly scopes: ReadonlySet<string>;
  private readonly times = new Map<string, number>();
  private readonly sent = new Set<string>();
  private readonly saidOf = new Set<string>();
  private waiting: Change[] | undefined;
  private anew = false;

  /**
   * @param reader says what to believe
   * @param scopes a record that is not about one of these is nothing to this session
   * @param forgets whether a key that is gone from the topic is gone from the book. Nobody signs a tombstone: not where
   *     signatures are asked for
   */
  constructor(
    private readonly book: HaltBook,
    private readonly reader: HaltReader,
    scopes: readonly Scope[],
    private readonly forgets: boolean,
    private readonly warn: (message: string) => void,
  ) {
    this.scopes = new Set(scopes.map((scope) => scope.key));
  }

  /** A connection has begun, from `lastEventId` on. */
  begin(): void {
    this.waiting = [];
    this.sent.clear();
    this.anew = this.lastEventId === undefined;
  }

  /** The connection is gone. */
  end(): void {
    this.waiting?.forEach((change) => this.apply(change));
    this.waiting = undefined;
  }

  /** Takes one event of the stream; of what it does not know it takes no notice. */
  take({ event, data, id }: ServerSentEvent): void {
    if (event === "reset") {
      this.lastEventId = undefined;
      this.begin();
    } else if (event === "ready") {
      this.ready();
    } else if (event === "record" || event === "removed") {
      this.change(event, data).forEach((one) => (this.waiting === undefined ? this.apply(one) : this.waiting.push(one)));
    }
    if (this.waiting === undefined && id !== undefined) {
      this.lastEventId = id;
    }
  }

  /** The broker's time of the halt's record, milliseconds since the epoch. */
  timeOf(halt: Halt): number | undefined {
    return this.times.get(halt.haltId);
  }

  private ready(): void {
    this.end();
    if (this.anew && this.forgets) {
      this.book.retain(this.sent);
    }
    this.anew = false;
  }

  private apply({ key, record, time }: Change): void {
    if (record === undefined) {
      if (this.forgets) {
        this.book.remove(key);
      }
    } else if (this.book.apply(record) && record.kind === "halt" && time !== undefined) {
      this.times.set(record.haltId, time);
    }
  }

  private change(event: string, text: string): Change[] {
    try {
      const data = new Members(JSON.parse(text), "the event");
      if (event === "removed") {
        this.sent.delete(data.text("key"));
        return [{ key: data.text("key") }];
      }
      this.records++;
      return this.record(data.text("key"), data);
    } catch (unreadable) {
      this.refuse("?", `the event cannot be read: ${messageOf(unreadable)}`);
      return [];
    }
  }

  private record(key: string, data: Members): Change[] {
    if (this.anew) {
      this.sent.add(key);
    }
    try {
      const record = this.reader.read(key, data.text("record"));
      const isOurs = record.kind !== "mute" && this.scopes.has(record.scope.key);
      return isOurs ? [{ key, record, ...(data.has("time") ? { time: data.whole("time") } : {}) }] : [];
    } catch (untrusted) {
      if (!(untrusted instanceof UntrustedRecord)) {
        throw untrusted;
      }
      this.refuse(key, untrusted.message);
      return [];
    }
  }

  private refuse(key: string, reason: string): void {
    this.refused++;
    // Once per key at most: whoever can write records must not fill an agent's log with them.
    if (!this.saidOf.has(key) && this.saidOf.size < MOST_SAID) {
      this.saidOf.add(key);
      this.warn(`a record under ${key} is refused: ${reason}`);
    }
  }
}
