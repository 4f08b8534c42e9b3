package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.engine.RunningJob;
import dev.ripcord.deploy.bench.figures.Latency;
import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.kafka.Interruptions.Disturbance;
import dev.ripcord.deploy.bench.kafka.Phases.Pick;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Plan;
import dev.ripcord.deploy.bench.traffic.Traffic;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;

/** Measures how long a signal takes, from when its completing event is due until a consumer holds it. */
public final class LatencyBench {
    private static final Item AT_TENTH =
            Item.further("latency-10", "until a signal is there, at a tenth of what GuardJob can take");
    private static final Item AT_HALF = Item.needed("latency-50", "until a signal is there, at half of it");
    private static final Item IN_CHECKPOINTS =
            Item.further("latency-checkpoints", "the same, of signals that meet a checkpoint");
    private static final Item EACH_SECOND =
            Item.further("latency-checkpoints-1s", "the same, with a checkpoint every second");
    private static final Item IN_CHANGES =
            Item.further("latency-changes", "the same, with four changes of a pattern a second");
    private static final Item AT_FOUR_FIFTHS =
            Item.further("latency-80", "until a signal is there, at four fifths of it");
    private static final Item OF_MANY =
            Item.further("latency-10000", "until a signal is there, at half of it, with 10,000 live sessions");

    private static final String JOB = "latency";

    /** One of three sessions, so that a minute gives thousands of signals. */
    private static final Traffic TRAFFIC = traffic(1_000);

    private static final Traffic MANY_SESSIONS = traffic(10_000);

    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int MOST_WARM_UPS = 10;

    /** Share of a compiling thread's time. */
    private static final double WARM = 0.05;

    private static final long CHECKPOINTS_APART_MILLIS = 500;
    private static final long SECOND_MILLIS = 1_000;
    private static final long CHANGES_APART_MILLIS = 250;

    private final Plan plan;
    private final Results results;
    private final Consumer<String> progress;

    public LatencyBench(Plan plan, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.results = results;
        this.progress = progress;
    }

    public static List<Item> items() {
        return List.of(AT_TENTH, AT_HALF, IN_CHECKPOINTS, EACH_SECOND, IN_CHANGES, AT_FOUR_FIFTHS, OF_MANY);
    }

    private static Traffic traffic(int live) {
        return Traffic.of(live, 50).withLoops(300);
    }

    public void run() throws IOException, ExecutionException, InterruptedException {
        if (items().stream().filter(item -> item != OF_MANY).anyMatch(plan::wants)) {
            run(TRAFFIC, this::ofUsual);
        }
        if (plan.wants(OF_MANY)) {
            run(MANY_SESSIONS, guarded -> steady(OF_MANY, guarded.half(), guarded.phases()));
        }
    }

    /** A guard under load, when its code is compiled. */
    private record Guarded(KafkaStand stand, JobClient guard, Phases phases, PatternChanges changes, long capacity) {
        long half() {
            return Math.max(1, capacity / 2);
        }
    }

    @FunctionalInterface
    private interface Measurement {
        void of(Guarded guarded) throws InterruptedException;
    }

    private void run(Traffic traffic, Measurement measurement)
            throws IOException, ExecutionException, InterruptedException {
        try (var stand = KafkaStand.start()) {
            stand.enforce(BenchPatterns.FAMILIES);
            var guard = stand.guard(JOB, CHECKPOINTS, AT_ONCE);
            try (var events = new OpenLoop(stand.kafka(), traffic);
                    var signals = SignalWatch.start(stand.kafka());
                    var changes = new PatternChanges(stand.kafka())) {
                var phases = new Phases(events, signals);
                var running = new RunningJob(guard, JOB, KafkaBench.DETECT);
                // What the guard can do beside those that send, keep and read: they have the same processor.
                long capacity = events.saturate(running::taken, plan.latency().dividedBy(2));
                progress.accept(String.format(Locale.ROOT, "latency: the guard takes %,d events/s at most", capacity));
                var guarded = new Guarded(stand, guard, phases, changes, capacity);
                warmUp(guarded.half(), phases);
                measurement.of(guarded);
            }
        }
    }

    private void ofUsual(Guarded guarded) throws InterruptedException {
        var phases = guarded.phases();
        Disturbance checkpoint = number -> guarded.stand().flink().checkpoint(guarded.guard());
        steady(AT_TENTH, Math.max(1, guarded.capacity() / 10), phases);
        steady(AT_HALF, guarded.half(), phases);
        inCheckpoints(guarded.half(), phases, checkpoint);
        disturbed(EACH_SECOND, guarded, checkpoint, SECOND_MILLIS);
        disturbed(IN_CHANGES, guarded, guarded.changes()::next, CHANGES_APART_MILLIS);
        steady(AT_FOUR_FIFTHS, Math.max(1, guarded.capacity() * 4 / 5), phases);
    }

    /** Until hardly any code is compiled any more, which takes the guard's processor and its time. */
    private void warmUp(long rate, Phases phases) throws InterruptedException {
        var compiler = ManagementFactory.getCompilationMXBean();
        double compiling = 1;
        for (int round = 0; round < MOST_WARM_UPS && compiling > WARM; round++) {
            long before = compiler.getTotalCompilationTime();
            phases.send(rate, WARM_UP);
            compiling = (double) (compiler.getTotalCompilationTime() - before) / WARM_UP.toMillis();
        }
    }

    private void steady(Item item, long rate, Phases phases) throws InterruptedException {
        if (plan.wants(item)) {
            add(item, phases.latency(phases.send(rate, plan.latency()), Pick.ALL));
        }
    }

    private void inCheckpoints(long rate, Phases phases, Disturbance checkpoint) throws InterruptedException {
        if (plan.wants(IN_CHECKPOINTS)) {
            try (var checkpoints = Interruptions.start(checkpoint, CHECKPOINTS_APART_MILLIS)) {
                var sent = phases.send(rate, plan.latency());
                checkpoints.close();
                add(IN_CHECKPOINTS, phases.latency(sent, checkpoints::met));
            }
        }
    }

    private void disturbed(Item item, Guarded guarded, Disturbance disturbance, long apartMillis)
            throws InterruptedException {
        if (plan.wants(item)) {
            try (var going = Interruptions.start(disturbance, apartMillis)) {
                add(item, guarded.phases().latency(guarded.phases().send(guarded.half(), plan.latency()), Pick.ALL));
            }
        }
    }

    private void add(Item item, Latency latency) {
        results.latency(item.name(), latency);
        progress.accept(String.format(
                Locale.ROOT,
                "%s: %,d events/s, %d signals, %d lost, p50 %.1f ms, p99 %.1f ms",
                item.name(),
                latency.ratePerS(),
                latency.signals(),
                latency.lost(),
                latency.p50Ms(),
                latency.p99Ms()));
    }
}
