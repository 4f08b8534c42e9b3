package dev.ripcord.jobs.heartbeat;

import java.io.Serializable;
import java.util.Map;

/**
 * Where reading begins.
 *
 * @param next by partition the first offset that will be read; those that are left out are read from their beginning
 * @param takenAt when these were the ends, and there were no other partitions; milliseconds since the epoch, null where
 *     all is read
 */
public record StartingPoint(Map<Integer, Long> next, Long takenAt) implements Serializable {
    public static final StartingPoint BEGINNING = new StartingPoint(Map.of(), null);
}
