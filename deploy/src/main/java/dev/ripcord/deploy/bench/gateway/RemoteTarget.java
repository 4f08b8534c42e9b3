package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * A gateway that runs already; it is halted and released over its own API.
 *
 * @param apiKey of an operator; null where the gateway has no keys
 */
record RemoteTarget(URI gateway, String apiKey, HttpClient http) implements BenchTarget {
    @Override
    public String authorization() {
        return apiKey == null ? "" : "Authorization: Bearer " + apiKey + "\r\n";
    }

    @Override
    public void write(int number, String reason) throws IOException, InterruptedException {
        var body = Json.text(Map.of("scope", "tenant/" + TENANT, "reason", reason));
        var path = number % 2 == 0 ? "/v1/halts" : "/v1/releases";
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 201 && !(number < 0 && answer.statusCode() == 200)) {
            throw new IOException(
                    "POST " + path + " answers " + answer.statusCode() + " where 201 was due: " + answer.body());
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String toString() {
        return "RemoteTarget[" + gateway + "]";
    }
}
