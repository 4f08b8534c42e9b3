package dev.ripcord.condition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ripcord.event.Payload;
import dev.ripcord.fact.GivenFacts;
import dev.ripcord.fact.Step;
import dev.ripcord.fact.StepEvent;
import dev.ripcord.topic.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** A step that a test describes: {@code a("tool_response").of("search").with("outcome.count", 5).step()}. */
final class GivenStep {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String type;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private String tool;
    private String status;
    private String model;
    private Payload payload = Payload.EMPTY;

    private GivenStep(String type) {
        this.type = type;
    }

    static GivenStep a(String type) {
        return new GivenStep(type);
    }

    GivenStep of(String toolName) {
        tool = toolName;
        return this;
    }

    GivenStep status(String word) {
        status = word;
        return this;
    }

    GivenStep model(String name) {
        model = name;
        return this;
    }

    GivenStep with(String fact, Object value) {
        facts.put(fact, value);
        return this;
    }

    GivenStep carrying(String json) {
        try {
            payload = new Payload((ObjectNode) JSON.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException mistyped) {
            throw new IllegalArgumentException(json, mistyped);
        }
        return this;
    }

    Step step() {
        StepEvent event = new StepEvent(type, "invoicer", tool, status, model, null, null, null, "req-7", "plan-1");
        return new Step(new Position(0, 1), 1_000, 1_000, event, GivenFacts.of(facts), payload);
    }
}
