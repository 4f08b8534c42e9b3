package dev.ripcord.deploy.bench;

import java.util.Arrays;

/** Latencies, in milliseconds. */
record Distribution(double p50, double p99, double max) {
    /** Of nothing: nobody may take it for quick. */
    private static final Distribution NONE =
            new Distribution(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE);

    /** @param millis in any order; sorted by this */
    static Distribution of(double... millis) {
        if (millis.length == 0) {
            return NONE;
        }
        Arrays.sort(millis);
        return new Distribution(rank(millis, 50), rank(millis, 99), rank(millis, 100));
    }

    /** Nearest rank: the smallest value that at least so many per cent do not exceed. */
    private static double rank(double[] sorted, int percent) {
        double value = sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
        return Math.round(value * 1000) / 1000.0;
    }
}
