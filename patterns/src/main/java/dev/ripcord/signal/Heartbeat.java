package dev.ripcord.signal;

/**
 * How far the guard has read one partition of {@code agent.events}, each second, also when nothing comes. The key on
 * {@code ripcord.heartbeat} is the partition.
 *
 * @param schemaVersion 1
 * @param offset of the latest event handed to detection; -1 before the first
 * @param kafkaTime the broker's time of that event; null before the first
 * @param lagRecords events in the partition that are not handed to detection yet, at the most; null where the broker
 *     did not answer
 * @param lagMillis how long the oldest of them has waited at the most; 0 where there is none; null where it is not
 *     known, for some seconds after a start
 * @param emittedAt the guard's wall clock, milliseconds since the epoch
 */
public record Heartbeat(
        int schemaVersion,
        int partition,
        long offset,
        Long kafkaTime,
        Long lagRecords,
        Long lagMillis,
        long emittedAt) {
    public static final int SCHEMA_VERSION = 1;
}
