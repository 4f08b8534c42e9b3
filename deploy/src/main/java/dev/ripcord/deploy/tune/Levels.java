package dev.ripcord.deploy.tune;

import dev.ripcord.pattern.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The values that a parameter is tried with, from its minimum to its maximum, the default among them. Where the bounds
 * are a decade or more apart each value is about the same multiple of the one before; else they lie evenly.
 */
final class Levels {
    private static final double DECADE = 10;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final long[] UNITS = {3_600_000, 60_000, 1_000};

    private Levels() {}

    /** Whether the parameter can be turned: a number or a duration with both bounds, or a flag. */
    static boolean has(Parameter parameter) {
        return switch (parameter.type()) {
            case INT, DOUBLE, DURATION ->
                parameter.minimum().isPresent() && parameter.maximum().isPresent();
            case BOOL -> true;
            case STRING -> false;
        };
    }

    /**
     * @param count how many at the most, at least 2
     * @return of the parameter's own type, rising
     */
    static List<Object> of(Parameter parameter, int count) {
        return switch (parameter.type()) {
            case INT ->
                numbers(parameter, count).stream()
                        .<Object>map(Math::round)
                        .distinct()
                        .toList();
            case DOUBLE -> List.copyOf(numbers(parameter, count));
            case DURATION ->
                numbers(parameter, count).stream()
                        .<Object>map(millis -> Duration.ofMillis(Math.round(millis)))
                        .distinct()
                        .toList();
            case BOOL -> List.of(false, true);
            case STRING -> List.of(parameter.defaultValue());
        };
    }

    private static List<Double> numbers(Parameter parameter, int count) {
        double least = number(parameter.minimum().orElseThrow());
        double most = number(parameter.maximum().orElseThrow());
        double usual = number(parameter.defaultValue());
        var spaced = new ArrayList<Double>();
        for (double raw : spaced(least, most, usual, count)) {
            spaced.add(Math.min(most, Math.max(least, rounded(raw, parameter.defaultValue()))));
        }
        // The default takes the place of its nearest neighbour.
        int nearest = 0;
        for (int index = 1; index < spaced.size(); index++) {
            nearest = Math.abs(spaced.get(index) - usual) < Math.abs(spaced.get(nearest) - usual) ? index : nearest;
        }
        spaced.set(nearest, usual);
        return List.copyOf(new TreeSet<>(spaced));
    }

    private static List<Double> spaced(double least, double most, double usual, int count) {
        var spaced = new ArrayList<Double>();
        double from = least > 0 ? least : smallest(most, usual);
        boolean multiples = from > 0 && most / from >= DECADE;
        if (multiples && from != least) {
            spaced.add(least);
        }
        int steps = count - spaced.size();
        for (int step = 0; step < steps; step++) {
            double share = steps == 1 ? 1 : (double) step / (steps - 1);
            spaced.add(multiples ? from * Math.pow(most / from, share) : least + (most - least) * share);
        }
        return spaced;
    }

    /** No multiple leads away from 0: a tenth of the default is the first step, of whole numbers one. */
    private static double smallest(double most, double usual) {
        return usual > 0 ? Math.min(most, usual / DECADE) : most / (DECADE * DECADE);
    }

    private static double number(Object value) {
        return value instanceof Duration duration ? duration.toMillis() : ((Number) value).doubleValue();
    }

    /** Values that people can read: two digits, of durations two digits of their largest unit. */
    private static double rounded(double value, Object like) {
        if (like instanceof Duration) {
            for (long unit : UNITS) {
                if (value >= unit) {
                    return twoDigits(value / unit) * unit;
                }
            }
            return Math.rint(value);
        }
        return like instanceof Long ? Math.rint(value) : twoDigits(value);
    }

    private static double twoDigits(double value) {
        return new BigDecimal(value).round(TWO_DIGITS).doubleValue();
    }
}
