package dev.ripcord.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Timestamps as producers write them.
 *
 * <p>A number below 10^11 is seconds (until the year 5138), below 10^14 milliseconds (from the year 1973 until 5138);
 * fractions are kept to the millisecond. Larger ones are micro- or nanoseconds, and refused: taken for milliseconds
 * they would be limited one by one, and the session's clock would be the broker's without anyone knowing. Text is ISO
 * 8601, in UTC where it names no offset, or one of those numbers. A space may stand for the T and a comma for the
 * point, as many loggers write.
 */
final class Timestamps {
    static final String EXPECTED =
            "epoch seconds, epoch milliseconds (not micro- or nanoseconds) or ISO 8601, from the year 1970 to 5138";

    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = 100_000_000_000_000L;
    private static final long MILLIS_OF_A_SECOND = 1_000;
    private static final int MAX_LENGTH = 64;
    private static final int DATE_LENGTH = "2026-01-01".length();
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM:ss", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private Timestamps() {}

    /** @return milliseconds since the epoch, or empty where the value is no timestamp */
    static OptionalLong millis(JsonNode value) {
        if (value.isLong()) {
            return millis(value.longValue());
        }
        Optional<BigDecimal> number = Decimals.of(value);
        if (number.isPresent()) {
            return millis(number.get());
        }
        return value.isTextual() && value.textValue().length() <= MAX_LENGTH
                ? iso(value.textValue().strip())
                : OptionalLong.empty();
    }

    private static OptionalLong millis(long number) {
        if (number < 0 || number >= MILLIS_BELOW) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(number < SECONDS_BELOW ? number * MILLIS_OF_A_SECOND : number);
    }

    private static OptionalLong millis(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MILLIS_BELOW)) >= 0) {
            return OptionalLong.empty();
        }
        boolean seconds = number.compareTo(BigDecimal.valueOf(SECONDS_BELOW)) < 0;
        return OptionalLong.of(Decimals.rounded(number, seconds ? 3 : 0, RoundingMode.DOWN));
    }

    private static OptionalLong iso(String text) {
        try {
            TemporalAccessor parsed = ISO.parseBest(withTAndPoint(text), OffsetDateTime::from, LocalDateTime::from);
            Instant instant = parsed instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
            long millis = instant.toEpochMilli();
            return millis < 0 || millis >= MILLIS_BELOW ? OptionalLong.empty() : OptionalLong.of(millis);
        } catch (DateTimeException | ArithmeticException notIso) {
            return OptionalLong.empty();
        }
    }

    private static String withTAndPoint(String text) {
        boolean spaced = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' ';
        String joined = spaced ? text.substring(0, DATE_LENGTH) + "T" + text.substring(DATE_LENGTH + 1) : text;
        return joined.replace(',', '.');
    }
}
