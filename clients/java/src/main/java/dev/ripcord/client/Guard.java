package dev.ripcord.client;

import dev.ripcord.halt.Acknowledgement.Status;
import dev.ripcord.halt.Halt;
import dev.ripcord.time.WallClock;
import java.util.List;
import java.util.Optional;

/**
 * Stops one session's agent when it is halted: ask {@link #check} before each model or tool call.
 *
 * <p>What stands is kept in memory and follows the source in the background, so that asking costs next to nothing. A
 * halt that was seen stays in force while the source is gone; only a release ends it. Acknowledgements go out by
 * themselves. Safe for use by any number of threads.
 */
public final class Guard implements AutoCloseable {
    private final WhenUnguarded whenUnguarded;
    private final KnownHalts halts;
    private final Vigilance vigilance;
    private final Acknowledger acknowledger;
    private final Watch watch;
    private final Feed feed;
    private final Counts counts = new Counts();
    private final RecentIds refused = new RecentIds();
    private volatile boolean closed;

    /** Begins to describe a guard; nothing runs before {@link GuardBuilder#start}. */
    public static GuardBuilder following(GuardSource source) {
        return new GuardBuilder(source);
    }

    Guard(GuardSource source, Following following, GuardOptions options) {
        whenUnguarded = options.whenUnguarded();
        watch = new Watch(options.subject().session());
        acknowledger = new Acknowledger(options.subject(), options.clock(), counts, source.acknowledgements(following));
        var announcements = new Announcements(
                halt -> {
                    acknowledger.acknowledge(halt, Status.RECEIVED, null);
                    watch.call(() -> options.onHalt().accept(halt));
                },
                halt -> watch.call(() -> options.onRelease().accept(halt)));
        halts = new KnownHalts(options.subject(), options.trusted(), options.clock(), counts, announcements::review);
        vigilance = new Vigilance(
                options.subject().session(),
                options.startTimeout(),
                options.staleAfter(),
                WallClock::nanoTime,
                why -> watch.call(() -> options.onUnguarded().accept(why)),
                () -> watch.call(options.onGuarded()));
        feed = source.follow(following, new Hearing(halts, vigilance, counts));
        watch.regularly(() -> {
            vigilance.review();
            halts.inForce();
        });
    }

    /**
     * Returns where the session may take its next step. The first call waits, for a bounded time, until everything that
     * stands has been read; every other is a look-up in memory.
     *
     * @throws SessionHalted where it must stop, which is then acknowledged as stopped
     * @throws GuardUnavailable where nobody watches and the guard is set to {@link WhenUnguarded#FAIL_CLOSED}
     * @throws IllegalStateException after {@link #close}
     */
    public void check() {
        requireOpen();
        vigilance.awaitReady();
        List<Halt> standing = standing();
        if (!standing.isEmpty()) {
            acknowledge(standing, Status.STOPPED, null);
            throw new SessionHalted(standing.get(0));
        }
        Optional<String> unguarded = vigilance.unwatched();
        if (unguarded.isPresent()) {
            vigilance.review();
            if (whenUnguarded == WhenUnguarded.FAIL_CLOSED) {
                throw new GuardUnavailable(unguarded.get());
            }
        }
    }

    /**
     * For those who would rather look than catch. Waits for nothing and acknowledges nothing.
     *
     * @return the halt that {@link #check} would throw
     */
    public Optional<Halt> halted() {
        return standing().stream().findFirst();
    }

    /** @return why nobody watches the session at the moment; empty while somebody does */
    public Optional<String> unguarded() {
        return vigilance.unguarded();
    }

    /** Acknowledges that the agent takes no further step; for one that learned of the halt by {@code onHalt}. */
    public void stopped() {
        acknowledge(standing(), Status.STOPPED, null);
    }

    /**
     * Goes on in spite of the halts that are in force now, and says so to everybody who reads acknowledgements. A halt
     * that comes later stops the session as before.
     *
     * @param reason for people
     * @return whether there was a halt to refuse
     */
    public boolean refuse(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("a refusal without a reason; say why the session goes on");
        }
        List<Halt> standing = standing();
        standing.forEach(halt -> refused.add(halt.haltId()));
        acknowledge(standing, Status.REFUSED, reason);
        return !standing.isEmpty();
    }

    /** How it went so far: for metrics, and for tests. */
    public GuardStats stats() {
        return counts.stats();
    }

    private void acknowledge(List<Halt> standing, Status status, String reason) {
        for (Halt halt : standing) {
            acknowledger.acknowledge(halt, Status.RECEIVED, null);
            acknowledger.acknowledge(halt, status, reason);
        }
    }

    private List<Halt> standing() {
        List<Halt> inForce = halts.inForce();
        return inForce.isEmpty()
                ? inForce
                : inForce.stream()
                        .filter(halt -> !refused.contains(halt.haltId()))
                        .toList();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the guard is closed, and knows nothing of halts since");
        }
    }

    /** Ends the guard's threads; waits two seconds at the most for acknowledgements that are on their way. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            feed.close();
            acknowledger.close();
            watch.close();
        }
    }
}
