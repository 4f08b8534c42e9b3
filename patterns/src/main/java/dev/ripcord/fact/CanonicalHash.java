package dev.ripcord.fact;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * A 64-bit fingerprint of a JSON value: the same for values that mean the same, whatever the order of their keys and
 * the spelling of their numbers.
 *
 * <p>The entries of an object are added up, which needs no sorting and no memory; each is a well-mixed 64-bit hash of
 * its own, so that different entries do not cancel out. Recursion is as deep as the value, which the decoder bounds.
 */
final class CanonicalHash {
    /** Stands for what has no fingerprint; no fingerprint is 0. */
    static final long NONE = 0;

    private static final Hasher64 HASHER = Hashing.xxh3_64();

    /** Different kinds of values differ: the text "1" is not the number 1. */
    private static final long TEXT = 1;

    private static final long NUMBER = 2;
    private static final long LARGE_NUMBER = 3;
    private static final long OBJECT = 4;
    private static final long ARRAY = 5;
    private static final long TRUE = HASHER.hashLongLongToLong(6, 1);
    private static final long FALSE = HASHER.hashLongLongToLong(6, 0);
    private static final long NULL = HASHER.hashLongLongToLong(7, 0);
    private static final int LONG_BITS = 63;

    /** Larger numbers than a long holds have at least this many digits. */
    private static final int LONG_DIGITS = 19;

    private static final int MAX_SCALE = 10_000;

    private CanonicalHash() {}

    static long of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> of(value, Set.of());
            case ARRAY -> ofArray(value);
            case NUMBER -> ofNumber(value);
            case BOOLEAN -> value.booleanValue() ? TRUE : FALSE;
            case NULL, MISSING -> NULL;
            case STRING, BINARY, POJO -> ofText(value.asText());
        };
    }

    /** @param without names that do not count at the top level of an object */
    static long of(JsonNode value, Set<String> without) {
        if (!value.isObject()) {
            return of(value);
        }
        long sum = 0;
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (without.isEmpty() || !without.contains(entry.getKey())) {
                sum += combine(HASHER.hashCharsToLong(entry.getKey()), of(entry.getValue()));
            }
        }
        return combine(OBJECT, sum);
    }

    /** @return {@link #NONE} for null */
    static long ofText(CharSequence text) {
        return text == null ? NONE : combine(TEXT, HASHER.hashCharsToLong(text));
    }

    static long combine(long first, long second) {
        return present(HASHER.hashLongLongToLong(first, second));
    }

    static long combine(long first, long second, long third) {
        return present(HASHER.hashLongLongLongToLong(first, second, third));
    }

    private static long ofArray(JsonNode array) {
        long hash = ARRAY;
        for (JsonNode element : array) {
            hash = combine(hash, of(element));
        }
        return combine(ARRAY, array.size(), hash);
    }

    private static long ofNumber(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return combine(NUMBER, value.longValue());
        }
        boolean unreal =
                value.isFloatingPointNumber() && !value.isBigDecimal() && !Double.isFinite(value.doubleValue());
        return unreal ? ofText(value.asText()) : ofNumber(value.decimalValue());
    }

    private static long ofNumber(BigDecimal number) {
        if (number.signum() == 0) {
            return combine(NUMBER, 0);
        }
        // Shortening 100e2147483647 would overflow its exponent.
        boolean absurd = Math.abs((long) number.scale()) > MAX_SCALE;
        BigDecimal shortest = absurd ? number : number.stripTrailingZeros();
        return fitsLong(shortest)
                ? combine(NUMBER, shortest.longValue())
                : combine(
                        LARGE_NUMBER,
                        HASHER.hashBytesToLong(shortest.unscaledValue().toByteArray()),
                        shortest.scale());
    }

    /** Looks at the magnitude first: writing out the digits of 1e999999999 takes a gigabyte. */
    private static boolean fitsLong(BigDecimal shortest) {
        return shortest.scale() <= 0
                && (long) shortest.precision() - shortest.scale() <= LONG_DIGITS
                && shortest.toBigInteger().bitLength() <= LONG_BITS;
    }

    /** @return the hash, unless it is the one that stands for none */
    static long present(long hash) {
        return hash == NONE ? 1 : hash;
    }
}
