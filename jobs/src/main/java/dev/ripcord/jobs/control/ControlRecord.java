package dev.ripcord.jobs.control;

/**
 * A record of {@code ripcord.halts}, as it stands there: what it says, and whether it is to be believed, is for those
 * who read it.
 *
 * @param key {@code <scope>/guard}, {@code <scope>/operator}, {@code <scope>/mute} or {@code pattern/<id>/mute}
 * @param value JSON of a halt, a release or a mute; null where the key is gone
 * @param kafkaTime the broker's append time, milliseconds since the epoch
 */
public record ControlRecord(String key, byte[] value, long kafkaTime, long offset) {
    public ControlRecord {
        key = key == null ? "" : key;
    }

    public boolean isTombstone() {
        return value == null || value.length == 0;
    }
}
