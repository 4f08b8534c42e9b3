package dev.ripcord.deploy.bench.traffic;

import dev.ripcord.event.EventTypes;
import dev.ripcord.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of steps that sessions are made of, each a record of about {@value #EVENT_BYTES} bytes. */
final class Steps {
    static final int EVENT_BYTES = 500;
    private static final String AGENT = "support-agent";

    private final Words words;

    Steps(Words words) {
        this.words = words;
    }

    EventTemplate decision() {
        var payload = payload();
        payload.put("decision", words.text(40));
        payload.put("options", new String[] {words.text(24), words.text(24)});
        payload.put("model", words.model());
        payload.put("input_tokens", 900 + words.below(4_000));
        payload.put("output_tokens", 40 + words.below(400));
        return template(EventTypes.PLANNER_DECISION, payload, "content");
    }

    Map<String, Object> call() {
        var call = payload();
        call.put("tool_name", words.tool());
        var arguments = payload();
        arguments.put("query", words.text(40) + " " + words.hash());
        arguments.put("limit", 10 + words.below(40));
        arguments.put("filter", Map.of("region", words.text(12)));
        call.put("tool_args", arguments);
        call.put("request_ref", "call-" + words.hash());
        return call;
    }

    EventTemplate invocation(Map<String, Object> call) {
        var payload = payload();
        payload.putAll(call);
        payload.put("model", words.model());
        return template(EventTypes.TOOL_INVOCATION, payload, "content");
    }

    /** @param state hash of the agent's state after it; null where it reports none */
    EventTemplate response(Map<String, Object> call, String state) {
        var payload = payload();
        payload.put("tool_name", call.get("tool_name"));
        payload.put("request_ref", call.get("request_ref"));
        payload.put("status", "ok");
        payload.put("latency_ms", 20 + words.below(900));
        if (state != null) {
            payload.put("state_snapshot_hash", state);
        }
        return template(EventTypes.TOOL_RESPONSE, payload, "tool_result");
    }

    /** @param dollars that the step cost */
    EventTemplate cost(String dollars) {
        var payload = payload();
        payload.put("cost_usd", new BigDecimal(dollars));
        payload.put("model", words.model());
        payload.put("input_tokens", 900 + words.below(4_000));
        payload.put("output_tokens", 40 + words.below(400));
        return template(EventTypes.COST_UPDATE, payload, "reason");
    }

    /** @return a fraction of a cent, so that no budget is spent in a hundred thousand events */
    String usualCost() {
        return "0.000" + (200 + words.below(800));
    }

    EventTemplate state(String hash) {
        var payload = payload();
        payload.put("state_snapshot_hash", hash);
        return template(EventTypes.STATE_SNAPSHOT, payload, "content");
    }

    EventTemplate end() {
        return template(EventTypes.SESSION_END, payload(), "reason");
    }

    private static Map<String, Object> payload() {
        return new LinkedHashMap<>();
    }

    /** @param filled the key whose text brings the record to its size */
    private EventTemplate template(String type, Map<String, Object> payload, String filled) {
        payload.put(filled, "");
        int room = EVENT_BYTES - new EventTemplate(type, AGENT, Json.text(payload)).length();
        payload.put(filled, words.text(Math.max(16, room)));
        return new EventTemplate(type, AGENT, Json.text(payload));
    }
}
