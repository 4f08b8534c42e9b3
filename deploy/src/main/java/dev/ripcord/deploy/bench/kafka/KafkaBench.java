package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.engine.OperatorCounts;
import dev.ripcord.deploy.bench.engine.PassThrough;
import dev.ripcord.deploy.bench.figures.Rate.Measured;
import dev.ripcord.deploy.bench.figures.Results;
import dev.ripcord.deploy.bench.patterns.BenchPatterns;
import dev.ripcord.deploy.bench.plan.Item;
import dev.ripcord.deploy.bench.plan.Plan;
import dev.ripcord.deploy.bench.traffic.Expected;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;

/** Measures GuardJob between the topics of a real broker, on a log that lies there already. */
public final class KafkaBench {
    static final Item PASS_THROUGH = Item.needed("kafka-passthrough", "Kafka to Kafka, decode and one small state");
    static final Item GUARD = Item.needed("kafka-library", "Kafka to Kafka, GuardJob with all patterns");

    private static final Traffic TRAFFIC = Traffic.of(10_000, 50);
    private static final Duration NO_CHECKPOINTS = Duration.ofDays(1);
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 5;
    private static final String DETECT = "detect";

    private final Plan plan;
    private final Results results;
    private final Consumer<String> progress;

    public KafkaBench(Plan plan, Results results, Consumer<String> progress) {
        this.plan = plan;
        this.results = results;
        this.progress = progress;
    }

    public static List<Item> items() {
        return List.of(PASS_THROUGH, GUARD);
    }

    public void run() throws IOException, ExecutionException, InterruptedException {
        // What a share of the load is, nobody knows without it.
        boolean guard = plan.wants(GUARD) || LatencyBench.isWanted(plan);
        boolean passThrough = plan.wants(PASS_THROUGH);
        for (int repetition = 0; (guard || passThrough) && repetition < plan.repetitions(); repetition++) {
            try (var stand = KafkaStand.start()) {
                stand.enforce(BenchPatterns.LIBRARY);
                progress.accept(String.format(Locale.ROOT, "writing %,d events to Kafka ...", plan.recorded()));
                var recording = Recording.write(stand.kafka(), TRAFFIC, plan.recorded());
                if (passThrough) {
                    passThrough(stand, recording, "kafka-passthrough/" + repetition);
                }
                if (guard) {
                    guard(stand, recording, "kafka-library/" + repetition);
                }
            }
        }
    }

    private void passThrough(KafkaStand stand, Recording recording, String job)
            throws ExecutionException, InterruptedException {
        var running = KafkaPassThrough.start(stand, job);
        add(PASS_THROUGH, new Measured(rate(running, job, PassThrough.OPERATOR, recording.events()), null));
        end(running);
    }

    private void guard(KafkaStand stand, Recording recording, String job)
            throws ExecutionException, InterruptedException {
        try (var watch = SignalWatch.start(stand.kafka())) {
            var running = stand.guard(job, NO_CHECKPOINTS, BUFFER_TIMEOUT);
            long rate = rate(running, job, DETECT, recording.events());
            watch.await(Expected.runaways(recording.traffic(), recording.events()), PATIENCE);
            end(running);
            add(GUARD, new Measured(rate, Expected.check(recording.traffic(), recording.events(), watch.found())));
        }
    }

    private void add(Item item, Measured measured) {
        results.rate(item.name(), measured);
        progress.accept(String.format(Locale.ROOT, "%s: %,d events/s", item.name(), measured.eventsPerSecond()));
    }

    /** @return events a second, after the first fifth of them: until then code is compiled */
    private static long rate(JobClient running, String job, String operator, int events)
            throws ExecutionException, InterruptedException {
        long before = reached(running, job, operator, events / 5);
        long from = WallClock.nanoTime();
        long all = reached(running, job, operator, events);
        return Math.round((all - before) * 1e9 / (WallClock.nanoTime() - from));
    }

    private static long reached(JobClient running, String job, String operator, int events)
            throws ExecutionException, InterruptedException {
        long taken = OperatorCounts.of(job, operator);
        while (taken < events) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            if (running.getJobStatus().get().isGloballyTerminalState()) {
                running.getJobExecutionResult().get();
                throw new IllegalStateException(job + " ended by itself");
            }
            taken = OperatorCounts.of(job, operator);
        }
        return taken;
    }

    private static void end(JobClient running) throws ExecutionException, InterruptedException {
        running.cancel().get();
        while (!running.getJobStatus().get().isGloballyTerminalState()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
