package dev.ripcord.jobs.detect;

import dev.ripcord.detection.Judgement;
import dev.ripcord.detection.Released;
import dev.ripcord.signal.Signal;
import dev.ripcord.topic.SessionKey;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What detection tells the metric reporters. */
final class DetectionMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(DetectionMetrics.class);

    private final MetricGroup group;
    private final Counter events;
    private final Counter duplicates;
    private final Counter overflows;
    private final Counter forgotten;
    private final Counter split;
    private final Counter restarts;
    private final Counter lateReleases;
    private final Counter violations;
    private final Map<String, Counter> signals = new HashMap<>();
    private volatile long flushMillis;

    DetectionMetrics(MetricGroup group, LongSupplier activePatterns, LongSupplier liveSessions, LiveControl control) {
        this.group = group;
        this.events = group.counter("judged_events"); // Flink counts the batches that they come in
        this.duplicates = group.counter("duplicates");
        this.overflows = group.counter("overflows");
        this.forgotten = group.counter("forgotten_partial_matches");
        this.split = group.counter("split_sessions");
        this.restarts = group.counter("released_sessions");
        this.lateReleases = group.counter("late_releases");
        this.violations = group.counter("violations");
        group.gauge("active_patterns", (Gauge<Long>) activePatterns::getAsLong);
        group.gauge("live_sessions", (Gauge<Long>) liveSessions::getAsLong);
        group.gauge("stopped_scopes", (Gauge<Integer>) control.halts()::stopped);
        group.gauge("refused_control_records", (Gauge<Long>) control::refused);
        group.gauge("dropped_control_records", (Gauge<Long>) control::dropped);
    }

    void of(SessionCache cache, UntoldSessions untold) {
        group.gauge("cached_sessions", (Gauge<Integer>) cache::size);
        group.gauge("untold_sessions", (Gauge<Integer>) untold::size);
        group.gauge("session_flush_millis", (Gauge<Long>) () -> flushMillis);
    }

    /** @param millis for which the latest snapshot held up the events, to write the sessions that had changed */
    void flushed(long millis) {
        flushMillis = millis;
    }

    void judged(SessionKey session, Judgement judgement) {
        events.inc();
        if (judgement.duplicate()) {
            duplicates.inc();
        }
        if (judgement.released() != Released.NO) {
            restarts.inc();
        }
        if (judgement.released() == Released.LATE) {
            lateReleases.inc();
            LOG.warn(
                    "Session {} was released, but that was read after later events had been judged without it: what"
                            + " was found in between, a replay will not find.",
                    session);
        }
        overflows.inc(judgement.overflows());
        forgotten.inc(judgement.forgotten());
        for (Signal signal : judgement.signals()) {
            counter(signal).inc();
        }
    }

    /** @return partial matches that were lost because their definition has another structure since */
    long forgotten() {
        return forgotten.getCount();
    }

    /** A session has an event in a second partition; called once for each such session. */
    void split() {
        split.inc();
    }

    /** @return sessions that lie in more than one partition: they are outside of the promise of equal replays */
    long splitSessions() {
        return split.getCount();
    }

    void violated() {
        violations.inc();
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
