package dev.ripcord.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * What stands under the keys of an event and of its payload that every event is asked for. A record is read in one
 * pass; other values are passed over, so that nobody pays for what nobody asks for.
 */
final class EventFields {
    private static final String PAYLOAD = "payload";

    private static final KnownKeys KEYS = new KnownKeys(
            "event_type",
            "session_id",
            "agent_id",
            "timestamp",
            PAYLOAD,
            "tenant_id",
            "event_id",
            "sequence",
            "parent_session_id",
            "root_session_id",
            "parent_agent_id",
            "trace_id",
            "span_id",
            "schema_version");

    private final byte[] record;
    private final boolean whole;
    private final boolean longStrings;
    private final KnownValues values = new KnownValues(KEYS);
    private Payload payload;

    private EventFields(byte[] record, boolean whole) {
        this.record = record;
        this.whole = whole;
        this.longStrings = record.length > StreamReadConstraints.DEFAULT_MAX_STRING_LEN;
    }

    /**
     * @param parser at the start of the record's object; at its end afterwards
     * @param record from now on not changed by anybody
     * @param whole whether somebody asks for all of the payload
     */
    static EventFields read(JsonParser parser, byte[] record, boolean whole) throws IOException {
        EventFields fields = new EventFields(record, whole);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            fields.read(parser, KEYS.place(name), name);
        }
        return fields;
    }

    /** @return null where the key is missing, and where an object is the payload */
    JsonNode get(String key) {
        return values.get(key);
    }

    /** @return null where the payload is missing, or is no object */
    Payload payload() {
        return payload;
    }

    private void read(JsonParser parser, int place, String name) throws IOException {
        boolean isPayload = name.equals(PAYLOAD);
        if (isPayload && parser.currentToken() == JsonToken.START_OBJECT) {
            payload = whole ? new Payload(NodeReader.object(parser)) : new Payload(record, known(parser));
        } else if (place == KnownKeys.NONE) {
            NodeReader.skip(parser, longStrings);
        } else {
            // Of a payload that is there twice the last one counts, as of every key.
            payload = isPayload ? null : payload;
            values.set(place, NodeReader.read(parser));
        }
    }

    private KnownValues known(JsonParser parser) throws IOException {
        KnownValues known = new KnownValues(Payload.KNOWN);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            int place = Payload.KNOWN.place(name);
            if (place == KnownKeys.NONE) {
                NodeReader.skip(parser, longStrings);
            } else {
                known.set(place, NodeReader.read(parser));
            }
        }
        return known;
    }
}
