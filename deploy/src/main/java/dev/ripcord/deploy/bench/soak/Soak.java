package dev.ripcord.deploy.bench.soak;

import dev.ripcord.deploy.bench.engine.OperatorCounts;
import dev.ripcord.deploy.bench.figures.Distribution;
import dev.ripcord.deploy.bench.kafka.KafkaStand;
import dev.ripcord.deploy.bench.kafka.OpenLoop;
import dev.ripcord.deploy.bench.kafka.SignalWatch;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.traffic.Family;
import dev.ripcord.deploy.bench.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;

/**
 * A guard under an even load for a long time: whether it goes on to find everything when sessions come and go, state is
 * merged and freed, and its TaskManager is lost now and then; and whether what it takes levels off.
 */
final class Soak {
    private static final String JOB = "soak";
    private static final String DETECT = "detect";
    private static final int EVENTS_A_SESSION = 50;

    /** From the loss of a TaskManager on, all that came meanwhile has to be read again first. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SoakPlan plan;
    private final Traffic traffic;
    private final Consumer<SoakInterval> progress;
    private final Map<Long, Long> due = new LinkedHashMap<>();
    /** Of the intervals in which no TaskManager was lost. */
    private final Map<Long, Long> dueInPeace = new LinkedHashMap<>();

    private final List<SoakInterval> intervals = new ArrayList<>();

    /** @param progress hears of each interval when it is over */
    Soak(SoakPlan plan, Consumer<SoakInterval> progress) {
        this.plan = plan;
        this.traffic = Traffic.of(plan.live(), EVENTS_A_SESSION);
        this.progress = progress;
    }

    SoakReport run() throws IOException, ExecutionException, InterruptedException {
        try (var stand = KafkaStand.start()) {
            stand.enforce(BenchPatterns.FAMILIES);
            var guard = guard(stand);
            try (var events = new OpenLoop(stand.kafka(), traffic);
                    var signals = SignalWatch.start(stand.kafka());
                    var losses = TaskManagerLosses.start(stand.flink(), plan.failures())) {
                for (int index = 0; index < plan.intervals(); index++) {
                    int lostBefore = losses.count();
                    var sent = events.send(plan.rate(), plan.interval());
                    due.putAll(sent);
                    add(sent, signals, losses.count() - lostBefore, vitals(stand, guard));
                }
                losses.close();
                signals.await(due.keySet(), PATIENCE);
                return report(signals, losses.count());
            }
        }
    }

    private JobClient guard(KafkaStand stand) {
        String kept = plan.kept().toMillis() + " ms";
        return stand.guard(
                JOB,
                plan.checkpoints(),
                Duration.ZERO,
                "--ripcord.detection.ended-grace",
                kept,
                "--ripcord.detection.idle-limit",
                kept);
    }

    /** The last of its signals are still on their way; they count in the report. */
    private void add(Map<Long, Long> sent, SignalWatch signals, int failures, Vitals vitals) {
        var seconds = plan.interval().multipliedBy(intervals.size() + 1L).toSeconds();
        var interval = new SoakInterval(seconds, sent.size(), latency(sent, signals), failures, vitals);
        intervals.add(interval);
        if (failures == 0) {
            dueInPeace.putAll(sent);
        }
        progress.accept(interval);
    }

    private static Distribution latency(Map<Long, Long> sent, SignalWatch signals) {
        return Distribution.of(sent.entrySet().stream()
                .filter(one -> signals.receivedAt(one.getKey()) != null)
                .mapToDouble(one -> (signals.receivedAt(one.getKey()) - one.getValue()) / 1e6)
                .toArray());
    }

    private static Vitals vitals(KafkaStand stand, JobClient guard)
            throws IOException, ExecutionException, InterruptedException {
        var checkpoint = stand.flink().latestCheckpoint(guard);
        return new Vitals(
                OperatorCounts.sessions(JOB, DETECT),
                ProcessMemory.heapAfterCollection(),
                ProcessMemory.resident(),
                stand.files().rocksdbBytes(),
                checkpoint.map(taken -> taken.getEndToEndDuration()).orElse(null),
                checkpoint.map(taken -> taken.getStateSize()).orElse(null));
    }

    private SoakReport report(SignalWatch signals, int failures) {
        var found = signals.found();
        long lost = due.keySet().stream()
                .filter(session -> !found.contains(session))
                .count();
        long wrong = found.stream()
                .filter(session -> traffic.family(session) == Family.HEALTHY)
                .count();
        return new SoakReport(
                (long) plan.rate() * plan.interval().toSeconds() * plan.intervals(),
                due.size(),
                (int) lost,
                (int) wrong,
                failures,
                latency(dueInPeace, signals),
                List.copyOf(intervals));
    }
}
