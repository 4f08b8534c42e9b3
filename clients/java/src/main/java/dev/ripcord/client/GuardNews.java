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
            case ABSENT -> "the guard is absent: none has ever written a heartbeat";
            case STALE ->
                lagMillis == null
                        ? "the guard is stale: it writes no heartbeats"
                        : "the guard is stale: silent, or too far behind (" + lagMillis + " ms)";
        };
    }
}
