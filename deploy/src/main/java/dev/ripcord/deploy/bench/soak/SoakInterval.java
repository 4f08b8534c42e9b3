package dev.ripcord.deploy.bench.soak;

import dev.ripcord.deploy.bench.figures.Distribution;
import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What happened in a part of the time.
 *
 * @param endsAfterSeconds from when the first event was due
 * @param signals whose completing event was due then
 * @param latency of those that came, in milliseconds
 * @param failures of the TaskManager
 * @param vitals at its end
 */
record SoakInterval(long endsAfterSeconds, int signals, Distribution latency, int failures, Vitals vitals) {
    private static final double MEBI = 1024 * 1024;
    private static final String NONE = "-";

    static final List<String> TITLES = List.of(
            "after>",
            "signals>",
            "p50 ms>",
            "p99 ms>",
            "max ms>",
            "sessions>",
            "heap MiB>",
            "RSS MiB>",
            "RocksDB MiB>",
            "checkpoint ms>",
            "MiB>",
            "lost TaskManagers>");

    Object[] cells() {
        return new Object[] {
            Durations.format(Duration.ofSeconds(endsAfterSeconds)),
            signals,
            millis(latency.p50()),
            millis(latency.p99()),
            millis(latency.max()),
            String.format(Locale.ROOT, "%,d", vitals.sessions()),
            mebi(vitals.heapBytes()),
            mebi(vitals.residentBytes()),
            mebi(vitals.fileBytes()),
            vitals.checkpointMillis() == null ? NONE : vitals.checkpointMillis(),
            mebi(vitals.checkpointBytes()),
            failures == 0 ? "" : failures
        };
    }

    /** @return the same in words, for the one who waits */
    String line() {
        return String.format(
                Locale.ROOT,
                "after %s: %d signals, p50 %s ms, p99 %s ms; %,d sessions, %s MiB resident, %s MiB of RocksDB%s",
                Durations.format(Duration.ofSeconds(endsAfterSeconds)),
                signals,
                millis(latency.p50()),
                millis(latency.p99()),
                vitals.sessions(),
                mebi(vitals.residentBytes()),
                mebi(vitals.fileBytes()),
                failures == 0 ? "" : "; the TaskManager was lost");
    }

    private static String millis(Double millis) {
        return millis == null ? NONE : String.format(Locale.ROOT, "%.1f", millis);
    }

    private static String mebi(Long bytes) {
        return bytes == null ? NONE : String.format(Locale.ROOT, "%,.0f", bytes / MEBI);
    }
}
