package dev.ripcord.deploy.bench.gateway;

import dev.ripcord.deploy.bench.figures.Distribution;

/**
 * How quickly halts reached those who follow, from the broker's time of the record to the client's receipt.
 *
 * @param clients that followed at once
 * @param records halts and releases that were written
 * @param received deliveries, repeats not counted
 * @param lost deliveries that did not come
 * @param met whether the target is met
 */
record DeliveryReport(
        int clients,
        int records,
        int received,
        int lost,
        Double p50Ms,
        Double p99Ms,
        Double maxMs,
        double targetP99Ms,
        boolean met) {
    private static final double TARGET_MS = 250;

    static DeliveryReport of(BenchSettings settings, int received, Distribution latency) {
        return new DeliveryReport(
                settings.clients(),
                settings.records(),
                received,
                settings.clients() * settings.records() - received,
                latency.p50(),
                latency.p99(),
                latency.max(),
                TARGET_MS,
                latency.isBelow(TARGET_MS));
    }
}
