package dev.ripcord.jobs.decide;

import dev.ripcord.signal.Signal;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What deciding tells the metric reporters. */
final class DecisionMetrics {
    private static final int LATENCY_WINDOW = 1_000;

    private final Counter repeats;
    private final Counter halts;
    private final Histogram latency;

    DecisionMetrics(MetricGroup group) {
        repeats = group.counter("repeated_signals");
        halts = group.counter("halts");
        latency = group.histogram("detection_latency_ms", new DescriptiveStatisticsHistogram(LATENCY_WINDOW));
    }

    void repeated() {
        repeats.inc();
    }

    /** @param now wall clock; the latency runs from the broker's time of the completing event to here */
    void decided(Signal signal, boolean halted, long now) {
        latency.update(now - signal.kafkaTime());
        if (halted) {
            halts.inc();
        }
    }
}
