package dev.ripcord.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decimal numbers of unknown origin.
 *
 * <p>{@code 1e999999999} is twelve bytes of valid JSON, and a gigabyte once its digits are written out, which rounding
 * and most conversions do. Comparing, {@code precision} and {@code scale} do not: everything here looks at the
 * magnitude first.
 */
final class Decimals {
    private static final int MAX_LENGTH = 64;
    private static final int DIGITS_OF_A_LONG = 19;

    private Decimals() {}

    /** @return the value of a JSON number, or of a string that is one: money and 64-bit numbers are often written so */
    static Optional<BigDecimal> of(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        return value.isTextual() && value.textValue().length() <= MAX_LENGTH
                ? parse(value.textValue().strip())
                : Optional.empty();
    }

    /**
     * @param number whose magnitude has an upper bound
     * @param shift powers of ten to multiply with
     */
    static long rounded(BigDecimal number, int shift, RoundingMode rounding) {
        boolean nothing = number.signum() == 0 || magnitude(number) + shift < 0;
        return nothing ? 0 : number.movePointRight(shift).setScale(0, rounding).longValueExact();
    }

    /** @return the number where it is whole and fits */
    static OptionalLong exactLong(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() > 0 || magnitude(shortest) > DIGITS_OF_A_LONG) {
            return OptionalLong.empty();
        }
        boolean fits = shortest.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && shortest.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? OptionalLong.of(shortest.longValueExact()) : OptionalLong.empty();
    }

    /** The number is below ten to the power of this. */
    private static long magnitude(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
