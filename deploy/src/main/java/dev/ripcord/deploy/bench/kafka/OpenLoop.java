package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.deploy.bench.traffic.SyntheticLog;
import dev.ripcord.deploy.bench.traffic.Traffic;
import dev.ripcord.deploy.events.EventProducer;
import dev.ripcord.deploy.kafka.KafkaAddress;
import dev.ripcord.time.WallClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Sends events at a fixed rate, whether the guard keeps up or not: each is due at its time, and what it causes counts
 * from then. A guard that stalls for a second so shows as a second of late signals.
 */
public final class OpenLoop implements AutoCloseable {
    /** A fraction of what is measured; without it a core would do nothing but wait. */
    private static final long PAUSE_NANOS = 50_000;

    /** Counts for the signals; without it, broker and sender spend the processor on thousands of requests a second. */
    private static final Duration LINGER = Duration.ofMillis(1);

    /** Enough to keep the guard busy, and taken in a fraction of a second. */
    private static final long MOST_AHEAD = 10_000;

    private static final int BURST = 100;

    private final SyntheticLog log;
    private final EventProducer producer;
    private long next;

    public OpenLoop(KafkaAddress kafka, Traffic traffic) {
        this.log = new SyntheticLog(traffic);
        this.producer = new EventProducer(kafka.settings(), LINGER);
    }

    /**
     * Goes on with the log for so long.
     *
     * @param rate events a second
     * @return when the completing event of each runaway was due, in nanoseconds of this JVM, by session
     */
    public Map<Long, Long> send(long rate, Duration duration) {
        var due = new LinkedHashMap<Long, Long>();
        long start = WallClock.nanoTime();
        long startMillis = WallClock.SYSTEM.millis();
        long events = rate * duration.toMillis() / 1_000;
        for (long sent = 0; sent < events; sent++) {
            long dueAfter = sent * TimeUnit.SECONDS.toNanos(1) / rate;
            awaitTime(start + dueAfter);
            send(next, startMillis + TimeUnit.NANOSECONDS.toMillis(dueAfter));
            if (log.traffic().completes(next)) {
                due.put(log.traffic().session(next), start + dueAfter);
            }
            next++;
        }
        producer.flush();
        return due;
    }

    /**
     * Goes on with the log for so long, as fast as the guard takes it.
     *
     * @param taken events that the guard has taken of all that were sent so far
     * @return events a second that it took in the second half of the time: until then code is compiled
     */
    long saturate(LongSupplier taken, Duration duration) {
        long start = WallClock.nanoTime();
        long half = start + duration.toNanos() / 2;
        long end = start + duration.toNanos();
        sendUntil(half, taken);
        long before = taken.getAsLong();
        long from = WallClock.nanoTime();
        sendUntil(end, taken);
        long rate = Math.round((taken.getAsLong() - before) * 1e9 / (WallClock.nanoTime() - from));
        producer.flush();
        return rate;
    }

    private void sendUntil(long nanos, LongSupplier taken) {
        while (WallClock.nanoTime() < nanos) {
            if (next - taken.getAsLong() < MOST_AHEAD) {
                for (int sent = 0; sent < BURST; sent++) {
                    send(next++, WallClock.SYSTEM.millis());
                }
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void send(long event, long time) {
        producer.send(SyntheticLog.sessionId(log.traffic().session(event)), log.bytes(event, time));
    }

    private static void awaitTime(long nanos) {
        while (WallClock.nanoTime() < nanos) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
