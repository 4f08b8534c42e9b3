package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.engine.Variant.Scale;
import dev.ripcord.deploy.bench.figures.Footprint;
import dev.ripcord.deploy.bench.figures.Rate.Measured;
import dev.ripcord.deploy.bench.plan.Pace;
import dev.ripcord.deploy.bench.traffic.Expected;
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.fact.DigestedEvent;
import dev.ripcord.jobs.ingest.DigestedEventSerializer;
import dev.ripcord.time.WallClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One job with one engine, from its first event to its last. */
final class EngineRun {
    /** As in GuardJob. */
    private static final Duration DISORDER = Duration.ofSeconds(5);

    private static final long LOOK_MILLIS = 20;

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
            var running = flink.run(job, environment -> build(environment, files));
            warmUp(running, pace);
            var footprint = variant.scale() == Scale.WEIGHED
                    ? Optional.of(files.weigh(variant.traffic().live()))
                    : Optional.<Footprint>empty();
            long rate = eventsPerSecond(pace.measured());
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
                DigestedEventSerializer.TYPE);
        variant.engine().attach(events, job);
    }

    /** Until the code is compiled and every live session has its events. */
    private void warmUp(JobClient running, Pace pace) throws ExecutionException, InterruptedException {
        long begin = WallClock.nanoTime();
        long events = (long) variant.traffic().live() * variant.rounds();
        long waited = 0;
        while (waited < pace.warmUp().toNanos()
                || taken() < events && waited < pace.patience().toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            failIfEnded(running);
            waited = WallClock.nanoTime() - begin;
        }
    }

    private void failIfEnded(JobClient running) throws ExecutionException, InterruptedException {
        if (running.getJobStatus().get().isGloballyTerminalState()) {
            running.getJobExecutionResult().get();
            throw new IllegalStateException(job + " ended by itself");
        }
    }

    private long eventsPerSecond(Duration measured) throws InterruptedException {
        long from = WallClock.nanoTime();
        long before = taken();
        TimeUnit.NANOSECONDS.sleep(measured.toNanos());
        long events = taken() - before;
        return Math.round(events * 1e9 / (WallClock.nanoTime() - from));
    }

    /** Once all that was emitted has been judged. */
    private void end(JobClient running, Notes notes) throws ExecutionException, InterruptedException {
        if (variant.engine().judgesAtOnce()) {
            while (notes.emitted() == 0 || taken() < notes.emitted()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                failIfEnded(running);
            }
            // What would follow is that the end of time frees every session: not what is measured.
            running.cancel().get();
            while (!running.getJobStatus().get().isGloballyTerminalState()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } else {
            running.getJobExecutionResult().get();
        }
    }

    /** The last event that was taken may still have been on its way through the operator. */
    private Integer check(Notes notes) {
        return variant.engine().detects()
                ? (Integer) Expected.check(variant.traffic(), notes.emitted() - 1, notes.found())
                : null;
    }

    private long taken() {
        return OperatorCounts.of(job, variant.engine().operator());
    }
}
