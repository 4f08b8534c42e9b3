package dev.ripcord.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.json.Json;

/**
 * An event before a session gives it its id, agent and time. Immutable: each method answers with another draft.
 *
 * @param payload what the event carries
 * @param keys further keys of the event itself; they win over what the session gives
 */
public record Draft(ObjectNode payload, ObjectNode keys) {
    static Draft of(String type, ObjectNode payload) {
        return new Draft(payload, Json.MAPPER.createObjectNode().put("event_type", type));
    }

    boolean is(String type) {
        return type.equals(keys.path("event_type").asText());
    }

    /** @param value JSON, quotes left out where YAML needs none */
    public Draft with(String payloadKey, String value) {
        return with(payloadKey, Relaxed.value(value));
    }

    public Draft with(String payloadKey, JsonNode value) {
        return new Draft(payload.deepCopy().set(payloadKey, value), keys);
    }

    /** Null stands there instead, which reads as absent: the session does not fill it in either. */
    public Draft without(String payloadKey) {
        return with(payloadKey, Json.MAPPER.nullNode());
    }

    /** A key of the event itself: {@code key("trace_id", "t1")}. */
    public Draft key(String key, String text) {
        return key(key, TextNode.valueOf(text));
    }

    private Draft key(String key, JsonNode value) {
        return new Draft(payload, keys.deepCopy().set(key, value));
    }

    public Draft by(String agent) {
        return key("agent_id", agent);
    }

    public Draft id(String eventId) {
        return key("event_id", eventId);
    }

    /** @param timestamp as the producer writes it; the broker's time of the event is not touched */
    public Draft stamped(long timestamp) {
        return key("timestamp", LongNode.valueOf(timestamp));
    }

    /** @param dollars this event's own increment: {@code 0.02} */
    public Draft costing(String dollars) {
        return with("cost_usd", dollars);
    }

    public Draft taking(long latencyMillis) {
        return with("latency_ms", LongNode.valueOf(latencyMillis));
    }

    public Draft tokens(long input, long output) {
        return with("input_tokens", LongNode.valueOf(input)).with("output_tokens", LongNode.valueOf(output));
    }

    public Draft inState(String hash) {
        return with("state_snapshot_hash", TextNode.valueOf(hash));
    }

    public Draft answering(String requestRef) {
        return with("request_ref", TextNode.valueOf(requestRef));
    }
}
