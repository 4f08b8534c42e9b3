package dev.ripcord.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ripcord.event.Envelope;
import dev.ripcord.event.Event;
import dev.ripcord.event.EventTypes;
import dev.ripcord.event.Origin;
import dev.ripcord.event.Payload;
import dev.ripcord.json.Json;
import dev.ripcord.topic.Position;
import dev.ripcord.topic.SessionKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A session that does anything an agent may do, drawn from a seed: calls that repeat, answers that get lost, costs,
 * states, hand-offs, clocks that run wrong, idle gaps, repeated events and a second partition.
 */
public final class RandomLog {
    private static final long START = 1_767_225_600_000L;
    private static final List<String> TYPES = EventTypes.ALL.stream().sorted().toList();
    private static final String[] STATUS = {"ok", "error", "timeout", "success"};
    private static final String[] TOOLS = {"tool0", "tool1", "scroll"};
    private static final String[] RESULTS = {
        "fine", "Error: no", "{\"error\": \"x\"}", "a b c d e f g h\ni j k l m n o p\nq r s t "
    };

    private static final String[] KEYS = {
        "tool_name", "tool_args", "request_ref", "caller_step", "status", "error", "tool_result", "content_hash",
        "decision", "content", "from_agent", "to_agent", "task", "state_snapshot_hash", "corrects", "cost_usd",
        "session_cost_usd", "input_tokens", "output_tokens", "latency_ms", "retry_count", "budget_remaining", "model"
    };

    private final Random random;
    private final int events;
    /** How many different things there are: few make repeats, many make the fold forget. */
    private final int variety;

    private long time = START;
    /** What the agent mostly does for a while, so that rows of the same come up. */
    private String mood = EventTypes.TOOL_INVOCATION;

    public RandomLog(long seed, int events) {
        random = new Random(seed);
        this.events = events;
        variety = seed % 3 == 0 ? 2_000 : 4;
    }

    public List<Envelope> envelopes() {
        List<Envelope> envelopes = new ArrayList<>();
        for (int offset = 0; offset < events; offset++) {
            time += chance(300) ? 30_000_000 : random.nextInt(4_000);
            mood = chance(40) ? anyType() : mood;
            int partition = chance(100) ? 1 : 3;
            envelopes.add(new Envelope(new Position(partition, offset), time, event(offset), new byte[0]));
        }
        return envelopes;
    }

    /** What the fold says before the events and after each. */
    static List<Object> facts(SessionFold fold, List<Envelope> log) {
        List<Object> facts = new ArrayList<>(told(fold));
        log.forEach(envelope -> facts.addAll(after(fold, envelope)));
        return facts;
    }

    /** What the fold says after the event; of a repeat no facts are known. */
    static List<Object> after(SessionFold fold, Envelope envelope) {
        List<Object> facts = new ArrayList<>();
        facts.add(fold.after(envelope).map(step -> step.facts().toMap()).orElse(Map.of()));
        facts.add(fold.restarted());
        facts.addAll(told(fold));
        return facts;
    }

    static List<Object> told(SessionFold fold) {
        return List.of(
                String.valueOf(fold.position()),
                fold.kafkaTime(),
                fold.time(),
                fold.startedAt(),
                fold.ended(),
                fold.agent(),
                fold.parentSession(),
                fold.rootSession(),
                fold.steps(),
                fold.calls(),
                fold.spendNanoDollars(),
                fold.tokens(),
                fold.coverage());
    }

    private Event event(int offset) {
        String type = chance(3) ? aStep() : mood;
        long timestamp = chance(50) ? random.nextLong(4_000_000_000_000L) : time - random.nextInt(3_000);
        String id = chance(20) ? "e" + random.nextInt(offset + 1) : "e" + offset;
        Origin origin = new Origin(
                chance(10) ? Optional.empty() : Optional.of(id),
                OptionalLong.empty(),
                chance(40) ? Optional.of("parent") : Optional.empty(),
                chance(40) ? Optional.of("root") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Event(
                type, new SessionKey("default", "s"), "agent" + random.nextInt(3), timestamp, payload(), origin);
    }

    /** Any event may carry anything; most facts look only where they should. */
    private Payload payload() {
        ObjectNode payload = Json.MAPPER.createObjectNode();
        put(payload, 1, "tool_name", TOOLS[random.nextInt(TOOLS.length)]);
        if (!chance(10)) {
            payload.putObject("tool_args").put("n", thing()).put("request_id", random.nextInt());
        }
        put(payload, 4, "request_ref", "r" + random.nextInt(80));
        put(payload, 2, "status", STATUS[random.nextInt(STATUS.length)]);
        put(payload, 2, "tool_result", RESULTS[random.nextInt(RESULTS.length)] + (chance(2) ? "" : thing()));
        put(payload, 2, "decision", "Do the thing number " + thing());
        put(payload, 2, "content", "I have done the thing number " + thing());
        put(payload, 1, "from_agent", "agent" + thing());
        put(payload, 1, "to_agent", "agent" + thing());
        put(payload, 2, "task", "task " + thing());
        put(payload, 2, "state_snapshot_hash", "state" + thing());
        put(payload, 10, "corrects", "e" + random.nextInt(events));
        number(payload, 2, "cost_usd", random.nextInt(1_000) / 1_000.0);
        number(payload, 20, "session_cost_usd", random.nextInt(100));
        number(payload, 3, "input_tokens", random.nextInt(1_000));
        number(payload, 3, "latency_ms", random.nextInt(1_000));
        number(payload, 10, "retry_count", random.nextInt(5));
        number(payload, 10, "budget_remaining", random.nextInt(50) - 10);
        if (chance(20)) {
            payload.set(KEYS[random.nextInt(KEYS.length)], nonsense());
        }
        return new Payload(payload);
    }

    /** What no producer should write under a key, and some will. */
    private JsonNode nonsense() {
        return switch (random.nextInt(7)) {
            case 0 -> NullNode.getInstance();
            case 1 -> DecimalNode.valueOf(new BigDecimal("1e999999999"));
            case 2 -> DecimalNode.valueOf(new BigDecimal("-1e-999999999"));
            case 3 -> TextNode.valueOf(" \uD83D\u0000 ");
            case 4 -> Json.MAPPER.createArrayNode().addArray().add(Long.MAX_VALUE);
            case 5 -> Json.MAPPER.createObjectNode().put("error", random.nextBoolean());
            default -> BooleanNode.valueOf(random.nextBoolean());
        };
    }

    private void put(ObjectNode payload, int oneIn, String key, String value) {
        if (chance(oneIn)) {
            payload.put(key, value);
        }
    }

    private void number(ObjectNode payload, int oneIn, String key, double value) {
        if (chance(oneIn)) {
            payload.put(key, value);
        }
    }

    private String aStep() {
        return chance(3) ? anyType() : chance(2) ? EventTypes.TOOL_INVOCATION : EventTypes.TOOL_RESPONSE;
    }

    private String anyType() {
        return chance(20) ? "unheard_of" : TYPES.get(random.nextInt(TYPES.size()));
    }

    private int thing() {
        return random.nextInt(variety);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
