package dev.ripcord.fact;

import java.util.List;

/**
 * How much of the session the telemetry shows, and what was odd about it.
 *
 * @param gaps what is missing or odd, in words for people such as {@code no tool arguments}
 * @param limited timestamps that lay too far ahead of Kafka's and were limited
 * @param backward timestamps before the session clock
 * @param duplicates events dropped as repeats
 * @param late events after the session's end
 * @param split events from another partition than the first event's: their order is not defined
 * @param unreadable numbers written as something else, and so not counted
 */
public record Coverage(
        Grade grade,
        List<String> gaps,
        long limited,
        long backward,
        long duplicates,
        long late,
        long split,
        long unreadable) {

    /** What facts about calls can be trusted with. */
    public enum Grade {
        /** Arguments and results on at least nine of ten calls. */
        FULL,
        /** Some are missing: facts about calls are absent on some steps. */
        PARTIAL,
        /** There are calls, and none shows its arguments: loops of calls cannot be seen. */
        BLIND;

        /** As records and the console name it: {@code full}, {@code partial}, {@code blind}. */
        public String word() {
            return switch (this) {
                case FULL -> "full";
                case PARTIAL -> "partial";
                case BLIND -> "blind";
            };
        }
    }

    public Coverage {
        gaps = List.copyOf(gaps);
    }
}
