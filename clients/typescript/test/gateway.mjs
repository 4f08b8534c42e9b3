// A small gateway on loopback that says what a test tells it to: real HTTP, nothing behind it.
import { createServer } from "node:http";
import { once } from "node:events";
import { keyOf } from "../dist/records.js";
import { text } from "./records.mjs";

/** Keeps records by offset, as the topic does, and streams them to whoever follows. */
export class FakeGateway {
  guard = { guard: "live", guard_lag_ms: 4 };
  acks = [];
  requests = [];
  refuseAcksWith = undefined;
  resumable = true;
  tellsReady = true;
  heartbeatMs = 100;
  topic = [];
  streams = new Set();

  static async start(port = 0, topic = []) {
    const gateway = new FakeGateway();
    gateway.topic = topic;
    gateway.server = createServer((request, response) => gateway.answer(request, response));
    gateway.server.listen(port, "127.0.0.1");
    await once(gateway.server, "listening");
    gateway.port = gateway.server.address().port;
    gateway.url = `http://127.0.0.1:${gateway.port}`;
    return gateway;
  }

  /** A record comes to the topic. */
  write(record, { key = keyOf(record), written = text(record) } = {}) {
    this.say("record", { key, time: Date.now(), record: written });
  }

  /** A tombstone comes to the topic; what stood under the key is gone. */
  remove(key) {
    const offset = this.nextOffset();
    this.topic = this.topic.filter((frame) => frame.data.key !== key);
    this.say("removed", { key }, offset);
  }

  say(event, data, offset = this.nextOffset()) {
    const frame = { offset, event, data };
    this.topic.push(frame);
    this.send(raw(frame));
  }

  /** Bytes as they are, to whoever follows. */
  send(bytes) {
    this.streams.forEach((stream) => stream.write(bytes));
  }

  /** Everything is gone from the topic, and an earlier id means nothing. */
  forget() {
    this.topic = [];
    this.resumable = false;
  }

  /** Every stream ends. */
  cut() {
    this.streams.forEach((stream) => stream.end());
  }

  statuses() {
    return this.acks.map((ack) => [ack.halt_id, ack.status]);
  }

  async close() {
    const closed = once(this.server, "close");
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  async answer(request, response) {
    this.requests.push({ url: request.url, headers: request.headers });
    if (request.method === "POST") {
      await this.acknowledge(request, response);
    } else {
      this.follow(request, response);
    }
  }

  follow(request, response) {
    response.writeHead(200, { "Content-Type": "text/event-stream;charset=utf-8" });
    let after = request.headers["last-event-id"];
    if (after !== undefined && !this.resumable) {
      response.write("event: reset\ndata: {}\n\n");
      after = undefined;
    }
    this.topic
      .filter(({ offset, event }) => (after === undefined ? event === "record" : offset > Number(after)))
      .forEach((frame) => response.write(raw(frame)));
    if (this.tellsReady) {
      response.write(`event: ready\ndata: ${JSON.stringify(this.guard)}\n\n`);
    }
    this.streams.add(response);
    const heartbeat = setInterval(
      () => response.write(`event: guard\ndata: ${JSON.stringify(this.guard)}\n\n`),
      this.heartbeatMs,
    );
    response.on("close", () => {
      clearInterval(heartbeat);
      this.streams.delete(response);
    });
  }

  async acknowledge(request, response) {
    let body = "";
    for await (const chunk of request) {
      body += chunk;
    }
    const status = this.refuseAcksWith ?? 202;
    if (status === 202) {
      this.acks.push(JSON.parse(body));
    }
    response.writeHead(status).end(status === 202 ? "" : '{"errors":["not now"]}');
  }

  nextOffset() {
    return (this.topic.at(-1)?.offset ?? -1) + 1;
  }
}

function raw({ offset, event, data }) {
  return `id: ${offset}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
