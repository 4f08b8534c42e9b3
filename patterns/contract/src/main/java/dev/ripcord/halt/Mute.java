package dev.ripcord.halt;

import dev.ripcord.topic.RecordKey;
import java.util.Objects;

/**
 * For some time a pattern, or everything about a scope, signals without halting: "this is fine, I am watching".
 * Signals go on being written. Halts that are in force stay. Under {@code pattern/<id>/mute} or {@code <scope>/mute}.
 *
 * @param schemaVersion 1
 * @param scope what is muted; null where a pattern is
 * @param pattern id of the definition that is muted, in all of its versions; null where a scope is
 * @param issuedAt the writer's clock, milliseconds since the epoch, as on a {@link Halt}
 * @param until Kafka time, milliseconds since the epoch: an event before it halts nobody. Not later than
 *     {@code issuedAt} where the mute is taken back
 * @param keyId of the Ed25519 key that signed; null where signing is not set up
 * @param signature Base64, see {@link SignedText}; null likewise
 */
public record Mute(
        int schemaVersion,
        Scope scope,
        String pattern,
        String reason,
        Actor actor,
        Long issuedAt,
        Long until,
        String keyId,
        String signature)
        implements HaltRecord {
    public static final int SCHEMA_VERSION = 1;

    public Mute {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(issuedAt, "issuedAt");
        Objects.requireNonNull(until, "until");
        if ((scope == null) == (pattern == null)) {
            throw new IllegalArgumentException(
                    "a mute names a scope or a pattern; this one names " + (scope == null ? "neither" : "both"));
        }
    }

    public static Mute ofScope(Scope scope, String reason, Actor actor, long issuedAt, long until) {
        return new Mute(SCHEMA_VERSION, scope, null, reason, actor, issuedAt, until, null, null);
    }

    public static Mute ofPattern(String pattern, String reason, Actor actor, long issuedAt, long until) {
        return new Mute(SCHEMA_VERSION, null, pattern, reason, actor, issuedAt, until, null, null);
    }

    @Override
    public String key() {
        return (scope == null ? RecordKey.of("pattern", pattern) : scope.key()) + "/mute";
    }
}
