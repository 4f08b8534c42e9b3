package dev.ripcord.deploy.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures with as many digits as a measurement on a noisy machine has to say. */
final class Figure {
    private static final int DIGITS = 3;
    private static final double WHOLE = 100;

    private Figure() {}

    /** @return three digits of it, or all before the point where those are more */
    static double rounded(double value) {
        return Math.abs(value) >= WHOLE
                ? Math.round(value)
                : new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }

    /** @return as people read it: {@code 677,000}, {@code 0.5}, {@code 4} */
    static String text(double value) {
        double rounded = rounded(value);
        return rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%,.0f", rounded)
                : BigDecimal.valueOf(rounded).stripTrailingZeros().toPlainString();
    }
}
