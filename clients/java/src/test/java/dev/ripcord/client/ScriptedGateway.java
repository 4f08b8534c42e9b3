package dev.ripcord.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ripcord.halt.HaltRecord;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks docs/gateway.md as a test wants it, also wrongly. Against the real one, the conformance suite tests. */
final class ScriptedGateway implements AutoCloseable {
    /** Of each connection: what the client asked with. */
    record Asked(String query, String lastEventId, String authorization) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<String> acknowledged = new CopyOnWriteArrayList<>();
    volatile int haltsStatus = 200;
    volatile int acksStatus = 202;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpExchange> open = new CopyOnWriteArrayList<>();
    private final List<String> greeting = new ArrayList<>();
    private final HttpServer server;

    ScriptedGateway() {
        this(0);
    }

    ScriptedGateway(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/v1/halts", this::halts);
        server.createContext("/v1/acks", this::acks);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What each connection is told first. */
    void greetWith(String... events) {
        synchronized (greeting) {
            greeting.clear();
            greeting.addAll(List.of(events));
        }
    }

    /** Tells everybody who is connected. */
    void tell(String... events) {
        synchronized (greeting) {
            for (HttpExchange one : open) {
                try {
                    write(one.getResponseBody(), List.of(events));
                } catch (IOException gone) {
                    open.remove(one);
                }
            }
        }
    }

    int connections() {
        return open.size();
    }

    void breakConnections() {
        open.forEach(HttpExchange::close);
        open.clear();
    }

    static String record(long offset, String key, byte[] text) {
        var data = Map.of("key", key, "time", 1, "record", new String(text, StandardCharsets.UTF_8));
        return "event: record\nid: " + offset + "\ndata: " + Json.text(data) + "\n\n";
    }

    static String record(long offset, HaltRecord record) {
        return record(offset, record.key(), Records.text(record));
    }

    static String removed(long offset, String key) {
        return "event: removed\nid: " + offset + "\ndata: " + Json.text(Map.of("key", key)) + "\n\n";
    }

    static String reset() {
        return "event: reset\ndata: {}\n\n";
    }

    static String ready(String guard) {
        return "event: ready\ndata: {\"guard\":\"" + guard + "\",\"guard_lag_ms\":4}\n\n";
    }

    static String guard(String guard) {
        return "event: guard\ndata: {\"guard\":\"" + guard + "\",\"guard_lag_ms\":4}\n\n";
    }

    private void halts(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                exchange.getRequestURI().getRawQuery(),
                headers.getFirst("Last-Event-ID"),
                headers.getFirst("Authorization")));
        if (haltsStatus != 200) {
            answer(exchange, haltsStatus, "{\"errors\":[\"the halts are not read to their end\"]}");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        synchronized (greeting) {
            write(exchange.getResponseBody(), greeting);
            open.add(exchange);
        }
    }

    private void acks(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (acksStatus == 202) {
            var word = Json.tree(body);
            acknowledged.add(
                    word.path("halt_id").asText() + " " + word.path("status").asText());
        }
        answer(exchange, acksStatus, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void write(OutputStream out, List<String> events) throws IOException {
        for (String event : events) {
            out.write(event.getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    @Override
    public void close() {
        breakConnections();
        server.stop(0);
        threads.shutdownNow();
    }
}
