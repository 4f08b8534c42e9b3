/** The gateway did not do what was asked; the message says what it said instead. */
export class GatewayFailure extends Error {
  override readonly name = "GatewayFailure";

  /** @param status of its answer */
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }

  /** Whether the same request may succeed later. */
  get mayPass(): boolean {
    return this.status < 400 || this.status >= 500 || [401, 403, 408, 429].includes(this.status);
  }
}

/** Where the gateway is, and how it is spoken to. */
export class Gateway {
  private readonly base: string;
  private readonly headers: Readonly<Record<string, string>>;

  /**
   * @param url such as `http://127.0.0.1:7700`; what path it has goes before each path asked for
   * @param apiKey sent as a bearer token; undefined for a gateway without keys
   * @throws RangeError where the address or the key is none
   */
  constructor(
    readonly url: string,
    apiKey?: string,
  ) {
    if (!isAddress(url)) {
      throw new RangeError(`url is '${url}'; it must be http://HOST:PORT or https://HOST[:PORT]`);
    }
    if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey)) {
      throw new RangeError("apiKey has blanks or other characters that no key has, or is empty");
    }
    this.base = url.replace(/\/+$/, "");
    this.headers = apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` };
  }

  /**
   * @return pieces of a stream of events
   * @throws GatewayFailure where the answer is no such stream
   */
  async stream(path: string, lastEventId: string | undefined, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const headers: Record<string, string> = { ...this.headers, Accept: "text/event-stream" };
    if (lastEventId !== undefined) {
      headers["Last-Event-ID"] = lastEventId;
    }
    const response = await fetch(this.base + path, { headers, signal, cache: "no-store", redirect: "error" });
    const kind = response.headers.get("Content-Type") ?? "";
    if (response.status !== 200) {
      throw await failure(response);
    }
    if (!kind.startsWith("text/event-stream") || response.body === null) {
      await response.body?.cancel();
      throw new GatewayFailure(`it answered with '${kind}' where a stream of events belongs; is it the gateway?`, 200);
    }
    return response.body as unknown as AsyncIterable<Uint8Array>;
  }

  /** @throws GatewayFailure where the answer is no success; whatever fetch throws where there is none */
  async post(path: string, body: unknown, signal: AbortSignal): Promise<void> {
    const headers = { ...this.headers, "Content-Type": "application/json" };
    const text = JSON.stringify(body);
    const response = await fetch(this.base + path, { method: "POST", headers, body: text, signal, redirect: "error" });
    if (!response.ok) {
      throw await failure(response);
    }
    await response.arrayBuffer();
  }
}

function isAddress(url: string): boolean {
  try {
    const parts = new URL(url);
    return /^https?:$/.test(parts.protocol) && parts.hostname !== "" && parts.search === "" && parts.hash === "";
  } catch {
    return false;
  }
}

async function failure(response: Response): Promise<GatewayFailure> {
  const text = await response.text();
  return new GatewayFailure(`it answered ${response.status}: ${said(text)}`, response.status);
}

function said(text: string): string {
  try {
    const errors: unknown = JSON.parse(text).errors;
    return Array.isArray(errors) ? errors.join("; ") : text.slice(0, 200);
  } catch {
    return text.trim().slice(0, 200);
  }
}
