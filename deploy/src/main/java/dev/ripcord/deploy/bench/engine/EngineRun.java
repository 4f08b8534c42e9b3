package dev.ripcord.deploy.bench.engine;

import dev.ripcord.deploy.bench.traffic.Expected;
import dev.ripcord.deploy.local.LocalFlink;
import dev.ripcord.event.Envelope;
import dev.ripcord.jobs.ingest.EnvelopeSerializer;
import dev.ripcord.time.WallClock;
import java.time.Duration;
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
    private final JobSettings settings;
    private final Variant variant;
    private final String job;

    EngineRun(LocalFlink flink, JobSettings settings, Variant variant, int repetition) {
        this.flink = flink;
        this.settings = settings;
        this.variant = variant;
        this.job = variant.name() + "/" + repetition;
    }

    /** @return events a second, once what it found has been checked */
    double run(Pace pace) throws ExecutionException, InterruptedException {
        try (var notes = Notes.open(job)) {
            var running = flink.run(job, this::build);
            double eventsPerSecond;
            try {
                warmUp(running, pace);
                eventsPerSecond = eventsPerSecond(pace.measured());
            } finally {
                notes.stop();
            }
            running.getJobExecutionResult().get();
            if (variant.engine().detects()) {
                Expected.check(variant.traffic(), notes.emitted(), notes.found());
            }
            return eventsPerSecond;
        }
    }

    private void build(StreamExecutionEnvironment environment) {
        environment.configure(settings.of(variant));
        var events = environment.fromSource(
                new LogSource(job, variant.traffic()),
                WatermarkStrategy.<Envelope>forBoundedOutOfOrderness(DISORDER)
                        .withTimestampAssigner((envelope, none) -> envelope.kafkaTime()),
                "log",
                EnvelopeSerializer.TYPE);
        variant.engine().attach(events, job);
    }

    /** Until the code is compiled and every live session has events. */
    private void warmUp(JobClient running, Pace pace) throws ExecutionException, InterruptedException {
        long end = WallClock.nanoTime() + pace.warmUp().toNanos();
        long events = (long) variant.traffic().live() * pace.warmUpRounds();
        while (WallClock.nanoTime() < end || taken() < events) {
            failIfEnded(running);
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void failIfEnded(JobClient running) throws ExecutionException, InterruptedException {
        if (running.getJobStatus().get().isGloballyTerminalState()) {
            running.getJobExecutionResult().get();
            throw new IllegalStateException(job + " ended by itself");
        }
    }

    private double eventsPerSecond(Duration measured) throws InterruptedException {
        long from = WallClock.nanoTime();
        long before = taken();
        TimeUnit.NANOSECONDS.sleep(measured.toNanos());
        long events = taken() - before;
        return events * 1e9 / (WallClock.nanoTime() - from);
    }

    private long taken() {
        return OperatorCounts.of(job, variant.engine().operator());
    }
}
