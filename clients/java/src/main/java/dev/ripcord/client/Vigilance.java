package dev.ripcord.client;

import dev.ripcord.time.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether somebody watches the session: what stands has been read, the source is heard, and the guard behind it is
 * live. Says so loudly when that ends, and when it begins again.
 */
final class Vigilance {
    private static final Logger LOG = LoggerFactory.getLogger(Vigilance.class);

    private final String session;
    private final Duration staleAfter;
    private final LongSupplier nanos;
    private final long startPatienceEnds;
    private final Consumer<String> onUnguarded;
    private final Runnable onGuarded;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile GuardNews news = new GuardNews(GuardState.ABSENT, null);
    private volatile long heardAt;
    private volatile String lost = "it has not answered yet";
    private boolean unguarded;
    private long unguardedSince;

    /**
     * @param startTimeout how long what stands may take to be read at the start
     * @param staleAfter the most that the last word of the guard may be old, its lag included
     * @param nanos as {@link System#nanoTime}
     */
    Vigilance(
            String session,
            Duration startTimeout,
            Duration staleAfter,
            LongSupplier nanos,
            Consumer<String> onUnguarded,
            Runnable onGuarded) {
        this.session = session;
        this.staleAfter = staleAfter;
        this.nanos = nanos;
        this.startPatienceEnds = nanos.getAsLong() + startTimeout.toNanos();
        this.onUnguarded = onUnguarded;
        this.onGuarded = onGuarded;
    }

    void guard(GuardNews newest) {
        news = newest;
        heardAt = nanos.getAsLong();
        if (ready.getCount() == 0) {
            review();
        }
    }

    void ready() {
        heardAt = nanos.getAsLong();
        ready.countDown();
        review();
    }

    void lost(String why) {
        // Once a reason: a source that is down for an hour must not fill the log.
        if (!why.equals(lost)) {
            LOG.info("session {} does not hear of halts; trying again: {}", session, why);
        }
        lost = why;
    }

    /**
     * Waits until everything that stands has been read, but never longer than the start may take. An interrupt does not
     * end it, for what stands is not known yet; whoever looks for it finds it afterwards.
     */
    void awaitReady() {
        boolean interrupted = false;
        long left = startPatienceEnds - nanos.getAsLong();
        while (ready.getCount() > 0 && left > 0) {
            try {
                ready.await(left, TimeUnit.NANOSECONDS);
            } catch (InterruptedException later) {
                interrupted = true;
            }
            left = startPatienceEnds - nanos.getAsLong();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return why nobody watches; empty while somebody does, and while the start may still take its time */
    Optional<String> unguarded() {
        boolean starting = ready.getCount() > 0 && nanos.getAsLong() - startPatienceEnds < 0;
        return starting ? Optional.empty() : unwatched();
    }

    /** @return why nobody watches, at the start as well; empty only while somebody does */
    Optional<String> unwatched() {
        long now = nanos.getAsLong();
        if (ready.getCount() > 0) {
            return Optional.of("what stands could not be read: " + lost);
        }
        GuardNews newest = news;
        if (newest.state() != GuardState.LIVE) {
            return Optional.of(newest.inWords());
        }
        long lag = newest.lagMillis() == null ? 0 : TimeUnit.MILLISECONDS.toNanos(newest.lagMillis());
        return now - heardAt + lag <= staleAfter.toNanos()
                ? Optional.empty()
                : Optional.of("the guard's last word is older than " + Durations.format(staleAfter) + ": " + lost);
    }

    /** Notices what changes by time alone, and tells of each change once. */
    synchronized Optional<String> review() {
        Optional<String> why = unguarded();
        if (why.isPresent() && !unguarded) {
            unguarded = true;
            unguardedSince = nanos.getAsLong();
            LOG.warn("session {} is unguarded: {}", session, why.get());
            onUnguarded.accept(why.get());
        } else if (why.isEmpty() && unguarded) {
            unguarded = false;
            Duration gap = Duration.ofNanos(nanos.getAsLong() - unguardedSince);
            LOG.warn("session {} is guarded again, after {}", session, Durations.format(gap));
            onGuarded.run();
        }
        return why;
    }
}
