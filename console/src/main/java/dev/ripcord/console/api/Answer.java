package dev.ripcord.console.api;

import dev.ripcord.json.Json;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers in JSON, which nobody on the way keeps. */
final class Answer {
    private Answer() {}

    static void json(Context request, int status, Object body) {
        text(request, status, Json.text(body));
    }

    /** @param json is JSON already */
    static void text(Context request, int status, String json) {
        request.status(status)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .result(json.getBytes(StandardCharsets.UTF_8));
    }

    static void errors(Context request, int status, List<String> errors) {
        json(request, status, Map.of("errors", errors));
    }
}
