package dev.ripcord.detection;

/**
 * A record of {@code ripcord.patterns}.
 *
 * @param key {@code id@hash} of a definition, {@code id} of an activation
 * @param value JSON of a PublishedDefinition or an Activation; null to take it back
 */
public record PatternRecord(String key, byte[] value, long kafkaTime, long offset) {
    public PatternRecord {
        key = key == null ? "" : key;
    }

    boolean isDefinition() {
        return key.indexOf('@') >= 0;
    }

    boolean isTombstone() {
        return value == null || value.length == 0;
    }
}
