package dev.ripcord.console.replay.source;

import dev.ripcord.topic.Position;
import java.util.Objects;

/**
 * A record of a topic as it was written, wherever it lies now.
 *
 * @param position in a file partition 0, and as offset how many records come before it
 * @param kafkaTime the broker's time, milliseconds since the epoch; null where nobody kept it: then the event's own
 *     stands for it
 * @param key null where the record has none
 * @param value null for a tombstone
 */
public record LogRecord(Position position, Long kafkaTime, String key, byte[] value) {
    public LogRecord {
        Objects.requireNonNull(position, "position");
    }
}
