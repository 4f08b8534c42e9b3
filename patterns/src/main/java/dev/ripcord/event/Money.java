package dev.ripcord.event;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Money is a whole number of nano-dollars: sums are exact, and a price per token is not rounded to nothing. */
public final class Money {
    public static final long NANOS_PER_DOLLAR = 1_000_000_000L;

    private static final int DIGITS = 9;

    /** A million dollars for one event is an error of its producer; it also keeps sums of 9,000 of them within a long. */
    private static final BigDecimal MAX_DOLLARS = BigDecimal.valueOf(1_000_000);

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private Money() {}

    /** @return the amount, rounded half up to a nano-dollar; empty where it is negative or above a million dollars */
    public static OptionalLong nanoDollars(BigDecimal dollars) {
        boolean absurd = dollars.signum() < 0 || dollars.compareTo(MAX_DOLLARS) > 0;
        return absurd ? OptionalLong.empty() : OptionalLong.of(Decimals.rounded(dollars, DIGITS, RoundingMode.HALF_UP));
    }

    /** @return dollars, exact, without trailing zeros: {@code 0.83} */
    public static BigDecimal dollars(long nanoDollars) {
        BigDecimal exact = BigDecimal.valueOf(nanoDollars, DIGITS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** Sums saturate: a session that costs more than nine billion dollars is no less halted for it. */
    public static long add(long nanoDollars, long more) {
        long sum = nanoDollars + more;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** @return for people: {@code $0.83}, and below a cent the two digits that matter: {@code $0.0021} */
    public static String format(long nanoDollars) {
        BigDecimal dollars = BigDecimal.valueOf(nanoDollars, DIGITS);
        boolean small = nanoDollars > 0 && nanoDollars < NANOS_PER_DOLLAR / 100;
        return "$"
                + (small
                        ? dollars.round(TWO_DIGITS).stripTrailingZeros().toPlainString()
                        : dollars.setScale(2, RoundingMode.HALF_UP));
    }
}
