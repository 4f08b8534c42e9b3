package dev.ripcord.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;

/**
 * Timestamps as producers write them.
 *
 * <p>A number below 10^11 is seconds (until the year 5138), below 10^14 milliseconds (from the year 1973 until 5138);
 * fractions are kept to the millisecond. Text is ISO 8601, in UTC where it names no offset, or one of those numbers.
 */
final class Timestamps {
    private static final BigDecimal SECONDS_BELOW = BigDecimal.valueOf(100_000_000_000L);
    private static final BigDecimal MILLIS_BELOW = BigDecimal.valueOf(100_000_000_000_000L);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final int MAX_LENGTH = 64;

    static final String EXPECTED = "epoch seconds, epoch milliseconds or ISO 8601";

    private Timestamps() {}

    /** @return milliseconds since the epoch, or empty where the value is no timestamp */
    static OptionalLong millis(JsonNode value) {
        if (value.isNumber()) {
            return millis(value.decimalValue());
        }
        return value.isTextual() && value.textValue().length() <= MAX_LENGTH
                ? millis(value.textValue().strip())
                : OptionalLong.empty();
    }

    private static OptionalLong millis(String text) {
        try {
            return millis(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return iso(text);
        }
    }

    private static OptionalLong millis(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(MILLIS_BELOW) >= 0) {
            return OptionalLong.empty();
        }
        boolean seconds = number.compareTo(SECONDS_BELOW) < 0;
        return OptionalLong.of((seconds ? number.movePointRight(3) : number).longValue());
    }

    private static OptionalLong iso(String text) {
        try {
            TemporalAccessor parsed = ISO.parseBest(text, OffsetDateTime::from, Instant::from);
            Instant instant = parsed instanceof OffsetDateTime offset ? offset.toInstant() : Instant.from(parsed);
            return instant.isBefore(Instant.EPOCH) ? OptionalLong.empty() : OptionalLong.of(instant.toEpochMilli());
        } catch (DateTimeException | ArithmeticException notIso) {
            return OptionalLong.empty();
        }
    }
}
