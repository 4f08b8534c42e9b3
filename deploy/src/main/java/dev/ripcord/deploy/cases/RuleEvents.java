package dev.ripcord.deploy.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Position;
import java.util.ArrayList;
import java.util.List;

/** Makes a log of one partition from a case's events: the index is the offset, and Kafka's time is the event's own. */
final class RuleEvents {
    private static final long FIRST_MILLIS = 1_700_000_000_000L;
    private static final long STEP_MILLIS = 1_000;

    private RuleEvents() {}

    /** @return those that can be read; the guard judges no others, but they keep their offsets */
    static List<Envelope> envelopes(List<JsonNode> events) {
        var envelopes = new ArrayList<Envelope>();
        for (int index = 0; index < events.size(); index++) {
            byte[] bytes = Json.bytes(completed((ObjectNode) events.get(index), index));
            if (EventDecoder.decode(bytes) instanceof Decoded.Readable readable) {
                var event = readable.event();
                envelopes.add(new Envelope(new Position(0, index), event.timestamp(), event, bytes));
            }
        }
        return envelopes;
    }

    private static ObjectNode completed(ObjectNode written, int index) {
        var event = written.deepCopy();
        var values = JsonNodeFactory.instance;
        putIfMissing(event, "session_id", values.textNode("case"));
        putIfMissing(event, "agent_id", values.textNode("agent"));
        putIfMissing(event, "timestamp", values.numberNode(FIRST_MILLIS + index * STEP_MILLIS));
        putIfMissing(event, "payload", values.objectNode());
        return event;
    }

    private static void putIfMissing(ObjectNode event, String key, JsonNode value) {
        if (!event.has(key)) {
            event.set(key, value);
        }
    }
}
