package dev.ripcord.console.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A real HTTP receiver on loopback that answers as it is told, and remembers what it got. */
public final class Receiver implements AutoCloseable {
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile IntFunction<Answer> answers;

    /**
     * @param retryAfter a header; null for none
     * @param location likewise
     */
    public record Answer(int status, String retryAfter, String location) {
        public static final Answer OK = status(204);
        /** Never: the connection stays open. */
        public static final Answer SILENCE = status(0);

        public static Answer status(int status) {
            return new Answer(status, null, null);
        }
    }

    /** A request as it came. */
    public record Received(String path, Headers headers, byte[] body) {
        public String header(String name) {
            return headers.getFirst(name);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return Json.tree(text());
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }
    }

    private Receiver(int port, IntFunction<Answer> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static Receiver answering(Answer always) {
        return new Receiver(0, number -> always);
    }

    /** @param answers to the n-th request, from 0 */
    public static Receiver answering(IntFunction<Answer> answers) {
        return new Receiver(0, answers);
    }

    public void answer(Answer always) {
        answers = number -> always;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook/path-is-secret";
    }

    public List<Received> received() {
        return received;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer;
        synchronized (received) {
            answer = answers.apply(received.size());
            received.add(new Received(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        }
        if (answer.status() == 0) {
            await();
            return;
        }
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
        }
        if (answer.location() != null) {
            exchange.getResponseHeaders().set("Location", answer.location());
        }
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }

    private void await() {
        try {
            closing.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
