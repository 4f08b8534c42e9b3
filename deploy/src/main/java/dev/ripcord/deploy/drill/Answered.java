package dev.ripcord.deploy.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.deploy.outcome.ExitCode;
import dev.ripcord.deploy.outcome.Refusal;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What a gateway answered, or why it did not. */
final class Answered {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private Answered() {}

    /** @throws Refusal where it is no answer, with the gateway's own reasons */
    static JsonNode json(HttpResponse<String> response, URI gateway) {
        if (response.statusCode() / 100 != 2) {
            throw refusal(response.statusCode(), response.body(), gateway);
        }
        try {
            return Json.tree(response.body());
        } catch (IOException noJson) {
            throw refused(List.of("what answers at " + gateway + " is no gateway of Ripcord: it does not speak JSON"));
        }
    }

    static Refusal refusal(int status, String body, URI gateway) {
        List<String> reasons = new ArrayList<>();
        try {
            Json.tree(body).path("errors").forEach(error -> reasons.add(error.asText()));
        } catch (IOException noJson) {
            // Then the status must do.
        }
        if (reasons.isEmpty()) {
            reasons.add("what answers at " + gateway + " says " + status + "; is it a gateway of Ripcord?");
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            reasons.add("a drill reads and writes everything of its tenant: give a key of an operator with --api-key"
                    + " or in $RIPCORD_API_KEY");
        }
        return refused(reasons);
    }

    private static Refusal refused(List<String> reasons) {
        return new Refusal(reasons, "nothing is proven", ExitCode.FAILED);
    }
}
