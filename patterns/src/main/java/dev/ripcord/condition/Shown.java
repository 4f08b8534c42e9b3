package dev.ripcord.condition;

import dev.ripcord.event.Money;
import dev.ripcord.time.Durations;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

/** Shows values to people: in a signal, a terminal, a chat. */
final class Shown {
    static final String ABSENT = "?";
    static final int MAX_TEXT = 80;

    private static final Duration EXACT = Duration.ofSeconds(10);

    private Shown() {}

    static String value(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Collection<?> list) {
            return text(list.stream().limit(MAX_TEXT).map(Shown::value).collect(Collectors.joining(", ", "[", "]")));
        }
        return text(String.valueOf(value));
    }

    /** @return the value in full, for what somebody wrote and has to write anew */
    static String exactly(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return number == 0
                    ? "0"
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof Duration duration ? Durations.format(duration) : value(value);
    }

    static String money(Object dollars) {
        return dollars instanceof Double amount && Double.isFinite(amount)
                ? Money.format(Math.round(amount * Money.NANOS_PER_DOLLAR))
                : value(dollars);
    }

    private static String duration(Duration duration) {
        boolean isShort = duration.abs().compareTo(EXACT) < 0;
        return Durations.format(duration.truncatedTo(isShort ? ChronoUnit.MILLIS : ChronoUnit.SECONDS));
    }

    /** Two decimals, or four significant digits below one. */
    private static String number(double number) {
        if (!Double.isFinite(number)) {
            return ABSENT;
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        BigDecimal rounded = Math.abs(number) < 1
                ? exact.round(new MathContext(4, RoundingMode.HALF_UP))
                : exact.setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Text comes from agents: what steers a terminal, or turns the reading direction, is not passed on. */
    private static String text(String text) {
        StringBuilder shown = new StringBuilder();
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (++length > MAX_TEXT) {
                return shown.append('…').toString();
            }
            int point = text.codePointAt(i);
            shown.appendCodePoint(isHarmless(point) ? point : ' ');
        }
        return shown.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
