package dev.ripcord.jobs.heartbeat;

import java.util.Map;

/**
 * What a log held.
 *
 * @param askedAt what came later is not in it; milliseconds since the epoch
 * @param ahead by partition
 */
public record LogState(long askedAt, Map<Integer, Ahead> ahead) {
    public static final LogState UNKNOWN = new LogState(0, Map.of());

    /** The broker is asked each second: one that has not answered for so long does not. */
    private static final long FRESH_MILLIS = 5_000;

    /** @return this, or that nothing is known where it is of long ago */
    LogState at(long now) {
        return now - askedAt > FRESH_MILLIS ? UNKNOWN : this;
    }
}
