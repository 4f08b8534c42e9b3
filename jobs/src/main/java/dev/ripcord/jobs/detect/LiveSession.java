package dev.ripcord.jobs.detect;

import dev.ripcord.detection.SessionState;

/** A session that is held as an object, and what others do not know of it yet: state, and the readers of summaries. */
final class LiveSession {
    private final SessionState state;
    private boolean dirty;
    private long weight;
    private Untold untold;

    LiveSession(SessionState state) {
        this.state = state;
    }

    SessionState state() {
        return state;
    }

    void changed() {
        dirty = true;
    }

    /** @return by how much it is heavier than when it was last asked, in bytes that partial matches hold */
    long heavier() {
        long before = weight;
        weight = state.heldBytes();
        return weight - before;
    }

    /** @return as it was last asked for */
    long weight() {
        return weight;
    }

    void written() {
        dirty = false;
    }

    /** @return whether it was changed since it was last written to state */
    boolean isDirty() {
        return dirty;
    }

    /** @return null where nothing has changed since its summary was last told */
    Untold untold() {
        return untold;
    }

    void toBeTold(Untold what) {
        untold = what;
    }
}
