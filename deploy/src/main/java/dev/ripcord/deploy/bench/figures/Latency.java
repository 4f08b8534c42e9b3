package dev.ripcord.deploy.bench.figures;

/**
 * How long signals took, from when their completing event was due until a consumer held them.
 *
 * @param ratePerS events a second
 * @param signals that had to come
 * @param lost that did not come
 * @param timed signals that the times are of: those that met what is measured
 */
public record Latency(long ratePerS, int signals, int lost, int timed, Double p50Ms, Double p99Ms, Double maxMs) {
    /** @param millis of the signals that are timed, in any order */
    public static Latency of(long ratePerS, int signals, int lost, double... millis) {
        var times = Distribution.of(millis);
        return new Latency(ratePerS, signals, lost, millis.length, times.p50(), times.p99(), times.max());
    }
}
