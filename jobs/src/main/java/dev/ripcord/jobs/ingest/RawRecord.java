package dev.ripcord.jobs.ingest;

import dev.ripcord.topic.Position;
import java.time.Duration;

/**
 * A record of {@code agent.events} before anyone has looked inside.
 *
 * @param kafkaTime the broker's append time, milliseconds since the epoch
 * @param value as its producer wrote it; null for a tombstone
 */
public record RawRecord(Position position, long kafkaTime, byte[] value) {
    /** Kafka's times rise within a partition, but for a change of its leader: by so much one may fall at most. */
    public static final Duration DISORDER = Duration.ofSeconds(5);
}
