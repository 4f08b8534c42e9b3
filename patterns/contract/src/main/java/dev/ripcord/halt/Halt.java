package dev.ripcord.halt;

import dev.ripcord.json.PlainValues;
import dev.ripcord.topic.Position;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Level-triggered state of a scope: stopped until released. Under {@code <scope>/guard} where GuardJob wrote it, under
 * {@code <scope>/operator} where a person did. When it is in force says {@link Standing}.
 *
 * @param schemaVersion 1
 * @param haltId names the halt in acknowledgements; a guard's halt has the id of its signal
 * @param issuedAt milliseconds since the epoch. An operator's clock, larger than that of the record it replaces, so that
 *     an old record that is written again is known as old; on a guard's halt the broker's time of the completing event,
 *     so that the same halt is the same however often it is written
 * @param expiresAt epoch milliseconds at which a pause ends by itself; null for a halt
 * @param position of the completing event; null on an operator's halt
 * @param pattern null on an operator's halt
 * @param matched positions of the steps that the halt rests on
 * @param values the facts that matched
 * @param spendUsd dollars spent by then; null where unknown
 * @param incident the halts of one cause have the same: the id of the first of them. Null on an operator's halt
 * @param through what an earlier release of the scope has forgiven, and this record, which takes its place, keeps
 *     forgiving; empty on a guard's halt
 * @param keyId of the Ed25519 key that signed; null where signing is not set up
 * @param signature Base64, see {@link SignedText}; null likewise
 */
public record Halt(
        int schemaVersion,
        String haltId,
        Writer writer,
        Scope scope,
        String reason,
        Actor actor,
        Long issuedAt,
        Long expiresAt,
        Position position,
        PatternReference pattern,
        List<Position> matched,
        Map<String, Object> values,
        BigDecimal spendUsd,
        String incident,
        List<Position> through,
        String keyId,
        String signature)
        implements HaltRecord {
    public static final int SCHEMA_VERSION = 1;

    /** What ends by itself after what does not, and after what ends later. */
    public static final Comparator<Halt> LONGEST_FIRST =
            Comparator.comparing(Halt::expiresAt, Comparator.nullsFirst(Comparator.reverseOrder()));

    public Halt {
        Objects.requireNonNull(haltId, "haltId");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(issuedAt, "issuedAt");
        if (writer == Writer.GUARD) {
            Objects.requireNonNull(position, "position of a guard's halt");
        }
        matched = matched == null ? List.of() : List.copyOf(matched);
        values = PlainValues.of(values);
        through = through == null ? List.of() : List.copyOf(through);
    }

    /**
     * @param expiresAt null for a halt, epoch milliseconds for a pause
     * @param through what the scope's earlier release forgives; empty where there is none
     */
    public static Halt byOperator(
            String haltId,
            Scope scope,
            String reason,
            Actor actor,
            long issuedAt,
            Long expiresAt,
            List<Position> through) {
        return new Halt(
                SCHEMA_VERSION,
                haltId,
                Writer.OPERATOR,
                scope,
                reason,
                actor,
                issuedAt,
                expiresAt,
                null,
                null,
                List.of(),
                Map.of(),
                null,
                null,
                through,
                null,
                null);
    }

    /** The key of the writer's record for the scope. */
    public static String key(Scope scope, Writer writer) {
        return scope.key() + "/" + writer.word();
    }

    @Override
    public String key() {
        return key(scope, writer);
    }

    /** @param now milliseconds since the epoch */
    public boolean hasExpired(long now) {
        return expiresAt != null && expiresAt <= now;
    }
}
