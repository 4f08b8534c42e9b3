package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.engine.PassThrough;
import dev.ripcord.deploy.bench.engine.RunningJob;
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
import java.util.function.Consumer;

/** Measures GuardJob between the topics of a real broker, on a log that lies there already. */
public final class KafkaBench {
    static final Item PASS_THROUGH = Item.needed("kafka-passthrough", "Kafka to Kafka, decode and one small state");
    static final Item GUARD = Item.needed("kafka-library", "Kafka to Kafka, GuardJob with all patterns");

    private static final int SESSIONS = 10_000;
    private static final int EVENTS = 50;

    /** At least: each live session then has as many in the log, and enough of them end. */
    private static final int ROUNDS = 25;

    private static final Duration NO_CHECKPOINTS = Duration.ofDays(1);
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String DETECT = "detect";

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
        boolean guard = plan.wants(GUARD);
        boolean passThrough = plan.wants(PASS_THROUGH);
        for (int repetition = 0; (guard || passThrough) && plan.repeats(repetition); repetition++) {
            try (var stand = KafkaStand.start()) {
                stand.enforce(BenchPatterns.LIBRARY);
                progress.accept(String.format(Locale.ROOT, "writing %,d events to Kafka ...", plan.recorded()));
                var recording = Recording.write(stand.kafka(), traffic(), plan.recorded());
                if (repetition == 0) {
                    warmUp(stand, recording);
                }
                if (passThrough) {
                    add(PASS_THROUGH, passThrough(stand, recording, "kafka-passthrough/" + repetition));
                }
                if (guard) {
                    add(GUARD, guard(stand, recording, "kafka-library/" + repetition));
                }
            }
        }
    }

    private Traffic traffic() {
        return Traffic.of(Math.min(SESSIONS, plan.recorded() / ROUNDS), EVENTS);
    }

    /** A guard runs for weeks: what is measured is compiled code. */
    private void warmUp(KafkaStand stand, Recording recording) throws ExecutionException, InterruptedException {
        progress.accept("warming up ...");
        if (plan.wants(PASS_THROUGH)) {
            passThrough(stand, recording, "kafka-passthrough/warm-up");
        }
        if (plan.wants(GUARD)) {
            guard(stand, recording, "kafka-library/warm-up");
        }
    }

    private Measured passThrough(KafkaStand stand, Recording recording, String job)
            throws ExecutionException, InterruptedException {
        var running = new RunningJob(KafkaPassThrough.start(stand, job), job, PassThrough.OPERATOR);
        long rate = rate(running, recording.events());
        running.cancel();
        return new Measured(rate, null);
    }

    private Measured guard(KafkaStand stand, Recording recording, String job)
            throws ExecutionException, InterruptedException {
        try (var watch = SignalWatch.start(stand.kafka())) {
            var running = new RunningJob(stand.guard(job, NO_CHECKPOINTS, BUFFER_TIMEOUT), job, DETECT);
            long rate = rate(running, recording.events());
            // Where the time was too short for all of them, nobody knows which ones were judged.
            Integer runaways = running.taken() >= recording.events() ? (Integer) found(recording, watch) : null;
            running.cancel();
            return new Measured(rate, runaways);
        }
    }

    private static int found(Recording recording, SignalWatch watch) throws InterruptedException {
        watch.await(Expected.runaways(recording.traffic(), recording.events()), PATIENCE);
        return Expected.check(recording.traffic(), recording.events(), watch.found());
    }

    private void add(Item item, Measured measured) {
        results.rate(item.name(), measured);
        progress.accept(String.format(Locale.ROOT, "%s: %,d events/s", item.name(), measured.eventsPerSecond()));
    }

    /** @return events a second, after the first two fifths of them: until then code is compiled */
    private long rate(RunningJob running, int events) throws ExecutionException, InterruptedException {
        awaitTaken(running, events / 5 * 2);
        long before = running.taken();
        long from = WallClock.nanoTime();
        awaitTaken(running, events);
        return Math.round((running.taken() - before) * 1e9 / (WallClock.nanoTime() - from));
    }

    /** For twice as long as an engine alone: these are more events, and a broker beside it. */
    private void awaitTaken(RunningJob running, int events) throws ExecutionException, InterruptedException {
        long begin = WallClock.nanoTime();
        long patience = plan.pace().patience().multipliedBy(2).toNanos();
        running.await(() -> running.taken() >= events || WallClock.nanoTime() - begin >= patience);
    }
}
