package dev.ripcord.jobs.heartbeat;

import java.io.Serializable;
import java.util.Map;

/** What {@code agent.events} holds, for whoever must say how much of it is not read yet. */
@FunctionalInterface
public interface EventLog extends Serializable {
    Query open();

    /** @return where a job without state begins to read; the same however often it starts */
    default StartingPoint start() {
        return StartingPoint.BEGINNING;
    }

    /** Asked once a second; must not block. */
    interface Query extends AutoCloseable {
        /**
         * @param now the task's clock, milliseconds since the epoch
         * @param next by partition the offset from which on nothing has been read yet
         * @return what was last found out; begins to ask again
         */
        LogState refresh(long now, Map<Integer, Long> next);

        @Override
        default void close() {}
    }
}
