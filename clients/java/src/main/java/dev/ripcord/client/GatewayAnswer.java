package dev.ripcord.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A refusal of the gateway, in its own words where it has any. */
final class GatewayAnswer {
    private static final int MOST_TEXT = 200;

    private GatewayAnswer() {}

    static String inWords(int status, String body) {
        return "the gateway answers " + status + said(body);
    }

    /** @return whether the same request may do better later */
    static boolean mayPass(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private static String said(String body) {
        try {
            List<String> errors = new ArrayList<>();
            JsonNode listed = Json.tree(body).path("errors");
            listed.forEach(error -> errors.add(error.asText()));
            return errors.isEmpty() ? "" : ": " + shortened(String.join("; ", errors));
        } catch (IOException notOurs) {
            return body.isBlank() ? "" : ": " + shortened(body.strip());
        }
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "...";
    }
}
