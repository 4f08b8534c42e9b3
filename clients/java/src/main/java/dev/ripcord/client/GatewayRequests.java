package dev.ripcord.client;

import dev.ripcord.halt.Acknowledgement;
import dev.ripcord.halt.Subject;
import dev.ripcord.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a guard asks the gateway. */
record GatewayRequests(URI address, Following following) {
    /** @param lastEventId where to go on; null for everything that stands */
    HttpRequest halts(String lastEventId) {
        HttpRequest.Builder request =
                to("/v1/halts?" + query(following.subject())).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.GET().build();
    }

    HttpRequest acknowledgement(Acknowledgement word) {
        return to("/v1/acks")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(word)))
                .build();
    }

    private HttpRequest.Builder to(String pathAndQuery) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + pathAndQuery)).header("User-Agent", ClientName.TEXT);
        if (following.apiKey() != null) {
            request.header("Authorization", "Bearer " + following.apiKey());
        }
        return request;
    }

    private static String query(Subject subject) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("tenant", subject.tenant());
        values.put("session", subject.session());
        values.put("root", subject.root());
        values.put("parent", subject.parent());
        values.put("agent", subject.agent());
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "GatewayRequests[address=" + address + "]";
    }
}
