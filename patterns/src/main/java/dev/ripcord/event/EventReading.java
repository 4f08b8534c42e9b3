package dev.ripcord.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.topic.SessionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One event's keys, read in turn; every complaint is kept, so that a producer is told all of them at once. */
final class EventReading {
    /** Long enough for any id in use, short enough for a state key: ids are kept in state and written into signals. */
    static final int MAX_ID_LENGTH = 512;

    private static final int SHOWN = 40;

    private final EventFields fields;
    private final List<String> reasons = new ArrayList<>();

    EventReading(EventFields fields) {
        this.fields = fields;
    }

    Decoded decoded() {
        String type = EventTypes.canonical(required("event_type"));
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

    /** @return the value as JSON, cut where it is long */
    static String found(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
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
        JsonNode value = value(key);
        if (value == null) {
            reasons.add(key + " is missing; it must be a string");
            return "";
        }
        String text = text(key, value);
        if (text != null && text.isBlank()) {
            reasons.add(key + " is " + found(value) + "; it must be a string that is not blank");
        }
        return text == null ? "" : text;
    }

    /** A blank one is none: many producers write every key, and an empty string where they know nothing. */
    private Optional<String> optional(String key) {
        JsonNode value = value(key);
        String text = value == null ? null : text(key, value);
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    /** Numbers are taken as text: many producers have numeric ids, and nothing is lost by it. Null for what is none. */
    private String text(String key, JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            reasons.add(key + " is " + found(value) + "; it must be a string");
            return null;
        }
        String text = value.asText();
        int length = text.length() <= MAX_ID_LENGTH ? text.length() : text.codePointCount(0, text.length());
        if (length > MAX_ID_LENGTH) {
            reasons.add(key + " is " + length + " characters long; the most is " + MAX_ID_LENGTH);
            return null;
        }
        if (hasLoneSurrogate(text)) {
            reasons.add(key + " contains half a surrogate pair; it must be Unicode text");
            return null;
        }
        return text;
    }

    private long timestamp() {
        JsonNode value = value("timestamp");
        if (value == null) {
            reasons.add("timestamp is missing; it must be " + Timestamps.EXPECTED);
            return 0;
        }
        OptionalLong millis = Timestamps.millis(value);
        if (millis.isEmpty()) {
            reasons.add("timestamp is " + found(value) + "; it must be " + Timestamps.EXPECTED);
        }
        return millis.orElse(0);
    }

    private Payload payload() {
        if (fields.payload() != null) {
            return fields.payload();
        }
        JsonNode value = value("payload");
        reasons.add("payload is " + (value == null ? "missing" : found(value)) + "; it must be an object");
        return Payload.EMPTY;
    }

    private OptionalLong sequence() {
        JsonNode value = value("sequence");
        if (value == null || isBlankText(value)) {
            return OptionalLong.empty();
        }
        OptionalLong number = Decimals.of(value).map(Decimals::exactLong).orElseGet(OptionalLong::empty);
        if (number.isEmpty()) {
            reasons.add("sequence is " + found(value) + "; it must be a whole number");
        }
        return number;
    }

    /** @return null where the key is missing or null */
    private JsonNode value(String key) {
        JsonNode value = fields.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private static boolean isBlankText(JsonNode value) {
        return value.isTextual() && value.textValue().isBlank();
    }

    /** JSON can spell it, UTF-8 cannot: an id would change on its way through keys, state and signals. */
    private static boolean hasLoneSurrogate(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                boolean pair = index + 1 < text.length()
                        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
                if (!pair) {
                    return true;
                }
                index++;
            }
        }
        return false;
    }
}
