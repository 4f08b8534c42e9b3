package dev.ripcord.deploy.bench.soak;

import dev.ripcord.deploy.bench.figures.Distribution;
import dev.ripcord.deploy.print.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a soak found.
 *
 * @param events that were sent
 * @param runaways that had to be found
 * @param lost of these
 * @param wrong healthy sessions that were found
 * @param failures of the TaskManager
 * @param latency of the signals whose completing event was due in an interval in which no TaskManager was lost, in
 *     milliseconds
 * @param intervals in the order of time
 */
record SoakReport(
        long events,
        int runaways,
        int lost,
        int wrong,
        int failures,
        Distribution latency,
        List<SoakInterval> intervals) {
    /** @return whether all of the runaways were found, and nothing else was */
    boolean isRight() {
        return runaways > 0 && lost == 0 && wrong == 0;
    }

    List<String> lines() {
        var table = Table.of(SoakInterval.TITLES.toArray(String[]::new));
        intervals.forEach(interval -> table.row(interval.cells()));
        var lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%,d events, %,d runaways, %d lost, %d healthy sessions found, %d TaskManagers lost on the way",
                events,
                runaways,
                lost,
                wrong,
                failures));
        if (latency.p50() != null) {
            lines.add(String.format(
                    Locale.ROOT,
                    "signals of the lines without a loss: p50 %.1f ms, p99 %.1f ms, slowest %.1f ms",
                    latency.p50(),
                    latency.p99(),
                    latency.max()));
        }
        return lines;
    }
}
