package dev.ripcord.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * What became of a record of {@code ripcord.patterns}, for {@code ripcord.pattern-status} under the same key.
 *
 * @param schemaVersion 1
 * @param key {@code id@hash} of a definition, {@code id} of an activation, or the unreadable record's key
 * @param id null where the record could not be read
 * @param hash of the definition that an activation puts in force; null for definitions and deactivations
 * @param offset of the record on {@code ripcord.patterns}
 * @param problems why it was refused; the last good one stays in force
 * @param activateAt Kafka time from which an activation counts; null for definitions
 */
public record PatternStatus(
        int schemaVersion,
        String key,
        String id,
        String hash,
        Status status,
        long offset,
        List<String> problems,
        Long activateAt) {
    public static final int SCHEMA_VERSION = 1;

    /** The fate of the record. */
    public enum Status {
        /** A definition that can be activated. */
        @JsonProperty("accepted")
        ACCEPTED,
        /** An activation that is, or will be, in force. */
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("deactivated")
        DEACTIVATED,
        @JsonProperty("refused")
        REFUSED,
        /** In force, but it was read after events that it should have judged. */
        @JsonProperty("late")
        LATE
    }

    public PatternStatus {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        problems = problems == null ? List.of() : List.copyOf(problems);
    }
}
