package dev.ripcord.json;

import dev.ripcord.time.Durations;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values by name, in the one form that JSON gives back: a record that was written and read equals the one that was
 * not, and its bytes are the same on every machine.
 */
public final class PlainValues {
    /** Every decimal of 15 digits survives a double; the digits after depend on the JDK that prints them. */
    private static final MathContext DIGITS_OF_A_DOUBLE = new MathContext(15);

    private static final int DIGITS_OF_A_LONG = 18;

    private PlainValues() {}

    /**
     * @param values may be null for none; values that are null are left out
     * @return sorted by name: whole numbers as Long, others as BigDecimal, durations as text such as {@code 10m}
     */
    public static Map<String, Object> of(Map<String, ?> values) {
        SortedMap<String, Object> plain = new TreeMap<>();
        if (values != null) {
            values.forEach((name, value) -> {
                if (value != null) {
                    plain.put(name, plain(value));
                }
            });
        }
        return Collections.unmodifiableMap(plain);
    }

    private static Object plain(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? plain(new BigDecimal(number, DIGITS_OF_A_DOUBLE)) : value.toString();
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof Duration duration ? Durations.format(duration) : value;
    }

    private static Object plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        boolean fitsLong = shortest.scale() <= 0 && (long) shortest.precision() - shortest.scale() <= DIGITS_OF_A_LONG;
        return fitsLong ? (Object) shortest.longValueExact() : shortest;
    }
}
