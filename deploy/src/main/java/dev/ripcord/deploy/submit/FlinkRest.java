package dev.ripcord.deploy.submit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks one Flink cluster, over its REST API, and turns its errors into one readable line. */
final class FlinkRest {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    /** The cluster runs the job's main method before it answers. */
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private final URI cluster;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    FlinkRest(URI cluster) {
        this.cluster = cluster;
    }

    URI cluster() {
        return cluster;
    }

    JsonNode get(String path) throws RestFailure, InterruptedException {
        return send(path, request -> request.GET());
    }

    JsonNode post(String path, JsonNode body) throws RestFailure, InterruptedException {
        return send(
                path,
                request -> request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    JsonNode post(String path, String contentType, BodyPublisher body) throws RestFailure, InterruptedException {
        return send(path, request -> request.header("Content-Type", contentType).POST(body));
    }

    void patch(String path) throws RestFailure, InterruptedException {
        send(path, request -> request.method("PATCH", BodyPublishers.noBody()));
    }

    void delete(String path) throws RestFailure, InterruptedException {
        send(path, request -> request.DELETE());
    }

    private JsonNode send(String path, RequestKind kind) throws RestFailure, InterruptedException {
        var request = kind.of(HttpRequest.newBuilder(cluster.resolve(path)).timeout(ANSWER_WITHIN));
        try {
            return read(path, client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException unreachable) {
            throw new RestFailure(
                    "no Flink cluster answers at " + cluster + " (" + reason(unreachable) + ")", unreachable);
        }
    }

    private JsonNode read(String path, HttpResponse<String> response) throws RestFailure {
        var answer = parse(response.body());
        if (response.statusCode() < 300 && answer != null) {
            return answer;
        }
        var errors = answer == null ? null : answer.path("errors");
        throw new RestFailure(
                errors == null || errors.isEmpty()
                        ? "what answers at " + cluster + " is not a Flink cluster (HTTP " + response.statusCode()
                                + " for " + path + ")"
                        : StackTrace.rootCause(errors.get(errors.size() - 1).asText()));
    }

    private static JsonNode parse(String body) {
        try {
            return Json.tree(body.isEmpty() ? "{}" : body);
        } catch (IOException notJson) {
            return null;
        }
    }

    private static String reason(IOException unreachable) {
        return unreachable.getMessage() == null ? "connection refused" : unreachable.getMessage();
    }

    private interface RequestKind {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }
}
