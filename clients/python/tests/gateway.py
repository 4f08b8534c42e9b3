"""A small gateway on loopback that says what a test tells it to: real HTTP, nothing behind it."""

import http.server
import json
import queue
import socket
import threading
import urllib.parse

from .records import now, text


class FakeGateway:
    """
    Keeps records by offset, as the topic does, and streams them to whoever follows.

    :param port: 0 for any that is free
    """

    def __init__(self, port=0, heartbeat=0.1):
        self.guard = {"guard": "live", "guard_lag_ms": 4}
        self.acks = []
        self.requests = []
        self.refuse_acks_with = None
        self.resumable = True
        self.tells_ready = True
        self.heartbeat = heartbeat
        self._records = []
        self._streams = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.gateway = self
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def write(self, record, key=None, written=None):
        """A record comes to the topic."""
        self.say("record", {"key": key or record.key, "time": now(), "record": written or text(record)})

    def remove(self, key):
        """A tombstone comes to the topic; what stood under the key is gone."""
        with self._lock:
            offset = self._next_offset()
            self._records = [one for one in self._records if one[2].get("key") != key]
        self.say("removed", {"key": key}, offset)

    def say(self, event, data, offset=None):
        with self._lock:
            frame = (self._next_offset() if offset is None else offset, event, data)
            self._records.append(frame)
            for stream in self._streams:
                stream.put(_frame(*frame))

    def forget(self):
        """Everything is gone from the topic, and an earlier id means nothing."""
        with self._lock:
            self._records.clear()
            self.resumable = False

    def send(self, raw):
        """Bytes as they are, to whoever follows."""
        with self._lock:
            for stream in self._streams:
                stream.put(raw)

    def cut(self):
        """Every stream ends."""
        self.send(None)

    @property
    def following(self):
        return len(self._streams)

    def statuses(self):
        return [(ack["halt_id"], ack["status"]) for ack in list(self.acks)]

    def close(self):
        self._server.shutdown()
        self.cut()
        self._server.server_close()

    def stream(self, last_event_id):
        """What a client gets from here on."""
        stream = queue.Queue()
        with self._lock:
            if last_event_id is not None and not self.resumable:
                stream.put(b"event: reset\ndata: {}\n\n")
                last_event_id = None
            for frame in self._records:
                new = last_event_id is None or frame[0] > int(last_event_id)
                if new and (last_event_id is not None or frame[1] != "removed"):
                    stream.put(_frame(*frame))
            if self.tells_ready:
                stream.put(f"event: ready\ndata: {json.dumps(self.guard)}\n\n".encode())
            self._streams.append(stream)
        return stream

    def gone(self, stream):
        with self._lock:
            self._streams.remove(stream)

    def _next_offset(self):
        return self._records[-1][0] + 1 if self._records else 0


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        gateway = self.server.gateway
        path, _, query = self.path.partition("?")
        gateway.requests.append((path, dict(urllib.parse.parse_qsl(query)), dict(self.headers)))
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream;charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        stream = gateway.stream(self.headers.get("Last-Event-ID"))
        try:
            self._copy(stream, gateway)
        except OSError:
            pass
        finally:
            gateway.gone(stream)
            try:
                self.connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # The client was faster.

    def _copy(self, stream, gateway):
        while True:
            try:
                chunk = stream.get(timeout=gateway.heartbeat)
            except queue.Empty:
                chunk = f"event: guard\ndata: {json.dumps(gateway.guard)}\n\n".encode()
            if chunk is None:
                return
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))

    def do_POST(self):
        gateway = self.server.gateway
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status = gateway.refuse_acks_with or 202
        if status == 202:
            gateway.acks.append(body)
        answer = b"" if status == 202 else b'{"errors":["not now"]}'
        self.send_response(status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


def _frame(offset, event, data):
    return f"id: {offset}\nevent: {event}\ndata: {json.dumps(data)}\n\n".encode("utf-8")
