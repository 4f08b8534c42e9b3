package dev.ripcord.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.topic.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * How a session stands, for {@code ripcord.sessions}: written at most once a second while it changes.
 *
 * @param schemaVersion 1
 * @param agentId of the latest event
 * @param startedAt session clock at the first event, milliseconds since the epoch
 * @param time session clock now
 * @param position of the latest event
 * @param spendUsd null where the telemetry reports no cost
 * @param tokens null where the telemetry reports none
 * @param progress the definition that has come furthest; null where none has begun
 * @param lastSignal id of the latest signal; null where there is none
 */
public record SessionSummary(
        int schemaVersion,
        String tenantId,
        String sessionId,
        String parentSessionId,
        String rootSessionId,
        String agentId,
        State state,
        long startedAt,
        long time,
        Position position,
        long steps,
        long calls,
        BigDecimal spendUsd,
        Long tokens,
        Progress progress,
        String lastSignal,
        Coverage coverage) {
    public static final int SCHEMA_VERSION = 1;

    public SessionSummary {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(agentId, "agentId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(coverage, "coverage");
    }

    /** What the log says of the session; a halt stands on {@code ripcord.halts}. */
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("ended")
        ENDED
    }

    /**
     * @param pattern id@hash
     * @param matched steps that its furthest partial match has taken
     */
    public record Progress(String pattern, int matched) {
        public Progress {
            Objects.requireNonNull(pattern, "pattern");
        }
    }

    /**
     * How much of the session the telemetry shows, and what was odd about it.
     *
     * @param grade {@code full}, {@code partial} or {@code blind}
     * @param gaps what is missing, in words such as {@code no tool arguments}
     * @param limited timestamps that lay too far ahead of Kafka's and were limited
     * @param backward timestamps before the session clock
     * @param duplicates events dropped as repeats
     * @param late events after the session's end
     */
    public record Coverage(String grade, List<String> gaps, long limited, long backward, long duplicates, long late) {
        public Coverage {
            Objects.requireNonNull(grade, "grade");
            gaps = gaps == null ? List.of() : List.copyOf(gaps);
        }
    }
}
