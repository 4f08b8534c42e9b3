/** One event of a stream; `id` is the newest that the stream has named, with this event or before. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string | undefined;
}

/**
 * Server-sent events, taken from a stream of bytes that comes in pieces of any size, as the HTML standard says: lines end
 * with CR, LF or CRLF, data lines are joined, an empty line ends an event, and one that the stream breaks off in is
 * dropped.
 */
export class EventStream {
  private readonly decoder = new TextDecoder();
  private rest = "";
  private afterReturn = false;
  private length = 0;
  private event = "";
  private data: string[] = [];
  private id: string | undefined;

  /** @param maxLength an event longer than this is refused. A record of 6 MiB with each quote in it escaped is not */
  constructor(private readonly maxLength = 16 * 1024 * 1024) {}

  /** @throws RangeError where an event is longer than allowed */
  feed(chunk: Uint8Array): ServerSentEvent[] {
    let text = this.decoder.decode(chunk, { stream: true });
    if (text === "") {
      return [];
    }
    if (this.afterReturn && text.startsWith("\n")) {
      text = text.slice(1);
    }
    this.afterReturn = text === "" ? false : text.endsWith("\r");
    const lines = text.split(/\r\n|\r|\n/);
    this.length += text.length;
    if (this.length > this.maxLength) {
      throw new RangeError(`an event of the stream is longer than ${this.maxLength} characters`);
    }
    lines[0] = this.rest + lines[0];
    this.rest = lines.pop() ?? "";
    return lines.map((line) => this.line(line)).filter((event) => event !== undefined);
  }

  private line(line: string): ServerSentEvent | undefined {
    if (line === "") {
      return this.end();
    }
    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") {
      this.event = value;
    } else if (name === "data") {
      this.data.push(value);
    } else if (name === "id" && !value.includes("\0")) {
      this.id = value;
    }
    return undefined;
  }

  private end(): ServerSentEvent | undefined {
    const { event, data, id } = this;
    this.event = "";
    this.data = [];
    this.length = 0;
    return data.length === 0 ? undefined : { event: event || "message", data: data.join("\n"), id };
  }
}
