package dev.ripcord.deploy.history;

import dev.ripcord.time.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a part of a topic begins or ends. */
sealed interface RangeEnd {
    /** A whole number is always an offset: a time in milliseconds would read the same, and mean something else. */
    Pattern OFFSET = Pattern.compile("\\d{1,18}");

    /** The first record of each partition that the broker took then or later; milliseconds since the epoch. */
    record AtTime(long millis) implements RangeEnd {}

    /** The same offset in every partition. */
    record AtOffset(long offset) implements RangeEnd {}

    /** @return empty where the text is none of {@code 5000}, {@code -2h} and {@code 2026-01-01T08:00:00Z} */
    static Optional<RangeEnd> parse(String text, long now) {
        if (OFFSET.matcher(text).matches()) {
            return Optional.of(new AtOffset(Long.parseLong(text)));
        }
        if (text.startsWith("-")) {
            return Durations.parse(text.substring(1)).map(ago -> new AtTime(now - ago.toMillis()));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .map(Instant::toEpochMilli)
                    .map(AtTime::new);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
