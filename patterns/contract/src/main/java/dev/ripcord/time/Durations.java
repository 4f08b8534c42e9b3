package dev.ripcord.time;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in pattern files and settings: {@code 500ms}, {@code 10s}, {@code 1h30m}, {@code 2d}. */
public final class Durations {
    /** Nobody waits longer, and a time on any clock plus this is still a time. */
    public static final Duration MAX = Duration.ofDays(100_000);

    private static final Pattern PART = Pattern.compile("(\\d{1,18})(ms|s|m|h|d)");

    private Durations() {}

    /**
     * @return the duration; empty where the text is not one or more of number and unit (ms, s, m, h, d), or more than
     *     {@link #MAX}
     */
    public static Optional<Duration> parse(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            Optional<Duration> more = of(Long.parseLong(part.group(1)), part.group(2));
            if (more.isEmpty() || sum.plus(more.get()).compareTo(MAX) > 0) {
                return Optional.empty();
            }
            sum = sum.plus(more.get());
            end = part.end();
        }
        return end == text.length() && end > 0 ? Optional.of(sum) : Optional.empty();
    }

    /**
     * @return the shortest text that {@link #parse} reads back to the millisecond, such as {@code 1m30s}; {@code 0s}
     *     for less than that. A negative one gets a minus sign, for people only
     */
    public static String format(Duration duration) {
        StringBuilder text = new StringBuilder();
        Duration size = duration.abs();
        append(text, size.toDaysPart(), "d");
        append(text, size.toHoursPart(), "h");
        append(text, size.toMinutesPart(), "m");
        append(text, size.toSecondsPart(), "s");
        append(text, size.toMillisPart(), "ms");
        if (text.isEmpty()) {
            return "0s";
        }
        return duration.isNegative() ? "-" + text : text.toString();
    }

    private static Optional<Duration> of(long amount, String unit) {
        try {
            return Optional.of(
                    switch (unit) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        case "d" -> Duration.ofDays(amount);
                        default -> throw new IllegalStateException("not in the expression: " + unit);
                    });
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }
}
