package dev.ripcord.deploy.history;

import dev.ripcord.topic.Position;

/**
 * A record of the log as it was written, an event or not.
 *
 * @param position in a file partition 0, and as offset how many records come before it
 * @param kafkaTime the broker's time, milliseconds since the epoch; null where nobody kept it: then the event's own
 *     stands for it
 * @param line in a file, from 1; 0 elsewhere
 * @param bytes the record's value; empty where it has none
 */
public record HistoryRecord(Position position, Long kafkaTime, long line, byte[] bytes) {}
