package dev.ripcord.deploy.bench.figures;

import java.util.Arrays;

/** Latencies, in milliseconds; null where nothing came. */
public record Distribution(Double p50, Double p99, Double max) {
    private static final Distribution NONE = new Distribution(null, null, null);

    /** @param millis in any order; sorted by this */
    public static Distribution of(double... millis) {
        if (millis.length == 0) {
            return NONE;
        }
        Arrays.sort(millis);
        return new Distribution(rank(millis, 50), rank(millis, 99), rank(millis, 100));
    }

    /** @return whether something came, and soon enough */
    public boolean isBelow(double targetP99) {
        return p99 != null && p99 < targetP99;
    }

    /** Nearest rank: the smallest value that at least so many per cent do not exceed. */
    private static double rank(double[] sorted, int percent) {
        double value = sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
        return Math.round(value * 1000) / 1000.0;
    }
}
