package dev.ripcord.signal;

import dev.ripcord.event.Position;
import java.util.List;
import java.util.Objects;

/**
 * Ends the halts of a scope: what stands at or before {@code through} is forgiven. Under {@code <scope>/operator}.
 *
 * @param schemaVersion 1
 * @param through per partition the newest position forgiven
 * @param keyId of the Ed25519 key that signed; null where signing is not set up
 * @param signature over the canonical bytes, Base64; null likewise
 */
public record Release(
        int schemaVersion,
        Scope scope,
        String reason,
        Actor actor,
        List<Position> through,
        String keyId,
        String signature)
        implements HaltRecord {
    public static final int SCHEMA_VERSION = 1;

    public Release {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(actor, "actor");
        through = List.copyOf(through);
    }

    public boolean forgives(Position position) {
        return through.stream()
                .anyMatch(newest -> newest.partition() == position.partition() && position.offset() <= newest.offset());
    }
}
