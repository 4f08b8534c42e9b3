package dev.ripcord.console.replay.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.Position;
import java.util.List;
import java.util.Objects;

/**
 * A signal that an event completed.
 *
 * @param seen where it was found
 * @param matched the steps that it rests on, and the clause that each satisfied
 */
public record SeenSignal(Signal signal, Seen seen, List<MatchedClause> matched) {
    /** Where a signal was found. */
    public enum Seen {
        /** It stands on the record, and judging again gives the same. */
        @JsonProperty("recorded_and_recomputed")
        BOTH,
        /** It stands on the record; judging again does not give it: other definitions, limits or events. */
        @JsonProperty("recorded")
        RECORDED,
        /** Judging again gives it; there is no record of it. */
        @JsonProperty("recomputed")
        RECOMPUTED
    }

    /**
     * @param element of the definition
     * @param step null where the step is not part of this replay
     * @param where the element's condition; null where it has none, or the definition is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MatchedClause(String element, Long step, Position position, String where) {}

    public SeenSignal {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(seen, "seen");
        matched = List.copyOf(matched);
    }
}
