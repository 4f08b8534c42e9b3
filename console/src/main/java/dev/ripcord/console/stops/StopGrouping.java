package dev.ripcord.console.stops;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What stops are brought together by, to see what shows in many sessions only. */
public enum StopGrouping {
    TOOL(Stop::tool),
    PATTERN(Stop::pattern),
    AGENT(Stop::agent),
    /** In UTC, such as {@code 2026-01-01T00:00:00Z}. */
    HOUR(stop -> Instant.ofEpochMilli(stop.time()).truncatedTo(ChronoUnit.HOURS).toString());

    private final Function<Stop, String> key;

    StopGrouping(Function<Stop, String> key) {
        this.key = key;
    }

    String key(Stop stop) {
        return key.apply(stop);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StopGrouping> of(String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.word().equals(word))
                .findFirst();
    }
}
