package dev.ripcord.deploy.drill;

import dev.ripcord.signal.Signal;
import dev.ripcord.time.WallClock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * When what happened, on this JVM's clock. Several threads write, one waits.
 *
 * <p>Signal and halt travel on topics of their own, and either may arrive first; the signal was there when its halt
 * was, and counts from then where the halt is the faster one.
 */
final class Timeline {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Long> handedOver = new HashMap<>();
    private Signal signal;
    private Long signalled;
    private Long delivered;
    private Long stopped;
    private int begunAfterDelivery;

    synchronized void handingOver(String eventId) {
        handedOver.put(eventId, WallClock.nanoTime());
        begunAfterDelivery += delivered == null ? 0 : 1;
    }

    /** @param at when it was there, as {@link WallClock#nanoTime} counts */
    synchronized void signalled(Signal found, long at) {
        if (signal == null) {
            signalled = at;
            signal = found;
            notifyAll();
        }
    }

    synchronized void delivered() {
        if (delivered == null) {
            delivered = WallClock.nanoTime();
        }
        notifyAll();
    }

    /** An agent that asks at the right moment may know before the callback has told us. */
    synchronized void stopped() {
        delivered();
        stopped = WallClock.nanoTime();
    }

    /** Something else has changed that is waited for. */
    synchronized void wake() {
        notifyAll();
    }

    /** @return whether it came true in time */
    synchronized boolean await(BooleanSupplier condition, long deadlineNanos) throws InterruptedException {
        for (long left = deadlineNanos - WallClock.nanoTime();
                !condition.getAsBoolean() && left > 0;
                left = deadlineNanos - WallClock.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return condition.getAsBoolean();
    }

    synchronized Optional<Signal> signal() {
        return Optional.ofNullable(signal);
    }

    synchronized boolean isDelivered() {
        return delivered != null;
    }

    synchronized boolean isStopped() {
        return stopped != null;
    }

    synchronized int events() {
        return handedOver.size();
    }

    /** @return steps that began although the halt was there: one at most, that the agent was about to take */
    synchronized int begunAfterDelivery() {
        return begunAfterDelivery;
    }

    synchronized DrillResult result(String verdict) {
        Long completed = signal == null
                ? null
                : handedOver.get(
                        signal.matched().get(signal.matched().size() - 1).eventId());
        Long there = signalled == null || delivered == null ? signalled : Long.valueOf(Math.min(signalled, delivered));
        return new DrillResult(
                verdict,
                millis(completed, there),
                millis(there, delivered),
                millis(delivered, stopped),
                millis(completed, stopped));
    }

    private static Double millis(Long from, Long to) {
        return from == null || to == null ? null : Math.round((to - from) / NANOS_PER_MILLI * 100) / 100.0;
    }
}
