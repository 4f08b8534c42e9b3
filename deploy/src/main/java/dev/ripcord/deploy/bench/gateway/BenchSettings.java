package dev.ripcord.deploy.bench.gateway;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rate checks a second
 * @param warmUp how long checks go first, without being counted
 * @param measured how long they count
 * @param connections that checks are spread over
 * @param clients that follow halts at once
 * @param records halts and releases that each of them must get
 * @param patience how long one of them may take before it counts as lost
 */
public record BenchSettings(
        int rate, Duration warmUp, Duration measured, int connections, int clients, int records, Duration patience) {
    static final BenchSettings FULL = new BenchSettings(
            2_000, Duration.ofSeconds(10), Duration.ofSeconds(30), 64, 1_000, 60, Duration.ofSeconds(10));
    static final BenchSettings QUICK = new BenchSettings(
            2_000, Duration.ofSeconds(3), Duration.ofSeconds(5), 64, 1_000, 20, Duration.ofSeconds(10));

    BenchSettings withClients(int number) {
        return new BenchSettings(rate, warmUp, measured, connections, number, records, patience);
    }

    BenchSettings withRate(int number) {
        return new BenchSettings(number, warmUp, measured, connections, clients, records, patience);
    }
}
