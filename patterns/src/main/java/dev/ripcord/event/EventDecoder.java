package dev.ripcord.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads an event from the bytes of a record. Never throws: what is no event is {@link Decoded.Unreadable}. */
public final class EventDecoder {
    private static final ObjectReader READER = Json.MAPPER.readerFor(JsonNode.class);
    private static final int SHOWN = 40;

    /** Long enough for any id in use, short enough for a state key: ids are kept in state and written into signals. */
    private static final int MAX_ID_LENGTH = 512;

    private EventDecoder() {}

    public static Decoded decode(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return unreadable("the record is empty; it must be one JSON object");
        }
        try {
            JsonNode root = READER.readValue(bytes);
            return root instanceof ObjectNode object
                    ? new Reading(object).decoded()
                    : unreadable("the record is " + found(root) + "; it must be one JSON object");
        } catch (JsonProcessingException notJson) {
            return unreadable("not JSON: " + firstLine(notJson.getOriginalMessage()) + at(notJson));
        } catch (IOException notUtf8) {
            return unreadable("not UTF-8: " + firstLine(notUtf8.getMessage()));
        }
    }

    private static Decoded unreadable(String reason) {
        return new Decoded.Unreadable(List.of(reason));
    }

    private static String at(JsonProcessingException error) {
        return error.getLocation() == null
                ? ""
                : " at line " + error.getLocation().getLineNr() + ", column "
                        + error.getLocation().getColumnNr();
    }

    private static String firstLine(String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }

    private static String found(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** One event's keys, read in turn; every complaint is kept, so that a producer is told all of them at once. */
    private static final class Reading {
        private final ObjectNode object;
        private final List<String> reasons = new ArrayList<>();

        Reading(ObjectNode object) {
            this.object = object;
        }

        Decoded decoded() {
            String type = required("event_type");
            String session = required("session_id");
            String agent = required("agent_id");
            long timestamp = timestamp();
            Payload payload = payload();
            String tenant = optional("tenant_id").orElse(SessionKey.DEFAULT_TENANT);
            Origin origin = origin();
            return reasons.isEmpty()
                    ? new Decoded.Readable(
                            new Event(type, new SessionKey(tenant, session), agent, timestamp, payload, origin))
                    : new Decoded.Unreadable(reasons);
        }

        private Origin origin() {
            return new Origin(
                    optional("event_id"),
                    sequence(),
                    optional("parent_session_id"),
                    optional("root_session_id"),
                    optional("parent_agent_id"),
                    optional("trace_id"),
                    optional("span_id"),
                    optional("schema_version"));
        }

        private String required(String key) {
            Optional<String> text = optional(key);
            if (text.isEmpty() && isMissing(key)) {
                reasons.add(key + " is missing; it must be a string");
            }
            return text.orElse("");
        }

        /** Numbers are taken as text: many producers have numeric ids, and nothing is lost by it. */
        private Optional<String> optional(String key) {
            JsonNode value = object.get(key);
            if (value == null || value.isNull()) {
                return Optional.empty();
            }
            boolean scalar = value.isTextual() || value.isNumber();
            if (!scalar || value.asText().isBlank()) {
                reasons.add(key + " is " + found(value) + "; it must be a string that is not blank");
                return Optional.empty();
            }
            if (value.asText().length() > MAX_ID_LENGTH) {
                reasons.add(key + " is " + value.asText().length() + " characters long; the most is " + MAX_ID_LENGTH);
                return Optional.empty();
            }
            return Optional.of(value.asText());
        }

        private long timestamp() {
            if (isMissing("timestamp")) {
                reasons.add("timestamp is missing; it must be " + Timestamps.EXPECTED);
                return 0;
            }
            OptionalLong millis = Timestamps.millis(object.get("timestamp"));
            if (millis.isEmpty()) {
                reasons.add("timestamp is " + found(object.get("timestamp")) + "; it must be " + Timestamps.EXPECTED);
            }
            return millis.orElse(0);
        }

        private Payload payload() {
            JsonNode value = object.get("payload");
            if (value instanceof ObjectNode node) {
                return new Payload(node);
            }
            reasons.add(
                    isMissing("payload")
                            ? "payload is missing; it must be an object"
                            : "payload is " + found(value) + "; it must be an object");
            return Payload.EMPTY;
        }

        private OptionalLong sequence() {
            JsonNode value = object.get("sequence");
            if (value == null || value.isNull()) {
                return OptionalLong.empty();
            }
            if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
                reasons.add("sequence is " + found(value) + "; it must be a whole number");
                return OptionalLong.empty();
            }
            return OptionalLong.of(value.longValue());
        }

        private boolean isMissing(String key) {
            JsonNode value = object.get(key);
            return value == null || value.isNull();
        }
    }
}
