package dev.ripcord.jobs.archive;

import dev.ripcord.topic.Position;
import java.util.Map;

/**
 * A record of any topic before anyone has looked inside.
 *
 * @param kafkaTime the broker's append time, milliseconds since the epoch
 * @param key null where it has none
 * @param headers the latest of each name, in the record's order; empty where it has none
 * @param value as its producer wrote it; null for a tombstone
 */
public record TopicRecord(Position position, long kafkaTime, String key, Map<String, String> headers, byte[] value) {}
