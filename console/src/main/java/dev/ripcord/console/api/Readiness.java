package dev.ripcord.console.api;

import dev.ripcord.console.guard.GuardState;
import dev.ripcord.console.guard.GuardWatch;
import dev.ripcord.console.halts.HaltBoard;
import dev.ripcord.console.topic.KafkaWatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the gateway can be believed. */
final class Readiness {
    static final String OK = "ok";

    /**
     * Of each thing that it takes: {@code ok}, or what is wrong.
     *
     * @param guardLagMillis how far detection is behind; null where no heartbeat was ever seen
     */
    record Parts(String kafka, String halts, String guard, Long guardLagMillis) {
        boolean areWell() {
            return List.of(kafka, halts, guard).stream().allMatch(OK::equals);
        }
    }

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

    Parts parts() {
        GuardState state = guard.state();
        return new Parts(
                kafka.state(),
                halts.isReadToEnd() ? deafness.get().orElse(OK) : unread(),
                state.isLive() ? OK : guardProblem(state),
                state.lagMillis());
    }

    private static String guardProblem(GuardState state) {
        return state.lagMillis() == null
                ? "absent: no heartbeat was ever seen on ripcord.heartbeat; is GuardJob running?"
                : "stale: silent or behind, by " + state.lagMillis() + " ms";
    }
}
