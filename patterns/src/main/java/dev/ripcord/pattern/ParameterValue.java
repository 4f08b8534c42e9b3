package dev.ripcord.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ripcord.condition.ParameterType;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.Optional;

/** The values of parameters: as people write them, and as conditions read them. */
final class ParameterValue {
    /** Longer ones are typing errors, and would overflow where milliseconds are added to a time. */
    static final Duration LONGEST = Duration.ofDays(366);

    private ParameterValue() {}

    /** @return Long, Double, Boolean, Duration or String, whichever the written value looks like */
    static Optional<Object> inferred(JsonNode written) {
        if (written.isBoolean()) {
            return converted(written, ParameterType.BOOL);
        }
        if (written.isNumber()) {
            return converted(written, written.isIntegralNumber() ? ParameterType.INT : ParameterType.DOUBLE);
        }
        return converted(written, ParameterType.DURATION).or(() -> converted(written, ParameterType.STRING));
    }

    static ParameterType typeOf(Object value) {
        if (value instanceof Long) {
            return ParameterType.INT;
        }
        if (value instanceof Double) {
            return ParameterType.DOUBLE;
        }
        if (value instanceof Duration) {
            return ParameterType.DURATION;
        }
        return value instanceof Boolean ? ParameterType.BOOL : ParameterType.STRING;
    }

    /** @return the value as conditions read it; empty where what was written is of another type */
    static Optional<Object> converted(JsonNode written, ParameterType type) {
        return switch (type) {
            case INT ->
                written.canConvertToExactIntegral() && written.canConvertToLong()
                        ? Optional.of(written.longValue())
                        : Optional.empty();
            case DOUBLE ->
                written.isNumber() && Double.isFinite(written.doubleValue())
                        ? Optional.of(written.doubleValue())
                        : Optional.empty();
            case DURATION -> written.isTextual() ? duration(written.textValue().strip()) : Optional.empty();
            case BOOL -> written.isBoolean() ? Optional.of(written.booleanValue()) : Optional.empty();
            case STRING -> written.isTextual() ? Optional.of(written.textValue()) : Optional.empty();
        };
    }

    /** @return what a value of the type looks like, to follow "it must be" */
    static String expected(ParameterType type) {
        return switch (type) {
            case INT -> "a whole number";
            case DOUBLE -> "a number";
            case DURATION -> "a duration such as 10m, at most " + Durations.format(LONGEST);
            case BOOL -> "true or false";
            case STRING -> "a text";
        };
    }

    static boolean isOrdered(ParameterType type) {
        return type == ParameterType.INT || type == ParameterType.DOUBLE || type == ParameterType.DURATION;
    }

    /** @return as {@link java.util.Comparator#compare}, for two values of one ordered type */
    static int compare(Object left, Object right) {
        if (left instanceof Duration duration) {
            return duration.compareTo((Duration) right);
        }
        return left instanceof Long number ? number.compareTo((Long) right) : ((Double) left).compareTo((Double) right);
    }

    /** @return the value as it is written in a pattern file */
    static String shown(Object value) {
        if (value instanceof Duration duration) {
            return Durations.format(duration);
        }
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }

    private static Optional<Object> duration(String text) {
        return Durations.parse(text)
                .filter(duration -> duration.compareTo(LONGEST) <= 0)
                .map(duration -> duration);
    }
}
