package dev.ripcord.console.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /openapi.json}: what the gateway answers, for people and machines. */
final class OpenApi {
    private static final String DOCUMENT = "/dev/ripcord/console/openapi.json";

    private final String text;

    OpenApi() {
        try (InputStream in = OpenApi.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + DOCUMENT);
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(DOCUMENT, unreadable);
        }
    }

    void answer(Context request) {
        Answer.text(request, 200, text);
    }
}
