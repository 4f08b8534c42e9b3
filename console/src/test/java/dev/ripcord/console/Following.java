package dev.ripcord.console;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A client that follows a stream, and keeps what it got. */
public final class Following implements AutoCloseable {
    /** One event of the stream. */
    public record Received(String event, String id, String data) {
        public JsonNode json() {
            try {
                return Json.tree(data);
            } catch (IOException notJson) {
                throw new AssertionError(data, notJson);
            }
        }

        public String key() {
            return json().path("key").asText();
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final CompletableFuture<Void> ended;
    private String event;
    private String id;
    private String data;

    private Following(Stream<String> lines) {
        this.lines = lines;
        this.ended = CompletableFuture.runAsync(() -> lines.forEach(this::line), task -> {
            Thread thread = new Thread(task, "following");
            thread.setDaemon(true);
            thread.start();
        });
    }

    static Following start(HttpClient client, Http http, String path, String lastEventId) throws Exception {
        HttpRequest.Builder request = http.request(path).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response = client.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    response.statusCode() + " " + response.body().toList());
        }
        return new Following(response.body());
    }

    private void line(String line) {
        if (line.isEmpty()) {
            received.add(new Received(event, id, data));
            event = null;
            id = null;
            data = null;
        } else if (line.startsWith("event: ")) {
            event = line.substring(7);
        } else if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("data: ")) {
            data = data == null ? line.substring(6) : data + "\n" + line.substring(6);
        }
    }

    public List<Received> received() {
        return received;
    }

    /** @return the events of the kind so far */
    public List<Received> received(String kind) {
        return received.stream().filter(one -> one.event().equals(kind)).toList();
    }

    public Received awaitOne(Predicate<Received> wanted) {
        await().atMost(Duration.ofSeconds(15)).until(() -> received.stream().anyMatch(wanted));
        return received.stream().filter(wanted).findFirst().orElseThrow();
    }

    public Following ready() {
        awaitOne(one -> one.event().equals("ready"));
        return this;
    }

    public boolean hasEnded() {
        return ended.isDone();
    }

    @Override
    public void close() {
        lines.close();
    }
}
