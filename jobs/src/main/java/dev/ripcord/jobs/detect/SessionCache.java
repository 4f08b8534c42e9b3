package dev.ripcord.jobs.detect;

import dev.ripcord.detection.Expiry;
import dev.ripcord.detection.SessionState;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.Optional;

/**
 * The sessions used last, as objects: an event of one of them does not touch state at all. Others are read when their
 * next event comes, in place of the one that was not used for longest. A session leaves when it ends.
 *
 * <p>State is behind the cache until {@link #flush()}, which is part of every snapshot: what a snapshot holds is what
 * the events before it made. Whoever needs a session has to ask here first.
 */
final class SessionCache {
    /** Partial matches of a session hold less than this, but for a runaway under a definition that takes many steps. */
    private static final long USUAL_WEIGHT = 4_096;

    private final StoredSessions stored;
    private final UntoldSessions untold;
    private final CacheMetrics metrics;
    private final int most;
    private final long mostWeight;
    private long weight;
    private final RecentSessions cached = new RecentSessions();

    /** @param most sessions held at a time, at least 1; fewer where their partial matches are many */
    SessionCache(StoredSessions stored, UntoldSessions untold, CacheMetrics metrics, int most) {
        this.stored = stored;
        this.untold = untold;
        this.metrics = metrics;
        this.most = most;
        this.mostWeight = most * USUAL_WEIGHT;
    }

    /** @return null where there is no such session, in state neither */
    LiveSession get(SessionKey key) throws IOException {
        LiveSession live = cached.use(key);
        if (live == null) {
            return read(key);
        }
        metrics.hit();
        return live;
    }

    private LiveSession read(SessionKey key) throws IOException {
        metrics.miss();
        SessionState state = stored.read(key);
        return state == null ? null : add(state);
    }

    /** Takes in one that nobody knew. */
    LiveSession add(SessionState state) throws IOException {
        LiveSession live = new LiveSession(state);
        untold.returned(live);
        cached.add(live);
        if (cached.size() > most) {
            evictEldest();
        }
        weigh(live);
        return live;
    }

    /** A session was judged: where its partial matches became many, others make room. */
    void weigh(LiveSession live) throws IOException {
        weight += live.heavier();
        while (weight > mostWeight && cached.size() > 1) {
            evictEldest();
        }
    }

    private void evictEldest() throws IOException {
        leave(cached.eldest());
        metrics.evicted();
    }

    /**
     * Writes a session and lets go of it: of one that has ended hardly an event comes any more, and here it would stand
     * in the way of those that live, and be written at the next snapshot while their events wait.
     */
    void leave(LiveSession live) throws IOException {
        cached.remove(live.state().key());
        weight -= live.weight();
        write(live);
        untold.left(live);
    }

    /** @return the session where it is held, and null where it is in state or nowhere */
    LiveSession held(SessionKey key) {
        return cached.look(key);
    }

    /** @return when the session is over; empty where there is none */
    Optional<Expiry> expiry(SessionKey key) throws IOException {
        LiveSession live = cached.look(key);
        return live == null ? stored.expiry(key) : Optional.of(live.state().expiry());
    }

    /** Forgets a session for good. */
    void free(SessionKey key) throws IOException {
        LiveSession live = cached.remove(key);
        if (live == null) {
            untold.freed(key);
        } else {
            weight -= live.weight();
            untold.left(live);
        }
        stored.clear(key);
    }

    /** Writes to state what it does not know yet. */
    void flush() throws IOException {
        cached.forEach(this::write);
    }

    /** From the second call on, sessions count as silent that had no event since the call before this one. */
    void timePasses() {
        cached.timePasses();
    }

    /**
     * Writes some of the silent sessions, so that the next snapshot need not: events wait for it.
     *
     * @param most that are looked at
     */
    void writeSilent(int most) throws IOException {
        LiveSession live = cached.nextSilent();
        for (int left = most; live != null; left--) {
            write(live);
            live = left > 1 ? cached.nextSilent() : null;
        }
    }

    private void write(LiveSession live) throws IOException {
        if (live.isDirty()) {
            stored.write(live.state());
            live.written();
        }
    }

    int size() {
        return cached.size();
    }
}
