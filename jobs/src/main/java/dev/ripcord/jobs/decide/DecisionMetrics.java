package dev.ripcord.jobs.decide;

import dev.ripcord.decision.Happening;
import dev.ripcord.decision.TimeToStop;
import dev.ripcord.signal.Signal;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** What deciding tells the metric reporters. */
final class DecisionMetrics {
    private static final int LATENCY_WINDOW = 1_000;

    private final Map<Happening, Counter> happenings = new EnumMap<>(Happening.class);
    private final Counter refusedRecords;
    private final Histogram detection;
    private final Histogram delivery;
    private final Histogram stop;
    private BigDecimal ignoredUsd = BigDecimal.ZERO;

    DecisionMetrics(MetricGroup group) {
        for (Happening happening : Happening.values()) {
            happenings.put(happening, group.counter(name(happening)));
        }
        refusedRecords = group.counter("control_records_refused");
        detection = histogram(group, "detection_latency_ms");
        delivery = histogram(group, "time_to_delivery_ms");
        stop = histogram(group, "time_to_stop_ms");
        group.gauge("violation_cost_usd", (Gauge<Double>) () -> ignoredUsd.doubleValue());
    }

    private static Histogram histogram(MetricGroup group, String name) {
        return group.histogram(name, new DescriptiveStatisticsHistogram(LATENCY_WINDOW));
    }

    private static String name(Happening happening) {
        return switch (happening) {
            case REPEATED -> "repeated_signals";
            case HALTED -> "halts";
            case HELD -> "held_halts";
            case MUTED -> "muted_signals";
            case WITHDRAWN -> "withdrawn_halts";
            case VIOLATED -> "violations";
            case UNACKNOWLEDGED -> "unacknowledged_halts";
            case ESCALATED -> "escalations";
        };
    }

    void count(Happening happening, long times) {
        happenings.get(happening).inc(times);
    }

    void refusedRecord() {
        refusedRecords.inc();
    }

    /** @param now wall clock; the latency runs from the broker's time of the completing event to here */
    void decided(Signal signal, long now) {
        detection.update(now - signal.kafkaTime());
    }

    void delivered(long millis) {
        delivery.update(millis);
    }

    void stopped(TimeToStop time) {
        stop.update(time.millis());
    }

    void ignoredAt(BigDecimal dollars) {
        ignoredUsd = ignoredUsd.add(dollars);
    }
}
