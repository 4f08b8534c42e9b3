package dev.ripcord.jobs.detect;

import dev.ripcord.detection.Judgement;
import dev.ripcord.signal.Signal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What detection tells the metric reporters. */
final class DetectionMetrics {
    private final MetricGroup group;
    private final Counter duplicates;
    private final Counter overflows;
    private final Map<String, Counter> signals = new HashMap<>();

    DetectionMetrics(MetricGroup group, LongSupplier activePatterns, LongSupplier liveSessions) {
        this.group = group;
        this.duplicates = group.counter("duplicates");
        this.overflows = group.counter("overflows");
        group.gauge("active_patterns", (Gauge<Long>) activePatterns::getAsLong);
        group.gauge("live_sessions", (Gauge<Long>) liveSessions::getAsLong);
    }

    void judged(Judgement judgement) {
        if (judgement.duplicate()) {
            duplicates.inc();
        }
        overflows.inc(judgement.overflows());
        judgement.signals().forEach(signal -> counter(signal).inc());
    }

    /** One counter for each pattern and action, {@code signals} with both as labels. */
    private Counter counter(Signal signal) {
        String id = signal.pattern().id();
        String action = signal.action().name().toLowerCase(Locale.ROOT);
        return signals.computeIfAbsent(
                id + "/" + action,
                key -> group.addGroup("pattern", id).addGroup("action", action).counter("signals"));
    }
}
