package dev.ripcord.halt;

import dev.ripcord.topic.Position;
import java.util.List;
import java.util.Objects;

/**
 * Ends the halts of a scope: what stands at or before {@code through} is forgiven. Under {@code <scope>/operator} where
 * a person released. Under {@code <scope>/guard} where GuardJob takes back a halt of its own that a release had
 * overtaken on the way.
 *
 * @param schemaVersion 1
 * @param issuedAt the writer's clock, milliseconds since the epoch, as on a {@link Halt}
 * @param through per partition the newest position forgiven
 * @param keyId of the Ed25519 key that signed; null where signing is not set up
 * @param signature Base64, see {@link SignedText}; null likewise
 */
public record Release(
        int schemaVersion,
        Writer writer,
        Scope scope,
        String reason,
        Actor actor,
        Long issuedAt,
        List<Position> through,
        String keyId,
        String signature)
        implements HaltRecord {
    public static final int SCHEMA_VERSION = 1;

    public Release {
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(issuedAt, "issuedAt");
        through = List.copyOf(through);
    }

    public static Release of(
            Writer writer, Scope scope, String reason, Actor actor, long issuedAt, List<Position> through) {
        return new Release(SCHEMA_VERSION, writer, scope, reason, actor, issuedAt, through, null, null);
    }

    @Override
    public String key() {
        return Halt.key(scope, writer);
    }

    public boolean forgives(Position position) {
        return forgives(through, position);
    }

    static boolean forgives(List<Position> through, Position position) {
        return through.stream()
                .anyMatch(newest -> newest.partition() == position.partition() && position.offset() <= newest.offset());
    }
}
