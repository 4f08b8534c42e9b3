package dev.ripcord.deploy.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.deploy.outcome.RootCause;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The gateway as the drill uses it. */
final class DrillGateway {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String JSON = "application/json";
    private static final int UNAVAILABLE = 503;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 100;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI address;
    private final Optional<String> apiKey;

    DrillGateway(URI address, Optional<String> apiKey) {
        this.address = address;
        this.apiKey = apiKey;
    }

    /**
     * @return the answer to whether the session may go on
     * @throws Refusal where no gateway is there, or it does not let us ask
     */
    JsonNode check(String tenant, String session) throws InterruptedException {
        String query = "/v1/check?tenant=" + encoded(tenant) + "&session=" + encoded(session);
        return get(query);
    }

    /** @throws Refusal where they are not all taken */
    void write(List<?> events) throws InterruptedException {
        HttpRequest post = request("/v1/events", JSON)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(Json.bytes(events)))
                .build();
        Answered.json(send(post, BodyHandlers.ofString()), address);
    }

    /** @throws Refusal where it is not taken */
    void release(String scope) throws InterruptedException {
        HttpRequest post = request("/v1/releases", JSON)
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofByteArray(Json.bytes(Map.of("scope", scope, "reason", "the drill is over"))))
                .build();
        Answered.json(send(post, BodyHandlers.ofString()), address);
    }

    /** @return the halts in force, as the gateway lists them */
    JsonNode halts(String tenant) throws InterruptedException {
        return get("/v1/halts?tenant=" + encoded(tenant));
    }

    /** @return the signals that come from now on, as server-sent events */
    InputStream signals() throws InterruptedException, IOException {
        HttpRequest follow = request("/v1/signals", "text/event-stream").GET().build();
        HttpResponse<InputStream> response = sendUntilReady(follow, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            throw Answered.refusal(response.statusCode(), body, address);
        }
        return response.body();
    }

    private JsonNode get(String path) throws InterruptedException {
        return Answered.json(sendUntilReady(request(path, JSON).GET().build(), BodyHandlers.ofString()), address);
    }

    /** A gateway that has just begun has its topics to read first. */
    private <T> HttpResponse<T> sendUntilReady(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws InterruptedException {
        long deadline = WallClock.nanoTime() + PATIENCE.toNanos();
        HttpResponse<T> response = send(request, handler);
        while (response.statusCode() == UNAVAILABLE && WallClock.nanoTime() < deadline) {
            new CountDownLatch(1).await(BETWEEN_ATTEMPTS_MILLIS, TimeUnit.MILLISECONDS);
            response = send(request, handler);
        }
        return response;
    }

    private HttpRequest.Builder request(String path, String accepted) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", accepted)
                .timeout(PATIENCE);
        apiKey.ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws InterruptedException {
        try {
            return http.send(request, handler);
        } catch (IOException unreachable) {
            List<String> reasons = new ArrayList<>();
            reasons.add("no gateway answers at " + address + " (" + RootCause.of(unreachable)
                    + "); start one with: ripcord serve --roles gateway, or give its address with --gateway URL");
            throw new Refusal(reasons, "nothing is proven", ExitCode.FAILED);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
