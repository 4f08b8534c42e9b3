package dev.ripcord.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.event.Decoded;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.EventDecoder;
import dev.ripcord.json.Json;
import dev.ripcord.source.Fault;
import dev.ripcord.source.Located;
import dev.ripcord.time.Durations;
import dev.ripcord.topic.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes out the events of a case: blocks repeated, round numbers put in, what was left out at its default. */
final class CaseEvents {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final String ROUND = "{i}";

    private final List<Fault> faults;
    private final List<Envelope> envelopes = new ArrayList<>();
    private long latest = FIRST.minus(STEP).toEpochMilli();

    CaseEvents(List<Fault> faults) {
        this.faults = faults;
    }

    /** @param items events and blocks; the first fault ends the reading, or it would be told once a round */
    void add(List<Located> items) {
        for (Located item : items) {
            boolean block = item.has("repeat");
            List<Located> events = block ? item.get("events").orElseThrow().items() : List.of(item);
            int rounds = block ? item.get("repeat").orElseThrow().json().asInt() : 1;
            for (int round = 0; round < rounds; round++) {
                for (Located event : events) {
                    add(event, block ? Integer.toString(round) : ROUND);
                    if (!faults.isEmpty()) {
                        return;
                    }
                }
            }
        }
    }

    int size() {
        return envelopes.size();
    }

    List<Envelope> envelopes() {
        return envelopes;
    }

    private void add(Located written, String round) {
        if (envelopes.size() == CasesReader.MAX_EVENTS) {
            faults.add(new Fault(written.place(), "the case has more than " + CasesReader.MAX_EVENTS + " events"));
            return;
        }
        ObjectNode event = (ObjectNode) numbered(written.json(), round);
        long time = latest + after(written);
        event.remove("after");
        setIfMissing(event, "session_id", TextNode.valueOf("case"));
        setIfMissing(event, "agent_id", TextNode.valueOf("agent"));
        setIfMissing(event, "timestamp", event.numberNode(time));
        setIfMissing(event, "payload", event.objectNode());
        byte[] bytes = Json.bytes(event);
        Decoded decoded = EventDecoder.decode(bytes);
        if (decoded instanceof Decoded.Readable readable) {
            latest = readable.event().timestamp();
            envelopes.add(new Envelope(new Position(0, envelopes.size()), latest, readable.event(), bytes));
        } else if (decoded instanceof Decoded.Unreadable unreadable) {
            unreadable.reasons().forEach(reason -> faults.add(new Fault(written.place(), reason)));
        }
    }

    private static long after(Located written) {
        return written.text("after").flatMap(Durations::parse).orElse(STEP).toMillis();
    }

    private static void setIfMissing(ObjectNode event, String key, JsonNode value) {
        if (!event.has(key)) {
            event.set(key, value);
        }
    }

    private static JsonNode numbered(JsonNode value, String round) {
        if (value.isTextual()) {
            return TextNode.valueOf(value.textValue().replace(ROUND, round));
        }
        if (value instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            list.forEach(item -> copy.add(numbered(item, round)));
            return copy;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), numbered(entry.getValue(), round)));
            return copy;
        }
        return value;
    }
}
