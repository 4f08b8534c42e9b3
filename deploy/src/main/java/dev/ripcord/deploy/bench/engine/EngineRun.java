package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.engine.Variant.Scale;
import dev.ripcord.deploy.bench.figures.Footprint;
import dev.ripcord.deploy.bench.figures.Rate.Measured;
import dev.ripcord.deploy.bench.plan.Pace;
import dev.ripcord.deploy.bench.traffic.Expected;
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One job with one engine, from its first event to its last. */
final class EngineRun {
    /** As in GuardJob. */
    private static final Duration DISORDER = Duration.ofSeconds(5);

    private static final long LOOK_MILLIS = 5;

    private final LocalFlink flink;
    private final Variant variant;
    private final String job;

    /** @param footprint where the variant is one that is weighed */
    record Outcome(Measured measured, Optional<Footprint> footprint) {}

    EngineRun(LocalFlink flink, Variant variant, int repetition) {
        this.flink = flink;
        this.variant = variant;
        this.job = variant.name() + "/" + repetition;
    }

    /** @return how fast it was, once what it found has been checked */
    Outcome run(Pace pace) throws IOException, ExecutionException, InterruptedException {
        try (var notes = Notes.open(job);
                var files = StateFiles.create()) {
            var running = new RunningJob(
                    flink.run(job, environment -> build(environment, files)),
                    job,
                    variant.engine().operator());
            warmUp(running, pace);
            var footprint = variant.scale() == Scale.WEIGHED
                    ? Optional.of(files.weigh(Math.min(variant.traffic().live(), running.taken())))
                    : Optional.<Footprint>empty();
            long rate = eventsPerSecond(running, pace.measured());
            notes.stop();
            end(running, notes);
            return new Outcome(new Measured(rate, check(notes)), footprint);
        }
    }

    private void build(StreamExecutionEnvironment environment, StateFiles files) {
        environment.configure(JobSettings.ofJob(variant.backend(), variant.checkpoints(), files));
        var events = environment.fromSource(
                new LogSource(job, variant.traffic()),
                WatermarkStrategy.<DigestedEvent>forBoundedOutOfOrderness(DISORDER)
                        .withTimestampAssigner((envelope, none) -> envelope.kafkaTime()),
                "log",
                LentEventSerializer.TYPE);
        variant.engine().attach(events, job);
    }

    /** Until the code is compiled and every live session has its events. */
    private void warmUp(RunningJob running, Pace pace) throws ExecutionException, InterruptedException {
        long begin = WallClock.nanoTime();
        long events = (long) variant.traffic().live() * variant.rounds();
        running.await(() -> {
            long waited = WallClock.nanoTime() - begin;
            return waited >= pace.warmUp().toNanos()
                    && (running.taken() >= events || waited >= pace.patience().toNanos());
        });
    }

    private static long eventsPerSecond(RunningJob running, Duration measured)
            throws ExecutionException, InterruptedException {
        long from = WallClock.nanoTime();
        long before = running.taken();
        running.await(() -> WallClock.nanoTime() - from >= measured.toNanos());
        return Math.round((running.taken() - before) * 1e9 / (WallClock.nanoTime() - from));
    }

    /** Once all that was emitted has been judged. */
    private void end(RunningJob running, Notes notes) throws ExecutionException, InterruptedException {
        if (variant.engine().judgesAtOnce()) {
            // What would follow is that the end of time frees every session: not what is measured.
            while (!running.hasEnded() && !(notes.hasEnded() && running.taken() >= notes.emitted())) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            running.cancel();
        } else {
            running.awaitEnd();
        }
    }

    /** The last event that was taken may still have been on its way through the operator. */
    private Integer check(Notes notes) {
        return variant.engine().detects()
                ? (Integer) Expected.check(variant.traffic(), notes.emitted() - 1, notes.found())
                : null;
    }
}
