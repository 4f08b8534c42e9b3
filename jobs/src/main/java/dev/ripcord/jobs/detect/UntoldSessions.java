package dev.ripcord.jobs.detect;

import dev.ripcord.detection.SessionState;
import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.SessionKey;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The sessions that have changed since they were last told of, the oldest change first. Each stands here once, however
 * often it changes, and is due a second after the first change, so that it is told of at most once a second.
 *
 * <p>Of a session that has left the cache its summary is kept, so that telling it reads nothing. Of these there are
 * {@value #AWAY_FOR_EACH_CACHED} for each session that the cache can hold, which is the smaller part of its memory; one
 * more is told at once. Where so many sessions change that the cache is of no use, telling them is then a part of the
 * price of an event, and nothing grows or is lost.
 */
final class UntoldSessions {
    static final long APART_MILLIS = 1_000;

    /** A summary takes some 400 bytes, a session in the cache 10,000 and more. */
    static final int AWAY_FOR_EACH_CACHED = 10;

    private final StoredSessions stored;
    private final int mostAway;
    private final Consumer<SessionSummary> teller;
    private final Deque<Untold> queue = new ArrayDeque<>();
    private final Map<SessionKey, Untold> away = new LinkedHashMap<>();

    /** @param cached how many sessions the cache can hold */
    UntoldSessions(StoredSessions stored, int cached, Consumer<SessionSummary> teller) {
        this.stored = stored;
        this.mostAway = cached * AWAY_FOR_EACH_CACHED;
        this.teller = teller;
    }

    /** @param now processing time, milliseconds since the epoch */
    void changed(LiveSession live, long now) {
        if (live.untold() == null) {
            Untold untold = new Untold(live.state().key(), now + APART_MILLIS);
            untold.follows(live);
            queue.add(untold);
        }
    }

    /** Takes over what a snapshot has remembered of a session that is in state now. */
    void remembered(SessionKey key, long now) {
        if (!away.containsKey(key)) {
            Untold untold = new Untold(key, now + APART_MILLIS);
            away.put(key, untold);
            queue.add(untold);
        }
    }

    /** It comes into the cache. */
    void returned(LiveSession live) {
        Untold untold = away.remove(live.state().key());
        if (untold != null) {
            untold.follows(live);
        }
    }

    /** It is in the cache no more, and perhaps in state neither. */
    void left(LiveSession live) throws IOException {
        Untold untold = live.untold();
        if (untold != null) {
            untold.parts();
            away.put(untold.key(), untold);
            if (away.size() > mostAway) {
                tell(away.values().iterator().next());
            }
        }
    }

    /** It is not in the cache, and soon will not be in state. */
    void freed(SessionKey key) throws IOException {
        Untold untold = away.get(key);
        if (untold != null && untold.summary() == null) {
            untold.endsAs(stored.read(key).summary());
        }
    }

    /** Tells what is due, but no more than so many. */
    void tell(long now, int most) throws IOException {
        for (int left = most; left > 0 && isDue(now); ) {
            Untold next = queue.remove();
            if (!next.isTold()) {
                tell(next);
                left--;
            }
        }
    }

    /** What is due later than it can be was noted before the clock was set back. */
    private boolean isDue(long now) {
        Untold next = queue.peek();
        return next != null && (next.isTold() || next.due() <= now || next.due() > now + APART_MILLIS);
    }

    void tellAll() throws IOException {
        for (Untold next = queue.poll(); next != null; next = queue.poll()) {
            if (!next.isTold()) {
                tell(next);
            }
        }
    }

    private void tell(Untold untold) throws IOException {
        SessionSummary summary = untold.summary();
        if (summary == null) {
            SessionState state = stored.read(untold.key());
            summary = state == null ? null : state.summary();
        }
        untold.told();
        away.remove(untold.key(), untold);
        if (summary != null) {
            teller.accept(summary);
        }
    }

    /** @return processing time at which the next is due; {@link Long#MAX_VALUE} without any */
    long nextDue() {
        Untold next = queue.peek();
        return next == null ? Long.MAX_VALUE : next.due();
    }

    int size() {
        return queue.size();
    }

    /** @return what a snapshot has to remember */
    List<SessionKey> keys() {
        return queue.stream()
                .filter(untold -> !untold.isTold())
                .map(Untold::key)
                .toList();
    }
}
