package dev.ripcord.jobs.serialization;

import java.io.Serializable;

/** Makes a record of some type of what stands on a topic of one partition. */
@FunctionalInterface
public interface TopicRecordShape<R> extends Serializable {
    /**
     * @param value null for a tombstone
     * @param kafkaTime the broker's append time, milliseconds since the epoch
     */
    R of(String key, byte[] value, long kafkaTime, long offset);
}
