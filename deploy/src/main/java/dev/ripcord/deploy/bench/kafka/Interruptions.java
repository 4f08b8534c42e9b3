package dev.ripcord.deploy.bench.kafka;

import dev.ripcord.time.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Does something again and again while events go on, and notes when. */
final class Interruptions implements AutoCloseable {
    private final Disturbance disturbance;
    private final long apartMillis;
    private final List<Span> spans = new ArrayList<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::disturb, "ripcord-bench-disturbance");
    private volatile boolean closed;

    /** What is done; returns when it is over. */
    @FunctionalInterface
    interface Disturbance {
        void happen(int number) throws Exception;
    }

    /** From its begin to its end, in nanoseconds of this JVM. */
    private record Span(long begin, long end) {}

    private Interruptions(Disturbance disturbance, long apartMillis) {
        this.disturbance = disturbance;
        this.apartMillis = apartMillis;
    }

    /** @param apartMillis from the end of one to the begin of the next */
    static Interruptions start(Disturbance disturbance, long apartMillis) {
        var interruptions = new Interruptions(disturbance, apartMillis);
        interruptions.thread.setDaemon(true);
        interruptions.thread.start();
        return interruptions;
    }

    private void disturb() {
        try {
            for (int number = 0; !closed; number++) {
                long begin = WallClock.nanoTime();
                disturbance.happen(number);
                spans.add(new Span(begin, WallClock.nanoTime()));
                TimeUnit.MILLISECONDS.sleep(apartMillis);
            }
        } catch (Exception failed) {
            failure.set(failed);
        }
    }

    /** @return whether something that went on then was disturbed; to be asked after all is over */
    boolean met(long from, long to) {
        return spans.stream().anyMatch(span -> span.begin <= to && from <= span.end);
    }

    /** Waits for the last one. Closing again does nothing. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        if (failure.get() != null) {
            throw new IllegalStateException("what was to happen meanwhile failed", failure.get());
        }
    }
}
