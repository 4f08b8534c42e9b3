package dev.ripcord.deploy.signals;

import dev.ripcord.time.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A moment in the past as people write it: {@code 10m}, or {@code 2026-01-01T08:00:00Z}. */
public final class Since {
    private Since() {}

    /** @return milliseconds since the epoch; empty where the text is neither a duration nor a time with its offset */
    public static Optional<Long> parse(String text, long now) {
        return Durations.parse(text).map(ago -> now - ago.toMillis()).or(() -> time(text));
    }

    private static Optional<Long> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant()).map(Instant::toEpochMilli);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
