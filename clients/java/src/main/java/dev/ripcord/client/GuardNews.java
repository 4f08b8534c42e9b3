package dev.ripcord.client;

/**
 * What a source last said about the guard.
 *
 * @param lagMillis how far detection is behind; null where nobody knows
 */
record GuardNews(GuardState state, Long lagMillis) {
    /** @return why nobody may count on the guard, for people */
    String inWords() {
        return switch (state) {
            case LIVE -> "the guard is live";
            case ABSENT -> "no guard has ever written a heartbeat";
            case STALE ->
                lagMillis == null
                        ? "the guard writes no heartbeats"
                        : "the guard writes no heartbeats, or is too far behind (" + lagMillis + " ms)";
        };
    }
}
