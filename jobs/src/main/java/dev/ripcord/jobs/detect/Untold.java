package dev.ripcord.jobs.detect;

import dev.ripcord.signal.SessionSummary;
import dev.ripcord.topic.SessionKey;

/** That a session has changed, and what is to be told of it: how it stands then, or stood when it left the cache. */
final class Untold {
    private final SessionKey key;
    private final long due;
    private LiveSession live;
    private SessionSummary summary;
    private boolean told;

    /** @param due processing time, milliseconds since the epoch */
    Untold(SessionKey key, long due) {
        this.key = key;
        this.due = due;
    }

    SessionKey key() {
        return key;
    }

    long due() {
        return due;
    }

    /** It is in the cache. */
    void follows(LiveSession session) {
        live = session;
        summary = null;
        session.toBeTold(this);
    }

    /** It leaves the cache. */
    void parts() {
        endsAs(live.state().summary());
        release();
    }

    void endsAs(SessionSummary latest) {
        summary = latest;
    }

    void told() {
        told = true;
        if (live != null) {
            release();
        }
    }

    private void release() {
        live.toBeTold(null);
        live = null;
    }

    boolean isTold() {
        return told;
    }

    /** @return null where only state knows */
    SessionSummary summary() {
        return live == null ? summary : live.state().summary();
    }
}
