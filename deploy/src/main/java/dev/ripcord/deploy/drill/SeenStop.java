package dev.ripcord.deploy.drill;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks for the agent's word that it has stopped in what the gateway lists. */
final class SeenStop {
    private SeenStop() {}

    /** @param scope the newest halt of it is the one that stands, whichever was the first */
    static boolean in(JsonNode halts, String scope) {
        for (JsonNode halt : halts.path("halts")) {
            if (halt.path("scope").asText().equals(scope)) {
                return halt.path("sessions").path("stopped").asInt() > 0;
            }
        }
        return false;
    }
}
