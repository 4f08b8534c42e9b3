package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.deploy.bench.figures.Distribution;

/**
 * How quickly checks were answered.
 *
 * @param ratePerS checks a second
 * @param requests how many counted
 * @param lost how many got no answer, or another than that the session may go on
 * @param met whether the target is met
 */
record CheckReport(
        int ratePerS,
        int requests,
        int lost,
        Double p50Ms,
        Double p99Ms,
        Double maxMs,
        double targetP99Ms,
        boolean met) {
    private static final double TARGET_MS = 5;

    static CheckReport of(BenchSettings settings, int requests, int lost, Distribution latency) {
        return new CheckReport(
                settings.rate(),
                requests,
                lost,
                latency.p50(),
                latency.p99(),
                latency.max(),
                TARGET_MS,
                latency.isBelow(TARGET_MS));
    }
}
