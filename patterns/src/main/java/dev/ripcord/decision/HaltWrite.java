package dev.ripcord.decision;

import dev.ripcord.halt.HaltRecord;
import java.util.Objects;

/**
 * What is to be written to {@code ripcord.halts}.
 *
 * @param record a halt or a release of the guard; null where the key is to leave the topic
 */
public record HaltWrite(String key, HaltRecord record) {
    public HaltWrite {
        Objects.requireNonNull(key, "key");
    }

    static HaltWrite of(HaltRecord record) {
        return new HaltWrite(record.key(), record);
    }

    static HaltWrite tombstone(String key) {
        return new HaltWrite(key, null);
    }
}
