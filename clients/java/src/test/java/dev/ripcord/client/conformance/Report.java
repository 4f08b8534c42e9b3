package dev.ripcord.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import dev.ripcord.time.WallClock;
import java.io.PrintStream;

/** What the runner says: one JSON object a line, from whichever thread. */
record Report(PrintStream out) {
    void say(String event, Object members) {
        ObjectNode line = Json.MAPPER.createObjectNode().put("event", event).put("at", WallClock.SYSTEM.millis());
        JsonNode more = Json.MAPPER.valueToTree(members);
        line.setAll((ObjectNode) more);
        synchronized (out) {
            out.println(Json.text(line));
            out.flush();
        }
    }
}
