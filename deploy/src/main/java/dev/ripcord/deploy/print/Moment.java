package dev.ripcord.deploy.print;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times for people. */
public final class Moment {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Moment() {}

    /** @return {@code 2026-01-01T08:00:00.500Z}: in UTC, as in the records, so that the two can be compared */
    public static String utc(long millis) {
        return UTC.format(Instant.ofEpochMilli(millis));
    }
}
