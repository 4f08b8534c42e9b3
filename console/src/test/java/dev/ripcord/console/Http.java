package dev.ripcord.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who asks a gateway over HTTP. */
public record Http(URI address, String key) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    public record Reply(int status, JsonNode json, HttpResponse<String> response) {
        public String errors() {
            return json.path("errors").toString();
        }
    }

    public static Http to(Gateway gateway) {
        return new Http(gateway.address(), null);
    }

    public Http withKey(String otherKey) {
        return new Http(address, otherKey);
    }

    public Reply get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** What is no JSON. */
    public HttpResponse<String> text(String path) throws Exception {
        return CLIENT.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    public Reply post(String path, String json) throws Exception {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Reply post(String path, String type, byte[] body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(20));
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    public Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), Json.tree(response.body()), response);
    }

    /** @return the verdict of a check; {@code unavailable} where there is none */
    public String verdict(String query) throws Exception {
        return get("/v1/check?" + query).json().path("verdict").asText("unavailable");
    }

    public Following follow(String path, String lastEventId) throws Exception {
        return Following.start(CLIENT, this, path, lastEventId);
    }

    public Following follow(String path) throws Exception {
        return follow(path, null);
    }
}
