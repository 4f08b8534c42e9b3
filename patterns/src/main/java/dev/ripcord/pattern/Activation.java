package dev.ripcord.pattern;

import dev.ripcord.json.PlainValues;
import java.util.Map;
import java.util.Objects;

/**
 * Which definition of an id is in force, from when, in which mode, with which parameters. The latest one that is due
 * counts. On {@code ripcord.patterns} under the key {@code id}.
 *
 * @param schemaVersion 1
 * @param hash of the definition; null deactivates the id
 * @param parameters by name, as written in YAML: numbers, booleans, strings, durations such as {@code 10m}
 * @param activateAt Kafka time from which events are judged by it; null until the record's own time is known
 *     (record time + {@value #NOTICE_MILLIS} ms)
 * @param actor who activated it
 * @param reason why, in the actor's words; may be null
 */
public record Activation(
        int schemaVersion,
        String id,
        String hash,
        Mode mode,
        Map<String, Object> parameters,
        Long activateAt,
        String actor,
        String reason) {
    public static final int SCHEMA_VERSION = 1;

    /** Long enough for the record to reach every subtask before the first event that it judges. */
    public static final long NOTICE_MILLIS = 500;

    public Activation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(actor, "actor");
        parameters = PlainValues.of(parameters);
    }

    public boolean deactivates() {
        return hash == null;
    }

    /** @param recordTime Kafka's time of the activation's record */
    public Activation dueAfter(long recordTime) {
        return activateAt != null
                ? this
                : new Activation(schemaVersion, id, hash, mode, parameters, recordTime + NOTICE_MILLIS, actor, reason);
    }
}
