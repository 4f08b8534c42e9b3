package dev.ripcord.event;

import dev.ripcord.topic.Position;
import java.util.Objects;

/**
 * An event with its place in the log and the broker's time of it. This is what is judged.
 *
 * @param kafkaTime the broker's append time, milliseconds since the epoch
 * @param bytes the record's value as its producer wrote it: unknown keys included, for the next operator and the archive
 */
public record Envelope(Position position, long kafkaTime, Event event, byte[] bytes) {
    public Envelope {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(bytes, "bytes");
    }

    /** Two envelopes are equal where they stand for the same record. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope envelope
                && envelope.position.equals(position)
                && envelope.kafkaTime == kafkaTime
                && envelope.event.equals(event);
    }

    @Override
    public int hashCode() {
        return position.hashCode();
    }

    @Override
    public String toString() {
        return position + " " + event.session() + " " + event.type();
    }
}
