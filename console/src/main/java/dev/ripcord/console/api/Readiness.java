package dev.ripcord.console.api;

import dev.ripcord.console.guard.GuardState;
import dev.ripcord.console.guard.GuardWatch;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.topic.KafkaWatch;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the gateway can be believed; {@code GET /health}. */
final class Readiness {
    private static final String OK = "ok";

    private final KafkaWatch kafka;
    private final HaltBoard halts;
    private final GuardWatch guard;
    private final Supplier<Optional<String>> deafness;

    /** @param deafness why nothing new is read of the halts; empty where it is */
    Readiness(KafkaWatch kafka, HaltBoard halts, GuardWatch guard, Supplier<Optional<String>> deafness) {
        this.kafka = kafka;
        this.halts = halts;
        this.guard = guard;
        this.deafness = deafness;
    }

    /** @throws Refused until the halts are read: before that nobody is known to be allowed anything */
    void requireHalts() {
        if (!halts.isReadToEnd()) {
            throw new Refused(Refused.UNAVAILABLE, unread());
        }
    }

    void requireKafka() {
        if (!kafka.isReachable()) {
            throw new Refused(Refused.UNAVAILABLE, "Kafka is gone: " + kafka.state());
        }
    }

    private String unread() {
        String why = deafness.get().orElse("ask again in a moment");
        return "ripcord.halts is not read to its end yet; " + (kafka.isReachable() ? why : "Kafka: " + kafka.state());
    }

    void health(Context request) {
        GuardState state = guard.state();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("kafka", kafka.state());
        parts.put("halts", halts.isReadToEnd() ? deafness.get().orElse(OK) : unread());
        parts.put("guard", state.isLive() ? OK : guardProblem(state));
        boolean healthy = parts.values().stream().allMatch(OK::equals);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", healthy ? OK : "unavailable");
        answer.putAll(parts);
        if (state.lagMillis() != null) {
            answer.put("guard_lag_ms", state.lagMillis());
        }
        answer.put("refused_records", halts.refused());
        Answer.json(request, healthy ? 200 : Refused.UNAVAILABLE, answer);
    }

    private static String guardProblem(GuardState state) {
        return state.lagMillis() == null
                ? "absent: no heartbeat was ever seen on ripcord.heartbeat; is GuardJob running?"
                : "stale: silent or behind, by " + state.lagMillis() + " ms";
    }
}
