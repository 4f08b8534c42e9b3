package dev.ripcord.jobs.heartbeat;

import java.io.Serializable;
import java.util.Map;

/** Where the partitions of {@code agent.events} end. */
@FunctionalInterface
public interface EndOffsets extends Serializable {
    Query open();

    /** Asked once a second; must not block. */
    interface Query extends AutoCloseable {
        /** @return by partition the offset that its next event will have, as last known; begins to ask again */
        Map<Integer, Long> refresh();

        @Override
        default void close() {}
    }
}
