package dev.ripcord.deploy.bench;

import java.util.Arrays;

/** Latencies, in milliseconds. */
record Distribution(double p50, double p99, double max) {
    static final Distribution NONE = new Distribution(Double.NaN, Double.NaN, Double.NaN);

    /** @param millis in any order; sorted by this */
    static Distribution of(double... millis) {
        if (millis.length == 0) {
            return NONE;
        }
        Arrays.sort(millis);
        return new Distribution(rank(millis, 50), rank(millis, 99), millis[millis.length - 1]);
    }

    /** Nearest rank: the smallest value that at least so many per cent do not exceed. */
    private static double rank(double[] sorted, int percent) {
        double value = sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
        return Math.round(value * 1000) / 1000.0;
    }
}
