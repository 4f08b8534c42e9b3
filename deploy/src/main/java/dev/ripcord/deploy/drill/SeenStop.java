package dev.ripcord.deploy.drill;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks for the agent's word that it has stopped in what the gateway lists. */
final class SeenStop {
    private SeenStop() {}

    static boolean in(JsonNode halts, String haltId) {
        for (JsonNode halt : halts.path("halts")) {
            if (halt.path("halt_id").asText().equals(haltId)) {
                return halt.path("sessions").path("stopped").asInt() > 0;
            }
        }
        return false;
    }
}
